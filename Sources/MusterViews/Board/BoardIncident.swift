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
    /// This board's address, without what is asked of it.
    private let own: String

    /// An incident of the context's state.
    package init(_ incident: Incident, _ context: PageContext) {
        self.context = context
        self.incident = incident
        rooms = RoomBoard(incident, in: context.state)
        sortedRooms = context.order.sorted(rooms.asked(by: incident)) { $0.room }
        own = Self.address(of: incident, context)
    }

    /// The incident that the address asks for, or the most urgent open one.
    package static func chosen(_ context: PageContext) -> BoardIncident? {
        (asked(context) ?? context.openIncidents.first).map { BoardIncident($0, context) }
    }

    /// The incident that the address asks for, unless something more urgent came after somebody chose it.
    ///
    /// The address says beside what it was chosen: an alarm is not hidden behind what was looked at before.
    private static func asked(_ context: PageContext) -> Incident? {
        guard let id = context.asked("incident").flatMap({ IncidentID($0) }),
            let incident = context.state.incidents[id]
        else { return nil }
        guard let first = context.openIncidents.first, first.id != id,
            context.asked("beside") != first.id.text
        else { return incident }
        return incident.isOpen && incident.isProtective == first.isProtective
            && incident.kind.isPractice == first.kind.isPractice ? incident : nil
    }

    /// Whether the address asks for the whole board of whoever would have a page for one thumb.
    static func isWholeAsked(_ context: PageContext) -> Bool {
        context.asked("whole") != nil && asked(context) != nil
    }

    /// The id as forms carry it.
    package var id: String { incident.id.text }

    var coordination: Coordination { incident.coordination }
    var viewer: PersonID { context.viewer.person }
    var clock: PageClock { context.clock }
    var teller: Teller { Teller(context.directory, utcOffsetMinutes: clock.utcOffsetMinutes) }

    /// The mode of the board: a practice keeps its mark for good; what was real is over once it is closed, and the band
    /// then says what else is real.
    var mode: Mode {
        guard !incident.kind.isPractice else { return context.mode(of: [incident]) }
        let practices = context.openIncidents.filter { $0.kind.isPractice }
        let real = context.openIncidents.filter { !$0.kind.isPractice }
        // A call beside a drill is seen to be real; a closed one is not.
        return context.mode(of: incident.isOpen ? [incident] + practices : real)
    }

    /// Whether the viewer is the school coordinator.
    package var isHolder: Bool { coordination.coordinator?.person == viewer && !viewer.isNone }

    /// Whether the viewer is recorded as responding.
    package var isResponding: Bool { context.state.responding[viewer] != nil }

    /// Whether clocks that frighten may be shown: to the line, the outside duty person and the holder only.
    package var seesClocks: Bool {
        context.has(.line) || isHolder || context.state.plan.outsideDuty == viewer
            || coordination.asked.contains(viewer) || coordination.duty?.outside == viewer
            || coordination.duty?.substitutes.contains { $0.person == viewer } == true
    }

    /// Whether the viewer was hands-on as coordinator, is not so any more, and nobody has accepted yet.
    var hasFreeHandsAgain: Bool {
        isHolder && !isResponding && coordination.coordinator?.handsBusySince != nil
    }

    /// Whether the plan gives the viewer an act; the desk decides again when it is done.
    package func may(_ act: Act) -> Bool {
        context.state.plan(of: incident).allows(act, context.viewer.roles, isCoordinator: isHolder)
    }

    /// Whether the seat can be taken by somebody who was asked.
    package var isSeatOpen: Bool {
        guard let seat = coordination.coordinator else { return true }
        return !seat.attends || coordination.handover != nil
            || coordination.takeoverOfferedAt != nil
    }

    /// Whether the seat is for whoever of the line takes it first; what is handed to a named person is that person's.
    var isSeatWide: Bool {
        guard let seat = coordination.coordinator else { return true }
        return !seat.attends || coordination.takeoverOfferedAt != nil
            || (coordination.handover.map { $0.to == nil } ?? false)
    }

    /// Whether the viewer was asked to coordinate and may say yes now.
    package var isAskedToCoordinate: Bool {
        guard incident.isOpen, isSeatOpen, !isResponding else { return false }
        if isHolder { return coordination.coordinator?.caretaker == true || hasFreeHandsAgain }
        return coordination.asked.contains(viewer)
    }

    /// Locked rooms of a place that nobody has recorded as cleared: what an end in person still needs.
    package func notCleared(in place: PlaceID) -> [PlaceID] {
        context.state.notCleared(in: [place], of: incident)
    }

    /// How an action may end here and now, as the plan lays down.
    package func ways(toEnd action: PlacedAction) -> [EndMethod] {
        guard action.action == .lockdown else { return [.coordinator] }
        let all = context.state.plan(of: incident).lockdownEnds
        // After a duress word a voice on the announcement proves nothing, and whoever may know it is not led there.
        let isDuress =
            incident.mistakes.contains { $0.outcome == .duress && $0.shows(.duress, to: viewer) }
        let sure = isDuress ? all.filter { $0 != .announcementAndKey } : all
        let ways = sure.isEmpty ? all : sure
        guard incident.scene == nil else { return ways.contains(.agency) ? [.agency] : ways }
        // Nobody's word is claimed who is not there.
        return ways.filter { $0 != .agency }
    }

    /// The records of this incident that somebody asks for, oldest first.
    func records(where isWanted: (Event) -> Bool) -> [Record] {
        let timeline = context.replica.timeline
        return places(where: isWanted).map { timeline[$0] }
    }

    /// Where the wanted records of this incident stand in the timeline: an hour of an emergency has thousands of them,
    /// and copying each for every event would cost more than drawing those that are shown.
    private func places(where isWanted: (Event) -> Bool) -> [Int] {
        let timeline = context.replica.timeline
        let closedAt: Instant? = if case .closed(let at, _, _) = incident.phase { at } else { nil }
        return timeline.indices.filter { index in
            let at = timeline[index].at
            // Nothing of an incident is older than its raising.
            guard at >= incident.raisedAt else { return false }
            if let id = timeline[index].event.incident {
                guard id == incident.id else { return false }
            } else if let closedAt, at > closedAt {
                return false
            }
            return isWanted(timeline[index].event)
        }
    }

    /// The last records that the viewer is told, and how many there are: how somebody was sought belongs to the line.
    func toldRecords(last most: Int) -> (records: [Record], count: Int) {
        let seesClocks = seesClocks
        let told = places { event in
            switch event {
            case .incident(.callBackRecorded(_, let outcome, let press)):
                incident.mistake(of: press ?? incident.begin)?.shows(outcome, to: viewer)
                    ?? (outcome != .duress)
            case .coordination(.coordinatorAsked), .coordination(.handoverStarted),
                .coordination(.takeoverOffered), .coordination(.suggestionKept),
                .coordination(.commandPostReported), .coordination(.offerDeclined),
                .coordination(.offerUnanswered):
                seesClocks
            default: true
            }
        }
        return (told.suffix(most).map { context.replica.timeline[$0] }, told.count)
    }

    /// What a replaced holder wanted since the present one was seated.
    package var suggestions: [Record] {
        let since = coordination.coordinator?.since ?? incident.raisedAt
        return records { if case .coordination(.suggestionKept) = $0 { true } else { false } }
            .filter { $0.at >= since }
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
        open += incident.covered(in: context.state.places).map {
            context.named($0) + ", raised and not ended"
        }
        if coordination.handover != nil { open.append("a handover that nobody has accepted") }
        if incident.call911.map({ $0.endedAt == nil }) == true { open.append("a call to 911 on the line") }
        if claims.contains(where: { claim in claim.outcome.map { !claim.shows($0, to: viewer) } ?? true }) {
            open.append("a mistake to be called back")
        }
        return open + context.state.responding.rows.map { context.name(of: $0.person) + " hands-on" }
    }

    /// The label of a room, its number only where it is called "Room".
    func number(of room: PlaceID) -> String { Self.number(context.directory.label(of: room)) }

    /// The board's address with some of its queries.
    package func address(room: PlaceID? = nil, show: String? = nil) -> String {
        var address = own
        if let room { address += "&room=" + room.text + "#room" }
        if let show { address += "&show=" + show + "#rooms" }
        return address
    }

    /// The board's address for an incident, and beside what it was chosen where something else is more urgent.
    static func address(of incident: Incident, _ context: PageContext) -> String {
        let first = context.openIncidents.first?.id ?? incident.id
        return "/board?incident=" + incident.id.text + (first == incident.id ? "" : "&beside=" + first.text)
            + (context.asked("whole") == nil ? "" : "&whole=1")
    }

    /// What a tile has room for: "Room 112" is "112".
    static func number(_ label: String) -> String {
        label.hasPrefix("Room ") && label.utf8.count > 5 ? String(label.dropFirst(5)) : label
    }
}
