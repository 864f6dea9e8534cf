import MusterCore

/// What lies in an ``InMemoryLog``, changed under its lock only.
struct InMemoryLogState: AppendSource, Sendable {
    /// The key of idempotency.
    struct OutcomeKey: Hashable {
        var device: DeviceID
        var command: CommandID
    }

    var streams: [StreamID: [StoredRecord]] = [:]
    var outcomes: [OutcomeKey: StoredOutcome] = [:]
    var snapshots: [StreamID: Snapshot] = [:]
    var eras: [StreamID: [(era: EraID, start: Int64)]] = [:]
    var sealer: RecordSealer

    init(sealer: RecordSealer) {
        self.sealer = sealer
    }

    func head(_ stream: StreamID) -> Head {
        streams[stream]?.last?.head ?? .start
    }

    func outcome(_ device: DeviceID, _ command: CommandID) -> StoredOutcome? {
        outcomes[OutcomeKey(device: device, command: command)]
    }

    mutating func append(_ appends: [StreamAppend]) throws(LogError) -> AppendPlan {
        var sealer = sealer
        let plan = try AppendPlan(appends, over: self, sealer: &sealer)
        self.sealer = sealer
        for record in plan.records { streams[record.stream, default: []].append(record) }
        for stored in plan.outcomes {
            let key = OutcomeKey(device: stored.outcome.device, command: stored.outcome.command)
            outcomes[key] = stored
        }
        return plan
    }

    func read(_ stream: StreamID, after position: Int64, limit: Int32) -> [StoredRecord] {
        guard let records = streams[stream] else { return [] }
        let first = Int(clamping: max(0, position))
        let count = Int(max(0, min(limit, LogLimits.recordsPerRead)))
        return Array(records.dropFirst(first).prefix(count))
    }

    /// Erases what is erasable in a record and returns the names of the keys to destroy.
    mutating func erase(_ stream: StreamID, at position: Int64) throws(LogError) -> [[UInt8]] {
        guard let count = streams[stream]?.count, position >= 1, position <= Int64(count) else {
            throw LogError(.notFound, "there is no record \(position) of \(stream)")
        }
        let index = Int(position) - 1
        var names: [[UInt8]] = []
        if let parts = streams[stream]?[index].parts {
            for part in parts.indices where parts[part].isSealed {
                names.append(parts[part].salt)
                streams[stream]?[index].parts[part].stored = nil
            }
        }
        if !names.isEmpty, let snapshot = snapshots[stream], snapshot.position >= position {
            snapshots[stream] = nil
        }
        return names
    }

    mutating func pruneOutcomes(olderThan moment: Instant) -> Int64 {
        let before = outcomes.count
        outcomes = outcomes.filter { $0.value.outcome.at >= moment }
        return Int64(before - outcomes.count)
    }
}
