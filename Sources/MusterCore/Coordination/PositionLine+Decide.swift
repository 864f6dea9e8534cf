extension SiteState {
    /// Who can be asked for a position: its deputy, then its line in the plan's order with whoever stands in for
    /// somebody, whoever was away when the incident began after the others.
    ///
    /// Nobody who is responding or not available, and in a large school nobody who holds another position.
    package func able(
        for position: Position, in incident: Incident, includingDeclined: Bool = false
    ) -> [LineMember] {
        let coordination = incident.coordination
        let declined = includingDeclined ? [] : coordination.others[position]?.declined ?? []
        let line = plan.members(for: position, on: coordination.duty).inOrder(of: coordination.duty)
        return withDeputy(of: position, before: line, in: incident).filter { member in
            let person = member.person
            guard isAble(person, in: incident), coordination.holder(of: position) != person,
                !declined.contains(person)
            else { return false }
            return plan.smallSchool || !coordination.holdsAny(person)
        }
    }

    /// Whether a person may take a position beside what they hold: in a large school one person holds one.
    func isFree(_ person: PersonID, for position: Position, in incident: Incident) -> Bool {
        plan.smallSchool || !incident.coordination.holdsAny(person, besides: position)
    }
}

extension Coordination {
    /// Whether a person holds any position, or any other than one.
    package func holdsAny(_ person: PersonID, besides position: Position? = nil) -> Bool {
        (position != .schoolCoordinator && coordinator?.person == person)
            || others.rows.contains { $0.holder == person && $0.position != position }
    }
}
