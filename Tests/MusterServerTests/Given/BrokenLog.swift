import MusterCore
import MusterLog
import Synchronization

/// A log that a set-up may be written to, and that then breaks with an error nobody should see.
final class BrokenLog: EventLog {
    static let secret = "/var/lib/secret-path"
    private let inner = InMemoryLog()
    private let left = Mutex(2)

    private func fail() -> LogError { LogError(.unavailable, "cannot write \(Self.secret)") }

    func append(_ appends: [StreamAppend]) async throws(LogError) -> [AppendResult] {
        let isBroken = left.withLock { left in
            left -= 1
            return left < 0
        }
        if isBroken { throw fail() }
        return try await inner.append(appends)
    }

    func read(_ stream: StreamID, after: Int64, limit: Int32) async throws(LogError) -> [StoredRecord] {
        try await inner.read(stream, after: after, limit: limit)
    }

    func head(_ stream: StreamID) async throws(LogError) -> Head { try await inner.head(stream) }

    func outcome(_ device: DeviceID, _ command: CommandID) async throws(LogError) -> StoredOutcome? {
        try await inner.outcome(device, command)
    }

    func streams() async throws(LogError) -> [StreamID] { throw fail() }

    func follow(_ stream: StreamID, after position: Int64) -> RecordFeed {
        inner.follow(stream, after: position)
    }

    func saveSnapshot(_ snapshot: Snapshot) async throws(LogError) { try await inner.saveSnapshot(snapshot) }

    func snapshot(_ stream: StreamID) async throws(LogError) -> Snapshot? {
        try await inner.snapshot(stream)
    }

    func beginEra(_ era: EraID, of stream: StreamID) async throws(LogError) {
        try await inner.beginEra(era, of: stream)
    }

    func end(of era: EraID, _ stream: StreamID) async throws(LogError) -> Int64? {
        try await inner.end(of: era, stream)
    }

    func erase(_ stream: StreamID, at position: Int64) async throws(LogError) -> Bool { throw fail() }

    func pruneOutcomes(olderThan moment: Instant) async throws(LogError) -> Int64 { throw fail() }
}
