extension Draft {
    mutating func setAvailability(_ person: PersonID, _ available: Bool) throws(Rejection) {
        if person != context.actor.person { try require(.setAvailability) }
        let asking = incidentsAsking(person)
        let offers = lineOffers(to: person)
        emit(.availabilitySet(person, available: available))
        guard !available else { return }
        for id in asking { climbOn(id) }
        for offer in offers { offerNext(offer.id, offer.position) }
        // A holder who leaves passes the position on at once.
        for incident in state.incidents.rows
        where incident.isOpen && incident.coordination.coordinator?.person == person {
            passOn(incident.id, from: person, .unavailable)
        }
    }

    mutating func accept(_ id: IncidentID, _ position: Position) throws(Rejection) {
        let incident = try openIncident(id)
        let person = context.actor.person
        // HandsOff: nobody who is responding is given a coordination position.
        guard state.responding[person] == nil else { throw .responding }
        // Who said the duress word is given none either; the page goes on asking, so that nobody beside them learns it.
        guard !incident.isUnderDuress(person) else { throw .tooLate }
        guard position == .schoolCoordinator else { return try acceptOther(incident, position) }
        let coordination = incident.coordination
        if let seat = coordination.coordinator {
            let isWide =
                !seat.attends || coordination.takeoverOfferedAt != nil
                || (coordination.handover.map { $0.to == nil } ?? false)
            guard isWide || coordination.handover != nil else { throw .alreadyHeld(by: seat.person) }
            // What is handed to a named person is that person's to take, until the line is asked.
            let isMine = seat.person == person || coordination.asked.contains(person)
            guard isMine || (isWide && mayClaim(incident)) else { throw .notAsked }
        } else {
            guard mayClaim(incident) else { throw .notAsked }
        }
        take(.schoolCoordinator, in: incident)
    }

    /// The actor takes a position; what they were asked for by another one's line goes on to the next of it.
    private mutating func take(_ position: Position, in incident: Incident) {
        let person = context.actor.person
        let offers = incident.coordination.others.rows.filter {
            $0.asked == person && $0.ofLine && $0.position != position
        }
        emit(.positionTaken(incident.id, position, by: person, caretaker: false))
        for offer in offers
        where state.incidents[incident.id]?.coordination.others[offer.position]?.asked == nil {
            offerNext(incident.id, offer.position)
        }
    }

    /// Whether the actor was asked, or may take the seat unasked.
    private func mayClaim(_ incident: Incident) -> Bool {
        incident.coordination.asked.contains(context.actor.person)
            || incident.coordination.deputy(of: .schoolCoordinator) == context.actor.person
            || state.plan.mayClaim(
                context.actor.person, context.actor.roles, on: incident.coordination.duty)
    }

    private mutating func acceptOther(_ incident: Incident, _ position: Position) throws(Rejection) {
        guard let holding = incident.coordination.others[position],
            holding.mayBeTaken(by: context.actor.person)
        else { throw .notAsked }
        try requireFree(context.actor.person, for: position, in: incident)
        take(position, in: incident)
    }

    /// In a large school one person holds one coordination position.
    func requireFree(
        _ person: PersonID, for position: Position, in incident: Incident
    ) throws(Rejection) {
        guard !state.plan.smallSchool else { return }
        if position != .schoolCoordinator, incident.coordination.coordinator?.person == person {
            throw .holdsAnother(.schoolCoordinator)
        }
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
        guard position != .schoolCoordinator else { return climbOn(id) }
        // Where the line is asked, a no goes on to the next.
        if incident.coordination.others[position]?.ofLine == true { offerNext(id, position) }
    }

    mutating func handOver(_ id: IncidentID, _ to: PersonID?) throws(Rejection) {
        let incident = try openIncident(id)
        let person = context.actor.person
        guard incident.coordination.coordinator?.person == person else {
            guard incident.coordination.former.contains(person) else { throw .notAllowed(.assign) }
            return suggest(in: id)
        }
        if let to { try requireAble(to, for: .schoolCoordinator, in: incident) }
        emit(.handoverStarted(id, from: person, to: to, cause: .request))
        guard let to else { return askAll(id) }
        // In Lockdown nobody waits longer for one person than for all of the line.
        let timings = state.plan.timings
        let due = context.at + (incident.hasLockdown ? timings.caretakerAfter : timings.askNextAfter)
        emit(.coordinatorAsked(id, persons: [to], step: .askAgain, due: due))
    }

    /// Nobody is given a position who is responding, or who is nobody here: the announcement would name a phantom.
    func requireAble(_ person: PersonID, for position: Position, in incident: Incident) throws(Rejection) {
        guard state.responding[person] == nil else { throw .responding }
        try requireKnown(person, for: position, in: incident)
    }

    /// A position goes to people of the school's side only.
    func requireKnown(_ person: PersonID, for position: Position, in incident: Incident) throws(Rejection) {
        let duty = incident.coordination.duty
        let planned =
            state.plan.members(for: .schoolCoordinator, on: duty)
            + state.plan.members(for: position, on: duty)
        let isPlanned =
            state.plan.outsideDuty == person || duty?.outside == person
            || planned.contains { $0.person == person }
        // A directory that cannot be read keeps nobody from handing over; an agency is asked for nothing.
        guard let roles = context.named, !isPlanned else { return }
        guard roles.contains(where: { $0 != .agency }) else { throw .unknownPerson(person) }
    }

    /// Says that what was recorded of an agency was a mistake.
    ///
    /// An act and no observation: it opens the ways of ending that the agency's word had closed.
    mutating func withdrawScene(_ id: IncidentID) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireOrSuggest(.correct, in: incident) else { return }
        guard incident.scene != nil else { throw .unknownReport }
        emit(.sceneCommandWithdrawn(id))
    }

    mutating func readBack(_ id: IncidentID) throws(Rejection) {
        let incident = try incident(id)
        guard incident.coordination.coordinator?.person == context.actor.person else {
            throw .notAllowed(.assign)
        }
        emit(.briefingReadBack(id))
    }

    /// Asks somebody to take a position: the one who is named, or the first of its line who can.
    mutating func offer(_ id: IncidentID, _ position: Position, _ person: PersonID?) throws(Rejection) {
        let incident = try openIncident(id)
        guard position != .schoolCoordinator else { return try handOver(id, person) }
        guard try requireOrSuggest(.assign, in: incident) else { return }
        guard let person else {
            guard offerNext(id, position, askingAgain: true) else { throw .nobodyAble }
            return
        }
        try requireAble(person, for: position, in: incident)
        try requireFree(person, for: position, in: incident)
        emit(.positionOffered(id, position, to: person))
    }

    /// Somebody is hands-on.
    ///
    /// If it is the coordinator, the line is asked at once.
    mutating func reportResponding(_ person: PersonID, _ source: Source, _ text: String?) {
        let wasResponding = state.responding[person] != nil
        let asking = incidentsAsking(person)
        let offers = lineOffers(to: person)
        emit(.respondingReported(person, source: source, text: text?.kept))
        guard !wasResponding, state.responding[person] != nil else { return }
        for id in asking { climbOn(id) }
        for offer in offers { offerNext(offer.id, offer.position) }
        for incident in state.incidents.rows
        where incident.isOpen && incident.coordination.coordinator?.person == person {
            passOn(incident.id, from: person, .responding)
        }
    }
}
