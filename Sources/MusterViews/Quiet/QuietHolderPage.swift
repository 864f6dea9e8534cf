import MusterCore

/// The page of a school coordinator who hides in a locked-down place: near black, still, for one thumb.
///
/// Its first button hands the position to somebody outside. Nothing on it makes light or noise.
package enum QuietHolderPage {
    /// Whether the viewer coordinates from a place that is in Lockdown.
    package static func isFor(_ context: PageContext) -> Bool {
        context.openIncidents.contains { isHiding(context, in: $0) }
    }

    /// Draws the page; without an incident that needs it, the board.
    package static func page(_ context: PageContext) -> Page {
        guard let incident = context.openIncidents.first(where: { isHiding(context, in: $0) }) else {
            return BoardPage.page(context)
        }
        let board = BoardIncident(incident, context)
        return Page(
            "You coordinate", site: context.siteName, mode: context.mode(of: [incident]), look: .quiet,
            connection: context.connection, clock: context.clock
        ) {
            Region("hand") { h in h.handToOutside(board) }
            Region("facts") { h in h.quietFacts(board) }
            Region("rest") { h in h.quietRest(board) }
        }
    }

    private static func isHiding(_ context: PageContext, in incident: Incident) -> Bool {
        let person = context.viewer.person
        let member = context.state.plan.line.first { $0.person == person }
        guard !person.isNone, incident.coordination.coordinator?.person == person,
            member?.onSite ?? (context.state.plan.outsideDuty != person)
        else { return false }
        let rooms = context.viewer.rooms
        guard !rooms.isEmpty else {
            return context.state.isLockedDown(context.wholeSite, for: incident)
        }
        return rooms.contains { context.state.isLockedDown($0, for: incident) }
    }
}

extension Html {
    fileprivate mutating func handToOutside(_ board: BoardIncident) {
        let outside = board.context.state.outsideDuty(for: board.incident)
        act("handOver", ["incident": board.id]) { h in
            if let outside { h.hidden("to", outside.text) }
            h.button("Hand to outside", .primary, icon: .handover)
        }
        if let handover = board.coordination.handover {
            let whom = handover.to.map { board.context.directory.name(of: $0) } ?? "the line"
            p(text: "Asked: \(whom). You hold it until somebody accepts.")
        } else {
            let whom = outside.map { board.context.directory.name(of: $0) } ?? "Whoever accepts first"
            p("quiet", text: "\(whom) takes over. You have nothing more to do.")
        }
    }

    fileprivate mutating func quietFacts(_ board: BoardIncident) {
        let briefing = Briefing(board.incident, board.context.state)
        facts { h in
            h.fact(board.incident.headline) { h in
                h.text(board.context.places(board.strongestAction.map { [$0.place] } ?? []) + ", ")
                h.age(of: board.strongestAction?.setAt ?? board.incident.raisedAt, board.clock)
            }
            h.fact(
                "Police, fire", briefing.scene.map { $0.label + " in command" } ?? "No agency recorded yet")
            h.fact("Need help", briefing.needsHelp.isEmpty ? "No room" : board.few(briefing.needsHelp))
        }
    }

    fileprivate mutating func quietRest(_ board: BoardIncident) {
        if !board.coordination.readBack, board.coordination.coordinator?.caretaker == false {
            act("readBack", ["incident": board.id]) { h in h.button("I know these facts") }
        }
        buttonLink("The whole board, brighter", to: "/board?incident=" + board.id)
        p("quiet", text: "Stay where you are. Ringer off. Nobody will ask you to move or to open.")
    }
}
