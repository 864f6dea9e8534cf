/// What one person's press put in force, and what taking it back would end.
package enum Press: Equatable, Sendable {
    /// The whole incident: that person raised it, and nobody else reported danger.
    case incident
    /// The actions that the person set in an incident that goes on without them.
    case actions([PlacedAction])

    /// What of it was pressed before somebody said that it was a mistake; what came later is none.
    func upTo(_ claimed: Instant, in incident: Incident) -> Press? {
        let before = incident.actions.rows.filter { $0.isInForce && $0.saidAt <= claimed }
        switch self {
        case .incident where before.count == incident.actions.rows.filter({ $0.isInForce }).count:
            return .incident
        case .incident: return before.isEmpty ? nil : .actions(before)
        case .actions(let own):
            let meant = own.filter { $0.saidAt <= claimed }
            return meant.isEmpty ? nil : .actions(meant)
        }
    }

    /// When it was pressed last.
    package func saidAt(in incident: Incident) -> Instant {
        switch self {
        case .incident: incident.turnedActualAt ?? incident.raisedAt
        case .actions(let own): own.map { $0.saidAt }.max() ?? .zero
        }
    }
}

extension Incident {
    /// What a person may take back alone: nobody else saw the same, and nobody called for help there.
    ///
    /// Every press has a way back (design section 3), also one that joined what somebody else had raised; it never
    /// undoes what others reported. `nil` where nothing is left that is only this person's.
    package func press(of person: PersonID, in tree: Table<PlaceFact>) -> Press? {
        if raisedBy == person, !isBorneOut { return .incident }
        let own = actions.rows.filter { $0.isInForce && $0.setBy == person && !isBorneOut($0, tree) }
        return own.isEmpty ? nil : .actions(own)
    }

    /// What a cancel that is pressed now would take back; `nil` once the plan's seconds are over, or an agency commands.
    package func cancellable(
        by person: PersonID, at now: Instant, in state: SiteState
    ) -> Press? {
        let within = state.plan.timings.cancelWithin
        guard isOpen, scene == nil, mistakes[person]?.outcome != .duress else { return nil }
        switch press(of: person, in: state.places) {
        case .incident: return now - Press.incident.saidAt(in: self) <= within ? .incident : nil
        case .actions(let own):
            let fresh = own.filter { now - $0.saidAt <= within }
            return fresh.isEmpty ? nil : .actions(fresh)
        case nil: return nil
        }
    }

    /// Whether a person raised it, raised the same, or set one of its actions, also one that another stands over now.
    package func isPressed(by person: PersonID) -> Bool {
        raisedBy == person || confirmedBy.contains(person)
            || actions.rows.contains { $0.isInForce && $0.isSaid(by: person) }
    }

    /// Whether somebody said the duress word: then no voice on the announcement ends it, and no member of staff.
    package var isUnderDuress: Bool { mistakes.rows.contains { $0.outcome == .duress } }

    /// Whether a person said the duress word: somebody may stand beside them, and act by their hand.
    func isUnderDuress(_ person: PersonID) -> Bool {
        mistakes.rows.contains { $0.outcome == .duress && $0.by == person }
    }

    /// Whether anybody but the raiser reported danger: raised the same, set an action, or asked for help.
    var isBorneOut: Bool {
        let since = turnedActualAt ?? raisedAt
        return !confirmedBy.isEmpty || actions.rows.contains { $0.setBy != raisedBy && $0.saidAt >= since }
            || rollCall.rooms.rows.contains { $0.needsHelp }
    }

    /// Whether anybody but whoever set an action reported the danger that it is against.
    private func isBorneOut(_ placed: PlacedAction, _ tree: Table<PlaceFact>) -> Bool {
        // Whoever said that a practice is real saw something, whatever had been set in it before.
        if let turnedActualAt, placed.saidAt < turnedActualAt, raisedBy != placed.setBy { return true }
        return !placed.confirmedBy.isEmpty
            || rollCall.rooms.rows.contains { $0.needsHelp && tree.contains($0.key, in: placed.place) }
    }
}

extension PlacedAction {
    /// Whether a person set it, or the same, or one that it stands over.
    fileprivate func isSaid(by person: PersonID) -> Bool {
        setBy == person || confirmedBy.contains(person) || covers.contains { $0.isSaid(by: person) }
    }
}
