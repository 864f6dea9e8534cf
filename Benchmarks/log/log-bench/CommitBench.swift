import MusterCore
import MusterLog
import MusterSQLite

/// Commands answered a second: each a record and an outcome, durable, through the group committer.
enum CommitBench {
    static func run(folder: String, inFlight: Int64, commands: Int64) async throws {
        let log = try SQLiteLog(folder: folder)
        let committer = GroupCommitter(log: log)
        let each = max(1, commands / inFlight)
        let clock = ContinuousClock()
        let time = try await clock.measure {
            try await withThrowingTaskGroup { group in
                for number in 0..<inFlight {
                    group.addTask { try await work(on: StreamID("s", number), each, committer) }
                }
                try await group.waitForAll()
            }
        }
        LogBench.report("commands", each * inFlight, in: time)
    }

    /// One desk: its next command is decided when the one before is durable.
    private static func work(
        on stream: StreamID, _ count: Int64, _ committer: GroupCommitter
    ) async throws {
        let device = DeviceID("d", stream.text.utf8.reduce(Int64(0)) { $0 * 31 + Int64($1) } % 1_000_000)
        for version in 0..<count {
            let command = CommandID(random: .random(in: 0...UInt64.max), .random(in: 0...UInt64.max))
            let at = Instant(milliseconds: 1_764_034_059_000 + version)
            let event = Event.incident(
                .roomCleared(IncidentID("i", 1), room: PlaceID("r", version % 60), source: Source(at: at)))
            let record = NewRecord(event, at: at, actor: PersonID("p", 7), device: device, command: command)
            let outcome = CommandOutcome(
                device: device, command: command, at: at, bytes: Array("{\"outcome\":\"accepted\"}".utf8))
            let append = StreamAppend(
                stream, expectedVersion: version, records: [record], outcome: outcome)
            guard case .appended = try await committer.append(append) else {
                throw LogError(.corrupt, "\(stream) was not where it should be")
            }
        }
    }
}
