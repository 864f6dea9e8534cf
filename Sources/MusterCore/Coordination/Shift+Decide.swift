extension Draft {
    /// Plans who relieves the holder of a position, and from when: a moment that has passed is now.
    mutating func planShift(
        _ id: IncidentID, _ position: Position, _ person: PersonID, _ from: Instant
    ) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireAssigning(position, in: incident) else { return }
        guard incident.coordination.holder(of: position) != person else { throw .notAble }
        try requireKnown(person, for: position, in: incident)
        emit(.shiftPlanned(id, position, person, from: max(from, context.at)))
    }

    /// Takes back what was planned.
    mutating func cancelShift(_ id: IncidentID, _ position: Position) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireAssigning(position, in: incident) else { return }
        guard incident.coordination.shifts[position] != nil else { throw .noShift }
        emit(.shiftCancelled(id, position))
    }

    /// A planned relief is due: the person is asked, and whoever holds the position holds it until somebody accepts.
    ///
    /// Whoever cannot take it at that moment is skipped, for the deputy and then the line. Who hides is not rung for it.
    mutating func beginShift(_ id: IncidentID, _ shift: Shift) {
        emit(.shiftBegan(id, shift.position, shift.person))
        guard let incident = state.incidents[id],
            incident.coordination.holder(of: shift.position) != shift.person
        else { return }
        let isAble = state.isAble(shift.person, in: incident) && state.mayBeRung(shift.person, for: incident)
        guard shift.position == .schoolCoordinator else {
            return beginShift(
                id, shift, asking: isAble && state.isFree(shift.person, for: shift.position, in: incident))
        }
        relieveCoordinator(incident, isAble ? shift.person : nil)
    }

    private mutating func beginShift(_ id: IncidentID, _ shift: Shift, asking isAble: Bool) {
        let asked = state.incidents[id]?.coordination.others[shift.position]?.asked
        guard isAble else {
            // Where somebody is asked already, their answer is waited for.
            if asked == nil { offerNext(id, shift.position, quietly: true) }
            return
        }
        guard asked != shift.person else { return }
        emit(.positionOffered(id, shift.position, to: shift.person, ofLine: true))
    }

    private mutating func relieveCoordinator(_ incident: Incident, _ person: PersonID?) {
        let timings = state.plan.timings
        let ladder = incident.coordination.ladder
        guard let seat = incident.coordination.coordinator, seat.attends, ladder == nil else {
            // Somebody is looked for already: the relief is asked beside the others.
            guard let person, let ladder else { return }
            return emit(.coordinatorAsked(incident.id, persons: [person], step: ladder.step, due: ladder.due))
        }
        emit(.handoverStarted(incident.id, from: seat.person, to: person, cause: .relief))
        guard let person else { return askQuietly(incident.id) }
        let due = context.at + (incident.hasLockdown ? timings.caretakerAfter : timings.askNextAfter)
        emit(.coordinatorAsked(incident.id, persons: [person], step: .askAgain, due: due))
    }
}
