extension SiteState {
    mutating func apply(_ event: IncidentEvent, of record: Record) {
        switch event {
        case .raised(let id, let raise):
            forgetResponding(before: record)
            var incident = Incident(id, raise, record)
            if audience == .command { incident.courses.version = plan.version }
            incidents.put(incident)
            takePresence(in: id, at: record.at)
        case .raiseLate(let report, let raise): keepLate(report, raise, record)
        case .lateDismissed(let report): lateRaises.remove(report)
        case .confirmed(let id, let raise, let press): confirm(id, raise, press, record)
        case .rosterTaken(let id, let rooms):
            let tree = places
            incidents.update(id) { incident in
                for room in rooms {
                    incident.rollCall.take(room, countedFrom: incident.countedFrom(room.room, tree))
                }
            }
        case .actionSet(let id, let places, let action, let hazard, let press):
            set(action, hazard, at: places, in: id, press: press, record)
        case .actionEnded(let id, let places, let method): end(places, in: id, method, record)
        case .actionWithdrawn(let id, let presses, _, _, let method):
            withdraw(presses, in: id, method, record)
        case .roomCleared(let id, let room, let source): clear(room, in: id, source, record)
        case .roomNotCleared(let id, let room, let source): unclear(room, in: id, source, record)
        case .mistakeClaimed(let id, let press): claimMistake(id, press, record)
        case .callBackRecorded(let id, let outcome, let press):
            guard audience == .command else { return }
            incidents.update(id) { incident in
                let of = press ?? incident.begin
                guard let index = incident.mistakes.firstIndex(where: { $0.press == of }) else { return }
                incident.mistakes[index].outcome = outcome
            }
        case .corrected: break
        case .turnedActual(let id, let press): turnActual(id, press, record)
        case .closed(let id, let reason): close(id, reason, record)
        case .reopened(let id): reopen(id, record)
        case .audibleConfirmed(let id, let source):
            incidents.update(id) { incident in
                // What was heard before an action was set was another announcement.
                let seen = source.observedAt
                let isOlder =
                    incident.isOfPractice(source)
                    || incident.actions.rows.contains { $0.isInForce && $0.setAt > seen }
                    || incident.anewAt.map { $0 > seen } ?? false
                if !isOlder {
                    incident.audibleAt = incident.audibleAt ?? source.observedAt
                    incident.heardAt = max(incident.heardAt ?? .zero, record.at)
                }
            }
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

    private mutating func confirm(
        _ id: IncidentID, _ raise: Raise, _ press: CommandID?, _ record: Record
    ) {
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
            let isProtective = raise.level == .protective
            let action = isProtective ? raise.action : nil
            let named = press ?? CommandID("p", record.position)
            let own = incident.note(named, action, raise.hazard, at: raise.places, record)
            // Where something as strong or stronger stands, it is a report, which bears out what stands.
            if let index = incident.presses.firstIndex(where: { $0.id == own }), let action {
                incident.presses[index].isPartly = raise.places.contains { place in
                    incident.action(at: place, in: tree).map { $0.action.strength > action.strength } ?? false
                }
            }
        }
    }

    private mutating func claimMistake(_ id: IncidentID, _ named: CommandID?, _ record: Record) {
        guard audience == .command else { return }
        incidents.update(id) { incident in
            let press = named ?? incident.begin
            var claim = MistakeClaim()
            claim.press = press
            claim.whose = incident.press(press)?.by ?? incident.raisedBy
            claim.by = record.author
            claim.at = record.at
            incident.mistakes.removeAll { $0.press == press }
            if incident.mistakes.count >= Incident.mostClaims,
                let oldest = incident.mistakes.firstIndex(where: { $0.outcome != .duress })
            {
                incident.mistakes.remove(at: oldest)
            }
            incident.mistakes.append(claim)
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
            // Late news from before this Lockdown says nothing about it, nor does what was played.
            guard !incident.isOfPractice(source) else { return }
            let action = incident.action(at: room, in: tree)
            if let action, action.action == .lockdown, source.observedAt < action.setAt { return }
            // Nor does it of a room of which somebody has seen since that it was not opened.
            let notOpened = incident.rollCall.rooms[room]?.notOpenedAt
            if let notOpened, source.observedAt < notOpened { return }
            incident.cleared.put(row)
        }
    }

    private mutating func unclear(
        _ room: PlaceID, in id: IncidentID, _ source: Source, _ record: Record
    ) {
        let tree = places
        // A wing is no room: it is never cleared as a whole.
        let isKnown = (places.isEmpty || places[room] != nil) && !places.hasPlaces(in: room)
        incidents.update(id) { incident in
            if isKnown || incident.rollCall.rooms[room] != nil {
                incident.rollCall.takeNotOpened(
                    room, at: source.observedAt, countedFrom: incident.countedFrom(room, tree))
            }
            let seen = incident.cleared[room]?.source.observedAt
            if !source.isOldNews(since: seen, record) { incident.cleared.remove(room) }
        }
    }

    /// What was played in the practice about the world outside is unknown in the real thing.
    private mutating func turnActual(_ id: IncidentID, _ press: CommandID?, _ record: Record) {
        incidents.update(id) { incident in
            incident.kind = .actual
            incident.turnedActualAt = record.at
            // Whoever said that it is real raised the real thing; nobody has confirmed that yet.
            incident.raisedBy = record.author
            incident.confirmedBy = []
            incident.cleared = Table()
            incident.mistakes = []
            // What was pressed in the practice stands for good; who made it real may take that back.
            incident.settled = incident.actions
            incident.steps = []
            incident.presses = []
            incident.begin = press ?? id.retyped()
            incident.note(incident.begin, nil, nil, at: incident.places, record)
            incident.audibleAt = nil
            incident.heardAt = nil
            incident.call911 = nil
            incident.scene = nil
            incident.otherScenes = []
            // What was said in it is told as said in it, and every room is counted anew.
            incident.rollCall.rooms.updateAll { $0.countedFrom = record.at }
            // So is what was done of its tasks, and what was asked for.
            incident.courses.begun.updateAll { $0.beginAnew(at: record.at) }
            // Who was offered a position in the practice is not asked for it in the real thing.
            incident.coordination.stopOffers()
            // Whoever said to have left may have played along; silence is the safer of the two.
            incident.coordination.duty?.left = []
        }
        takePresence(in: id, at: record.at)
    }

    private mutating func reopen(_ id: IncidentID, _ record: Record) {
        incidents.update(id) { incident in
            incident.phase = .open
            incident.reopenedAt = record.at
            // That somebody had left is old; silence is the safer of the two.
            incident.coordination.duty?.left = []
            // Where somebody else opens it again, nobody knows whether the holder is still there: until somebody accepts.
            if let holder = incident.coordination.coordinator?.person, holder != record.author {
                incident.coordination.coordinator?.caretaker = true
            }
        }
        guard audience == .command else { return }
        takePresence(in: id, at: record.at)
        let busy = responding
        incidents.update(id) { incident in
            incident.coordination.others.updateAll { holding in
                holding.lastActAt = record.at
                guard holding.handsBusySince == nil, let holder = holding.holder, busy[holder] != nil else {
                    return
                }
                holding.handsBusySince = record.at
            }
            guard let seat = incident.coordination.coordinator else { return }
            // The silence since the closing is nobody's; whoever is hands-on now is so here too.
            incident.coordination.coordinator?.lastActAt = record.at
            // Busy hands end when somebody has accepted, and not with a closing (design section 3).
            if seat.handsBusySince == nil, busy[seat.person] != nil {
                incident.coordination.coordinator?.handsBusySince = record.at
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
            $0.coordination.silentPosts = Table()
            $0.coordination.postOfferAt = nil
            $0.coordination.stopOffers()
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
            guard !incident.isOfPractice(source) else { return }
            if ended {
                // Late news of an earlier call does not end this one.
                guard let call = incident.call911, call.since <= source.observedAt else { return }
                incident.call911?.endedAt = source.observedAt
                return
            }
            // Said again after another action was set: then that one is known there too.
            let isNews = incident.actions.rows.contains { row in
                row.isInForce && row.setAt <= source.observedAt
                    && incident.call911.map { $0.since < row.setAt } ?? false
            }
            if let call = incident.call911, call.endedAt == nil, !isNews { return }
            var call = Call911()
            call.by = record.author
            call.since = source.observedAt
            incident.call911 = call
        }
    }
}

extension Incident {
    init(_ id: IncidentID, _ raise: Raise, _ record: Record) {
        self.id = id
        kind = raise.kind
        level = raise.level
        raisedLevel = raise.level
        hazard = raise.hazard
        places = raise.places
        raisedAt = record.at
        raisedBy = record.author
        begin = id.retyped()
        note(begin, level == .protective ? raise.action : nil, raise.hazard, at: raise.places, record)
    }
}
