package import MusterCore
import Synchronization

/// A log that lives as long as the process: for tests and simulation, under the same contract as the durable
/// ones.
package final class InMemoryLog: EventLog {
    private let state: Mutex<InMemoryLogState>
    private let keys: any PartKeys
    private let board = HeadBoard()

    /// A log without streams.
    package init(keys: any PartKeys = InMemoryPartKeys()) {
        self.keys = keys
        self.state = Mutex(InMemoryLogState(sealer: RecordSealer(keys: keys)))
    }

    package func append(_ appends: [StreamAppend]) async throws(LogError) -> [AppendResult] {
        let plan = try state.withLock { state throws(LogError) in try state.append(appends) }
        board.announce(plan.heads)
        return plan.results
    }

    package func read(
        _ stream: StreamID, after position: Int64, limit: Int32
    ) async throws(LogError) -> [StoredRecord] {
        var records = state.withLock { $0.read(stream, after: position, limit: limit) }
        try keys.attach(to: &records)
        return records
    }

    package func head(_ stream: StreamID) async throws(LogError) -> Head {
        state.withLock { $0.head(stream) }
    }

    package func outcome(_ device: DeviceID, _ command: CommandID) async throws(LogError) -> StoredOutcome? {
        state.withLock { $0.outcome(device, command) }
    }

    package func streams() async throws(LogError) -> [StreamID] {
        state.withLock { $0.streams.keys.sorted() }
    }

    package func follow(_ stream: StreamID, after position: Int64) -> RecordFeed {
        RecordFeed(log: self, board: board, stream: stream, after: position)
    }

    package func saveSnapshot(_ snapshot: Snapshot) async throws(LogError) {
        state.withLock { $0.snapshots[snapshot.stream] = snapshot }
    }

    package func snapshot(_ stream: StreamID) async throws(LogError) -> Snapshot? {
        state.withLock { $0.snapshots[stream] }
    }

    package func beginEra(_ era: EraID, of stream: StreamID) async throws(LogError) {
        state.withLock { $0.eras[stream, default: []].append((era, $0.head(stream).position)) }
    }

    package func end(of era: EraID, _ stream: StreamID) async throws(LogError) -> Int64? {
        let eras = state.withLock { $0.eras[stream] ?? [] }
        return eras.drop { $0.era != era }.dropFirst().first?.start
    }

    @discardableResult
    package func erase(_ stream: StreamID, at position: Int64) async throws(LogError) -> Bool {
        let names = try state.withLock { state throws(LogError) in try state.erase(stream, at: position) }
        try keys.destroy(named: names)
        return !names.isEmpty
    }

    @discardableResult
    package func pruneOutcomes(olderThan moment: Instant) async throws(LogError) -> Int64 {
        state.withLock { $0.pruneOutcomes(olderThan: moment) }
    }
}

extension PartKeys {
    /// Puts the keys that are still held to the sealed parts of records just read.
    package func attach(to records: inout [StoredRecord]) throws(LogError) {
        var places: [(record: Int, part: Int)] = []
        var names: [[UInt8]] = []
        for record in records.indices {
            for part in records[record].parts.indices where records[record].parts[part].isSealed {
                records[record].parts[part].key = nil
                guard records[record].parts[part].stored != nil else { continue }
                places.append((record, part))
                names.append(records[record].parts[part].salt)
            }
        }
        guard !names.isEmpty else { return }
        for (place, key) in zip(places, try keys(named: names)) {
            records[place.record].parts[place.part].key = key?.key
        }
    }
}
