import MusterCore

/// The timeline and the notes.
extension Html {
    /// How many records the board shows before the rest is asked for.
    private static let recent = 40

    mutating func noteForm(_ board: BoardIncident) {
        guard board.context.state.audience == .command else { return }
        // Words that were begun for one incident are not filed under another.
        section("card notes", .data("key", "notes-" + board.id)) { h in
            h.act("writeNote", ["incident": board.id]) { h in
                h.sentences("text", "Note")
                h.button("Add note", icon: .note)
            }
            let notes = board.records { if case .journal(.noteWritten) = $0 { true } else { false } }
            if !notes.isEmpty {
                h.fold("Correct an earlier note") { h in
                    h.act("writeNote", ["incident": board.id]) { h in
                        h.pick("corrects", "Which note", notes.reversed().compactMap { board.choice(of: $0) })
                        h.sentences("text", "What is right")
                        h.button("Add the correction")
                    }
                    h.p("quiet", text: "The first note stays as it is; the correction stands beside it.")
                }
            }
        }
    }

    mutating func timeline(_ board: BoardIncident) {
        let isWhole = board.context.asked("log") == "all"
        let (shown, count) = board.toldRecords(last: isWhole ? .max : Self.recent)
        section("card", .id("timeline")) { h in
            h.div("card-head") { h in
                h.h2("card-title", text: "What happened")
                h.keyed("entries", "p", "card-aside") { h in
                    h.number(Int64(count))
                    h.text(count == 1 ? " entry" : " entries")
                }
            }
            h.records(shown, board.teller, board.clock)
            if shown.count < count {
                h.link("Show all from the beginning", to: board.address() + "&log=all")
            }
        }
    }
}

extension BoardIncident {
    fileprivate func choice(of record: Record) -> (value: String, label: String)? {
        guard case .journal(.noteWritten(_, let note, _, _, _, _)) = record.event else { return nil }
        let words = record.text ?? "Erased"
        return (note.text, teller.time(record.at) + " " + String(words.prefix(40)))
    }
}
