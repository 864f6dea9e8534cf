/// One step in what the places of an incident do: kept, so that a press can be taken back as if it had never been.
package struct ActionStep: WireValue, Equatable, Sendable {
    /// Where.
    var place = PlaceID.none
    /// By which press it was set; `nil` for an end, and once nobody can take it back any more.
    var press: CommandID?
    /// What was set; of an end what it is the end of, `nil` where it ends only what lies inside.
    var action: ProtectiveAction?
    /// Against what.
    var hazard: Hazard?
    /// How it ended; `nil` where it was set.
    var method: EndMethod?
    /// When.
    var at = Instant.zero
    /// By whom.
    var by = PersonID.none

    /// How many are kept one by one; older ones stand for good.
    static let most = 256

    /// A blank step, to be filled by the codec.
    package init() {}

    /// A step at a place, as a record says.
    init(at place: PlaceID, _ action: ProtectiveAction?, _ hazard: Hazard?, _ record: Record) {
        self.place = place
        self.action = action
        self.hazard = hazard
        at = record.at
        by = record.author
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("place", &place)
        visitor.field("press", &press)
        visitor.field("action", &action)
        visitor.field("hazard", &hazard)
        visitor.field("method", &method)
        visitor.field("at", &at)
        visitor.field("by", &by)
    }
}

extension Incident {
    /// Does a step, and keeps it for as long as its press can be taken back.
    mutating func take(_ step: ActionStep, _ tree: Table<PlaceFact>) {
        actions.take(step, tree)
        steps.append(step)
        while steps.count > ActionStep.most {
            let oldest = steps.removeFirst()
            settled.take(oldest, tree)
            // Of a press whose first step stands for good nothing is taken back.
            if let index = presses.firstIndex(where: { $0.id == oldest.press }) {
                presses[index].isSettled = true
            }
        }
    }

    /// What the places do without some presses; where nothing is left of what held, people are told that it ended.
    mutating func withdraw(_ ids: [CommandID], _ ended: EndedAction, _ tree: Table<PlaceFact>) {
        presses.removeAll { ids.contains($0.id) }
        steps.removeAll { step in step.press.map { ids.contains($0) } ?? false }
        let before = actions
        actions = settled
        for step in steps { actions.take(step, tree) }
        for var row in before.rows where actions.action(at: row.place, in: tree) == nil {
            guard actions[row.place] == nil else { continue }
            row.ended = row.ended ?? ended
            actions.put(row)
        }
        // What a call had grown into is gone: somebody there still waits for help.
        if !presses.contains(where: { $0.action != nil }), !hasActionInForce { level = raisedLevel }
        confirmedBy.removeAll { person in !presses.contains { $0.by == person } }
    }
}

extension Table where Row == PlacedAction {
    /// The action that a place is under: the one set nearest above it that has not ended.
    func action(at place: PlaceID, in tree: Table<PlaceFact>) -> PlacedAction? {
        var at: PlaceID? = place
        for _ in 0..<16 {
            guard let here = at else { return nil }
            if let placed = self[here] { return placed.isInForce ? placed : nil }
            at = tree.parent(of: here)
        }
        return nil
    }

    /// Does a step.
    fileprivate mutating func take(_ step: ActionStep, _ tree: Table<PlaceFact>) {
        guard let method = step.method else { return set(step, tree) }
        let here = action(at: step.place, in: tree)
        if let action = step.action, !(here?.isAlike(action, step.hazard) ?? false) {
            // What it was the end of was taken back: it ends only what is the same inside.
            var gone = PlacedAction()
            gone.action = action
            gone.hazard = step.hazard
            return updateAll { placed in
                let isSame = placed.isInForce && placed.isAlike(action, step.hazard)
                guard isSame, tree.contains(placed.place, in: step.place), method.ends(placed, beside: gone)
                else { return }
                placed.ended = EndedAction(at: step.at, by: step.by, method)
            }
        }
        end(step, method, here, tree)
    }

    private mutating func set(_ step: ActionStep, _ tree: Table<PlaceFact>) {
        guard let action = step.action else { return }
        let (place, hazard) = (step.place, step.hazard)
        let first = sinceWhen(action, stands: place, tree)
        // Only cleared rooms have another action inside a Lockdown; saying it again does not take them back.
        let stands = action == .lockdown && self.action(at: place, in: tree)?.action == action
        // Where what holds around had ended, it does not hold again when this one ends.
        let isCutOut = self[place].map { !$0.isInForce || $0.isCutOut } ?? false
        // What is set above covers what was set below, but it neither weakens it nor takes its place: whoever is told to
        // leave one building for a fire does not stay in it for a storm.
        removeAll { row in
            guard row.place != place else { return true }
            let isLess = row.action.strength < action.strength || row.isAlike(action, hazard)
            return tree.contains(row.place, in: place) && (!row.isInForce || (isLess && !stands))
        }
        var placed = PlacedAction()
        placed.place = place
        placed.action = action
        placed.hazard = hazard
        placed.setAt = first ?? step.at
        placed.restatedAt = first == nil ? nil : step.at
        placed.setBy = step.by
        placed.isCutOut = isCutOut
        updateAll { row in if tree.contains(row.place, in: place) { row.isCutOut = false } }
        put(placed)
    }

    private mutating func end(
        _ step: ActionStep, _ method: EndMethod, _ here: PlacedAction?, _ tree: Table<PlaceFact>
    ) {
        let place = step.place
        let ended = EndedAction(at: step.at, by: step.by, method)
        func ends(_ placed: PlacedAction) -> Bool {
            placed.isInForce && tree.contains(placed.place, in: place) && method.ends(placed, beside: here)
        }
        let around = tree.parent(of: place).flatMap { action(at: $0, in: tree) }
        if let own = self[place], own.isInForce, !own.isCutOut, let around, around.action != own.action {
            // What was set here ends; what goes on around it holds here too.
            return removeAll(where: ends)
        }
        if self[place] == nil, var above = here {
            // The action goes on around this place and ends in it.
            above.place = place
            above.ended = ended
            put(above)
        }
        updateAll { placed in if ends(placed) { placed.ended = ended } }
    }

    /// Since when the same action has stood at a place that it is set at once more; `nil` where it begins there anew.
    ///
    /// Whoever says a Lockdown again takes back no room that was opened since it began. A room that is named by itself,
    /// and a place in a part of which it had ended, begin anew: nothing that was seen before counts there. No copy of
    /// the state may differ here, so it is not asked which rooms were cleared.
    private func sinceWhen(
        _ action: ProtectiveAction, stands place: PlaceID, _ tree: Table<PlaceFact>
    ) -> Instant? {
        guard tree.hasPlaces(in: place), let standing = self.action(at: place, in: tree),
            standing.action == action
        else { return nil }
        let isWhole = !rows.contains {
            $0.place != place && !$0.isInForce && tree.contains($0.place, in: place)
        }
        return isWhole ? standing.setAt : nil
    }
}
