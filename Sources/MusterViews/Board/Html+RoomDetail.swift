import MusterCore

/// One room: what each voice says of it, and what can be entered for it.
extension Html {
    mutating func roomDetail(_ board: BoardIncident) {
        guard let asked = board.context.asked("room").flatMap({ PlaceID($0) }),
            board.context.directory.places[asked] != nil || board.incident.rollCall.rooms[asked] != nil
        else { return }
        let row = board.rooms.rows.first { $0.room == asked }
        section("card room-detail", .id("room")) { h in
            h.div("card-head") { h in
                h.h2("card-title room-title", text: board.context.directory.label(of: asked))
                h.buttonLink("Close", to: board.address())
            }
            h.roomFacts(asked, row, board)
            h.voices(asked, board)
            if board.incident.isOpen { h.roomEntry(asked, row, board) }
        }
    }

    private mutating func roomFacts(_ room: PlaceID, _ row: RoomBoard.Row?, _ board: BoardIncident) {
        let standing = row?.standing ?? .noReport
        p { h in h.badge(standing.tone, standing.label) }
        if standing == .silent {
            notice(.neutral, "Silence is expected in Lockdown") { h in
                h.p(text: "Do not call, knock or send anyone. The room is on the list for law enforcement.")
            }
        }
        facts { h in
            if let roster = board.incident.rollCall.rooms[room]?.roster {
                h.fact("Expected", roster.expected == 1 ? "1 student" : "\(roster.expected) students")
                h.fact(
                    "Answers for it",
                    roster.staff.isEmpty
                        ? "Nobody" : Teller.list(roster.staff.map { board.context.directory.name(of: $0) }))
            }
            if let door = board.context.directory.places[room]?.door { h.fact("Nearest outer door", door) }
            if let cleared = board.incident.cleared[room] {
                h.fact("Cleared") { h in
                    h.text(board.context.words(cleared.source, enteredBy: cleared.by) + ", ")
                    h.age(of: cleared.source.observedAt, board.clock)
                }
            }
        }
    }

    /// Writes what each voice says, side by side where they differ.
    private mutating func voices(_ room: PlaceID, _ board: BoardIncident) {
        guard let row = board.incident.rollCall.rooms[room], !row.reports.isEmpty else { return }
        let leads = board.coordination.others[.accountabilityLead]?.holder == board.viewer
        if row.hasConflict { p("conflict", text: "Reports differ. Both are kept; say which one stands.") }
        ul("voices") { h in
            for report in row.reports.reversed() {
                h.li(.class(report.status.tone.className)) { h in
                    h.div("voice") { h in
                        h.p("voice-words", text: report.words)
                        h.p("quiet") { h in
                            h.text(board.context.words(report.source, enteredBy: report.by))
                        }
                        h.p("quiet") { h in
                            h.age(of: report.source.observedAt, board.clock)
                            let late = (report.receivedAt - report.source.observedAt).seconds
                            if late >= Teller.noticeable {
                                h.span("entry-mark", text: " · received \(Teller.span(late)) later")
                            }
                        }
                        if row.settled == report.id { h.badge(.neutral, "This one stands") }
                        if row.hasConflict, leads || board.isHolder {
                            h.act(
                                "settleRoom",
                                ["incident": board.id, "room": room.text, "report": report.id.text]
                            ) { h in h.button("This one stands") }
                        }
                    }
                }
            }
        }
    }

    private mutating func roomEntry(_ room: PlaceID, _ row: RoomBoard.Row?, _ board: BoardIncident) {
        act("reportRoom", ["incident": board.id, "room": room.text]) { h in
            h.h3(text: "Enter what was said")
            h.div("entry-fields") { h in
                h.channel(ownFirst: false)
                h.pickPerson("reporter", "Who said it", first: "The room", board.context)
                h.line("seen", "When, such as 14:05; empty for now")
            }
            h.buttonRow { h in
                for status in [RoomStatus.allHere, .heardFrom, .needsHelp] {
                    h.button(
                        status.standingWords, .outlined(status.tone), icon: status.tone.icon, name: "status",
                        value: status.rawValue)
                }
            }
        }
        fold("Somebody is missing, extra or injured", icon: .unequal) { h in
            h.act("reportRoom", ["incident": board.id, "room": room.text]) { h in
                h.div("entry-fields") { h in
                    h.line("missing", "Missing", isNumber: true)
                    h.line("extra", "Extra", isNumber: true)
                    h.line("injured", "Injured", isNumber: true)
                }
                h.channel(ownFirst: false)
                h.button("Enter it", name: "status", value: RoomStatus.exceptions.rawValue)
            }
        }
        if board.incident.cleared[room] != nil {
            fold("It is not cleared", icon: .lock) { h in
                h.act("recordNotCleared", ["incident": board.id, "room": room.text]) { h in
                    h.channel(ownFirst: false)
                    h.button("Correct: it is not cleared")
                }
                h.p("quiet", text: "The first entry stays in the record; this one is added.")
            }
        } else if row?.action != nil {
            fold("Record it as cleared", icon: .doorOpen) { h in
                h.act("recordCleared", ["incident": board.id, "room": room.text]) { h in
                    h.channel(ownFirst: false)
                    h.pickPerson("reporter", "Who opened it", first: "Not on the staff list", board.context)
                    h.button("Opened and found clear", icon: .doorOpen)
                }
                h.p("quiet", text: "Only as whoever opened the room says. Nobody in it is told to open.")
            }
        }
    }
}

extension RoomStatus {
    /// The status as the board says it of a room.
    fileprivate var standingWords: String {
        switch self {
        case .heardFrom: "Heard from"
        case .allHere: "All here"
        case .exceptions: "Exceptions"
        case .needsHelp: "Needs help"
        }
    }
}
