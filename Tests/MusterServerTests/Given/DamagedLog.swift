import MusterCore
import MusterLog

/// A log in which the record of one site cannot be read.
final class DamagedLog: EventLog {
    static let secret = "/var/lib/secret-path"
    private let inner = InMemoryLog()
    private let damaged: StreamID

    init(_ damaged: StreamID) { self.damaged = damaged }

    func append(_ appends: [StreamAppend]) async throws(LogError) -> [AppendResult] {
        try await inner.append(appends)
    }

    func read(_ stream: StreamID, after: Int64, limit: Int32) async throws(LogError) -> [StoredRecord] {
        guard stream != damaged else { throw LogError(.corrupt, "\(Self.secret) is damaged") }
        return try await inner.read(stream, after: after, limit: limit)
    }

    func head(_ stream: StreamID) async throws(LogError) -> Head { try await inner.head(stream) }

    func outcome(_ device: DeviceID, _ command: CommandID) async throws(LogError) -> StoredOutcome? {
        try await inner.outcome(device, command)
    }

    func streams() async throws(LogError) -> [StreamID] { [damaged] + (try await inner.streams()) }

    func follow(_ stream: StreamID, after position: Int64) -> RecordFeed {
        inner.follow(stream, after: position)
    }

    func saveSnapshot(_ snapshot: Snapshot) async throws(LogError) { try await inner.saveSnapshot(snapshot) }

    func snapshot(_ stream: StreamID) async throws(LogError) -> Snapshot? {
        try await inner.snapshot(stream)
    }

    func erase(_ stream: StreamID, at position: Int64) async throws(LogError) -> Bool {
        try await inner.erase(stream, at: position)
    }

    func pruneOutcomes(olderThan moment: Instant) async throws(LogError) -> Int64 {
        try await inner.pruneOutcomes(olderThan: moment)
    }

    func beginEra(_ era: EraID, of stream: StreamID) async throws(LogError) {
        try await inner.beginEra(era, of: stream)
    }

    func end(of era: EraID, _ stream: StreamID) async throws(LogError) -> Int64? {
        try await inner.end(of: era, stream)
    }
}
