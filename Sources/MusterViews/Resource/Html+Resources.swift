import MusterCore

/// What was asked for, what is on its way and what is here.
extension Html {
    /// Writes the list, and the form by which anybody who has the board adds to it.
    mutating func resources(_ board: BoardIncident) {
        let list = ResourceList(board.incident)
        guard board.incident.isOpen || !list.isEmpty else { return }
        section("card resources", .id("resources"), .data("key", "resources-" + board.id)) { h in
            h.div("card-head") { h in
                h.h2("card-title", text: "Resources")
                h.p("card-aside", text: list.summary)
            }
            h.group("Needed", list.needed, board)
            h.group("On the way", list.onTheWay, board)
            h.group("Here", list.here, board)
            if !list.released.isEmpty {
                h.fold("Released", key: "released", aside: "\(list.released.count)") { h in
                    h.ul("task-list") { h in for row in list.released { h.resource(row, board) } }
                }
            }
            guard board.incident.isOpen else { return }
            let owner = list.owner.map { ", " + board.context.name(of: $0) } ?? ""
            h.p("quiet", text: "Requests are with: \(list.position.label)\(owner).")
            h.fold("Add a resource", key: "resource", icon: .note) { h in
                h.newResource(board)
            }
        }
    }

    private mutating func group(_ title: String, _ rows: [Resource], _ board: BoardIncident) {
        guard !rows.isEmpty else { return }
        h3("task-owner", text: title)
        ul("task-list") { h in for row in rows { h.resource(row, board) } }
    }

    private mutating func resource(_ row: Resource, _ board: BoardIncident) {
        li { h in
            h.p("task-what", text: row.label)
            h.p("quiet") { h in
                h.text(board.line(of: row))
                if let stage = row.stage {
                    h.text(
                        ", " + board.context.words(stage.report.claim.source, enteredBy: stage.report.by)
                            + ", ")
                    h.age(of: stage.report.claim.source.observedAt, board.clock)
                }
            }
            if row.differs { h.differences(row, board) }
            if let words = board.words(of: row) {
                h.element("blockquote", ["entry-text"]) { h in h.text(words) }
            }
            guard board.incident.isOpen else { return }
            if let next = row.standing.next {
                h.act("reportResource", ["incident": board.id, "resource": row.id.text]) { h in
                    h.button(next.label, name: "stage", value: next.rawValue)
                }
            }
            h.fold("More", key: "resource-" + row.id.text) { h in h.more(row, board) }
        }
    }

    /// Writes what another voice says differently: both stand until they agree.
    private mutating func differences(_ row: Resource, _ board: BoardIncident) {
        for (words, report) in board.differences(in: row) {
            p("quiet") { h in
                h.strong(text: "Also said: ")
                h.text(words + ", " + board.context.words(report.claim.source, enteredBy: report.by) + ", ")
                h.age(of: report.claim.source.observedAt, board.clock)
            }
        }
    }

    private mutating func newResource(_ board: BoardIncident) {
        act("reportResource", ["incident": board.id]) { h in
            h.pick("kind", "What", ResourceKind.allCases.map { ($0.rawValue, $0.label) })
            h.line("count", "How many", isNumber: true)
            h.pick("stage", "How far", ResourceStage.first.map { ($0.rawValue, $0.label) })
            h.aboutResource(board)
            h.button("Add it", icon: .check)
        }
    }

    private mutating func more(_ row: Resource, _ board: BoardIncident) {
        act("reportResource", ["incident": board.id, "resource": row.id.text]) { h in
            h.pick(
                "stage", "How far", first: "No change", ResourceStage.allCases.map { ($0.rawValue, $0.label) }
            )
            h.line("count", "How many", isNumber: true)
            h.aboutResource(board)
            h.button("Record it")
        }
    }

    private mutating func aboutResource(_ board: BoardIncident) {
        pick(
            "supplier", "From whom", first: "Not said",
            Supplier.allCases.map { ($0.rawValue, $0.label) })
        line("minutes", "Expected in how many minutes", isNumber: true)
        pick("place", "Used where", first: "Not said", board.placeChoices)
        sentences("text", "More (optional)", isRequired: false)
        channel()
        pickPerson("reporter", "Who said so", first: "Not noted", board.context)
    }
}

extension ResourceStage {
    /// How far a resource may have come when it is first heard of.
    fileprivate static let first: [ResourceStage] = [.needed, .asked, .onTheWay, .here]
}

extension ResourceList {
    /// How many there are of each, in a line.
    var summary: String {
        let counts = [(needed.count, "needed"), (onTheWay.count, "on the way"), (here.count, "here")]
        return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}

extension BoardIncident {
    /// What is known of a resource, in a line: "Asked for, 911 dispatcher, expected 14:09, used at Room 12".
    func line(of row: Resource) -> String {
        var parts = [row.standing.label]
        if let supplier = row.supplier?.value { parts.append("from " + supplier.phrase) }
        if row.standing != .here, row.standing != .released, let expected = row.expectedAt?.value {
            parts.append("expected " + teller.time(expected))
        }
        if let place = row.place?.value { parts.append("used at " + context.directory.label(of: place)) }
        return parts.joined(separator: ", ")
    }

    /// The last words that came with a report of a resource; they may have been erased.
    func words(of row: Resource) -> String? {
        guard let record = row.worded?.record else { return nil }
        return context.replica.timeline.last { $0.position == record }?.text
    }

    func differences(in row: Resource) -> [(words: String, report: ResourceReport)] {
        var found: [(words: String, report: ResourceReport)] = []
        if let other = row.kind?.other { found.append((other.value.label, other.report)) }
        if let other = row.count?.other { found.append(("\(other.value)", other.report)) }
        if let other = row.stage?.other { found.append((other.value.label.lowercasedFirst, other.report)) }
        if let other = row.supplier?.other { found.append(("from " + other.value.phrase, other.report)) }
        if let other = row.expectedAt?.other {
            found.append(("expected " + teller.time(other.value), other.report))
        }
        if let other = row.place?.other {
            found.append(("used at " + context.directory.label(of: other.value), other.report))
        }
        return found
    }
}
