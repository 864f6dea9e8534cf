import MusterCore
import Testing

@Suite("NeedToKnow")
struct NeedToKnow {
    /// What must not be read in a slice of staff or responders, as it stands in the text.
    static let clocks = [
        "handsBusySince", "takeoverOfferedAt", "\"ladder\"", "\"handover\"", "\"due\"", "\"mistake\":",
    ]
    /// The events that leave the command line at all.
    static let shared: Set<EventName> = [
        .planPublished, .placesListed, .incidentRaised, .incidentConfirmed, .rosterTaken, .actionSet,
        .actionEnded, .actionWithdrawn,
        .roomCleared, .roomNotCleared, .sceneCommandWithdrawn, .corrected, .turnedActual, .incidentClosed,
        .incidentReopened, .audibleConfirmed,
        .call911Recorded, .positionTaken, .briefingReadBack, .sceneCommandRecorded, .roomReported,
        .roomSettled,
        .textErased,
    ]

    /// What leaks into a slice, if anything.
    static func leak(_ records: [Record], _ slice: Slice, cut: (Record, Slice) -> Record?) -> String? {
        let replica = Slices.fold(records.compactMap { cut($0, slice) }, slice)
        for record in replica.timeline {
            let name = record.event.wireCase
            // That the holder is hands-on is known, so that nobody is told that help is being coordinated.
            if case .coordination(.handoverStarted(_, _, nil, .responding)) = record.event { continue }
            if !shared.contains(name) { return "\(name.rawValue) left the command line" }
            if record.text != nil, name != .corrected { return "a text of \(name.rawValue) left" }
            if let room = room(record.event), !slice.holds(room) { return "news of another room left" }
            if let incident = record.event.incident, !slice.holds(incident) { return "another incident left" }
            if let place = record.event.source?.place, slice.audience == .staff, !slice.holds(place),
                record.event.wireCase != .roomReported, record.event.wireCase != .roomCleared,
                record.event.wireCase != .roomNotCleared
            {
                return "the room that \(name.rawValue) was said from left"
            }
        }
        for incident in replica.state.incidents.rows {
            let rooms = incident.rollCall.rooms.rows.map { $0.key } + incident.cleared.rows.map { $0.room }
            if let other = rooms.first(where: { !slice.holds($0) }) { return "room \(other) left" }
            if !incident.coordination.asked.isEmpty || !incident.coordination.declined.isEmpty {
                return "the line left"
            }
        }
        if !replica.state.plan.line.isEmpty || replica.state.plan.outsideDuty != nil {
            return "the line left"
        }
        let text = String(decoding: replica.encoded(), as: UTF8.self)
        if text.contains("secret-note") || text.contains("\"text\":\"secret-1") { return "a text left" }
        return clocks.first { text.contains($0) }.map { "\($0) left" }
    }

    private static func room(_ event: Event) -> PlaceID? {
        switch event {
        case .rollCall(.roomReported(_, let room, _)), .rollCall(.roomSettled(_, let room, _)),
            .incident(.roomCleared(_, let room, _)), .incident(.roomNotCleared(_, let room, _)):
            room
        case .incident(.rosterTaken(_, let rooms)): rooms.first?.room
        default: nil
        }
    }

    @Test(
        "No text, no line, no clock and no other room reaches staff or responders", arguments: Histories.seeds
    )
    func nothingLeaks(seed: UInt64) {
        for slice in Slices.all.dropFirst() {
            let leak = Self.leak(Histories.history(seed).records, slice) { $0.cut(for: $1) }
            #expect(leak == nil)
        }
    }

    @Test("An agency holds nothing of what is closed, nor of a drill", arguments: Histories.seeds)
    func agencies(seed: UInt64) {
        let records = Histories.history(seed).records
        let whole = Slices.fold(records, .command)
        let slice = Slices.agency(records)
        #expect(Self.leak(records, slice) { $0.cut(for: $1) } == nil)
        let text = String(decoding: whole.cut(for: slice).encoded(), as: UTF8.self)
        for incident in whole.state.incidents.rows
        where !incident.isOpen || incident.kind != .actual && !whole.state.plan.agenciesInDrills {
            #expect(!text.contains("\"\(incident.id)\""))
        }
    }

    @Test("An event that the cut does not name never leaves", arguments: EventName.allCases)
    func unnamed(name: EventName) {
        let record = Record(
            position: 1, at: .zero, actor: School.teacher, event: SampleIDs.filled(Event.blank(name)))
        let left = record.cut(for: Slice(.responder)) != nil
        // A roster without rooms tells nothing and stays.
        #expect(left == Self.shared.contains(name) || name == .rosterTaken)
    }

    @Test("Planted faults are caught: a text leaks, an event leaks, another room leaks")
    func mutants() {
        func caught(_ cut: (Record, Slice) -> Record?) -> Bool {
            Histories.seeds.prefix(40).lazy.map { Histories.history($0) }.contains {
                Self.leak($0.records, Slice(.staff), cut: cut) != nil
            }
        }
        #expect(
            caught { record, slice in
                var copy = record.cut(for: slice)
                copy?.text = record.text
                return copy
            })
        #expect(
            caught { record, slice in
                if case .coordination(.coordinatorAsked) = record.event {
                    record
                } else {
                    record.cut(for: slice)
                }
            })
        #expect(
            caught { record, slice in
                if case .rollCall = record.event { record } else { record.cut(for: slice) }
            })
        let others = Histories.seeds.prefix(40).lazy.map { Histories.history($0).records }.contains {
            records in
            Self.leak(records, Slices.agency(records)) { record, _ in record.cut(for: Slice(.responder)) }
                != nil
        }
        #expect(others)
    }
}
