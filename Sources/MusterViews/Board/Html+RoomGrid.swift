import MusterCore

/// The rooms: those that need somebody first, then every room at its place.
extension Html {
    /// Writes the rooms that need somebody, in words.
    mutating func attention(_ board: BoardIncident) {
        let urgent: [RoomStanding] = [.needsHelp, .conflict, .exceptions]
        let rows = board.sortedRooms.filter { urgent.contains($0.standing) }
        guard !rows.isEmpty else { return }
        card(
            "Need attention", aside: { h in h.keyed("attention-count") { h in h.number(Int64(rows.count)) } }
        ) { h in
            h.ul("attention") { h in
                for standing in urgent {
                    for row in rows where row.standing == standing { h.attention(row, board) }
                }
            }
        }
    }

    private mutating func attention(_ row: RoomBoard.Row, _ board: BoardIncident) {
        keyed("attention-" + row.room.text, "li", version: row.version) { h in
            h.element("a", ["attention-row", .href(board.address(room: row.room))]) { h in
                h.span("attention-number", text: board.number(of: row.room))
                h.badge(row.standing.tone, row.standing == .exceptions ? "" : row.standing.label)
                h.span("attention-words") { h in
                    if let report = row.report {
                        h.span(
                            text: [board.details(of: row), row.isOpened ? "Opened and found clear" : ""]
                                .filter { !$0.isEmpty }.joined(separator: ". "))
                        h.span("quiet") { h in
                            h.text(board.lead(of: row))
                            h.text(board.context.words(report.source, enteredBy: report.by) + ", ")
                            h.age(of: report.source.observedAt, board.clock)
                        }
                    }
                }
            }
        }
    }

    /// Writes the tally, the filter and the grid.
    mutating func roomGrid(_ board: BoardIncident) {
        let all = board.sortedRooms
        guard !all.isEmpty else {
            guard board.incident.isProtective else { return }
            return empty("No rooms", "Rooms appear when a roster was taken, or when somebody reports one.")
        }
        let show = board.context.asked("show") ?? "all"
        let shown = all.filter { RoomFilter.named(show).admits($0.standing) }
        section("card", .id("rooms")) { h in
            h.div("card-head") { h in
                h.h2("card-title", text: "Rooms")
                h.tabs(
                    "Which rooms",
                    RoomFilter.allCases.map { filter in
                        (filter.label, board.address(show: filter.rawValue), filter == RoomFilter.named(show))
                    })
            }
            h.keyed("tally") { h in h.tally(board.tally) }
            h.tiles(isDense: all.count > 100) { h in
                for row in shown { h.tile(board.clock, version: row.version, board.tile(row)) }
            }
            if shown.isEmpty { h.p("quiet", text: "No room is in this state.") }
        }
    }

    /// Writes the silent rooms: one list for law enforcement, another to be asked by radio.
    mutating func silentRooms(_ board: BoardIncident) {
        // Of what is over nobody is asked any more.
        guard board.incident.isOpen else { return }
        let silent = board.sortedRooms.filter { $0.standing == .silent }.map { $0.room }
        let open = board.sortedRooms.filter { $0.standing == .noReport }.map { $0.room }
        if !silent.isEmpty {
            card("Silent in Lockdown: for law enforcement") { h in
                h.roomsWithoutReport(
                    silent, "silent-",
                    note:
                        "Silence is expected here. Send nobody, call no room: give this list to whoever searches.",
                    label: board.number(of:))
            }
        }
        if !open.isEmpty {
            card("No report: ask by radio") { h in
                h.roomsWithoutReport(
                    open, "unheard-", note: "These rooms are not in Lockdown.",
                    label: board.number(of:))
            }
        }
    }
}

/// Which rooms the grid shows.
enum RoomFilter: String, CaseIterable {
    case all, urgent, silent, heard

    static func named(_ name: String) -> RoomFilter { RoomFilter(rawValue: name) ?? .all }

    var label: String {
        switch self {
        case .all: "All"
        case .urgent: "Need attention"
        case .silent: "No report"
        case .heard: "Heard from"
        }
    }

    func admits(_ standing: RoomStanding) -> Bool {
        switch (self, standing) {
        case (.all, _): true
        case (.urgent, .needsHelp), (.urgent, .conflict), (.urgent, .exceptions): true
        case (.silent, .silent), (.silent, .noReport): true
        case (.heard, .heardFrom), (.heard, .allHere), (.heard, .cleared): true
        default: false
        }
    }
}

extension BoardIncident {
    /// How many rooms stand how; the counts add up to all rooms.
    var tally: [(tone: Tone, count: Int64)] {
        let groups: [(Tone, [RoomStanding])] = [
            (.needsHelp, [.needsHelp]), (.exceptions, [.conflict, .exceptions]),
            (.noReport, [.noReport, .silent]), (.heardFrom, [.heardFrom]), (.allHere, [.allHere]),
            (.cleared, [.cleared]),
        ]
        return groups.map { tone, standings in
            (tone, standings.reduce(0) { $0 + Int64(rooms.count($1)) })
        }
    }

    func tile(_ row: RoomBoard.Row) -> RoomTile {
        let isSilent = row.standing == .noReport || row.standing == .silent
        var words = row.standing.label
        if row.standing == .exceptions, let report = row.report { words = report.words }
        if row.standing == .conflict { words = "Differ" }
        if row.isOpened, row.standing != .cleared, !isSilent { words += ", opened" }
        let at =
            row.standing == .cleared
            ? incident.cleared[row.room]?.source.observedAt
            : isSilent ? nil : row.report?.source.observedAt
        return RoomTile(
            row.room.text, number: number(of: row.room), row.standing.tone, words: words, reported: at,
            to: address(room: row.room))
    }

    /// What must be said before an older report, so that nobody takes it for the room as it is now.
    func lead(of row: RoomBoard.Row) -> String {
        guard let report = row.report else { return "" }
        if incident.isOfPractice(report) { return "In the practice: " }
        return row.isEarlier ? "Before this action: " : ""
    }

    /// What is known beside the standing: "1 injured", or what each voice says where they differ.
    func details(of row: RoomBoard.Row) -> String {
        if row.differs { return voices(of: row.room) }
        guard let report = row.report, row.standing == .needsHelp else { return row.report?.words ?? "" }
        guard report.missing > 0 || report.extra > 0 || report.injured > 0 else { return "" }
        return RoomReport.words(
            .exceptions, missing: report.missing, extra: report.extra, injured: report.injured)
    }

    /// What each voice says of a room: "All here / 2 missing".
    func voices(of room: PlaceID) -> String {
        let reports = incident.rollCall.rooms[room]?.reports ?? []
        return reports.map { $0.words }.joined(separator: " / ")
    }
}
