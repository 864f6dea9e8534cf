import MusterCore
import MusterLog
import Synchronization

/// A log that fails when a test says so, before or after it has written.
final class FaultyLog: EventLog {
    /// What becomes of the next append.
    enum Fault: Sendable {
        /// Nothing is written.
        case before
        /// It is written, and nobody is told.
        case after
        /// Another node writes first.
        case other(@Sendable (any EventLog) async throws -> Void)
    }

    let inner: any EventLog
    private let faults = Mutex<[Fault]>([])
    private let failedErasures = Mutex(0)
    private let gate = Mutex<(isShut: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))
    private let arrivals = AsyncStream.makeStream(of: Void.self)

    init(_ inner: any EventLog) {
        self.inner = inner
    }

    func plan(_ fault: Fault) {
        faults.withLock { $0.append(fault) }
    }

    /// Lets so many erasures fail from now on.
    func failErasing(_ times: Int) { failedErasures.withLock { $0 = times } }

    /// From now on appends wait before they are written.
    func shut() {
        gate.withLock { $0.isShut = true }
    }

    /// Lets the appends through.
    func open() {
        let waiting = gate.withLock { gate in
            gate.isShut = false
            defer { gate.waiting = [] }
            return gate.waiting
        }
        for one in waiting { one.resume() }
    }

    /// Waits until an append has come in.
    func arrival() async {
        for await _ in arrivals.stream { return }
    }

    func append(_ appends: [StreamAppend]) async throws(LogError) -> [AppendResult] {
        arrivals.continuation.yield()
        await withCheckedContinuation { continuation in
            let waits = gate.withLock { gate in
                if gate.isShut { gate.waiting.append(continuation) }
                return gate.isShut
            }
            if !waits { continuation.resume() }
        }
        let fault = faults.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        switch fault {
        case .before: throw LogError(.unavailable, "the disk is gone")
        case .after:
            _ = try await inner.append(appends)
            throw LogError(.unavailable, "the disk is gone")
        case .other(let write):
            do { try await write(inner) } catch {
                throw LogError(.unavailable, "the other node", cause: error)
            }
        case nil: break
        }
        return try await inner.append(appends)
    }

    func read(
        _ stream: StreamID, after position: Int64, limit: Int32
    ) async throws(LogError) -> [StoredRecord] {
        try await inner.read(stream, after: position, limit: limit)
    }

    func head(_ stream: StreamID) async throws(LogError) -> Head { try await inner.head(stream) }

    func outcome(_ device: DeviceID, _ command: CommandID) async throws(LogError) -> StoredOutcome? {
        try await inner.outcome(device, command)
    }

    func streams() async throws(LogError) -> [StreamID] { try await inner.streams() }

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

    func erase(_ stream: StreamID, at position: Int64) async throws(LogError) -> Bool {
        let fails = failedErasures.withLock { left in
            defer { left = max(0, left - 1) }
            return left > 0
        }
        if fails { throw LogError(.unavailable, "the disk is gone") }
        return try await inner.erase(stream, at: position)
    }

    func pruneOutcomes(olderThan moment: Instant) async throws(LogError) -> Int64 {
        try await inner.pruneOutcomes(olderThan: moment)
    }
}
