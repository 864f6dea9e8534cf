extension SiteState {
    /// Who of the line may be asked: available, not responding, not declined; in the plan's order, whoever was away when
    /// the incident began after the others.
    package func askable(_ incident: Incident, includingDeclined: Bool = false) -> [LineMember] {
        let able = plan.line.filter { member in
            unavailable[member.person] == nil && responding[member.person] == nil
                && member.person != incident.coordination.coordinator?.person
                && !incident.isUnderDuress(member.person)
                && (includingDeclined || !incident.coordination.declined.contains(member.person))
        }
        // Duty data may be wrong, and somebody who stayed longer is there: nobody is left out.
        guard let away = incident.coordination.duty?.away, !away.isEmpty else { return able }
        return able.filter { !away.contains($0.person) } + able.filter { away.contains($0.person) }
    }

    /// The outside duty person, unless that person is responding, unavailable or holds the seat.
    package func outsideDuty(for incident: Incident) -> PersonID? {
        guard let person = incident.coordination.duty?.outside ?? plan.outsideDuty, responding[person] == nil,
            unavailable[person] == nil,
            incident.coordination.coordinator?.person != person, !incident.isUnderDuress(person)
        else { return nil }
        return person
    }

    /// Everything that must happen at a moment, by itself.
    package var deadlines: [Deadline] {
        var found: [Deadline] = []
        for incident in incidents.rows where incident.isOpen {
            if let ladder = incident.coordination.ladder {
                found.append(Deadline(id: ladder.deadline, incident: incident.id, due: ladder.due))
            } else if let seat = incident.coordination.coordinator {
                // An offer that nobody took is made again after the same span.
                let since = max(seat.lastActAt, incident.coordination.takeoverOfferedAt ?? seat.lastActAt)
                found.append(
                    Deadline(
                        id: DeadlineID("s", since.milliseconds), incident: incident.id,
                        due: since + plan.timings.silentAfter))
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

    /// When a Lockdown comes, everybody is asked at once, however slowly somebody was looked for before.
    ///
    /// Once: whoever hides in it was asked by its first cue, and is not rung again when somebody says it again (design
    /// section 3).
    mutating func hurryLadder(_ id: IncidentID, isTurn: Bool = false) {
        guard let incident = state.incidents[id], incident.hasLockdown,
            let ladder = incident.coordination.ladder, ladder.step != .seatCaretaker
        else { return }
        let isNew = incident.actions.rows.contains { placed in
            placed.isInForce && placed.action == .lockdown && placed.setAt == context.at
        }
        guard isNew || isTurn || ladder.step == .askNext else { return }
        askAll(id)
    }

    /// Where somebody is asked in order, a no does not make the next one wait for the clock.
    mutating func climbOn(_ id: IncidentID) {
        if state.incidents[id]?.coordination.ladder?.step == .askNext { startLadder(id) }
    }

    /// The incidents in which this person is asked to coordinate.
    func incidentsAsking(_ person: PersonID) -> [IncidentID] {
        state.incidents.rows.filter { $0.isOpen && $0.coordination.asked.contains(person) }.map { $0.id }
    }

    /// After reopening, an empty seat is looked after again, and one whose holder cannot fill it is passed on.
    mutating func resumeLadder(_ id: IncidentID) {
        guard let seat = state.incidents[id]?.coordination.coordinator else { return startLadder(id) }
        let isBusy = seat.handsBusySince != nil || state.responding[seat.person] != nil
        if isBusy { return passOn(id, from: seat.person, .responding) }
        if state.unavailable[seat.person] != nil { return passOn(id, from: seat.person, .unavailable) }
        if seat.caretaker { askAgain(id) }
    }

    /// Starts a handover to whoever of the line accepts first.
    mutating func passOn(_ id: IncidentID, from person: PersonID, _ cause: HandoverCause) {
        emit(.handoverStarted(id, from: person, to: nil, cause: cause))
        askAll(id)
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

    /// Asks again whoever may be asked.
    private mutating func askAgain(_ id: IncidentID) {
        guard let incident = state.incidents[id] else { return }
        var persons = quietlyAskable(incident)
        if let seat = incident.coordination.coordinator, seat.caretaker,
            mayBeRung(seat.person, for: incident),
            state.responding[seat.person] == nil
        {
            persons.insertSorted(seat.person)
        }
        // Somebody who is not available is better than nobody.
        if persons.isEmpty { persons = lastResort(incident) }
        ask(id, persons, then: .askAgain, after: state.plan.timings.askNextAfter)
    }

    /// Whoever may be asked again without making noise in a place in Lockdown, sorted.
    private func quietlyAskable(_ incident: Incident) -> [PersonID] {
        var persons: [PersonID] = []
        for member in state.askable(incident, includingDeclined: true)
        where mayBeRung(member.person, for: incident) {
            persons.insertSorted(member.person)
        }
        if let outside = state.outsideDuty(for: incident), mayBeRung(outside, for: incident) {
            persons.insertSorted(outside)
        }
        return persons
    }

    private func lastResort(_ incident: Incident) -> [PersonID] {
        var persons: [PersonID] = []
        for member in state.plan.line where mayBeRung(member.person, for: incident) {
            persons.insertSorted(member.person)
        }
        let named = incident.coordination.duty?.outside ?? state.plan.outsideDuty
        if let outside = named, mayBeRung(outside, for: incident) {
            persons.insertSorted(outside)
        }
        return persons.filter {
            state.responding[$0] == nil && incident.coordination.coordinator?.person != $0
        }
    }

    /// After the first cue devices in a locked-down place stay quiet, whichever incident they are asked for: outside
    /// duty too, where the plan has that person on the site.
    private func mayBeRung(_ person: PersonID, for incident: Incident) -> Bool {
        state.lockdowns(binding: incident).isEmpty
            || !state.plan.line.contains { $0.person == person && $0.onSite }
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
        emit(.takeoverOffered(incident.id, persons: quietlyAskable(incident)))
    }
}
