extension Draft {
    /// How many rooms one chunk of the roster holds, so that no record grows without bound.
    static let rosterChunk = 100

    mutating func raise(_ asked: Raise) throws(Rejection) {
        let raise = widened(asked)
        guard !raise.places.isEmpty, raise.level != .protective || raise.action != nil else {
            throw .incompleteRaise
        }
        try require(right(for: raise))
        if raise.kind.isPractice { try requireKnown(raise.places) }
        // Only an alarm that is fresh is an alarm (design section 2.4); old ones were resent from a dead spot.
        if context.at - context.madeAt > state.plan.timings.raiseStaleAfter {
            return emit(.raiseLate(context.command.retyped(), raise))
        }
        if let running = joinable(raise) {
            join(running, raise)
            return stopPractices()
        }
        let isActualOpen = state.incidents.rows.contains { $0.isOpen && $0.kind == .actual }
        guard !raise.kind.isPractice || !isActualOpen else { throw .actualIncidentOpen }
        let id: IncidentID = context.command.retyped()
        guard state.incidents[id] == nil else { throw .idTaken }
        begin(id, raise)
        stopPractices()
    }

    /// An alarm for a place that is not on the list, or for none, is one for the whole site: it is never sent back.
    private func widened(_ raise: Raise) -> Raise {
        guard raise.kind == .actual, let root = state.places.root else { return raise }
        let isKnown = !raise.places.isEmpty && raise.places.allSatisfy { state.places[$0] != nil }
        guard !isKnown else { return raise }
        var wide = raise
        wide.places = [root]
        return wide
    }

    private func right(for raise: Raise) -> Act {
        if raise.kind.isPractice { return .practise }
        guard raise.level == .protective else { return .callForHelp }
        return raise.action == .lockdown || raise.action == .evade ? .lockDown : .setAction
    }

    private mutating func begin(_ id: IncidentID, _ raise: Raise) {
        emit(.raised(id, raise))
        if raise.level == .protective, let action = raise.action {
            emit(
                .actionSet(
                    id, places: raise.places, action: action, hazard: raise.hazard, press: context.command))
        }
        var rest = context.roster[...]
        while !rest.isEmpty {
            emit(.rosterTaken(id, rooms: Array(rest.prefix(Self.rosterChunk))))
            rest = rest.dropFirst(Self.rosterChunk)
        }
        if let duty = context.duty { emit(.dutyTaken(id, duty)) }
        startLadder(id)
    }

    /// The open incident that this raise is about: something real before a practice, the same place, then the latest.
    func joinable(_ raise: Raise) -> Incident? {
        let open = state.incidents.rows.filter { $0.isOpen && joins(raise, $0) }
        return open.max { one, other in
            if one.kind.isPractice != other.kind.isPractice { return one.kind.isPractice }
            // A log from before decision 0011 may hold two that are real.
            let (here, there) = (overlaps(raise, one), overlaps(raise, other))
            return here == there ? (one.raisedAt, one.id) < (other.raisedAt, other.id) : there
        }
    }

    private func joins(_ raise: Raise, _ incident: Incident) -> Bool {
        let isAlike =
            raise.level == .protective ? incident.isProtective : incident.level == raise.level
        // A practice never joins something real, nor a practice of another kind.
        guard isAlike, !raise.kind.isPractice || incident.kind == raise.kind else { return false }
        // Two people who ask for help are two, each with a call of their own, unless they are in the same room.
        guard raise.level == .protective else {
            return incident.places == raise.places && raise.places.allSatisfy { isOneRoom($0) }
        }
        // People of one site share the danger: whatever is real and protective is one incident, and no practice.
        return !raise.kind.isPractice || overlaps(raise, incident)
    }

    private func isOneRoom(_ place: PlaceID) -> Bool {
        let kind = state.places[place]?.kind
        return kind == .room || kind == .area
    }

    private func overlaps(_ raise: Raise, _ incident: Incident) -> Bool {
        state.places.overlap(incident.places, raise.places)
    }

    /// Takes a raise into an incident that is open: its action is set wherever it strengthens.
    mutating func join(_ incident: Incident, _ raise: Raise) {
        let becomesReal = incident.kind.isPractice && !raise.kind.isPractice
        if becomesReal { emit(.turnedActual(incident.id, press: context.command)) }
        emit(.confirmed(incident.id, raise, press: context.command))
        guard let action = raise.action, raise.level == .protective else { return }
        let isAround =
            (action != .lockdown && raise.places.contains { state.isLocked($0, for: incident) })
            || hasOwn(inside: raise.places, besides: action, raise.hazard, in: incident)
        if isAround, !becomesReal { kept = .around }
        let targets =
            becomesReal
            ? endPractised(in: incident, raise.places, but: action)
            : placesLacking(action, raise.hazard, raise.places, incident)
        let isSaid = raise.places.allSatisfy { place in
            incident.action(at: place, in: state.places)?.says(action, raise.hazard) ?? false
        }
        // It stays a report where something stronger stands, and its sender must know.
        if targets.isEmpty, !isSaid { kept = .around }
        if !targets.isEmpty {
            emit(
                .actionSet(
                    incident.id, places: targets, action: action, hazard: raise.hazard,
                    press: context.command))
        }
        hurryLadder(incident.id)
    }

    /// A Lockdown that was only practised keeps nobody from a real fire: only what was really raised becomes real.
    ///
    /// Where the same was practised elsewhere it goes on, as real: nobody is told to come out beside a real danger.
    private mutating func endPractised(
        in incident: Incident, _ places: [PlaceID], but action: ProtectiveAction
    ) -> [PlaceID] {
        let played = incident.actions.rows.filter { $0.isInForce && $0.action != action }
        if !played.isEmpty {
            emit(.actionEnded(incident.id, places: played.map { $0.place }, method: .cancelled))
        }
        let now = state.incidents[incident.id] ?? incident
        let other = places.filter { now.action(at: $0, in: state.places)?.action != action }
        return other + lackingInside(places, action, now)
    }

    /// Where a raise takes effect: it strengthens, it never weakens, and over a Lockdown it is only a report.
    func placesLacking(
        _ action: ProtectiveAction, _ hazard: Hazard?, _ places: [PlaceID], _ incident: Incident
    ) -> [PlaceID] {
        let others = state.lockdowns(binding: incident).filter { $0.id != incident.id }
        let lacking = places.filter { place in
            if others.contains(where: { $0.isLockedDown(place, in: state.places) }) { return false }
            guard let standing = incident.action(at: place, in: state.places) else { return true }
            // Whoever locks down a cleared room by name has seen something new.
            if standing.says(action, hazard) { return action == .lockdown && isCleared(place, incident) }
            return standing.action != .lockdown && action.strength >= standing.action.strength
        }
        return lacking + lackingInside(places, action, incident)
    }

    /// The places inside that do not share the action which stands above them: a wing where it was ended, a cleared room.
    private func lackingInside(
        _ places: [PlaceID], _ action: ProtectiveAction, _ incident: Incident
    ) -> [PlaceID] {
        let standing = places.filter { incident.action(at: $0, in: state.places)?.action == action }
        var inside = incident.actions.rows.filter { !$0.isInForce || $0.action.strength < action.strength }
            .map { $0.place }
        if action == .lockdown {
            inside.removeAll { incident.cleared[$0] != nil && !isCleared($0, incident) }
            for row in incident.cleared.rows where !inside.contains(row.room) && isCleared(row.room, incident)
            {
                inside.append(row.room)
            }
        }
        return inside.filter { place in
            !places.contains(place)
                && standing.contains { place != $0 && state.places.contains(place, in: $0) }
        }
    }

    /// Whether a room was opened before this was pressed: an alarm from a dead spot knows nothing of what came after it.
    private func isCleared(_ room: PlaceID, _ incident: Incident) -> Bool {
        incident.cleared[room].map { $0.source.observedAt <= context.madeAt } ?? false
    }
}
