import MusterCore

/// Something that waits for the viewer: the first one is the board's primary action.
enum Waiting: Sendable {
    /// The viewer was asked to coordinate.
    case coordinate
    /// The viewer was asked to take another position.
    case position(Position)
    /// The viewer's hands were busy in a position and are free again.
    case goOn(Position)
    /// The viewer holds a position and is recorded as responding.
    case handsBusy(since: Instant)
    /// Nobody has confirmed that the announcement was heard.
    case announcement
    /// Somebody says that the press was a mistake.
    case mistake(MistakeClaim)
    /// A raise came too late to be an alarm.
    case late(LateRaise)
    /// The new holder reads three facts back; nothing waits for it.
    case readBack
    /// Somebody hands-on has no other adult on site.
    case alone(PersonID)
    /// What replaced holders wanted.
    case suggestions([Record])
}

extension BoardIncident {
    /// What waits for the viewer, the most urgent first.
    var waiting: [Waiting] {
        guard incident.isOpen else { return [] }
        var found = offers
        if let since = busySince { found.append(.handsBusy(since: since)) }
        // Whoever would read out what may be a mistake calls back first; what a call back has left standing is read out.
        let claims = claims
        let isAnswered: (MistakeClaim) -> Bool = { claim in
            claim.outcome.map { claim.shows($0, to: viewer) } ?? false
        }
        found += claims.filter { !isAnswered($0) }.map { .mistake($0) }
        if incident.audibleAt == nil, incident.hasActionInForce { found.append(.announcement) }
        found += claims.filter(isAnswered).map { .mistake($0) }
        if context.has(.line) || context.has(.administrator) {
            found += context.state.lateRaises.rows.map { .late($0) }
        }
        if readsBack { found.append(.readBack) }
        if seesClocks, let person = lonePerson { found.append(.alone(person)) }
        let suggestions = isHolder ? suggestions : []
        if !suggestions.isEmpty { found.append(.suggestions(suggestions)) }
        return found
    }

    /// What somebody said to be a mistake, where the viewer may call back.
    var claims: [MistakeClaim] { may(.callBack) ? incident.mistakes.filter(isOpen) : [] }

    /// Whether a claim still asks for something: its press stands, or the duress word was said.
    private func isOpen(_ claim: MistakeClaim) -> Bool {
        guard claim.outcome != .duress else { return true }
        guard claim.outcome != .mistakeConfirmed, let press = incident.press(claim.press) else {
            return false
        }
        let tree = context.state.places
        return incident.isStanding(press, in: tree) || incident.covered(in: tree).contains(press)
    }

    /// What the viewer is asked to take.
    var offers: [Waiting] {
        guard incident.isOpen else { return [] }
        var found: [Waiting] = []
        if isAskedToCoordinate { found.append(.coordinate) }
        for holding in coordination.others.rows where holding.asked == viewer && !isResponding {
            found.append(.position(holding.position))
        }
        for holding in coordination.others.rows
        where holding.holder == viewer && holding.handsBusySince != nil && !isResponding {
            found.append(.goOn(holding.position))
        }
        return found
    }

    /// Since when the viewer's hands have been busy in what they hold.
    var busySince: Instant? {
        guard isResponding else { return nil }
        if isHolder { return coordination.coordinator?.handsBusySince }
        return coordination.others.rows.first { $0.holder == viewer }?.handsBusySince
    }

    /// Whether the viewer took over from somebody and has not read the facts back.
    var readsBack: Bool {
        isHolder && !coordination.readBack && !coordination.former.isEmpty
            && coordination.coordinator?.caretaker == false
    }

    /// What the incident is and where, in a line.
    var subject: String {
        let mark = incident.kind.isPractice ? incident.kind.mark + ": " : ""
        return mark + incident.headline + ", " + context.places(incident.spokenPlaces)
    }

    /// The positions that the viewer holds, in words.
    var held: [String] {
        let others = coordination.others.rows.filter { $0.holder == viewer }.map { $0.position.label }
        return isHolder ? [Position.schoolCoordinator.label] + others : others
    }

    /// The strongest action in force.
    var strongestAction: PlacedAction? { incident.strongestAction }

    /// Who coordinates with busy hands while nobody else of the line is on the site.
    var lonePerson: PersonID? {
        guard let seat = coordination.coordinator, seat.handsBusySince != nil,
            context.state.isLoneAdult(seat.person, in: incident)
        else { return nil }
        return seat.person
    }
}
