package import MusterCore

/// One incident as the board shows it to its viewer.
///
/// What may be shown and done is asked here and tested without HTML; the rules themselves are the core's.
package struct BoardIncident: Sendable {
    /// Who looks, and at what.
    package let context: PageContext
    /// The incident.
    package let incident: Incident
    /// Its rooms, in the order of their ids.
    package let rooms: RoomBoard
    /// Its rooms in reading order: each keeps its place on the grid, so that eyes find it again.
    let sortedRooms: [RoomBoard.Row]

    /// An incident of the context's state.
    package init(_ incident: Incident, _ context: PageContext) {
        self.context = context
        self.incident = incident
        rooms = RoomBoard(incident, in: context.state)
        sortedRooms = context.order.sorted(rooms.asked(by: incident)) { $0.room }
    }

    /// The incident that the address asks for, or the most urgent open one.
    package static func chosen(_ context: PageContext) -> BoardIncident? {
        if let asked = context.asked("incident").flatMap({ IncidentID($0) }),
            let incident = context.state.incidents[asked]
        {
            return BoardIncident(incident, context)
        }
        return context.openIncidents.first.map { BoardIncident($0, context) }
    }

    /// The id as forms carry it.
    package var id: String { incident.id.text }

    var coordination: Coordination { incident.coordination }
    var viewer: PersonID { context.viewer.person }
    var clock: PageClock { context.clock }
    var teller: Teller { Teller(context.directory, utcOffsetMinutes: clock.utcOffsetMinutes) }

    /// Whether the viewer is the school coordinator.
    package var isHolder: Bool { coordination.coordinator?.person == viewer && !viewer.isNone }

    /// Whether the viewer is recorded as responding.
    package var isResponding: Bool { context.state.responding[viewer] != nil }

    /// Whether clocks that frighten may be shown: to the line, the outside duty person and the holder only.
    package var seesClocks: Bool {
        context.has(.line) || isHolder || context.state.plan.outsideDuty == viewer
            || coordination.asked.contains(viewer)
    }

    /// Whether the plan gives the viewer an act; the desk decides again when it is done.
    package func may(_ act: Act) -> Bool {
        context.state.plan.allows(act, context.viewer.roles, isCoordinator: isHolder)
    }

    /// Whether the seat can be taken by somebody who was asked.
    package var isSeatOpen: Bool {
        guard let seat = coordination.coordinator else { return true }
        return !seat.attends || coordination.handover != nil
            || coordination.takeoverOfferedAt != nil
    }

    /// Whether the viewer was asked to coordinate and may say yes now.
    package var isAskedToCoordinate: Bool {
        guard incident.isOpen, isSeatOpen, !isResponding else { return false }
        if isHolder { return coordination.coordinator?.caretaker == true }
        return coordination.asked.contains(viewer)
    }

    /// Locked rooms of a place that nobody has recorded as cleared: what an end in person still needs.
    package func notCleared(in place: PlaceID) -> [PlaceID] {
        context.state.notCleared(in: [place], of: incident)
    }

    /// How an action may end here and now, as the plan lays down.
    package func ways(toEnd action: PlacedAction) -> [EndMethod] {
        guard action.action == .lockdown else { return [.coordinator] }
        let ways = context.state.plan.lockdownEnds
        guard incident.scene == nil else { return ways.contains(.agency) ? [.agency] : ways }
        // Nobody's word is claimed who is not there.
        return ways.filter { $0 != .agency }
    }

    /// The records of this incident, oldest first.
    package var records: [Record] {
        let closedAt: Instant? = if case .closed(let at, _, _) = incident.phase { at } else { nil }
        return context.replica.timeline.filter { record in
            if let id = record.event.incident { return id == incident.id }
            return record.at >= incident.raisedAt && (closedAt.map { record.at <= $0 } ?? true)
        }
    }

    /// The records that the viewer is told: how somebody was sought belongs to the line.
    package var toldRecords: [Record] {
        records.filter { record in
            switch record.event {
            case .incident(.callBackRecorded(_, let outcome)):
                incident.mistake?.shows(outcome, to: viewer) ?? true
            case .coordination(.coordinatorAsked), .coordination(.handoverStarted),
                .coordination(.takeoverOffered), .coordination(.suggestionKept),
                .coordination(.offerDeclined):
                seesClocks
            default: true
            }
        }
    }

    /// What a replaced holder wanted since the present one was seated.
    package var suggestions: [Record] {
        let since = coordination.coordinator?.since ?? incident.raisedAt
        return records.filter { record in
            guard case .coordination(.suggestionKept) = record.event else { return false }
            return record.at >= since
        }
    }

    /// What is open while the incident is about to be closed, in words.
    var stillOpen: [String] {
        let counts: [(RoomStanding, String)] = [
            (.needsHelp, "asking for help"), (.conflict, "with reports that differ"),
            (.exceptions, "with somebody missing, extra or injured"), (.noReport, "without a report"),
            (.silent, "silent"),
        ]
        var open: [String] = []
        for (standing, words) in counts where incident.isProtective && rooms.count(standing) > 0 {
            open.append("\(rooms.count(standing)) \(rooms.count(standing) == 1 ? "room" : "rooms") \(words)")
        }
        return open + context.state.responding.rows.map { context.name(of: $0.person) + " hands-on" }
    }

    /// The label of a room, its number only where it is called "Room".
    func number(of room: PlaceID) -> String { Self.number(context.directory.label(of: room)) }

    /// The board's address with some of its queries.
    package func address(room: PlaceID? = nil, show: String? = nil) -> String {
        var address = "/board?incident=" + id
        if let room { address += "&room=" + room.text + "#room" }
        if let show { address += "&show=" + show + "#rooms" }
        return address
    }

    /// What a tile has room for: "Room 112" is "112".
    static func number(_ label: String) -> String {
        label.hasPrefix("Room ") && label.utf8.count > 5 ? String(label.dropFirst(5)) : label
    }
}
