extension SiteState {
    mutating func set(
        _ action: ProtectiveAction, _ hazard: Hazard?, at targets: [PlaceID], in id: IncidentID,
        press: CommandID?, _ record: Record
    ) {
        let tree = places
        incidents.update(id) { incident in
            // A call whose place is put under an action is no everyday call from then on.
            incident.level = .protective
            let before = incident.actions
            defer { incident.countAnew(since: before, record, tree) }
            // Other words than the announced ones are due: people there have heard nothing of this action yet.
            let isNew = targets.contains { place in
                !(incident.action(at: place, in: tree)?.isAlike(action, hazard) ?? false)
            }
            if isNew { incident.audibleAt = nil }
            // Records from before presses had names: what was set with the raise is of the raise.
            let isFirst = incident.raisedAt == record.at && incident.raisedBy == record.author
            let named = press ?? (isFirst ? id.retyped() : CommandID("p", record.position))
            let own = incident.note(named, action, hazard, at: targets, record)
            for place in targets {
                if action == .lockdown {
                    let stands = incident.action(at: place, in: tree)?.action == action
                    incident.forgetCleared(at: place, unlessIn: stands, tree)
                }
                var step = ActionStep(at: place, action, hazard, record)
                step.press = own
                incident.take(step, tree)
            }
        }
    }

    mutating func end(
        _ targets: [PlaceID], in id: IncidentID, _ method: EndMethod, _ record: Record
    ) {
        let tree = places
        incidents.update(id) { incident in
            let before = incident.actions
            defer { incident.countAnew(since: before, record, tree) }
            for place in targets {
                let here = incident.action(at: place, in: tree)
                var step = ActionStep(at: place, here?.action, here?.hazard, record)
                step.method = method
                incident.take(step, tree)
            }
        }
    }

    /// Takes presses back as if they had never been.
    mutating func withdraw(
        _ presses: [CommandID], in id: IncidentID, _ method: EndMethod, _ record: Record
    ) {
        let tree = places
        let ended = EndedAction(at: record.at, by: record.author, method)
        incidents.update(id) { incident in
            let before = incident.actions
            incident.withdraw(presses, ended, tree)
            incident.countAnew(since: before, record, tree)
        }
    }
}

extension Incident {
    /// Counts the rooms anew that are under another action than before.
    fileprivate mutating func countAnew(
        since before: Table<PlacedAction>, _ record: Record, _ tree: Table<PlaceFact>
    ) {
        let now = actions
        rollCall.rooms.updateAll { room in
            guard let here = now.action(at: room.key, in: tree) else { return }
            let stood = before.action(at: room.key, in: tree)?.isAlike(here.action, here.hazard) ?? false
            if !stood { room.countedFrom = record.at }
        }
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
}
