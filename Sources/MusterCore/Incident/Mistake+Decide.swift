extension Draft {
    /// How long a cancel may travel: it must have been made within the plan's seconds, and arrive soon.
    static let cancelTravel = TimeSpan.seconds(30)

    /// Whoever pressed takes it back at once; what is named is the press, or the incident that it began.
    ///
    /// It sends a correction; a call to 911 cannot be recalled. Once somebody else saw the same, or an agency
    /// commands, one person's cancel is only a claim.
    mutating func cancel(_ id: IncidentID) throws(Rejection) {
        let person = context.actor.person
        // A phone without a network cannot know that its alarm joined another one, or came too late to be one.
        let report: ReportID = id.retyped()
        if let late = state.lateRaises[report], late.by == person { return emit(.lateDismissed(report)) }
        let incident = try pressed(id)
        let within = state.plan.timings.cancelWithin
        var named = incident.press(id.retyped()).flatMap { $0.by == person ? $0 : nil }
        if named == nil, id == incident.id {
            // Pressed once more: what began it is taken back already, and nothing else was meant.
            if incident.raisedBy == person, incident.press(incident.begin) == nil { return }
            let begin = incident.press(incident.begin).flatMap { $0.by == person ? $0 : nil }
            named = begin ?? incident.presses.last { $0.by == person && $0.at <= context.madeAt }
        }
        guard let press = named, context.at - press.at <= within + Self.cancelTravel, incident.scene == nil,
            !incident.isUnderDuress, !isOpenedSince(incident),
            let back = incident.takeBack(press.id, within: within, of: context.madeAt, in: state.places)
        else { return try claimMistake(incident.id, named?.id) }
        take(back, press, in: incident, .cancelled)
    }

    private func pressed(_ id: IncidentID) throws(Rejection) -> Incident {
        guard state.incidents[id] == nil else { return try openIncident(id) }
        let found = state.incidents.rows.first {
            $0.isOpen && $0.press(id.retyped())?.by == context.actor.person
        }
        guard let found else { throw .unknownIncident }
        return found
    }

    /// Somebody says that a press was a mistake: the own one, or, where somebody may call back, anybody's.
    ///
    /// The alarm stands until a call back confirms it.
    mutating func claimMistake(_ id: IncidentID, _ named: CommandID?) throws(Rejection) {
        let incident = try openIncident(id)
        let person = context.actor.person
        let mayForOthers = may(.callBack, in: incident)
        let isPresser = incident.presses.contains { $0.by == person }
        guard mayForOthers || isPresser else { throw .notAllowed(.callBack) }
        // The fast path is for before agency command (design section 3).
        guard incident.scene == nil else { throw .agencyCommands }
        let own =
            incident.claimable(by: person, in: state.places)?.id
            ?? (mayForOthers ? incident.begin : incident.presses.last { $0.by == person }?.id)
        guard let press = named ?? own, let pressed = incident.press(press) else { throw .noActionInForce }
        guard mayForOthers || pressed.by == person else { throw .notAllowed(.callBack) }
        guard incident.mistake(of: press)?.mayBeSaidAgain ?? true else { return }
        emit(.mistakeClaimed(id, press: press == incident.begin ? nil : press))
    }

    mutating func recordCallBack(
        _ id: IncidentID, _ outcome: CallBackOutcome, _ named: CommandID?
    ) throws(Rejection) {
        // A duress word is taken down whenever it is said, also after a closing.
        let incident = outcome == .mistakeConfirmed ? try openIncident(id) : try incident(id)
        guard try requireOrSuggest(.callBack, in: incident) else { return }
        let press = named ?? incident.begin
        guard let claim = incident.mistake(of: press), claim.outcome != .mistakeConfirmed else {
            throw .noMistakeClaimed
        }
        let person = context.actor.person
        guard claim.by != person, claim.whose != person else { throw .ownCallBack }
        let emitted = IncidentEvent.callBackRecorded(
            id, outcome, press: press == incident.begin ? nil : press)
        guard outcome == .mistakeConfirmed else {
            // After a duress word nothing but the agency's word or the rooms themselves end it.
            guard claim.outcome != .duress || outcome == .duress else { throw .agencyCommands }
            return emit(emitted)
        }
        try requireStillOpen(incident)
        guard incident.scene == nil, claim.outcome != .duress else { throw .agencyCommands }
        // Nor does the hand of somebody who is forced confirm another one's mistake.
        guard !incident.isUnderDuress(person) else { throw .ownCallBack }
        guard let pressed = incident.press(press), let back = incident.takeBack(press, in: state.places)
        else {
            throw .borneOut
        }
        // Whoever is forced takes nothing back by pressing or claiming once more, through whoever calls.
        let isForced = incident.isUnderDuress(pressed.by) || incident.isUnderDuress(claim.by)
        guard !isForced, back != .incident || !incident.isUnderDuress else { throw .agencyCommands }
        emit(emitted)
        take(back, pressed, in: incident, .mistake)
    }

    private mutating func take(
        _ back: TakeBack, _ press: Press, in incident: Incident, _ reason: CloseReason
    ) {
        let method: EndMethod = reason == .cancelled ? .cancelled : .mistake
        switch back {
        case .incident:
            let places = incident.actions.rows.filter { $0.isInForce }.map { $0.place }
            if !places.isEmpty { emit(.actionEnded(incident.id, places: places, method: method)) }
            emit(.corrected(incident.id, text: nil))
            emit(.closed(incident.id, reason))
        case .presses(let group):
            // It is the correction itself, to everyone who got the alarm.
            guard let action = press.action else { return }
            emit(
                .actionWithdrawn(
                    incident.id, presses: group.map { $0.id }, places: press.places, action: action,
                    method: method))
            uncover(after: press, in: incident.id)
        }
    }

    /// What the same person raised after a press, and in its place, holds once they take that back at once.
    ///
    /// It was covered by nothing but what never was. After a call back the coordinator, who has just spoken with them,
    /// puts it in force: nobody is told to move by itself.
    private mutating func uncover(after taken: Press, in id: IncidentID) {
        guard let before = state.incidents[id], taken.by == context.actor.person else { return }
        let covered = before.covered(in: state.places).filter { press in
            press.by == taken.by && press.at >= taken.at
                && press.places.allSatisfy { place in
                    taken.places.contains { state.places.contains(place, in: $0) }
                }
        }
        for press in covered {
            guard let incident = state.incidents[id], let action = press.action else { continue }
            let targets = placesLacking(action, press.hazard, press.places, incident)
            guard !targets.isEmpty else { continue }
            emit(.actionSet(id, places: targets, action: action, hazard: press.hazard, press: press.id))
        }
    }
}
