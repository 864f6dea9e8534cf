package import MusterCore

/// What a responder is shown of an incident: the facts, and the rooms in groups; no student, no text.
package struct ResponderView: Sendable {
    /// One group of rooms that stand alike.
    package struct Group: Sendable {
        /// Which rooms.
        package enum Kind: UInt8, CaseIterable, Sendable {
            case needHelp, exceptions, silent, noReport, reported, cleared
        }

        /// Which rooms.
        package let kind: Kind
        /// The rooms, by label.
        package let rows: [RoomBoard.Row]
    }

    /// The incident.
    package let incident: Incident
    /// The rooms in groups, most urgent first, none of them empty.
    package let groups: [Group]
    /// How many rooms ask for help.
    package let needingHelp: Int
    /// How many rooms there are.
    package let rooms: Int

    /// The view of an incident.
    package init(_ incident: Incident, in context: PageContext) {
        let board = RoomBoard(incident, in: context.state)
        let sorted = context.order.sorted(board.asked(by: incident)) { $0.room }
        self.incident = incident
        groups = Group.Kind.allCases.compactMap { kind in
            let rows = sorted.filter { Self.kind(of: $0.standing) == kind }
            return rows.isEmpty ? nil : Group(kind: kind, rows: rows)
        }
        needingHelp = sorted.count { $0.standing == .needsHelp }
        rooms = sorted.count
    }

    private static func kind(of standing: RoomStanding) -> Group.Kind {
        switch standing {
        case .needsHelp: .needHelp
        case .conflict, .exceptions: .exceptions
        case .silent: .silent
        case .noReport: .noReport
        case .heardFrom, .allHere: .reported
        case .cleared: .cleared
        }
    }
}

extension ResponderView.Group.Kind {
    /// The title of the group.
    var title: String {
        switch self {
        case .needHelp: "Need help"
        case .exceptions: "Missing, extra, injured, or reports differ"
        case .silent: "Silent in Lockdown"
        case .noReport: "No report"
        case .reported: "Reported, nothing asked"
        case .cleared: "Cleared"
        }
    }

    /// What the group means, where that is not plain.
    var note: String {
        switch self {
        case .silent: "For law enforcement. In Lockdown silence is expected; a room does not open its door."
        case .noReport: "Not under Lockdown. Nothing is known of them."
        case .cleared: "Opened and found clear by whoever the record names."
        case .needHelp, .exceptions, .reported: ""
        }
    }

    var tone: Tone {
        switch self {
        case .needHelp: .needsHelp
        case .exceptions: .exceptions
        case .silent, .noReport: .noReport
        case .reported: .allHere
        case .cleared: .cleared
        }
    }
}
