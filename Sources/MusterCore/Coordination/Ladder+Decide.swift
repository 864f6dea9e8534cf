extension SiteState {
    /// Who of the line may be asked: available, not responding, not declined, in the plan's order.
    package func askable(_ incident: Incident, includingDeclined: Bool = false) -> [LineMember] {
        plan.line.filter { member in
            unavailable[member.person] == nil && responding[member.person] == nil
                && member.person != incident.coordination.coordinator?.person
                && (includingDeclined || !incident.coordination.declined.contains(member.person))
        }
    }

    /// The outside duty person, unless that person is responding or holds the seat.
    package func outsideDuty(for incident: Incident) -> PersonID? {
        guard let person = plan.outsideDuty, responding[person] == nil,
            incident.coordination.coordinator?.person != person
        else { return nil }
        return person
    }

    /// Everything that must happen at a moment, by itself.
    package var deadlines: [Deadline] {
        var found: [Deadline] = []
        for incident in incidents.rows where incident.isOpen {
            if let ladder = incident.coordination.ladder {
                found.append(Deadline(id: ladder.deadline, incident: incident.id, due: ladder.due))
            } else if let seat = incident.coordination.coordinator,
                incident.coordination.takeoverOfferedAt == nil
            {
                found.append(
                    Deadline(
                        id: DeadlineID("s", seat.lastActAt.milliseconds), incident: incident.id,
                        due: seat.lastActAt + plan.timings.silentAfter))
            }
        }
        return found
    }
}

/// A moment at which the state asks for a step.
package struct Deadline: Equatable, Sendable {
    /// Names the deadline.
    package var id: DeadlineID
    /// The incident whose step is due.
    package var incident: IncidentID
    /// When it passes.
    package var due: Instant
}

extension Draft {
    /// Looks for a school coordinator from the raise on: all at once in Lockdown, in order otherwise.
    mutating func startLadder(_ id: IncidentID) {
        guard let incident = state.incidents[id] else { return }
        if incident.hasLockdown { askAll(id) } else { askNext(id) }
    }

    /// A ladder that climbs in order asks everybody at once when a Lockdown comes.
    mutating func hurryLadder(_ id: IncidentID) {
        guard let incident = state.incidents[id], incident.hasLockdown,
            incident.coordination.coordinator == nil, incident.coordination.ladder?.step == .askNext
        else { return }
        askAll(id)
    }

    /// After reopening, an empty seat is looked after again.
    mutating func resumeLadder(_ id: IncidentID) {
        guard let seat = state.incidents[id]?.coordination.coordinator else { return startLadder(id) }
        if seat.caretaker || seat.handsBusySince != nil { askAgain(id) }
    }

    /// Asks the whole line and the outside duty person; the first claim wins.
    mutating func askAll(_ id: IncidentID) {
        guard let incident = state.incidents[id] else { return }
        var persons = state.askable(incident).map { $0.person }
        if let outside = state.outsideDuty(for: incident), !persons.contains(outside) {
            persons.append(outside)
        }
        guard !persons.isEmpty else { return askAgain(id) }
        let isVacant = incident.coordination.coordinator == nil
        let step: LadderStep =
            isVacant && state.outsideDuty(for: incident) != nil ? .seatCaretaker : .askAgain
        ask(id, persons, then: step, after: state.plan.timings.caretakerAfter)
    }

    /// Asks the next person of the line who was not asked yet.
    private mutating func askNext(_ id: IncidentID) {
        guard let incident = state.incidents[id] else { return }
        let next = state.askable(incident).first { !incident.coordination.asked.contains($0.person) }
        if let next {
            return ask(id, [next.person], then: .askNext, after: state.plan.timings.askNextAfter)
        }
        if incident.coordination.coordinator == nil { seatCaretaker(id) } else { askAgain(id) }
    }

    /// Seats the outside duty person until somebody accepts.
    private mutating func seatCaretaker(_ id: IncidentID) {
        guard let incident = state.incidents[id], incident.coordination.coordinator == nil,
            let outside = state.outsideDuty(for: incident)
        else { return askAgain(id) }
        emit(.positionTaken(id, .schoolCoordinator, by: outside, caretaker: true))
        askAgain(id)
    }

    /// Asks again whoever may be asked without making noise in a place in Lockdown.
    private mutating func askAgain(_ id: IncidentID) {
        guard let incident = state.incidents[id] else { return }
        let members = state.askable(incident, includingDeclined: true)
        let quiet = incident.hasLockdown
        var persons = members.filter { !quiet || !$0.onSite }.map { $0.person }
        let caretaker = incident.coordination.coordinator.flatMap { $0.caretaker ? $0.person : nil }
        if let outside = caretaker ?? state.outsideDuty(for: incident), !persons.contains(outside) {
            persons.append(outside)
        }
        ask(id, persons, then: .askAgain, after: state.plan.timings.askNextAfter)
    }

    private mutating func ask(
        _ id: IncidentID, _ persons: [PersonID], then step: LadderStep, after span: TimeSpan
    ) {
        emit(.coordinatorAsked(id, persons: persons, step: step, due: context.at + span))
    }

    /// A deadline of the state has passed: one step, and a new deadline from now on.
    mutating func expire(_ deadline: DeadlineID) throws(Rejection) {
        let hits = state.deadlines.filter { $0.id == deadline }
        guard !hits.isEmpty else { throw .unknownDeadline }
        let due = hits.filter { $0.due <= context.at }
        guard !due.isEmpty else { throw .notDue }
        for hit in due {
            guard let incident = state.incidents[hit.incident] else { continue }
            switch incident.coordination.ladder?.step {
            case .askNext: askNext(hit.incident)
            case .seatCaretaker: seatCaretaker(hit.incident)
            case .askAgain: askAgain(hit.incident)
            case nil: offerTakeover(incident)
            }
        }
    }

    /// The holder has been silent: takeover is offered, never done by itself.
    private mutating func offerTakeover(_ incident: Incident) {
        var persons = state.askable(incident, includingDeclined: true).map { $0.person }
        if let outside = state.outsideDuty(for: incident), !persons.contains(outside) {
            persons.append(outside)
        }
        emit(.takeoverOffered(incident.id, persons: persons.sorted()))
    }
}
