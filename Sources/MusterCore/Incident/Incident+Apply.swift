extension SiteState {
    mutating func apply(_ event: IncidentEvent, of record: Record) {
        switch event {
        case .raised(let id, let raise):
            forgetResponding(before: record)
            incidents.put(Incident(id, raise, record))
        case .raiseLate(let report, let raise): keepLate(report, raise, record)
        case .lateDismissed(let report): lateRaises.remove(report)
        case .confirmed(let id, let raise): confirm(id, raise, record)
        case .rosterTaken(let id, let rooms):
            incidents.update(id) { incident in
                for room in rooms { incident.rollCall.take(room) }
            }
        case .actionSet(let id, let places, let action, let hazard):
            set(action, hazard, at: places, in: id, record)
        case .actionEnded(let id, let places, let method): end(places, in: id, method, record)
        case .roomCleared(let id, let room, let source): clear(room, in: id, source, record)
        case .roomNotCleared(let id, let room, let source):
            incidents.update(id) { incident in
                let seen = incident.cleared[room]?.source.observedAt
                if !source.isOldNews(since: seen, record) { incident.cleared.remove(room) }
            }
        case .mistakeClaimed(let id):
            var claim = MistakeClaim()
            claim.by = record.author
            claim.at = record.at
            if audience == .command { incidents.update(id) { $0.mistake = claim } }
        case .callBackRecorded(let id, let outcome):
            if audience == .command { incidents.update(id) { $0.mistake?.outcome = outcome } }
        case .corrected: break
        case .turnedActual(let id): turnActual(id, record)
        case .closed(let id, let reason): close(id, reason, record)
        case .reopened(let id): reopen(id, record)
        case .audibleConfirmed(let id, let source):
            incidents.update(id) { $0.audibleAt = $0.audibleAt ?? source.observedAt }
        case .call911Recorded(let id, let ended, let source): call911(id, ended, source, record)
        }
    }

    /// Who was hands-on before the first alarm was so in something else, unless it was just seen.
    private mutating func forgetResponding(before record: Record) {
        guard !incidents.rows.contains(where: { $0.isOpen }) else { return }
        responding.removeAll { record.at - $0.source.observedAt > plan.timings.raiseStaleAfter }
    }

    private mutating func keepLate(_ report: ReportID, _ raise: Raise, _ record: Record) {
        guard audience == .command else { return }
        var late = LateRaise()
        late.id = report
        late.raise = raise
        late.by = record.author
        late.receivedAt = record.at
        // Who says the same again has one report that waits, the newest; nobody has more than a few.
        lateRaises.removeAll { $0.by == late.by && $0.raise.isSame(as: raise) }
        let own = lateRaises.rows.filter { $0.by == late.by }
        if own.count >= LateRaise.mostOfOne,
            let oldest = own.min(by: { ($0.receivedAt, $0.id) < ($1.receivedAt, $1.id) })
        {
            lateRaises.remove(oldest.id)
        }
        lateRaises.put(late)
    }

    private mutating func confirm(_ id: IncidentID, _ raise: Raise, _ record: Record) {
        let tree = places
        incidents.update(id) { incident in
            // Danger elsewhere on the site is news of its own and confirms nothing.
            if tree.overlap(incident.places, raise.places), let actor = record.actor,
                actor != incident.raisedBy, !incident.confirmedBy.contains(actor)
            {
                incident.confirmedBy.append(actor)
            }
            for place in raise.places where !incident.places.contains(place) {
                incident.places.append(place)
            }
            incident.hazard = incident.hazard ?? raise.hazard
        }
    }

    private mutating func clear(
        _ room: PlaceID, in id: IncidentID, _ source: Source, _ record: Record
    ) {
        // Somebody opens rooms, not wings: a place with places in it is never cleared as a whole.
        guard !places.hasPlaces(in: room) else { return }
        let tree = places
        var row = ClearedRoom()
        row.room = room
        row.by = record.author
        row.source = source
        incidents.update(id) { incident in
            // Late news from before this Lockdown says nothing about it.
            let action = incident.action(at: room, in: tree)
            if let action, action.action == .lockdown, source.observedAt < action.setAt { return }
            incident.cleared.put(row)
        }
    }

    /// What was played in the practice about the world outside is unknown in the real thing.
    private mutating func turnActual(_ id: IncidentID, _ record: Record) {
        incidents.update(id) { incident in
            incident.kind = .actual
            incident.turnedActualAt = record.at
            // Whoever said that it is real raised the real thing; nobody has confirmed that yet.
            incident.raisedBy = record.author
            incident.confirmedBy = []
            incident.cleared = Table()
            incident.mistake = nil
            incident.audibleAt = nil
            incident.call911 = nil
            incident.scene = nil
        }
    }

    private mutating func reopen(_ id: IncidentID, _ record: Record) {
        incidents.update(id) { incident in
            incident.phase = .open
            incident.coordination.coordinator?.isBusy = false
        }
        guard audience == .command else { return }
        let busy = responding
        incidents.update(id) { incident in
            guard let holder = incident.coordination.coordinator?.person else { return }
            // The silence since the closing is nobody's; whoever is hands-on now is so here too.
            incident.coordination.coordinator?.lastActAt = record.at
            incident.coordination.coordinator?.handsBusySince = busy[holder] == nil ? nil : record.at
        }
    }

    private mutating func set(
        _ action: ProtectiveAction, _ hazard: Hazard?, at targets: [PlaceID], in id: IncidentID,
        _ record: Record
    ) {
        let tree = places
        incidents.update(id) { incident in
            // A call whose place is put under an action is no everyday call from then on.
            incident.level = .protective
            // Other words than the announced ones are due: people there have heard nothing of this action yet.
            let isNew = targets.contains { place in
                !(incident.action(at: place, in: tree)?.isAlike(action, hazard) ?? false)
            }
            if isNew { incident.audibleAt = nil }
            for place in targets {
                let first = incident.sinceWhen(action, stands: place, tree)
                // Only cleared rooms have another action inside a Lockdown; saying it again does not take them back.
                let stands = action == .lockdown && incident.action(at: place, in: tree)?.action == action
                if action == .lockdown { incident.forgetCleared(at: place, unlessIn: stands, tree) }
                // What is set above covers what was set below, but never weakens it.
                incident.actions.removeAll {
                    guard $0.place != place else { return true }
                    let isCovered = !$0.isInForce || ($0.action.strength <= action.strength && !stands)
                    return isCovered && tree.contains($0.place, in: place)
                }
                var placed = PlacedAction()
                placed.place = place
                placed.action = action
                placed.hazard = hazard
                placed.setAt = first ?? record.at
                placed.restatedAt = first == nil ? nil : record.at
                placed.setBy = record.author
                incident.actions.put(placed)
            }
        }
    }

    private mutating func end(
        _ targets: [PlaceID], in id: IncidentID, _ method: EndMethod, _ record: Record
    ) {
        let tree = places
        var ended = EndedAction()
        ended.at = record.at
        ended.by = record.author
        ended.method = method
        incidents.update(id) { incident in
            for place in targets {
                let here = incident.action(at: place, in: tree)
                func ends(_ placed: PlacedAction, _ place: PlaceID) -> Bool {
                    placed.isInForce && tree.contains(placed.place, in: place)
                        && method.ends(placed, beside: here)
                }
                let around = tree.parent(of: place).flatMap { incident.action(at: $0, in: tree) }
                if let own = incident.actions[place], own.isInForce, let around, around.action != own.action {
                    // What was set here ends; what goes on around it holds here too.
                    incident.actions.removeAll { ends($0, place) }
                    continue
                }
                if incident.actions[place] == nil, var above = incident.action(at: place, in: tree) {
                    // The action goes on around this place and ends in it.
                    above.place = place
                    above.ended = ended
                    incident.actions.put(above)
                }
                incident.actions.updateAll { placed in
                    guard ends(placed, place) else { return }
                    placed.ended = ended
                }
            }
        }
    }

    private mutating func close(_ id: IncidentID, _ reason: CloseReason, _ record: Record) {
        incidents.update(id) {
            $0.phase = .closed(at: record.at, by: record.author, reason: reason)
            $0.coordination.asked = []
            $0.coordination.ladder = nil
            $0.coordination.handover = nil
            $0.coordination.takeoverOfferedAt = nil
            $0.coordination.others.updateAll { $0.asked = nil }
            $0.coordination.others.removeAll { $0.holder == nil }
        }
        if !incidents.rows.contains(where: { $0.isOpen }) {
            // Nobody stays hands-on for ever: the next incident must not pass over last month's responder.
            responding = Table()
            handsFree = Table()
        }
        // However many everyday calls follow, an incident stays for as long as it may be reopened.
        while true {
            let closed = incidents.rows.filter { !$0.isOpen }
            guard closed.count > Self.closedKept,
                let oldest = closed.min(by: { ($0.closedAt, $0.id) < ($1.closedAt, $1.id) }),
                record.at - oldest.closedAt > plan.timings.reopenWithin
            else { return }
            incidents.remove(oldest.id)
        }
    }

    private mutating func call911(_ id: IncidentID, _ ended: Bool, _ source: Source, _ record: Record) {
        incidents.update(id) { incident in
            if ended {
                // Late news of an earlier call does not end this one.
                guard let call = incident.call911, call.since <= source.observedAt else { return }
                incident.call911?.endedAt = source.observedAt
                return
            }
            if let call = incident.call911, call.endedAt == nil { return }
            var call = Call911()
            call.by = record.author
            call.since = source.observedAt
            incident.call911 = call
        }
    }
}

extension Incident {
    /// Since when the same action has stood at a place that it is set at once more; `nil` where it begins there anew.
    ///
    /// Whoever says a Lockdown again takes back no room that was opened since it began. A room that is named by itself,
    /// and a place in a part of which it had ended, begin anew: nothing that was seen before counts there. No copy of
    /// the state may differ here, so it is not asked which rooms were cleared.
    fileprivate func sinceWhen(
        _ action: ProtectiveAction, stands place: PlaceID, _ tree: Table<PlaceFact>
    ) -> Instant? {
        guard tree.hasPlaces(in: place), let standing = self.action(at: place, in: tree),
            standing.action == action
        else { return nil }
        let isWhole = !actions.rows.contains {
            $0.place != place && !$0.isInForce && tree.contains($0.place, in: place)
        }
        return isWhole ? standing.setAt : nil
    }

    /// Forgets who was cleared where a Lockdown begins.
    ///
    /// One that stands already takes back no clearing but that of a room which is locked down by name.
    fileprivate mutating func forgetCleared(
        at place: PlaceID, unlessIn stands: Bool, _ tree: Table<PlaceFact>
    ) {
        let before = self
        cleared.removeAll { row in
            guard row.room != place else { return true }
            let isStill =
                before.actions[row.room]?.isInForce == true
                || before.action(at: row.room, in: tree)?.action == .lockdown
            return tree.contains(row.room, in: place) && !(stands && isStill)
        }
    }

    init(_ id: IncidentID, _ raise: Raise, _ record: Record) {
        self.id = id
        kind = raise.kind
        level = raise.level
        hazard = raise.hazard
        places = raise.places
        raisedAt = record.at
        raisedBy = record.author
    }
}
