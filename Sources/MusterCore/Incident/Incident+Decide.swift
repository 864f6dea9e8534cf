extension Draft {
    /// How many rooms one chunk of the roster holds, so that no record grows without bound.
    static let rosterChunk = 100

    mutating func raise(_ raise: Raise) throws(Rejection) {
        guard !raise.places.isEmpty, raise.level != .protective || raise.action != nil else {
            throw .incompleteRaise
        }
        try require(right(for: raise))
        try requireKnown(raise.places)
        // Only an alarm that is fresh is an alarm (design section 2.4); old ones were resent from a dead spot.
        if context.at - context.madeAt > state.plan.timings.raiseStaleAfter {
            return emit(.raiseLate(context.command.retyped(), raise))
        }
        if let running = joinable(raise) { return try join(running, raise) }
        let isActualOpen = state.incidents.rows.contains { $0.isOpen && $0.kind == .actual }
        guard !raise.kind.isPractice || !isActualOpen else { throw .actualIncidentOpen }
        let id: IncidentID = context.command.retyped()
        guard state.incidents[id] == nil else { throw .idTaken }
        begin(id, raise)
    }

    private func right(for raise: Raise) -> Act {
        if raise.kind.isPractice { return .practise }
        guard raise.level == .protective else { return .callForHelp }
        return raise.action == .lockdown || raise.action == .evade ? .lockDown : .setAction
    }

    private mutating func begin(_ id: IncidentID, _ raise: Raise) {
        emit(.raised(id, raise))
        if raise.level == .protective, let action = raise.action {
            emit(.actionSet(id, places: raise.places, action: action, hazard: raise.hazard))
        }
        var rest = context.roster[...]
        while !rest.isEmpty {
            emit(.rosterTaken(id, rooms: Array(rest.prefix(Self.rosterChunk))))
            rest = rest.dropFirst(Self.rosterChunk)
        }
        startLadder(id)
    }

    /// The open incident that this raise is about: the same danger at an overlapping place.
    private func joinable(_ raise: Raise) -> Incident? {
        state.incidents.rows.last { incident in
            guard incident.isOpen, incident.level == raise.level else { return false }
            // A real raise joins a practice and makes it real; a practice never joins something real.
            if raise.kind.isPractice, incident.kind != raise.kind { return false }
            return state.places.overlap(incident.places, raise.places)
        }
    }

    private mutating func join(_ incident: Incident, _ raise: Raise) throws(Rejection) {
        if incident.kind.isPractice, raise.kind == .actual { emit(.turnedActual(incident.id)) }
        emit(.confirmed(incident.id, raise))
        guard let action = raise.action, raise.level == .protective else { return }
        let missing = raise.places.filter { place in
            guard let standing = incident.action(at: place, in: state.places) else { return true }
            // A raise never weakens what stands; over a Lockdown it is kept as a report for the coordinator.
            return standing.action != action && standing.action != .lockdown
                && action.strength >= standing.action.strength
        }
        if !missing.isEmpty {
            emit(.actionSet(incident.id, places: missing, action: action, hazard: raise.hazard))
            hurryLadder(incident.id)
        }
    }

    mutating func dismiss(_ report: ReportID) throws(Rejection) {
        guard state.lateRaises[report] != nil else { throw .unknownReport }
        guard context.actor.roles.contains(.line) || context.actor.roles.contains(.administrator) else {
            throw .notAllowed(.callBack)
        }
        emit(.lateDismissed(report))
    }

    mutating func setAction(
        _ id: IncidentID, _ places: [PlaceID], _ action: ProtectiveAction, _ hazard: Hazard?
    ) throws(Rejection) {
        let incident = try openIncident(id)
        guard !places.isEmpty else { throw .incompleteRaise }
        try requireKnown(places)
        if incident.kind == .actual, action == .lockdown || action == .evade {
            try require(.lockDown, in: incident)
        } else {
            let weakens = places.contains { place in
                guard let standing = incident.action(at: place, in: state.places) else { return false }
                return standing.action.strength > action.strength
            }
            let act: Act = weakens ? .endAction : .setAction
            guard try requireOrSuggest(act, .setAction, in: incident) else { return }
        }
        // While a place is in Lockdown nothing moves its people (design section 3).
        if action != .lockdown, action != .evade {
            for place in places {
                if let locked = lockedPlace(in: place, of: incident) { throw .lockdownFirst(locked) }
            }
        }
        emit(.actionSet(id, places: places, action: action, hazard: hazard))
        if action == .lockdown { hurryLadder(id) }
    }

    /// A place inside or around this one that is in Lockdown.
    private func lockedPlace(in place: PlaceID, of incident: Incident) -> PlaceID? {
        if incident.isLockedDown(place, in: state.places) { return place }
        return incident.actions.rows.first {
            $0.isInForce && $0.action == .lockdown && state.places.contains($0.place, in: place)
        }?.place
    }

    mutating func endAction(
        _ id: IncidentID, _ places: [PlaceID], _ method: EndMethod
    ) throws(Rejection) {
        let incident = try openIncident(id)
        guard !places.isEmpty else { throw .incompleteRaise }
        try requireKnown(places)
        let isLockdown = places.contains { lockedPlace(in: $0, of: incident) != nil }
        let act: Act = isLockdown ? .endLockdown : .endAction
        guard try requireOrSuggest(act, .endAction, in: incident) else { return }
        for place in places {
            let inside = incident.actions.rows.contains {
                $0.isInForce && state.places.contains($0.place, in: place)
            }
            guard inside || incident.action(at: place, in: state.places) != nil else {
                throw .noActionInForce
            }
        }
        if isLockdown { try requireLockdownEnd(incident, places, method) }
        guard method != .cancelled, method != .mistake else { throw .methodNotInPlan }
        emit(.actionEnded(id, places: places, method: method))
    }

    private func requireLockdownEnd(
        _ incident: Incident, _ places: [PlaceID], _ method: EndMethod
    ) throws(Rejection) {
        guard state.plan.lockdownEnds.contains(method) else { throw .methodNotInPlan }
        if incident.scene != nil, method != .agency, state.plan.lockdownEnds.contains(.agency) {
            throw .agencyCommands
        }
        guard method == .inPerson else { return }
        let open = incident.rollCall.rooms.rows.filter { row in
            incident.cleared[row.key] == nil
                && places.contains { state.places.contains(row.key, in: $0) }
        }
        guard open.isEmpty else { throw .roomsNotCleared(Int32(clamping: open.count)) }
    }

    mutating func correct(_ id: IncidentID, _ text: String) throws(Rejection) {
        let incident = try incident(id)
        try requireText(text)
        guard try requireOrSuggest(.correct, .sendCorrection, in: incident, text: text) else { return }
        emit(.corrected(id, text: text))
    }

    func requireText(_ text: String) throws(Rejection) {
        guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .emptyText }
        guard text.count <= String.longestText else { throw .textTooLong }
    }

    mutating func turnActual(_ id: IncidentID) throws(Rejection) {
        let incident = try openIncident(id)
        guard incident.kind.isPractice else { throw .alreadyActual }
        // Whoever may lock down may say that it is real: that is anybody on the staff.
        try require(.lockDown, in: incident)
        emit(.turnedActual(id))
    }

    mutating func close(_ id: IncidentID) throws(Rejection) {
        let incident = try openIncident(id)
        // Everyday calls end where they began: whoever asked for help says that it is over.
        let isOwnCall = incident.level != .protective && incident.raisedBy == context.actor.person
        if !isOwnCall {
            guard try requireOrSuggest(.close, .closeIncident, in: incident) else { return }
        }
        guard !incident.hasActionInForce else { throw .actionInForce }
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
        emit(.reopened(id))
        resumeLadder(id)
    }
}
