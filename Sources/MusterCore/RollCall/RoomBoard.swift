/// How a room stands on the board: one word for each, the most urgent first.
package enum RoomStanding: String, WireName {
    case needsHelp
    /// Reports differ and nobody has settled it.
    case conflict
    case exceptions
    /// Nothing heard, and something should be.
    case noReport
    /// Nothing heard, and in Lockdown silence is expected: a matter for law enforcement, not for a knock.
    case silent
    case heardFrom
    case allHere
    /// Opened and found clear by whoever the record names.
    case cleared

    /// The place among the cases.
    fileprivate var index: Int {
        switch self {
        case .needsHelp: 0
        case .conflict: 1
        case .exceptions: 2
        case .noReport: 3
        case .silent: 4
        case .heardFrom: 5
        case .allHere: 6
        case .cleared: 7
        }
    }
}

/// The rooms of an incident as the board shows them.
package struct RoomBoard: Sendable {
    /// One room.
    package struct Row: Sendable {
        /// Which room.
        package var room: PlaceID
        /// How it stands.
        package var standing: RoomStanding
        /// The report that says why.
        package var report: RoomReport?
        /// Whether that report was made before the action that the room is under: it says little of the room now.
        package var isEarlier: Bool
        /// Whether reports differ and nobody has settled it: also where one of them asks for help, which comes first.
        package var differs: Bool
        /// The action that the room is under.
        package var action: ProtectiveAction?
        /// Whether somebody opened it and found it clear: also one that still wants help, which outranks that.
        package var isOpened: Bool
        /// Stands for the room, how it stands and each report of it.
        package var version: UInt64
    }

    /// All rooms of the incident, in the order of their ids.
    package private(set) var rows: [Row] = []
    private var counts = [Int32](repeating: 0, count: RoomStanding.allCases.count)

    /// The rooms of an incident.
    package init(_ incident: Incident, in state: SiteState) {
        let tree = state.places
        let others = state.lockdowns(binding: incident).filter { $0.id != incident.id }
        rows.reserveCapacity(incident.rollCall.rooms.rows.count)
        // Rooms of one parent follow one another mostly: what holds around them is looked up once.
        var around: (parent: PlaceID, action: PlacedAction?)?
        func holding(at room: PlaceID) -> PlacedAction? {
            if let other = others.first(where: { $0.isLockedDown(room, in: tree) }) {
                return other.action(at: room, in: tree)
            }
            guard incident.actions[room] == nil, let parent = tree.parent(of: room) else {
                return incident.action(at: room, in: tree)
            }
            if let around, around.parent == parent { return around.action }
            let action = incident.action(at: parent, in: tree)
            around = (parent, action)
            return action
        }
        for room in incident.rollCall.rooms.rows {
            let action = holding(at: room.key)
            let standing = Self.standing(of: room, action, incident)
            counts[standing.index] += 1
            rows.append(
                Row(
                    room: room.key, standing: standing, report: room.telling,
                    isEarlier: room.telling.map { room.isEarlier($0) } ?? false, differs: room.hasConflict,
                    action: action?.action,
                    isOpened: incident.cleared[room.key] != nil,
                    version: Self.version(of: room, standing, incident)))
        }
    }

    private static func version(of room: RoomRow, _ standing: RoomStanding, _ incident: Incident) -> UInt64 {
        var print = Fingerprint(UInt64(standing.index) | (incident.cleared[room.key] == nil ? 0 : 16))
        print.add(room.key)
        for report in room.reports {
            print.add(report.id)
            // The same report may have become one of before.
            print.add(room.isEarlier(report) || incident.isOfPractice(report.source) ? 1 : 0)
        }
        return print.value
    }

    private static func standing(
        of room: RoomRow, _ action: PlacedAction?, _ incident: Incident
    ) -> RoomStanding {
        if room.needsHelp { return .needsHelp }
        if room.hasConflict { return .conflict }
        let isLockdown = action?.action == .lockdown
        let current = room.current
        // Opening a room finds nobody who is missing from it.
        if current?.status == .exceptions { return .exceptions }
        // Who was let out of a Lockdown is counted anew in the Evacuate that follows it.
        if action == nil || isLockdown, incident.cleared[room.key] != nil { return .cleared }
        let isEarlier = current.map { room.isEarlier($0) } ?? false
        switch current?.status {
        case .needsHelp: return .needsHelp
        case .exceptions: return .exceptions
        case .allHere where !isEarlier: return .allHere
        case .heardFrom where !isEarlier: return .heardFrom
        case .allHere, .heardFrom, nil: return isLockdown ? .silent : .noReport
        }
    }

    /// The rooms that the incident asks about: a call for one room asks nothing of the others.
    package func asked(by incident: Incident) -> [Row] {
        incident.isProtective ? rows : rows.filter { $0.report != nil }
    }

    /// How many rooms stand so.
    package func count(_ standing: RoomStanding) -> Int32 {
        counts[standing.index]
    }

    /// The rooms without a report that somebody may go and ask: never one in Lockdown.
    package var withoutReport: [PlaceID] { rows.filter { $0.standing == .noReport }.map { $0.room } }

    /// The silent rooms in Lockdown: a list for law enforcement.
    package var forLawEnforcement: [PlaceID] { rows.filter { $0.standing == .silent }.map { $0.room } }
}
