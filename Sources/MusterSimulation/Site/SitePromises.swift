import MusterCore

/// The promises that a site's state keeps after every command and every deadline.
enum SitePromises {
    /// What is broken at a moment, if anything.
    static func broken(_ state: SiteState, at now: Instant) -> String? {
        for incident in state.incidents.rows {
            if let what = oneHolder(incident) ?? handsOff(incident, state)
                ?? neverVacant(incident, state, now)
            {
                return what
            }
        }
        return nil
    }

    private static func oneHolder(_ incident: Incident) -> String? {
        let coordination = incident.coordination
        if let holder = coordination.coordinator?.person, coordination.former.contains(holder) {
            return "OneHolder: the coordinator is also a replaced one"
        }
        let isDouble = coordination.others.rows.contains { row in
            row.holder.map { row.former.contains($0) } ?? false
        }
        return isDouble ? "OneHolder: a holder is also a replaced one" : nil
    }

    private static func handsOff(_ incident: Incident, _ state: SiteState) -> String? {
        guard incident.isOpen else { return nil }
        let coordination = incident.coordination
        if coordination.asked.contains(where: { state.responding[$0] != nil }) {
            return "HandsOff: somebody who is responding is asked"
        }
        guard let seat = coordination.coordinator, state.responding[seat.person] != nil else { return nil }
        if seat.handsBusySince == nil { return "HandsOff: busy hands are not shown" }
        return coordination.ladder == nil ? "HandsOff: nobody is looked for" : nil
    }

    private static func neverVacant(_ incident: Incident, _ state: SiteState, _ now: Instant) -> String? {
        guard incident.isOpen else { return nil }
        let coordination = incident.coordination
        let isFilled = coordination.coordinator.map { !$0.caretaker && $0.handsBusySince == nil } ?? false
        if !isFilled, coordination.ladder == nil {
            return "NeverVacant: nobody coordinates, nobody is looked for"
        }
        guard let deadline = state.deadlines.first(where: { $0.incident == incident.id }) else {
            return "NeverVacant: no deadline watches an open incident"
        }
        return deadline.due > now + .minutes(6) ? "NeverVacant: the next step is too far away" : nil
    }
}
