import MusterCore

/// The briefing for a handover, composed from the state in the order of an ICS 201.
extension Html {
    /// Writes the briefing as a piece of its own, since every report of a room changes it.
    mutating func briefing(_ board: BoardIncident, key: String = "briefing") {
        let briefing = Briefing(board.incident, board.context.state, board.rooms)
        keyed(key) { h in
            h.briefing("Briefing", asOf: board.context.connection.asOf, board.clock) { h in
                h.situation(briefing, board)
                if !board.objectives.isEmpty {
                    h.fact("Objectives") { h in h.objectiveList(board.objectives) }
                }
                h.fact("Actions in force", board.actionLine(briefing.actions))
                h.organization(briefing, board)
                h.resources(briefing, board)
                h.resources(briefing.resources, board)
                h.openTasks(briefing.openTasks, board)
                h.roomGroups(briefing, board)
            }
        }
    }

    private mutating func situation(_ briefing: Briefing, _ board: BoardIncident) {
        fact("Situation") { h in
            h.text("\(briefing.kind.label): \(board.incident.headline)")
            if let hazard = briefing.hazard { h.text(", \(hazard.label.lowercased())") }
            h.text(". Raised by \(board.context.directory.name(of: briefing.raisedBy)) at ")
            h.timeOfDay(briefing.raisedAt, board.clock)
            switch briefing.confirmations {
            case 0: break
            case 1: h.text(", confirmed by another person")
            default: h.text(", confirmed by \(briefing.confirmations) others")
            }
        }
        let isOpen = briefing.mistakes.contains { claim in
            claim.outcome.map { !claim.shows($0, to: board.viewer) } ?? true
        }
        if isOpen, board.may(.callBack) {
            fact("Open question", "Somebody says that it was a mistake; nobody has called back")
        }
    }

    private mutating func organization(_ briefing: Briefing, _ board: BoardIncident) {
        let others = briefing.organization.map {
            "\($0.position.label): \(board.context.directory.name(of: $0.holder))"
        }
        fact("Positions", others.isEmpty ? "No other position is held" : others.joined(separator: "; "))
        fact("Scene command") { h in
            guard let scene = briefing.scene else { return h.text("Not recorded") }
            h.text(scene.label + " since ")
            h.timeOfDay(scene.since, board.clock)
            h.text(briefing.sceneDoubt)
        }
    }

    private mutating func resources(_ briefing: Briefing, _ board: BoardIncident) {
        fact("911") { h in
            guard let call = briefing.call911 else { return h.text("Not recorded") }
            h.text(call.endedAt == nil ? "On the line since " : "Call ended ")
            h.timeOfDay(call.endedAt ?? call.since, board.clock)
        }
        fact("Announcement", briefing.audibleAt == nil ? "Not confirmed" : "Heard")
        if !briefing.responding.isEmpty {
            fact("Hands-on", Teller.list(briefing.responding.map { board.context.directory.name(of: $0) }))
        }
    }

    /// Writes the resources as ICS 201 lists them: what, how far, from whom, when.
    private mutating func resources(_ list: ResourceList, _ board: BoardIncident) {
        let rows = list.needed + list.onTheWay + list.here + list.released
        guard !rows.isEmpty else { return }
        fact("Resources") { h in
            h.ul("objectives") { h in
                for row in rows { h.li(text: row.label + ": " + board.line(of: row).lowercasedFirst) }
            }
        }
    }

    /// Writes what is planned and not done, the next due first.
    private mutating func openTasks(_ tasks: [PositionTask], _ board: BoardIncident) {
        guard !tasks.isEmpty else { return }
        let most = 8
        fact("Planned, not done") { h in
            h.ul("objectives") { h in
                for task in tasks.prefix(most) {
                    h.li { h in
                        h.text(task.step.text + " ")
                        h.span("quiet", text: task.position.label)
                    }
                }
            }
            if tasks.count > most { h.p("quiet", text: "and \(tasks.count - most) more") }
        }
    }

    private mutating func roomGroups(_ briefing: Briefing, _ board: BoardIncident) {
        let groups: [(String, [PlaceID])] = [
            ("Need help", briefing.needsHelp), ("Reports differ", briefing.conflicts),
            ("Exceptions", briefing.exceptions), ("No report: ask by radio", briefing.withoutReport),
            ("Silent in Lockdown: for law enforcement", briefing.forLawEnforcement),
        ]
        guard board.incident.isProtective else { return }
        fact("Rooms heard from", "\(briefing.heard) of \(board.rooms.rows.count)")
        for (label, rooms) in groups where !rooms.isEmpty {
            fact(label, board.few(rooms))
        }
    }
}

extension BoardIncident {
    /// Actions and their places in a line.
    func actionLine(_ actions: [PlacedAction]) -> String {
        guard !actions.isEmpty else { return "No action in force" }
        return actions.map { "\($0.label) at \(context.directory.label(of: $0.place))" }
            .joined(separator: "; ")
    }

    /// Room numbers in a line, the first dozen of many.
    func few(_ rooms: [PlaceID]) -> String {
        let sorted = context.order.sorted(rooms) { $0 }
        let named = sorted.prefix(sorted.count > 14 ? 12 : 14).map { number(of: $0) }
        let words = named.joined(separator: ", ")
        return sorted.count > named.count ? words + " and \(sorted.count - named.count) more" : words
    }

    /// What a new holder reads back: the action, who else commands, and the rooms.
    var threeFacts: [String] {
        let briefing = Briefing(incident, context.state, rooms)
        let scene =
            briefing.scene.map { "Scene command: \($0.label)\(briefing.sceneDoubt)" }
            ?? "No agency commands the scene yet"
        let help =
            briefing.needsHelp.isEmpty
            ? "No room has asked for help" : "Help is needed in \(few(briefing.needsHelp))"
        let heard = "\(briefing.heard) of \(rooms.rows.count) rooms heard. \(help)"
        return [actionLine(briefing.actions), scene] + (incident.isProtective ? [heard] : [])
    }
}
