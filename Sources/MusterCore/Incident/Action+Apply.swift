extension SiteState {
    mutating func set(
        _ action: ProtectiveAction, _ hazard: Hazard?, at targets: [PlaceID], in id: IncidentID,
        press: CommandID?, _ record: Record
    ) {
        let tree = places
        incidents.update(id) { incident in
            // A call whose place is put under an action is no everyday call from then on.
            incident.level = .protective
            // Records from before presses had names: what was set with the raise is of the raise.
            let isFirst = incident.raisedAt == record.at && incident.raisedBy == record.author
            let named = press ?? (isFirst ? id.retyped() : CommandID("p", record.position))
            let own = incident.note(named, action, hazard, at: targets, record)
            incident.change(record, tree) { incident in
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
    }

    mutating func end(
        _ targets: [PlaceID], in id: IncidentID, _ method: EndMethod, _ record: Record
    ) {
        let tree = places
        incidents.update(id) { incident in
            let isOther = incident.change(record, tree) { incident in
                for place in targets {
                    let here = incident.action(at: place, in: tree)
                    var step = ActionStep(at: place, here?.action, here?.hazard, record)
                    step.method = method
                    incident.take(step, tree)
                }
            }
            // What was heard before says nothing of what holds here again.
            if isOther { incident.anewAt = record.at }
        }
    }

    /// Takes presses back as if they had never been.
    mutating func withdraw(
        _ presses: [CommandID], in id: IncidentID, _ method: EndMethod, _ record: Record
    ) {
        let tree = places
        let ended = EndedAction(at: record.at, by: record.author, method)
        incidents.update(id) { incident in
            let isOther = incident.change(record, tree) { $0.withdraw(presses, ended, tree) }
            if isOther { incident.anewAt = record.at }
        }
    }
}

extension Incident {
    /// Changes what the places do, and what follows from it wherever another action holds than before: other words than
    /// the announced ones are due, and the rooms are counted anew.
    ///
    /// Gives whether there is such a place.
    @discardableResult
    fileprivate mutating func change(
        _ record: Record, _ tree: Table<PlaceFact>, _ change: (inout Incident) -> Void
    ) -> Bool {
        let before = self
        change(&self)
        let now = actions
        func isOther(_ place: PlaceID) -> Bool {
            guard let here = now.action(at: place, in: tree) else { return false }
            return !(before.action(at: place, in: tree)?.isAlike(here.action, here.hazard) ?? false)
        }
        let places = (before.actions.rows + now.rows).map { $0.place }
        let isAnywhere = places.contains { isOther($0) }
        if isAnywhere { audibleAt = nil }
        let opened = cleared
        rollCall.rooms.updateAll { room in
            let isLockedAgain = before.cleared[room.key] != nil && opened[room.key] == nil
            if isLockedAgain || isOther(room.key) { room.countedFrom = record.at }
        }
        return isAnywhere
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
