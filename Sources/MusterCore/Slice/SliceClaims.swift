/// What of a site's state decides about slices: who holds everything because of what is going on.
///
/// The one place where roles, line, duty, offers and seats are weighed. Two states with equal claims give everybody
/// the same slice, so that a watch compares claims and not devices.
package struct SliceClaims: Equatable, Sendable {
    /// Who stands in the line or in that of another position, has outside duty, is asked or holds a position, sorted.
    package let people: [PersonID]
    /// The open incidents that outside agencies may see.
    package let agencyIncidents: [IncidentID]
    /// Whether one of them is more than a call for one person: an alarm.
    package let agenciesSeeAlarm: Bool

    /// The claims of a state at a moment.
    package init(_ state: SiteState, at now: Instant) {
        var people: [PersonID] = []
        for member in state.plan.line { people.insertSorted(member.person) }
        for line in state.plan.lines.rows {
            for member in line.members { people.insertSorted(member.person) }
        }
        if let duty = state.plan.outsideDuty { people.insertSorted(duty) }
        for incident in state.incidents.rows {
            // Whoever closed it may find that it was too early, and reads what happened until then.
            let isOver = !incident.isOpen && now - incident.closedAt >= state.plan.timings.reopenWithin
            if isOver { continue }
            let seat = incident.coordination.coordinator.map { [$0.person] } ?? []
            for person in incident.isOpen ? incident.coordination.people : seat {
                people.insertSorted(person)
            }
        }
        self.people = people
        let seen = state.incidents.rows.filter { incident in
            incident.isOpen && (incident.kind == .actual || state.plan.agenciesInDrills)
        }
        agencyIncidents = seen.map { $0.id }
        agenciesSeeAlarm = seen.contains { $0.isProtective }
    }

    /// The slice that a person's device may hold; `nil` when there is nothing that it may hold now.
    ///
    /// - The line, the lines of the other positions and administrators hold the command slice at all times, so that nobody has to fetch it anew in the
    ///   second in which a position is offered. Whoever else has duty, an open offer or a seat holds it as long.
    /// - School officials and School Resource Officers hold the responder slice: all rooms, no free text.
    /// - An outside agency holds the responder slice of the open incidents that are real, or that the plan opens to
    ///   agencies; nothing of any other, and without one nothing at all. No offer makes it more: an agency is asked to accept nothing.
    /// - Everybody else on the staff holds the actions and the own rooms.
    package func slice(of person: PersonID, _ roles: [Role], rooms: [PlaceID]) -> Slice? {
        if roles == [.agency] {
            return agencyIncidents.isEmpty ? nil : Slice(.responder, incidents: agencyIncidents)
        }
        let isClaimed = people.contains(person)
        if isClaimed || roles.contains(.line) || roles.contains(.administrator) { return .command }
        let responds: [Role] = [.schoolOfficial, .sro, .agency]
        return roles.contains(where: responds.contains) ? Slice(.responder) : Slice(.staff, rooms: rooms)
    }
}

extension Coordination {
    /// Everybody who is asked to take a position, is to take one over, or holds one, has outside duty, or stands in for
    /// somebody of a line.
    package var people: [PersonID] {
        var people = asked
        if let outside = duty?.outside { people.append(outside) }
        people += duty?.substitutes.map { $0.person } ?? []
        if let coordinator { people.append(coordinator.person) }
        for holding in others.rows {
            if let person = holding.asked { people.append(person) }
            if let person = holding.holder { people.append(person) }
        }
        for deputy in deputies.rows { people.append(deputy.person) }
        for shift in shifts.rows { people.append(shift.person) }
        return people
    }
}
