extension SiteState {
    /// Whether a person can be asked to take something over in an incident at all.
    ///
    /// Whoever said the duress word cannot, and nobody is told why.
    func isAble(_ person: PersonID, in incident: Incident) -> Bool {
        responding[person] == nil && unavailable[person] == nil && !incident.isUnderDuress(person)
    }

    /// Whether a person could be named deputy of a position, as far as anybody may be shown.
    package func mayBeDeputy(_ person: PersonID, of position: Position, in incident: Incident) -> Bool {
        guard responding[person] == nil, unavailable[person] == nil,
            incident.coordination.holder(of: position) != person, isFree(person, for: position, in: incident)
        else { return false }
        return plan.smallSchool
            || !incident.coordination.deputies.rows.contains {
                $0.person == person && $0.position != position
            }
    }

    /// After the first cue devices in a locked-down place stay quiet, whichever incident they are asked for: outside
    /// duty too, where the plan has that person on the site or their room is locked.
    package func mayBeRung(_ person: PersonID, for incident: Incident) -> Bool {
        let lockdowns = lockdowns(binding: incident)
        guard !lockdowns.isEmpty else { return true }
        guard isOffSite(person, in: incident), !isInLockdown(person, in: incident) else { return false }
        return !lockdowns.contains { other in
            if other.coordination.duty?.arrived.contains(person) == true { return true }
            return !saysToHaveLeft(person, in: incident)
                && other.rooms(of: person).contains { isLockedDown($0, for: other) }
        }
    }

    /// People of a line with the position's deputy before them, as the plan or the duty data has that person.
    func withDeputy(
        of position: Position, before line: [LineMember], in incident: Incident
    ) -> [LineMember] {
        guard let deputy = incident.coordination.deputy(of: position) else { return line }
        let member = LineMember(deputy, onSite: !isOffSite(deputy, in: incident))
        return [member] + line.filter { $0.person != deputy }
    }

    /// The school coordinator's deputy, where they are to be asked before everybody else: not in a Lockdown, in which all
    /// are asked at once, and once.
    func deputyToAsk(_ incident: Incident) -> PersonID? {
        guard let deputy = incident.coordination.deputy(of: .schoolCoordinator),
            lockdowns(binding: incident).isEmpty, !incident.coordination.asked.contains(deputy)
        else { return nil }
        return askable(incident).contains { $0.person == deputy } ? deputy : nil
    }
}

extension Draft {
    /// Names the deputy of a position, or takes the deputy away.
    ///
    /// The coordinator does, and whoever holds the position.
    mutating func nameDeputy(
        _ id: IncidentID, _ position: Position, _ person: PersonID?
    ) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireAssigning(position, in: incident) else { return }
        let coordination = incident.coordination
        // Said twice, it is one.
        guard coordination.deputy(of: position) != person else { return }
        guard let person else { return emit(.deputyNamed(id, position, person: nil)) }
        try requireAble(person, for: position, in: incident)
        guard state.isAble(person, in: incident), coordination.holder(of: position) != person else {
            throw .notAble
        }
        try requireFree(person, for: position, in: incident)
        let other = coordination.deputies.rows.first { $0.person == person && $0.position != position }
        if let other, !state.plan.smallSchool { throw .deputyOfAnother(other.position) }
        emit(.deputyNamed(id, position, person: person))
    }

    /// Checks the right to say who comes next in a position: whoever holds it has it too.
    mutating func requireAssigning(_ position: Position, in incident: Incident) throws(Rejection) -> Bool {
        if holds(position, in: incident.id) { return true }
        return try requireOrSuggest(.assign, in: incident)
    }

    /// Where somebody's hands are busy in a position, or they have left it, whoever can take it over is asked, one after
    /// the other, until somebody has.
    ///
    /// After whatever a command did: no way into that situation is forgotten. Each is asked once, nobody who hides by a
    /// clock; whoever coordinates is looked for by the ladder.
    mutating func passOnBusyPositions(byClock: Bool) {
        for incident in state.incidents.rows where incident.isOpen {
            for holding in incident.coordination.others.rows
            where holding.handsBusySince != nil && (holding.asked == nil || holding.isUnanswered) {
                offerNext(incident.id, holding.position, quietly: byClock || holding.isUnanswered)
            }
        }
    }
}
