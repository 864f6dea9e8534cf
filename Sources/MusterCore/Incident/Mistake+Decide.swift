extension Draft {
    /// How long a cancel may travel: it must have been made within the plan's seconds, and arrive soon.
    static let cancelTravel = TimeSpan.seconds(30)

    /// The raiser cancels at once.
    ///
    /// It sends a correction; a call to 911 cannot be recalled.
    mutating func cancel(_ id: IncidentID) throws(Rejection) {
        let incident = try openIncident(id)
        guard incident.raisedBy == context.actor.person else { throw .notAllowed(.callBack) }
        let timings = state.plan.timings
        let since = incident.turnedActualAt ?? incident.raisedAt
        let inTime =
            context.madeAt - since <= timings.cancelWithin
            && context.at - since <= timings.cancelWithin + Self.cancelTravel
        // Once somebody else saw the same, or police command, one person's cancel is only a claim.
        let isLone = !incident.isBorneOut && incident.scene == nil
        guard inTime, isLone, incident.mistake?.outcome != .duress else {
            return try claimMistake(id)
        }
        finish(incident, .cancelled)
    }

    /// Somebody says that the press was a mistake.
    ///
    /// The alarm stands until a call back confirms it.
    mutating func claimMistake(_ id: IncidentID) throws(Rejection) {
        let incident = try openIncident(id)
        // The fast path is for before agency command (design section 3).
        guard incident.scene == nil else { throw .agencyCommands }
        let isRaiser = incident.raisedBy == context.actor.person
        guard isRaiser || may(.callBack, in: incident) else { throw .notAllowed(.callBack) }
        guard incident.mistake == nil || incident.mistake?.outcome == .notConfirmed else { return }
        emit(.mistakeClaimed(id))
    }

    mutating func recordCallBack(_ id: IncidentID, _ outcome: CallBackOutcome) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireOrSuggest(.callBack, in: incident) else { return }
        guard let claim = incident.mistake else { throw .noMistakeClaimed }
        guard claim.by != context.actor.person else { throw .ownCallBack }
        guard incident.scene == nil || outcome != .mistakeConfirmed else { throw .agencyCommands }
        // After a duress word nothing but the agency's word or the rooms themselves end it.
        guard claim.outcome != .duress || outcome == .duress else { throw .agencyCommands }
        guard outcome != .mistakeConfirmed || !incident.isBorneOut else { throw .borneOut }
        emit(.callBackRecorded(id, outcome))
        if outcome == .mistakeConfirmed { finish(incident, .mistake) }
    }

    private mutating func finish(_ incident: Incident, _ reason: CloseReason) {
        let places = incident.actions.rows.filter { $0.isInForce }.map { $0.place }
        if !places.isEmpty {
            emit(
                .actionEnded(
                    incident.id, places: places, method: reason == .cancelled ? .cancelled : .mistake))
        }
        emit(.corrected(incident.id, text: nil))
        emit(.closed(incident.id, reason))
    }
}
