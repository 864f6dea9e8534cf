import MusterCore
import Testing

/// The slices in which histories are folded.
enum Slices {
    static let all = [
        Slice.command, Slice(.responder), Slice(.staff), Slice(.staff, rooms: [School.roomA1]),
        Slice(.staff, rooms: [School.roomB1, School.roomB2]), Slice(.staff, rooms: School.rooms),
    ]

    static func fold(_ records: [Record], _ slice: Slice) -> Replica {
        var replica = Replica(slice)
        for record in records { replica.apply(record) }
        return replica
    }

    /// Whether cutting what was folded and folding what was cut give the same bytes.
    static func lawHolds(
        _ records: [Record], _ slice: Slice, cut: (Record, Slice) -> Record? = { $0.cut(for: $1) }
    ) -> Bool {
        let whole = fold(records, .command)
        var folded = fold(records.compactMap { cut($0, slice) }, slice)
        // A feed says how far it has come even where the last records belong to other slices.
        folded.position = whole.position
        return whole.cut(for: slice).encoded() == folded.encoded()
    }
}

@Suite("SameEverywhere")
struct SameEverywhere {
    @Test("The law of slices holds, byte for byte, half-way and at the end", arguments: Histories.seeds)
    func law(seed: UInt64) {
        let records = Histories.history(seed).records
        for slice in Slices.all {
            #expect(Slices.lawHolds(records, slice))
            #expect(Slices.lawHolds(Array(records.prefix(records.count / 2)), slice))
        }
    }

    @Test(
        "Folding twice, and folding what went through its own text, gives the same bytes",
        arguments: Histories.seeds)
    func textual(seed: UInt64) throws {
        let records = Histories.history(seed).records
        let once = Slices.fold(records, .command)
        let read = try records.map { try Record.decoded($0.encoded()) }
        #expect(once.encoded() == Slices.fold(read, .command).encoded())
        #expect(once.state.encoded() == Histories.history(seed).state.encoded())
    }

    @Test(
        "A device that starts from a cut state goes on as one that folded all along",
        arguments: Histories.seeds)
    func resumes(seed: UInt64) throws {
        let records = Histories.history(seed).records
        let half = records.count / 2
        for slice in Slices.all {
            let start = Slices.fold(Array(records.prefix(half)), .command).cut(for: slice)
            var device = try Replica.decoded(start.encoded())
            for record in records.dropFirst(half).compactMap({ $0.cut(for: slice) }) { device.apply(record) }
            device.position = Int64(records.count)
            #expect(device.encoded() == Slices.fold(records, .command).cut(for: slice).encoded())
        }
    }

    @Test("A planted fault is caught: a cut that loses an event")
    func mutant() {
        let caught = Histories.seeds.prefix(40).lazy.map { Histories.history($0) }.contains { history in
            !Slices.lawHolds(history.records, Slice(.staff)) { record, slice in
                if case .coordination(.briefingReadBack) = record.event {
                    nil
                } else {
                    record.cut(for: slice)
                }
            }
        }
        #expect(caught)
    }
}

@Suite("OnceOnly")
struct OnceOnly {
    @Test("A record that comes again has no second effect", arguments: Histories.seeds)
    func again(seed: UInt64) {
        let records = Histories.history(seed).records
        var twice = Replica(.command)
        for (index, record) in records.enumerated() {
            twice.apply(record)
            twice.apply(record)
            twice.apply(records[index / 2])
        }
        #expect(twice == Slices.fold(records, .command))
    }

    @Test("A deadline that was reported has no second effect", arguments: Histories.seeds)
    func deadlines(seed: UInt64) {
        let state = Histories.history(seed).state
        for deadline in state.deadlines {
            let context = Context(
                at: deadline.due, actor: School.actor(School.timer), command: deadline.id.retyped(),
                madeAt: deadline.due, position: 9999)
            let after = try? SiteDecider.draft(.expire(deadline.id), state, context).state
            #expect(after != nil)
            if let after {
                #expect(throws: Rejection.unknownDeadline) {
                    try SiteDecider.decide(.expire(deadline.id), after, context)
                }
            }
        }
    }

    @Test("A planted fault is caught: a replica that forgets where it stands")
    func mutant() {
        let caught = Histories.seeds.prefix(40).lazy.map { Histories.history($0) }.contains { history in
            var forgetful = Replica(.command)
            for record in history.records {
                forgetful.apply(record)
                forgetful.position = 0
                forgetful.apply(record)
            }
            forgetful.position = Int64(history.records.count)
            return forgetful != Slices.fold(history.records, .command)
        }
        #expect(caught)
    }
}

@Suite("NeedToKnow")
struct NeedToKnow {
    /// What must not be read in a slice of staff or responders, as it stands in the text.
    static let clocks = [
        "handsBusySince", "takeoverOfferedAt", "\"ladder\"", "\"handover\"", "\"due\"", "\"mistake\":",
    ]
    /// The events that leave the command line at all.
    static let shared: Set<EventName> = [
        .planPublished, .placesListed, .incidentRaised, .incidentConfirmed, .rosterTaken, .actionSet,
        .actionEnded,
        .roomCleared, .corrected, .turnedActual, .incidentClosed, .incidentReopened, .audibleConfirmed,
        .call911Recorded, .positionTaken, .briefingReadBack, .sceneCommandRecorded, .roomReported,
        .roomSettled,
        .textErased,
    ]

    /// What leaks into a slice, if anything.
    static func leak(_ records: [Record], _ slice: Slice, cut: (Record, Slice) -> Record?) -> String? {
        let replica = Slices.fold(records.compactMap { cut($0, slice) }, slice)
        for record in replica.timeline {
            let name = record.event.wireCase
            if !shared.contains(name) { return "\(name.rawValue) left the command line" }
            if record.text != nil, name != .corrected { return "a text of \(name.rawValue) left" }
            if let room = room(record.event), !slice.holds(room) { return "news of another room left" }
            if let place = record.event.source?.place, slice.audience == .staff, !slice.holds(place),
                record.event.wireCase != .roomReported, record.event.wireCase != .roomCleared
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
            .incident(.roomCleared(_, let room, _)):
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
    }
}
