import MusterCore

/// What the incident is to reach: the plan's objectives, or the coordinator's own words (ICS 202).
extension Html {
    /// Writes the objectives behind one line, and the form by which the coordinator sets other ones.
    mutating func objectives(_ board: BoardIncident) {
        let objectives = board.objectives
        guard board.incident.isOpen, !objectives.isEmpty || board.may(.assign) else { return }
        let isOwn = board.incident.objectives != nil
        let count = objectives.count
        fold(
            "Objectives", key: "objectives-" + board.id,
            aside: isOwn ? "Own words" : count == 0 ? "None yet" : "\(count) of the plan"
        ) { h in
            h.objectiveList(objectives)
            guard board.may(.assign) else { return }
            h.act("setObjectives", ["incident": board.id]) { h in
                h.sentences("text", "Objectives of this incident, one a line")
                h.button("Set them")
            }
            guard isOwn else { return }
            h.act("setObjectives", ["incident": board.id]) { h in h.button("Back to those of the plan") }
        }
    }

    /// Writes objectives as a list.
    mutating func objectiveList(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        ul("objectives") { h in for line in lines { h.li(text: line) } }
    }
}

extension BoardIncident {
    /// What the incident is to reach: the coordinator's own words, else those of the annexes that it runs by.
    var objectives: [String] {
        guard let own = incident.objectives else {
            return context.state.objectives(of: incident).flatMap { $0.lines }
        }
        guard let text = context.replica.timeline.last(where: { $0.position == own.record })?.text else {
            return ["The words were erased."]
        }
        return text.split(separator: "\n").map { String($0) }
    }
}
