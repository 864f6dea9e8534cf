extension Draft {
    /// How long a cancel may travel: it must have been made within the plan's seconds, and arrive soon.
    static let cancelTravel = TimeSpan.seconds(30)

    /// Whoever pressed takes it back at once.
    ///
    /// It sends a correction; a call to 911 cannot be recalled. Once somebody else saw the same, or an agency
    /// commands, one person's cancel is only a claim.
    mutating func cancel(_ id: IncidentID) throws(Rejection) {
        let incident = try pressed(id)
        let person = context.actor.person
        guard incident.isPressed(by: person) else { throw .notAllowed(.callBack) }
        let within = state.plan.timings.cancelWithin
        guard let press = incident.cancellable(by: person, at: context.madeAt, in: state),
            context.at - press.saidAt(in: incident) <= within + Self.cancelTravel
        else { return try claimMistake(incident.id) }
        takeBack(press, in: incident, .cancelled)
    }

    /// The incident that a cancel is about; what it names may be the press itself, which joined one that was open.
    private func pressed(_ id: IncidentID) throws(Rejection) -> Incident {
        guard state.incidents[id] == nil else { return try openIncident(id) }
        let person = context.actor.person
        let joined = state.incidents.rows.last { $0.isOpen && $0.isPressed(by: person) }
        guard let joined else { throw .unknownIncident }
        return joined
    }

    /// Somebody says that the own press was a mistake, or the one that began the incident.
    ///
    /// The alarm stands until a call back confirms it.
    mutating func claimMistake(_ id: IncidentID) throws(Rejection) {
        let incident = try openIncident(id)
        // The fast path is for before agency command (design section 3).
        guard incident.scene == nil else { throw .agencyCommands }
        let person = context.actor.person
        let mayForOthers = may(.callBack, in: incident)
        guard mayForOthers || incident.isPressed(by: person) else { throw .notAllowed(.callBack) }
        // Who has nothing of their own to take back speaks of the press that began it.
        let hasOwn = incident.press(of: person, in: state.places) != nil
        let of = hasOwn || !mayForOthers ? person : incident.raisedBy
        guard incident.mistakes[of]?.mayBeSaidAgain ?? true else { return }
        emit(.mistakeClaimed(id, of: of == incident.raisedBy ? nil : of))
    }

    mutating func recordCallBack(
        _ id: IncidentID, _ outcome: CallBackOutcome, of person: PersonID?
    ) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireOrSuggest(.callBack, in: incident) else { return }
        let of = person ?? incident.raisedBy
        guard let claim = incident.mistakes[of], claim.outcome != .mistakeConfirmed else {
            throw .noMistakeClaimed
        }
        guard claim.by != context.actor.person else { throw .ownCallBack }
        guard incident.scene == nil || outcome != .mistakeConfirmed else { throw .agencyCommands }
        // After a duress word nothing but the agency's word or the rooms themselves end it.
        guard claim.outcome != .duress || outcome == .duress else { throw .agencyCommands }
        let press = incident.press(of: of, in: state.places)?.upTo(claim.at, in: incident)
        guard outcome != .mistakeConfirmed || press != nil else { throw .borneOut }
        emit(.callBackRecorded(id, outcome, of: person == incident.raisedBy ? nil : person))
        if outcome == .mistakeConfirmed, let press { takeBack(press, in: incident, .mistake) }
    }

    private mutating func takeBack(_ press: Press, in incident: Incident, _ reason: CloseReason) {
        let method: EndMethod = reason == .cancelled ? .cancelled : .mistake
        switch press {
        case .incident:
            let places = incident.actions.rows.filter { $0.isInForce }.map { $0.place }
            if !places.isEmpty { emit(.actionEnded(incident.id, places: places, method: method)) }
            emit(.corrected(incident.id, text: nil))
            emit(.closed(incident.id, reason))
        case .actions(let own):
            for action in ProtectiveAction.allCases {
                let places = own.filter { $0.action == action }.map { $0.place }
                guard !places.isEmpty else { continue }
                emit(.actionWithdrawn(incident.id, places: places, action: action, method: method))
            }
        }
    }
}
