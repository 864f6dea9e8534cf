/// What one person pressed in an incident: an alarm that began or joined it, or an action that was set.
package struct Press: WireValue, Equatable, Sendable {
    /// The command that was pressed; that of the press which began the incident is ``Incident/begin``.
    package var id = CommandID.none
    /// Who pressed.
    package var by = PersonID.none
    /// When the desk took it.
    package var at = Instant.zero
    /// Where it was meant.
    package var places: [PlaceID] = []
    /// What people there were to do; a call for help has none.
    package var action: ProtectiveAction?
    /// Against what, where somebody said so.
    package var hazard: Hazard?
    /// Whether something stronger stood at one of the places, so that it is no more than a report there.
    package var isPartly = false
    /// Whether it stands for good: too much has been set since to take it out.
    var isSettled = false

    /// A blank press, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("by", &by)
        visitor.field("at", &at)
        visitor.field("places", &places)
        visitor.field("action", &action)
        visitor.field("hazard", &hazard)
        visitor.field("isPartly", &isPartly)
        visitor.field("isSettled", &isSettled)
    }

    /// Whether people do the same, wherever that is.
    func isAlike(_ other: Press) -> Bool {
        action == other.action && !(action?.tellsApart(hazard, other.hazard) ?? false)
    }

    /// Whether it may be about the same danger: Shelter from one that is not named is no other one.
    package func isSame(as action: ProtectiveAction?, _ hazard: Hazard?) -> Bool {
        let isNamed = self.hazard != nil && hazard != nil
        return self.action == action && !(isNamed && action?.tellsApart(self.hazard, hazard) ?? false)
    }
}

extension SiteState {
    /// Whether a command of a person is no more than a claim, so that somebody calls them back.
    package func asksForCallBack(_ command: Command, by person: PersonID) -> Bool {
        incidents.rows.contains { incident in
            incident.isOpen
                && incident.mistakes.contains { claim in
                    guard claim.whose == person, claim.outcome != .mistakeConfirmed else { return false }
                    switch command {
                    case .claimMistake(let id, _): return id == incident.id
                    // A cancel that was done leaves no press behind that anybody could be called about.
                    case .cancelRaise(let id): return claim.press == id.retyped()
                    default: return false
                    }
                }
        }
    }
}

/// What is undone when a press is taken back.
package enum TakeBack: Equatable, Sendable {
    /// The whole incident: nobody else reported anything in it.
    case incident
    /// Presses in an incident that goes on without them, the oldest first: the same, said once or several times.
    case presses([Press])
}

extension Incident {
    /// How many presses can be taken back; older ones, and ones of many places, stand for good.
    static let mostPresses = 64

    /// How many claims of a mistake wait; a duress word is never forgotten for a newer one.
    static let mostClaims = 32

    /// The press of an id.
    package func press(_ id: CommandID) -> Press? { presses.first { $0.id == id } }

    /// What somebody said of a press being a mistake.
    package func mistake(of press: CommandID) -> MistakeClaim? { mistakes.first { $0.press == press } }

    /// What taking a press back would undo; `nil` where others bore it out, or nothing of it is left.
    ///
    /// Every press has a way back (design section 3), also one that joined what somebody else had raised. It never undoes
    /// what others reported, nor what the same person pressed later. `within` leaves out what is older than
    /// that at a moment: it is asked for when nobody calls back.
    package func takeBack(
        _ id: CommandID, within: TimeSpan? = nil, of now: Instant = .zero, in tree: Table<PlaceFact>
    ) -> TakeBack? {
        guard let index = presses.firstIndex(where: { $0.id == id }) else { return nil }
        let press = presses[index]
        let group = presses[...index].filter { other in
            let isFresh = within.map { now - other.at <= $0 } ?? true
            return isFresh && other.by == press.by && other.isAlike(press) && other.places == press.places
        }
        guard !group.contains(where: { $0.isSettled }) else { return nil }
        let begin = group.first.flatMap { first in presses.firstIndex { $0.id == first.id } }
        guard let begin, !isBorneOut(index, since: begin, in: tree) else { return nil }
        if group.count == presses.count, group.contains(where: { $0.id == self.begin }) {
            return rollCall.rooms.rows.contains { isCalling($0) } ? nil : .incident
        }
        return press.action == nil ? nil : .presses(group)
    }

    /// What a person can still cancel at once: the newest own press of the plan's last seconds, while no agency commands.
    package func cancellable(by person: PersonID, at now: Instant, in state: SiteState) -> Press? {
        guard isOpen, scene == nil else { return nil }
        let within = state.plan.timings.cancelWithin
        return presses.last {
            $0.by == person && takeBack($0.id, within: within, of: now, in: state.places) != nil
        }
    }

    /// The newest own press of which a person may say that it was a mistake.
    package func claimable(by person: PersonID, in tree: Table<PlaceFact>) -> Press? {
        presses.last { $0.by == person && takeBack($0.id, in: tree) != nil }
            ?? press(begin).flatMap { $0.by == person ? $0 : nil }
    }

    /// Whether a press is what people do somewhere now, or the call for help that goes on.
    package func isStanding(_ press: Press, in tree: Table<PlaceFact>) -> Bool {
        guard press.action != nil else { return isOpen }
        return actions.rows.contains {
            $0.isInForce && press.isSame(as: $0.action, $0.hazard) && tree.overlap([$0.place], press.places)
        }
    }

    /// What was raised against a danger and is not in force, though nobody ended it: another action stands over it.
    ///
    /// Two claims are both kept (design section 3). What only keeps people where they are says nothing beside a Lockdown.
    package func covered(in tree: Table<PlaceFact>) -> [Press] {
        guard isOpen else { return [] }
        return presses.filter { press in
            guard let action = press.action, action.strength >= ProtectiveAction.evacuate.strength,
                !isStanding(press, in: tree)
            else { return false }
            return !steps.contains { $0.at >= press.at && ends($0, press, action, tree) }
        }
    }

    /// Whether a step ended what a press had set, or somebody weakened it on purpose.
    private func ends(
        _ step: ActionStep, _ press: Press, _ action: ProtectiveAction, _ tree: Table<PlaceFact>
    ) -> Bool {
        guard let method = step.method else {
            return step.at > press.at && press.places.contains(step.place)
                && (step.action?.strength ?? 0) < action.strength
        }
        if press.isSame(as: step.action, step.hazard) {
            return press.places.contains { tree.overlap(step.place, $0) }
        }
        var (placed, here) = (PlacedAction(), PlacedAction())
        placed.action = action
        placed.hazard = press.hazard
        here.action = step.action ?? action
        return press.places.contains { tree.contains($0, in: step.place) }
            && method.ends(placed, beside: step.action == nil ? nil : here)
    }

    /// Who else reported the same there since.
    package func confirmations(of placed: PlacedAction, in tree: Table<PlaceFact>) -> [PersonID] {
        var found: [PersonID] = []
        for press in presses where press.by != placed.setBy && press.at >= placed.setAt {
            guard press.isSame(as: placed.action, placed.hazard), tree.overlap([placed.place], press.places),
                !found.contains(press.by)
            else { continue }
            found.append(press.by)
        }
        return found
    }

    /// Whether somebody said the duress word: then no voice on the announcement ends it, and no member of staff.
    package var isUnderDuress: Bool { mistakes.contains { $0.outcome == .duress } }

    /// Whether a person said the duress word: somebody may stand beside them, and act by their hand.
    func isUnderDuress(_ person: PersonID) -> Bool {
        mistakes.contains { $0.outcome == .duress && $0.whose == person }
    }

    /// Whether somebody else, or the same person later, reported the danger that a press is about.
    private func isBorneOut(_ index: Int, since first: Int, in tree: Table<PlaceFact>) -> Bool {
        let press = presses[index]
        let isReported = presses.indices.contains { at in
            let other = presses[at]
            let isOwn = other.by == press.by
            // What the same person said of another danger under it says nothing of this one.
            let isSaid = other.isSame(as: press.action, press.hazard) || (!isOwn && other.isPartly)
            return isSaid && at > (isOwn ? index : first) && tree.overlap(other.places, press.places)
        }
        return isReported
            || rollCall.rooms.rows.contains { room in
                isCalling(room) && press.places.contains { tree.contains(room.key, in: $0) }
            }
    }

    /// Whether somebody in a room needs help, other than by the call that has grown into the alarm: that was there before.
    private func isCalling(_ room: RoomRow) -> Bool {
        guard room.needsHelp else { return false }
        return room.reports.contains { report in
            let isCall = raisedLevel != .protective && report.source.person == raisedBy
            return report.status == .needsHelp && !(isCall && report.source.observedAt == raisedAt)
        }
    }
}

extension Incident {
    /// Keeps what somebody pressed, and gives the id that it is known by; more of the same command is one press.
    @discardableResult
    mutating func note(
        _ named: CommandID, _ action: ProtectiveAction?, _ hazard: Hazard?, at places: [PlaceID],
        _ record: Record
    ) -> CommandID {
        // An id is unique on a device only.
        let isTaken = presses.contains { $0.id == named && $0.by != record.author }
        let id = isTaken ? CommandID("p", record.position) : named
        guard let index = presses.firstIndex(where: { $0.id == id }) else {
            var press = Press()
            press.id = id
            press.by = record.author
            press.at = record.at
            press.places = places
            press.action = action
            press.hazard = hazard
            makeRoom()
            presses.append(press)
            return id
        }
        for place in places where !presses[index].places.contains(place) {
            presses[index].places.append(place)
        }
        presses[index].action = presses[index].action ?? action
        presses[index].hazard = presses[index].hazard ?? hazard
        return id
    }

    /// Lets go of a press where there are many: of whoever pressed most, and never what began the incident.
    ///
    /// Nobody takes the way back from others by pressing, nor makes a fire that another one reported be forgotten.
    private mutating func makeRoom() {
        guard presses.count >= Self.mostPresses else { return }
        let own = presses.indices.filter { presses[$0].id != begin }
        func count(_ index: Int) -> Int { own.count { presses[$0].by == presses[index].by } }
        let most = own.map(count).max() ?? 0
        guard let first = own.first(where: { count($0) == most }) else { return }
        // The first thing that somebody reported stays for as long as they said more.
        let same = own.filter { presses[$0].by == presses[first].by }
        presses.remove(at: same.count > 1 ? same[1] : first)
    }
}
