extension SiteState {
    /// Who of a position's line can be asked for it, in the plan's order.
    ///
    /// Nobody who is responding or not available, and in a large school nobody who holds another position.
    package func able(
        for position: Position, in incident: Incident, includingDeclined: Bool = false
    ) -> [LineMember] {
        let coordination = incident.coordination
        let declined = includingDeclined ? [] : coordination.others[position]?.declined ?? []
        return plan.members(for: position).filter { member in
            let person = member.person
            guard unavailable[person] == nil, responding[person] == nil, !incident.isUnderDuress(person),
                coordination.holder(of: position) != person, !declined.contains(person)
            else { return false }
            return plan.smallSchool || !coordination.holdsAny(person)
        }
    }
}

extension Coordination {
    /// Whether a person holds any position.
    package func holdsAny(_ person: PersonID) -> Bool {
        coordinator?.person == person || others.rows.contains { $0.holder == person }
    }
}

extension Draft {
    /// Asks the next of a position's line who can take it.
    ///
    /// Gives whether there is one. `askingAgain` takes those too who said no before, once nobody else is left.
    @discardableResult
    mutating func offerNext(_ id: IncidentID, _ position: Position, askingAgain: Bool = false) -> Bool {
        guard let incident = state.incidents[id], incident.isOpen else { return false }
        let asked = incident.coordination.others[position]?.asked
        var able = state.able(for: position, in: incident).filter { $0.person != asked }
        if able.isEmpty, askingAgain {
            able = state.able(for: position, in: incident, includingDeclined: true)
        }
        guard let next = able.first else { return false }
        emit(.positionOffered(id, position, to: next.person, ofLine: true))
        return true
    }

    /// The offers by which somebody is asked as the next of a position's line.
    func lineOffers(to person: PersonID) -> [(id: IncidentID, position: Position)] {
        var found: [(id: IncidentID, position: Position)] = []
        for incident in state.incidents.rows where incident.isOpen {
            for holding in incident.coordination.others.rows
            where holding.ofLine && holding.asked == person {
                found.append((incident.id, holding.position))
            }
        }
        return found
    }
}
