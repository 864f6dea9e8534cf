extension Draft {
    mutating func dismiss(_ report: ReportID) throws(Rejection) {
        guard state.lateRaises[report] != nil else { throw .unknownReport }
        let coordinates = state.incidents.rows.contains { $0.isOpen && may(.callBack, in: $0) }
        guard coordinates || may(.callBack) else { throw .notAllowed(.callBack) }
        emit(.lateDismissed(report))
    }

    mutating func setAction(
        _ id: IncidentID, _ places: [PlaceID], _ action: ProtectiveAction, _ hazard: Hazard?
    ) throws(Rejection) {
        let known = try incident(id)
        guard !places.isEmpty else { throw .incompleteRaise }
        if !known.isOpen, known.kind == .actual, action == .lockdown || action == .evade {
            // It is an alarm, whatever was closed while it was on its way; anything else was meant for what is over.
            return try raise(Raise(action, at: places, hazard: hazard, source: Source(at: context.madeAt)))
        }
        if !known.isOpen, known.kind == .actual, action.strength >= ProtectiveAction.evacuate.strength {
            // A danger that moves people is judged by a person, however it was meant.
            try require(.setAction)
            let raise = Raise(action, at: places, hazard: hazard, source: Source(at: context.madeAt))
            return emit(.raiseLate(context.command.retyped(), raise))
        }
        let incident = try openIncident(id)
        try requireKnown(places)
        if incident.kind == .actual, action == .lockdown || action == .evade {
            try require(.lockDown, in: incident)
        } else {
            let isWeaker = weakens(action, at: places, in: incident)
            guard try requireOrSuggest(isWeaker ? .endAction : .setAction, in: incident) else { return }
            if isWeaker { try requireSeen(incident, places) }
        }
        if incident.kind == .actual, !incident.isProtective {
            // What a call grows into is a raise like any other: it joins what is open (decision 0011).
            let raise = Raise(action, at: places, hazard: hazard, source: Source(at: context.madeAt))
            if let running = joinable(raise), running.kind == .actual {
                join(running, raise)
                return stopPractices()
            }
        }
        // While a place is in Lockdown nothing moves its people (design section 3).
        var targets = places
        if action == .lockdown {
            // What was pressed before a room in Lockdown was opened does not lock it once more.
            targets.removeAll { place in
                guard let opened = incident.cleared[place]?.source.observedAt, opened > context.madeAt else {
                    return false
                }
                return incident.action(at: place, in: state.places)?.action == .lockdown
            }
            guard !targets.isEmpty else { throw .tooLate }
            if targets.count < places.count { kept = .around }
            isSaidAgain = targets.allSatisfy { standsWhole(at: $0, incident) }
        }
        if action != .lockdown {
            targets.removeAll { state.isLockedDown($0, for: incident) }
            guard !targets.isEmpty else { throw .lockdownFirst(places[0]) }
            // It takes effect around what is in Lockdown inside, which keeps it.
            if places.contains(where: { state.isLocked($0, for: incident) }) { kept = .around }
        }
        if hasOwn(inside: targets, besides: action, hazard, in: incident) { kept = .around }
        emit(
            .actionSet(id, places: targets, action: action, hazard: hazard, press: context.command))
        if !incident.isProtective { keepCall(incident) }
        if action == .lockdown { hurryLadder(id) }
        if incident.kind == .actual { stopPractices() }
    }

    /// Whether a Lockdown stands at a place; a part in which it had ended is locked anew with the place around it.
    private func standsWhole(at place: PlaceID, _ incident: Incident) -> Bool {
        let isPartly = incident.actions.rows.contains {
            !$0.isInForce && state.places.contains($0.place, in: place)
        }
        return !isPartly && state.isLockedDown(place, for: incident)
    }

    /// Somebody still waits for help where a call has grown into an alarm: it is that room's report.
    private mutating func keepCall(_ call: Incident) {
        for place in call.places
        where state.places[place]?.kind == .room || state.places[place]?.kind == .area {
            let source = Source(.inPerson, at: call.raisedAt, person: call.raisedBy)
            let claim = RoomClaim(.needsHelp, injured: call.level == .medical ? 1 : 0, source: source)
            emit(.roomReported(call.id, room: place, report: claim))
        }
    }

    /// Whether a place inside keeps an action of its own, which is stronger or as strong and another one.
    func hasOwn(
        inside places: [PlaceID], besides action: ProtectiveAction, _ hazard: Hazard?, in incident: Incident
    ) -> Bool {
        incident.actions.rows.contains { row in
            row.isInForce && row.action.strength >= action.strength && !row.isAlike(action, hazard)
                && places.contains { $0 != row.place && state.places.contains(row.place, in: $0) }
        }
    }

    mutating func endAction(
        _ id: IncidentID, _ places: [PlaceID], _ method: EndMethod
    ) throws(Rejection) {
        let incident = try openIncident(id)
        guard !places.isEmpty else { throw .incompleteRaise }
        try requireKnown(places)
        let isInside = places.contains { incident.hasLockdown(in: $0, state.places) }
        let isAround = places.contains { incident.action(at: $0, in: state.places)?.action == .lockdown }
        // The coordinator's own end is never that of a Lockdown: those inside go on.
        let isLockdown = isAround || (isInside && method != .coordinator)
        guard try requireOrSuggest(isLockdown ? .endLockdown : .endAction, in: incident) else { return }
        for place in places {
            let inside = incident.actions.rows.contains {
                $0.isInForce && state.places.contains($0.place, in: place)
            }
            guard inside || incident.action(at: place, in: state.places) != nil else {
                throw .noActionInForce
            }
        }
        try requireSeen(incident, places)
        if isInside, !isLockdown {
            let ends = places.contains { place in
                incident.action(at: place, in: state.places) != nil
                    || incident.actions.rows.contains {
                        $0.isInForce && state.places.contains($0.place, in: place)
                            && method.ends($0, beside: nil)
                    }
            }
            guard ends else { throw .methodNotInPlan }
            kept = .around
        }
        if isLockdown { try requireLockdownEnd(incident, places, method) }
        guard method != .cancelled, method != .mistake else { throw .methodNotInPlan }
        emit(.actionEnded(id, places: places, method: method))
    }

    private func requireLockdownEnd(
        _ incident: Incident, _ places: [PlaceID], _ method: EndMethod
    ) throws(Rejection) {
        let ends = state.plan(of: incident).lockdownEnds
        guard ends.contains(method) else { throw .methodNotInPlan }
        if incident.scene == nil, method == .agency { throw .noAgencyCommands }
        if incident.scene != nil, method != .agency, ends.contains(.agency) {
            throw .agencyCommands
        }
        // Nor does whoever said it end a Lockdown in any way, and the answer does not say why.
        guard !incident.isUnderDuress(context.actor.person) else { throw .methodNotInPlan }
        // After a duress word a voice on the announcement proves nothing; the answer does not give the word away.
        let isSure = ends.contains { $0 != .announcementAndKey }
        if incident.isUnderDuress, method == .announcementAndKey, isSure {
            throw .methodNotInPlan
        }
        guard method == .inPerson else { return }
        let open = state.notCleared(in: places, of: incident)
        guard open.isEmpty else { throw .roomsNotCleared(Int32(clamping: open.count)) }
    }

    mutating func correct(_ id: IncidentID, _ text: String) throws(Rejection) {
        let incident = try incident(id)
        try requireText(text)
        // A wrong alarm must not wait for a coordinator to be found before it can be put right.
        let isOrphan = incident.coordination.coordinator == nil && may(.callBack, in: incident)
        if !isOrphan {
            guard try requireOrSuggest(.correct, in: incident) else { return }
        }
        emit(.corrected(id, text: text))
    }

    func requireText(_ text: String) throws(Rejection) {
        guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .emptyText }
        guard text.isShort else { throw .textTooLong }
    }

    mutating func turnActual(_ id: IncidentID) throws(Rejection) {
        let incident = try incident(id)
        guard incident.wasPractice else { throw .alreadyActual }
        // It is an alarm, and no less of one because the practice was closed meanwhile, or somebody else was quicker.
        guard incident.isOpen, incident.kind.isPractice else { return try raiseAsPlayed(incident) }
        // Whoever may lock down may say that it is real: that is anybody on the staff.
        try require(.lockDown, in: incident)
        if incident.isProtective, let real = state.openAlarm { return hand(incident, to: real.id) }
        emit(.turnedActual(id, press: context.command))
        // Where the practice had ended its action already, what was practised is what is real now.
        let played = incident.played(at: context.madeAt)
        if incident.isProtective, !incident.hasActionInForce, let action = played.action {
            emit(
                .actionSet(
                    id, places: played.places, action: action, hazard: played.hazard, press: context.command))
        }
        hurryLadder(id, isTurn: true)
        stopPractices()
    }

    /// How long two presses of one person are one.
    private static let sameFright = TimeSpan.seconds(10)

    /// Makes an alarm of what was practised, also where it was closed meanwhile.
    ///
    /// A Lockdown that was only practised keeps nobody from a real fire: where a real danger moves people it is a report,
    /// which the board shows and can put in force.
    private mutating func raiseAsPlayed(_ practice: Incident) throws(Rejection) {
        try require(.lockDown)
        // Pressed twice in one fright it is one.
        let isOwn = practice.press(practice.begin)?.by == context.actor.person
        let since = practice.turnedActualAt.map { context.madeAt - $0 } ?? Self.sameFright
        if practice.isOpen, practice.hasActionInForce, isOwn, since < Self.sameFright { return }
        var raise = practice.played(at: context.madeAt)
        guard raise.action == .lockdown, let real = state.openAlarm else { return try self.raise(raise) }
        let moving = real.actions.rows.filter {
            $0.isInForce && $0.action != .lockdown && $0.action.strength >= ProtectiveAction.evacuate.strength
        }.map { $0.place }
        var rest = raise
        rest.places = raise.places.filter { state.places.overlap([$0], moving) }
        raise.places.removeAll { rest.places.contains($0) }
        guard !rest.places.isEmpty else { return try self.raise(raise) }
        // Where a real danger moves people it is a report.
        guard !raise.places.isEmpty else {
            emit(.confirmed(real.id, rest, press: context.command))
            return kept = .report
        }
        try self.raise(raise)
        kept = .around
    }

    /// What was practised beside something real is a raise that joins it, and the practice is over.
    private mutating func hand(_ practice: Incident, to real: IncidentID) {
        for placed in practice.actions.rows where placed.isInForce {
            guard let running = state.incidents[real] else { continue }
            join(
                running,
                Raise(
                    placed.action, at: [placed.place], hazard: placed.hazard,
                    source: Source(at: context.madeAt)))
        }
        stopPractices()
    }

    /// Real danger anywhere on the site ends every practice there: nobody may take the one for the other.
    mutating func stopPractices() {
        guard state.openAlarm != nil else { return }
        for practice in state.incidents.rows where practice.isOpen && practice.kind.isPractice {
            let places = practice.actions.rows.filter { $0.isInForce }.map { $0.place }
            if !places.isEmpty { emit(.actionEnded(practice.id, places: places, method: .cancelled)) }
            emit(.closed(practice.id, .cancelled))
        }
    }

    mutating func close(_ id: IncidentID) throws(Rejection) {
        let incident = try openIncident(id)
        // Everyday calls end where they began: whoever asked for help says that it is over.
        let isOwnCall =
            incident.level != .protective && incident.raisedBy == context.actor.person
            && !incident.isUnderDuress
        if !isOwnCall {
            guard try requireOrSuggest(.close, in: incident) else { return }
        }
        guard !incident.hasActionInForce else { throw .actionInForce }
        try requireSeen(incident, incident.places)
        try requireHeard(incident)
        emit(.closed(id, .over))
    }

    mutating func reopen(_ id: IncidentID) throws(Rejection) {
        let incident = try incident(id)
        guard case .closed(let at, _, _) = incident.phase else { throw .incidentOpen }
        let wasHolder = incident.coordination.coordinator?.person == context.actor.person
        guard wasHolder || may(.close, in: incident) || context.actor.roles.contains(.line) else {
            throw .notAllowed(.close)
        }
        guard context.at - at <= state.plan.timings.reopenWithin else { throw .tooLate }
        let isTaken = state.incidents.rows.contains { other in
            other.isOpen && other.kind == .actual
                && (incident.kind.isPractice || (incident.isProtective && other.isProtective))
        }
        guard !isTaken else { throw .actualIncidentOpen }
        emit(.reopened(id))
        if let duty = context.duty { emit(.dutyTaken(id, duty)) }
        resumeLadder(id)
        stopPractices()
    }
}
