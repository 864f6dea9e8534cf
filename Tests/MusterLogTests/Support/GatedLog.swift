import MusterCore
import MusterLog
import Synchronization

/// A log in memory whose first commit waits until the test lets it go, and that can fail.
final class GatedLog: EventLog {
    private struct State {
        var groups: [Int] = []
        var failures: Int
    }

    private let log = InMemoryLog()
    private let state: Mutex<State>
    private let commits = AsyncStream.makeStream(of: Void.self)
    private let gate = AsyncStream.makeStream(of: Void.self)

    init(failures: Int = 0) {
        state = Mutex(State(failures: failures))
    }

    /// How many appends each commit had.
    var groups: [Int] { state.withLock { $0.groups } }

    func waitForCommit() async {
        for await _ in commits.stream { return }
    }

    func open() {
        gate.continuation.finish()
    }

    func append(_ appends: [StreamAppend]) async throws(LogError) -> [AppendResult] {
        commits.continuation.yield()
        for await _ in gate.stream {}
        let fails = state.withLock { state in
            state.groups.append(appends.count)
            state.failures -= 1
            return state.failures >= 0
        }
        if fails { throw LogError(.unavailable, "the disk is gone") }
        return try await log.append(appends)
    }

    func read(_ stream: StreamID, after position: Int64, limit: Int32) async throws(LogError)
        -> [StoredRecord]
    {
        try await log.read(stream, after: position, limit: limit)
    }

    func head(_ stream: StreamID) async throws(LogError) -> Head { try await log.head(stream) }

    func outcome(_ device: DeviceID, _ command: CommandID) async throws(LogError) -> StoredOutcome? {
        try await log.outcome(device, command)
    }

    func streams() async throws(LogError) -> [StreamID] { try await log.streams() }

    func follow(_ stream: StreamID, after position: Int64) -> RecordFeed {
        log.follow(stream, after: position)
    }

    func saveSnapshot(_ snapshot: Snapshot) async throws(LogError) { try await log.saveSnapshot(snapshot) }

    func snapshot(_ stream: StreamID) async throws(LogError) -> Snapshot? { try await log.snapshot(stream) }

    func beginEra(_ era: EraID, of stream: StreamID) async throws(LogError) {
        try await log.beginEra(era, of: stream)
    }

    func end(of era: EraID, _ stream: StreamID) async throws(LogError) -> Int64? {
        try await log.end(of: era, stream)
    }

    func erase(_ stream: StreamID, at position: Int64) async throws(LogError) -> Bool {
        try await log.erase(stream, at: position)
    }

    func pruneOutcomes(olderThan moment: Instant) async throws(LogError) -> Int64 {
        try await log.pruneOutcomes(olderThan: moment)
    }
}
