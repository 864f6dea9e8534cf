extension SiteState {
    /// Who may be asked to coordinate: available, not responding, not declined; the deputy first, then the line in the
    /// plan's order with whoever stands in for somebody, whoever was away when the incident began after the others.
    package func askable(_ incident: Incident, includingDeclined: Bool = false) -> [LineMember] {
        let duty = incident.coordination.duty
        let line = plan.members(for: .schoolCoordinator, on: duty).inOrder(of: duty)
        return withDeputy(of: .schoolCoordinator, before: line, in: incident).filter { member in
            isAble(member.person, in: incident) && member.person != incident.coordination.coordinator?.person
                && (includingDeclined || !incident.coordination.declined.contains(member.person))
        }
    }

    /// The outside duty person who can be handed to: not whoever holds the seat, and nobody who hides; the plan's own one
    /// where the one of this hour cannot.
    package func outsideDuty(for incident: Incident) -> PersonID? {
        let named = incident.coordination.duty?.outside
        return plan.outsideDuty(named: named) {
            isAble($0, in: incident) && !isInLockdown($0, in: incident)
                && $0 != incident.coordination.coordinator?.person
        }
    }

    /// Who is seated until somebody accepts: somebody who hides is better than nobody.
    func caretaker(for incident: Incident) -> PersonID? {
        let named = incident.coordination.duty?.outside
        return outsideDuty(for: incident)
            ?? plan.outsideDuty(named: named) {
                isAble($0, in: incident) && $0 != incident.coordination.coordinator?.person
            }
    }
}

extension Draft {
    /// Looks for a school coordinator from the raise on: all at once in Lockdown, whichever incident set it, in order
    /// otherwise.
    mutating func startLadder(_ id: IncidentID) {
        guard let incident = state.incidents[id] else { return }
        if state.lockdowns(binding: incident).isEmpty { askNext(id) } else { askAll(id) }
    }

    /// When a Lockdown comes, everybody is asked at once, however slowly somebody was looked for before.
    ///
    /// Once: whoever hides in it was asked by its first cue, and is not rung again when somebody says it again (design
    /// section 3).
    mutating func hurryLadder(_ id: IncidentID, isTurn: Bool = false) {
        guard let incident = state.incidents[id], incident.hasLockdown,
            let ladder = incident.coordination.ladder, ladder.step != .seatCaretaker
        else { return }
        guard isNew(incident) || isTurn || ladder.step == .askNext else { return }
        askAll(id)
    }

    /// A Lockdown that comes beside an incident in which somebody is looked for asks everybody there too, once.
    ///
    /// After whatever a command did that sets one or makes a practised one real; one that stands and is said again asks
    /// nobody.
    mutating func hurryBesideLockdowns() {
        let mayBeNew = events.contains { event in
            switch event {
            case .incident(.actionSet(_, _, let action, _, _)): action == .lockdown
            case .incident(.turnedActual): true
            default: false
            }
        }
        guard mayBeNew else { return }
        for incident in state.incidents.rows where incident.isOpen && !incident.hasLockdown {
            guard let ladder = incident.coordination.ladder, ladder.step != .seatCaretaker,
                state.lockdowns(binding: incident).contains(where: { isNew($0) })
            else { continue }
            askAll(incident.id)
        }
    }

    /// Whether an incident's Lockdown was set, or became real, by this command.
    private func isNew(_ lockdown: Incident) -> Bool {
        guard !isSaidAgain else { return false }
        return lockdown.turnedActualAt == context.at
            || lockdown.actions.rows.contains { placed in
                placed.isInForce && placed.action == .lockdown && placed.setAt == context.at
            }
    }

    /// Where somebody is asked in order, or the deputy before the line, a no does not make the next one wait for the
    /// clock.
    mutating func climbOn(_ id: IncidentID) {
        guard let incident = state.incidents[id], let ladder = incident.coordination.ladder else { return }
        if ladder.step == .askNext { return askNext(id) }
        // Whoever has just said no is not rung again at once.
        guard incident.coordination.asked.isEmpty, let handover = incident.coordination.handover,
            !state.askable(incident).isEmpty
        else { return }
        if handover.cause == .relief { askQuietly(id) } else if handover.to == nil { askAll(id) }
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

    /// Asks the deputy, where there is one and it is no Lockdown; then the whole line and the outside duty person, of whom
    /// the first claim wins.
    mutating func askAll(_ id: IncidentID) {
        guard let incident = state.incidents[id], !askDeputy(incident) else { return }
        var persons = state.askable(incident).map { $0.person }
        let outside = state.caretaker(for: incident)
        if let outside, !persons.contains(outside) { persons.append(outside) }
        guard !persons.isEmpty else { return askAgain(id) }
        let isVacant = incident.coordination.coordinator == nil
        let step: LadderStep =
            isVacant && outside != nil ? .seatCaretaker : .askAgain
        ask(id, persons, then: step, after: state.plan.timings.caretakerAfter)
    }

    /// Asks the deputy before everybody else; gives whether that is how it stands.
    ///
    /// Where nobody coordinates with free hands, the line waits for them no longer than for a caretaker.
    private mutating func askDeputy(_ incident: Incident) -> Bool {
        guard let deputy = state.deputyToAsk(incident) else { return false }
        let timings = state.plan.timings
        let attends = incident.coordination.coordinator?.attends ?? false
        ask(
            incident.id, [deputy], then: .askAgain,
            after: attends ? timings.askNextAfter : min(timings.caretakerAfter, timings.askNextAfter))
        return true
    }

    /// Asks for a relief: the deputy, then everybody who may be asked without noise in a place in Lockdown.
    mutating func askQuietly(_ id: IncidentID) { askAgain(id) }

    /// Asks the next person of the line who was not asked yet; once a Lockdown has come, whichever incident set it, nobody
    /// in it is rung any more.
    private mutating func askNext(_ id: IncidentID) {
        guard let incident = state.incidents[id] else { return }
        let asked = incident.coordination.asked
        let next = state.askable(incident).first { member in
            !asked.contains(member.person) && state.mayBeRung(member.person, for: incident)
        }
        if let next {
            return ask(id, [next.person], then: .askNext, after: state.plan.timings.askNextAfter)
        }
        if incident.coordination.coordinator == nil { seatCaretaker(id) } else { askAgain(id) }
    }

    /// Seats the outside duty person until somebody accepts.
    private mutating func seatCaretaker(_ id: IncidentID) {
        guard let incident = state.incidents[id], incident.coordination.coordinator == nil,
            let outside = state.caretaker(for: incident)
        else { return askAgain(id) }
        let offers = lineOffers(to: outside).filter { $0.id == id }
        emit(.positionTaken(id, .schoolCoordinator, by: outside, caretaker: true))
        for offer in offers where state.incidents[id]?.coordination.others[offer.position]?.asked == nil {
            offerNext(id, offer.position, quietly: true)
        }
        askAgain(id)
    }

    /// Asks again whoever may be asked, the deputy first where nobody has asked them yet.
    private mutating func askAgain(_ id: IncidentID) {
        guard let incident = state.incidents[id], !askDeputy(incident) else { return }
        var persons = quietlyAskable(incident)
        if let seat = incident.coordination.coordinator, seat.caretaker,
            state.mayBeRung(seat.person, for: incident),
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
        where state.mayBeRung(member.person, for: incident) {
            persons.insertSorted(member.person)
        }
        for outside in state.plan.outsideDuties(named: incident.coordination.duty?.outside)
        where outside != incident.coordination.coordinator?.person && state.isAble(outside, in: incident)
            && state.mayBeRung(outside, for: incident)
        {
            persons.insertSorted(outside)
        }
        return persons
    }

    private func lastResort(_ incident: Incident) -> [PersonID] {
        var persons: [PersonID] = []
        let duty = incident.coordination.duty
        for member in state.plan.members(for: .schoolCoordinator, on: duty)
        where state.mayBeRung(member.person, for: incident) {
            persons.insertSorted(member.person)
        }
        for outside in state.plan.outsideDuties(named: duty?.outside)
        where state.mayBeRung(outside, for: incident) {
            persons.insertSorted(outside)
        }
        return persons.filter {
            state.responding[$0] == nil && incident.coordination.coordinator?.person != $0
        }
    }

    private mutating func ask(
        _ id: IncidentID, _ persons: [PersonID], then step: LadderStep, after span: TimeSpan
    ) {
        emit(.coordinatorAsked(id, persons: persons, step: step, due: context.at + span))
    }

    /// The deadline of whoever coordinates, or is looked for, has passed: one step.
    mutating func climb(_ id: IncidentID) {
        guard let incident = state.incidents[id] else { return }
        switch incident.coordination.ladder?.step {
        case .askNext: askNext(id)
        case .seatCaretaker: seatCaretaker(id)
        case .askAgain: askAgain(id)
        case nil: offerTakeover(incident)
        }
    }

    /// The holder has been silent: takeover is offered, never done by itself.
    private mutating func offerTakeover(_ incident: Incident) {
        let ofPost = incident.coordination.silentPostToAnswer != nil
        emit(.takeoverOffered(incident.id, persons: quietlyAskable(incident), ofPost: ofPost))
    }
}
