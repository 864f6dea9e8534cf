import MusterCore

/// Who comes next in a position: its deputy, and the relief that is planned.
extension Html {
    /// Writes what the viewer is to take over when it is passed on, a line each: nothing is asked of them until then.
    mutating func standby(_ board: BoardIncident) {
        let lines = board.standby
        guard board.incident.isOpen, !lines.isEmpty else { return }
        div("help") { h in
            for line in lines {
                h.p("help-line") { h in
                    h.icon(.person)
                    h.span { h in
                        h.strong(text: line.words)
                        h.text(line.rest)
                    }
                }
            }
        }
    }

    /// Writes the forms to name deputies and to plan reliefs, for whoever may: a fold a position.
    mutating func succession(_ board: BoardIncident) {
        let positions = board.positionsToPlan
        guard board.incident.isOpen, !positions.isEmpty else { return }
        let count = board.coordination.deputies.rows.count + board.coordination.shifts.rows.count
        fold("Deputies and reliefs", key: "succession", icon: .clock, aside: count == 0 ? "" : "\(count)") {
            h in
            for position in positions {
                h.fold(position.label, key: "next-" + position.rawValue) { h in
                    let next = board.next(in: position)
                    if !next.isEmpty { h.p(text: next + ".") }
                    h.succession(of: position, board)
                }
            }
            if board.may(.assign) {
                h.fold("Another position, or somebody else", key: "next-other") { h in h.anyone(board) }
            }
        }
    }

    private mutating func succession(of position: Position, _ board: BoardIncident) {
        let (state, coordination) = (board.context.state, board.coordination)
        let names = board.likely(in: position)
        let deputies = names.filter { state.mayBeDeputy($0, of: position, in: board.incident) }
        if coordination.deputy(of: position) != nil {
            act("nameDeputy", ["incident": board.id, "position": position.rawValue]) { h in
                h.button("No deputy any more")
            }
        }
        if !deputies.isEmpty {
            act("nameDeputy", ["incident": board.id, "position": position.rawValue]) { h in
                h.pick("person", "Deputy: who is asked first", board.choices(deputies))
                h.button("Name as deputy", icon: .person)
            }
        }
        if coordination.shifts[position] != nil {
            act("cancelShift", ["incident": board.id, "position": position.rawValue]) { h in
                h.button("Take the planned relief back")
            }
        }
        // HandsOff: whoever is responding now is planned for once their hands are free.
        let reliefs = names.filter { coordination.holder(of: position) != $0 && state.responding[$0] == nil }
        if !reliefs.isEmpty {
            act("planShift", ["incident": board.id, "position": position.rawValue]) { h in
                h.pick("person", "Relief", board.choices(reliefs))
                h.reliefTime()
                h.button("Plan this relief", icon: .clock)
            }
        }
        p("quiet", text: "Whoever holds the position holds it until somebody has accepted.")
    }

    /// Writes the same for anybody of the staff, in any position.
    private mutating func anyone(_ board: BoardIncident) {
        let positions = Position.allCases.map { (value: $0.rawValue, label: $0.label) }
        act("nameDeputy", ["incident": board.id]) { h in
            h.pick("position", "Deputy of", positions)
            h.pickHolder("Who is asked first", first: "Nobody any more", board.context)
            h.button("Name as deputy", icon: .person)
        }
        act("planShift", ["incident": board.id]) { h in
            h.pick("position", "Relief in", positions)
            h.pickHolder("Who takes over", first: "Choose", board.context)
            h.reliefTime()
            h.button("Plan this relief", icon: .clock)
        }
    }

    private mutating func reliefTime() {
        line("from", "From, such as 14:30; or in minutes, such as 15; empty for now")
    }
}

extension BoardIncident {
    /// Who comes next in a position, such as "Deputy: Ana Reyes · Relief: Ben Cole at 14:30"; empty for nobody.
    func next(in position: Position) -> String {
        guard incident.isOpen else { return "" }
        let deputy = coordination.deputy(of: position).map { "Deputy: " + context.name(of: $0) }
        let relief = coordination.shifts[position].map {
            "Relief: \(context.name(of: $0.person)) at \(minute($0.from))"
        }
        return [deputy, relief].compactMap { $0 }.joined(separator: " · ")
    }

    /// What the viewer is to take over when it is passed on: what it is, and what that means now.
    var standby: [(words: String, rest: String)] {
        var lines: [(words: String, rest: String)] = []
        let deputies = coordination.deputies.rows.filter { $0.person == viewer }.map { $0.position.label }
        if !deputies.isEmpty {
            let words = "You are deputy of " + Teller.list(deputies)
            lines.append((words: words, rest: ": be ready to take over when you are asked"))
        }
        for shift in coordination.shifts.rows where shift.person == viewer {
            let holder = coordination.holder(of: shift.position)
            let from = holder.map { " from " + context.directory.name(of: $0) } ?? ""
            let words = "You are the relief at \(minute(shift.from))"
            lines.append((words: words, rest: ": \(shift.position.label)\(from)"))
        }
        return lines
    }

    /// The positions for which the viewer may say who comes next: of the coordinator those in use, of a holder the own.
    var positionsToPlan: [Position] {
        let held = coordination.others.rows.filter { $0.holder == viewer }.map { $0.position }
        guard may(.assign) else { return held }
        return Position.allCases.filter { position in
            position == .schoolCoordinator || coordination.others[position] != nil
                || coordination.deputies[position] != nil || coordination.shifts[position] != nil
        }
    }

    /// Whoever is likely to take a position over: its line, and who is named or planned already.
    func likely(in position: Position) -> [PersonID] {
        var people = context.state.plan.members(for: position).map { $0.person }
        let named = [coordination.deputies[position]?.person, coordination.shifts[position]?.person]
        for person in named.compactMap({ $0 }) where !people.contains(person) { people.append(person) }
        return people
    }

    func choices(_ people: [PersonID]) -> [(value: String, label: String)] {
        people.map { ($0.text, context.directory.name(of: $0)) }
    }

    /// A moment to the minute: "14:30".
    func minute(_ moment: Instant) -> String {
        String(moment.timeOfDay(utcOffsetMinutes: clock.utcOffsetMinutes).prefix(5))
    }
}
