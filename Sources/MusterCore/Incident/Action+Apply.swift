extension SiteState {
    mutating func set(
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
            incident.witness(action, hazard, at: targets, record.author, tree)
            for place in targets {
                let first = incident.sinceWhen(action, stands: place, tree)
                // Only cleared rooms have another action inside a Lockdown; saying it again does not take them back.
                let stands = action == .lockdown && incident.action(at: place, in: tree)?.action == action
                if action == .lockdown { incident.forgetCleared(at: place, unlessIn: stands, tree) }
                var placed = PlacedAction()
                placed.setBy = record.author
                // What is set above covers what was set below, but it neither weakens it nor takes its place: whoever
                // is told to leave one building for a fire does not stay in it for a storm.
                incident.actions.removeAll { row in
                    let isHere = row.place == place
                    let isLess =
                        !stands
                        && (row.action.strength < action.strength || row.isAlike(action, hazard))
                    guard isHere || (tree.contains(row.place, in: place) && (!row.isInForce || isLess)) else {
                        return false
                    }
                    placed.cover(row, isSame: isHere && row.isAlike(action, hazard))
                    return true
                }
                placed.place = place
                placed.action = action
                placed.hazard = hazard
                placed.setAt = first ?? record.at
                placed.restatedAt = first == nil ? nil : record.at
                incident.actions.put(placed)
            }
        }
    }

    mutating func end(
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
                    above.covers = []
                    incident.actions.put(above)
                }
                incident.actions.updateAll { placed in
                    guard ends(placed, place) else { return }
                    placed.ended = ended
                    placed.covers = []
                }
            }
        }
    }

    /// Takes actions back as if they had never been set: what stood at their places before stands again.
    mutating func withdraw(
        _ targets: [PlaceID], in id: IncidentID, _ method: EndMethod, _ record: Record
    ) {
        let tree = places
        var ended = EndedAction()
        ended.at = record.at
        ended.by = record.author
        ended.method = method
        incidents.update(id) { incident in
            for place in targets {
                guard var placed = incident.actions[place], placed.isInForce else { continue }
                let around = tree.parent(of: place).flatMap { incident.action(at: $0, in: tree) }
                let under = placed.covers
                placed.covers = []
                placed.ended = ended
                if around == nil { incident.actions.put(placed) } else { incident.actions.remove(place) }
                // What somebody set inside meanwhile stays as it is.
                for row in under where incident.actions[row.place]?.isInForce != true {
                    incident.actions.put(row)
                }
                // Other words than the announced ones are due again.
                if around != nil || !under.isEmpty { incident.audibleAt = nil }
            }
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

    /// Notes that somebody raised or set what others had set there already.
    mutating func witness(
        _ action: ProtectiveAction, _ hazard: Hazard?, at targets: [PlaceID], _ author: PersonID,
        _ tree: Table<PlaceFact>
    ) {
        actions.updateAll { placed in
            guard placed.isInForce, placed.isAlike(action, hazard), tree.overlap([placed.place], targets)
            else {
                return
            }
            placed.confirm(by: author)
        }
    }
}
