import MusterCore

/// What the line should look after in how the incident is coordinated; quiet when there is nothing.
extension Html {
    /// Writes the proposals, for the line and the district only.
    mutating func watch(_ board: BoardIncident) {
        guard board.seesClocks else { return }
        let findings = Watch(board.incident, board.context.state, at: board.clock.now).findings
        guard !findings.isEmpty else { return }
        card("Watch") { h in
            h.ul("task-list") { h in
                h.silent(findings, board)
                for finding in findings { h.tell(finding, board) }
            }
        }
    }

    /// Writes in one entry of whom nothing was heard: the question to ask is the same for all.
    private mutating func silent(_ findings: [WatchFinding], _ board: BoardIncident) {
        var silent: [(words: String, since: Instant)] = []
        for finding in findings {
            guard case .silent(let position, let person, let since) = finding else { continue }
            silent.append(("\(position.label), \(board.context.name(of: person)): last sign ", since))
        }
        guard !silent.isEmpty else { return }
        li { h in
            h.p("task-what", text: "No sign for the plan's time: ask by radio first")
            for one in silent {
                h.p("quiet") { h in
                    h.text(one.words)
                    h.age(of: one.since, board.clock)
                }
            }
        }
    }

    private mutating func tell(_ finding: WatchFinding, _ board: BoardIncident) {
        if case .silent = finding { return }
        li { h in h.words(of: finding, board) }
    }

    private mutating func words(of finding: WatchFinding, _ board: BoardIncident) {
        func name(_ person: PersonID) -> String { board.context.name(of: person) }
        switch finding {
        case .silent: break
        case .postSilent(let person, let since):
            p("task-what", text: "The command post of \(name(person)) gives no sign")
            p("quiet") { h in
                h.text("Heard ")
                h.age(of: since, board.clock)
                h.text(". " + board.wayToAskSilent(person))
            }
        case .span(let count, let split, let deputy):
            p("task-what", text: "\(count) people report to the school coordinator")
            guard !split.isEmpty else {
                return p("quiet", text: "Up to \(Watch.advisedSpan) are advised.")
            }
            let under = deputy.map { "a deputy, such as " + name($0) } ?? "a deputy"
            p("quiet", text: "Put under \(under): \(Teller.list(split.map { $0.label })).")
        case .load(let load): self.load(load, board)
        case .unanswered(let position, let person, let since):
            p("task-what", text: "\(position.label): \(name(person)) was asked, no answer")
            p("quiet") { h in
                h.text("Asked ")
                h.age(of: since, board.clock)
                h.text(".")
            }
            askNext(position, board)
        case .unfollowed(let position, let person, let since):
            p("task-what", text: "\(position.label): nobody to follow \(name(person)) yet")
            p("quiet") { h in
                h.text("Hands busy, or gone, since ")
                h.age(of: since, board.clock)
                h.text(".")
            }
            askNext(position, board)
        case .relief(let position, let person, let since, let able):
            p("task-what", text: "\(position.label): relief for \(name(person))")
            p("quiet") { h in
                h.text("Began ")
                h.age(of: since, board.clock)
                h.text(able.isEmpty ? ". Nobody of the line could relieve now." : ". Could relieve: ")
                if !able.isEmpty { h.text(Teller.list(able.prefix(3).map { name($0) }) + ".") }
            }
            planRelief(position, able.first, board)
        }
    }

    /// Writes the presses by which whoever could relieve is planned, unless somebody is.
    private mutating func planRelief(_ position: Position, _ person: PersonID?, _ board: BoardIncident) {
        if board.coordination.shifts[position] != nil { return p(text: board.next(in: position) + ".") }
        guard board.may(.assign), let person else { return }
        act(
            "planShift", ["incident": board.id, "position": position.rawValue, "person": person.text]
        ) { h in
            let name = board.context.directory.name(of: person)
            h.button("Plan relief: \(name) now", icon: .handover, name: "from", value: "0")
            h.button("Plan relief: \(name) in 15 min", icon: .clock, name: "from", value: "15")
        }
    }

    /// Writes the press by which the next of a position's line is asked.
    private mutating func askNext(_ position: Position, _ board: BoardIncident) {
        guard board.may(.assign) else { return }
        act("offerPosition", ["incident": board.id, "position": position.rawValue]) { h in
            h.button("Ask the next", icon: .handover)
        }
    }

    private mutating func load(_ load: WatchLoad, _ board: BoardIncident) {
        p("task-what", text: "Much waits for the school coordinator")
        p("quiet") { h in
            let counts = [
                (load.decisions, "to decide", "to decide"),
                (load.reports, "room with reports that differ", "rooms with reports that differ"),
                (load.tasks, "task to begin", "tasks to begin"),
            ]
            let waiting = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
            guard !waiting.isEmpty else { return h.text("Nothing to decide.") }
            h.text(waiting.joined(separator: ", "))
            guard let oldest = load.oldest else { return h.text(".") }
            h.text("; the oldest came ")
            h.age(of: oldest, board.clock)
            h.text(".")
        }
        if let oldest = load.unread.oldest {
            keyed("unread", "p", .class("quiet")) { h in
                let count = load.unread.count
                h.text("Not read yet: " + (count == 1 ? "1 report or note" : "\(count) reports and notes"))
                h.text("; the oldest came ")
                h.age(of: oldest, board.clock)
                h.text(".")
            }
        }
        guard board.may(.assign) else { return }
        for one in load.delegations {
            var with = one.tasks == 1 ? "1 task" : "\(one.tasks) tasks"
            if one.reads { with = one.tasks == 0 ? "to read the reports" : with + " and the reports" }
            act("offerPosition", ["incident": board.id, "position": one.position.rawValue]) { h in
                h.button(
                    "Offer \(one.position.label), \(with), to \(board.context.directory.name(of: one.person))",
                    icon: .handover)
            }
        }
    }
}

extension BoardIncident {
    /// How to ask somebody whose command post gives no sign, as a sentence; whoever hides is not made to ring or speak.
    func wayToAskSilent(_ person: PersonID) -> String {
        context.state.isInLockdown(person, in: incident)
            ? "They hide in a Lockdown, where a screen is dark: do not call or ring them."
            : "Ask by radio or phone first: a dark screen or a lost network looks the same."
    }
}
