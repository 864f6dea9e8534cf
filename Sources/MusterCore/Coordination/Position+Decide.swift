extension Draft {
    mutating func setAvailability(_ person: PersonID, _ available: Bool) throws(Rejection) {
        if person != context.actor.person { try require(.setAvailability) }
        emit(.availabilitySet(person, available: available))
        guard !available else { return }
        // A holder who leaves passes the position on at once.
        for incident in state.incidents.rows
        where incident.isOpen && incident.coordination.coordinator?.person == person {
            emit(.handoverStarted(incident.id, from: person, to: nil, cause: .unavailable))
            askAll(incident.id)
        }
    }

    mutating func accept(_ id: IncidentID, _ position: Position) throws(Rejection) {
        let incident = try openIncident(id)
        let person = context.actor.person
        // HandsOff: nobody who is responding is given a coordination position.
        guard state.responding[person] == nil else { throw .responding }
        guard position == .schoolCoordinator else { return try acceptOther(incident, position) }
        let coordination = incident.coordination
        if let seat = coordination.coordinator {
            let open =
                seat.caretaker || seat.handsBusySince != nil || coordination.handover != nil
                || coordination.takeoverOfferedAt != nil
            guard open else { throw .alreadyHeld(by: seat.person) }
            let mine = seat.person == person && coordination.takeoverOfferedAt == nil
            guard mine || mayClaim(incident) else { throw .notAsked }
        } else {
            guard mayClaim(incident) else { throw .notAsked }
        }
        emit(.positionTaken(id, .schoolCoordinator, by: person, caretaker: false))
    }

    /// Whether the actor was asked, or stands in the line or on outside duty: claiming early helps.
    private func mayClaim(_ incident: Incident) -> Bool {
        let person = context.actor.person
        return incident.coordination.asked.contains(person) || state.plan.outsideDuty == person
            || state.plan.line.contains { $0.person == person }
    }

    private mutating func acceptOther(_ incident: Incident, _ position: Position) throws(Rejection) {
        guard let holding = incident.coordination.others[position], holding.asked == context.actor.person
        else { throw .notAsked }
        try requireFree(context.actor.person, for: position, in: incident)
        emit(.positionTaken(incident.id, position, by: context.actor.person, caretaker: false))
    }

    /// In a large school one person holds one coordination position.
    private func requireFree(
        _ person: PersonID, for position: Position, in incident: Incident
    ) throws(Rejection) {
        guard !state.plan.smallSchool else { return }
        if incident.coordination.coordinator?.person == person { throw .holdsAnother(.schoolCoordinator) }
        for holding in incident.coordination.others.rows
        where holding.holder == person && holding.position != position {
            throw .holdsAnother(holding.position)
        }
    }

    mutating func decline(_ id: IncidentID, _ position: Position) throws(Rejection) {
        let incident = try openIncident(id)
        let person = context.actor.person
        let asked =
            position == .schoolCoordinator
            ? incident.coordination.asked.contains(person)
            : incident.coordination.others[position]?.asked == person
        guard asked else { throw .notAsked }
        emit(.offerDeclined(id, position))
        // In order: whoever says no does not make the others wait for the clock.
        let after = state.incidents[id]?.coordination
        if position == .schoolCoordinator, after?.ladder?.step == .askNext, after?.asked.isEmpty == true {
            startLadder(id)
        }
    }

    mutating func handOver(_ id: IncidentID, _ to: PersonID?) throws(Rejection) {
        let incident = try openIncident(id)
        let person = context.actor.person
        guard incident.coordination.coordinator?.person == person else {
            guard incident.coordination.former.contains(person) else { throw .notAllowed(.assign) }
            return emit(.suggestionKept(id, .handOver, text: nil))
        }
        if let to, state.responding[to] != nil { throw .responding }
        emit(.handoverStarted(id, from: person, to: to, cause: .request))
        guard let to else { return askAll(id) }
        let due = context.at + state.plan.timings.askNextAfter
        emit(.coordinatorAsked(id, persons: [to], step: .askAgain, due: due))
    }

    mutating func readBack(_ id: IncidentID) throws(Rejection) {
        let incident = try incident(id)
        guard incident.coordination.coordinator?.person == context.actor.person else {
            throw .notAllowed(.assign)
        }
        emit(.briefingReadBack(id))
    }

    mutating func offer(_ id: IncidentID, _ position: Position, _ person: PersonID) throws(Rejection) {
        let incident = try openIncident(id)
        guard position != .schoolCoordinator else { return try handOver(id, person) }
        guard try requireOrSuggest(.assign, .offerPosition, in: incident) else { return }
        guard state.responding[person] == nil else { throw .responding }
        try requireFree(person, for: position, in: incident)
        emit(.positionOffered(id, position, to: person))
    }

    /// Somebody is hands-on.
    ///
    /// If it is the coordinator, the line is asked at once.
    mutating func reportResponding(_ person: PersonID, _ source: Source, _ text: String?) {
        let wasResponding = state.responding[person] != nil
        emit(.respondingReported(person, source: source, text: text?.kept))
        guard !wasResponding else { return }
        for incident in state.incidents.rows
        where incident.isOpen && incident.coordination.coordinator?.person == person {
            emit(.handoverStarted(incident.id, from: person, to: nil, cause: .responding))
            askAll(incident.id)
        }
    }
}
