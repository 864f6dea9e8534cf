extension Draft {
    /// Asks the next who can take a position: its deputy, then its line.
    ///
    /// Gives whether there is one. `askingAgain` takes those too who gave no answer or said no before, once nobody else is
    /// left, but rings nobody twice who hides in a Lockdown; `quietly` rings nobody there at all.
    @discardableResult
    mutating func offerNext(
        _ id: IncidentID, _ position: Position, askingAgain: Bool = false, quietly: Bool = false
    ) -> Bool {
        guard let incident = state.incidents[id], incident.isOpen else { return false }
        let holding = incident.coordination.others[position]
        let isFresh: (LineMember) -> Bool = { member in
            holding?.asked != member.person && holding?.passed.contains(member.person) != true
        }
        var able = state.able(for: position, in: incident).filter(isFresh)
        if quietly { able.removeAll { !state.mayBeRung($0.person, for: incident) } }
        if able.isEmpty, askingAgain {
            able = state.able(for: position, in: incident, includingDeclined: true).filter {
                state.mayBeRung($0.person, for: incident)
            }
        }
        guard let next = able.first else { return false }
        emit(.positionOffered(id, position, to: next.person, ofLine: true))
        return true
    }

    /// An offer had no answer for the plan's time: where it came by the line the next is asked.
    ///
    /// Nobody is rung in a place in Lockdown by a clock. Otherwise it stays open, and the watch shows it.
    mutating func passOnOffer(_ id: IncidentID, _ position: Position) {
        guard let holding = state.incidents[id]?.coordination.others[position], let asked = holding.asked
        else {
            return
        }
        emit(.offerUnanswered(id, position, by: asked))
        if holding.ofLine { offerNext(id, position, quietly: true) }
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
