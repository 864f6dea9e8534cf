package import MusterCore

/// What an adapter reads while it plans an append, inside the transaction that will write it.
package protocol AppendSource {
    /// The end of a stream as it is stored.
    func head(_ stream: StreamID) throws(LogError) -> Head
    /// A kept outcome as it is stored.
    func outcome(_ device: DeviceID, _ command: CommandID) throws(LogError) -> StoredOutcome?
}

/// What one transaction writes, and what each append is answered; the one place where versions and repeats
/// are judged.
package struct AppendPlan: Sendable {
    /// The result of each append, in order.
    package private(set) var results: [AppendResult] = []
    /// The records to write, in order of position within each stream.
    package private(set) var records: [StoredRecord] = []
    /// The outcomes to write.
    package private(set) var outcomes: [StoredOutcome] = []
    /// The new ends of the streams that grew.
    package private(set) var heads: [StreamID: Head] = [:]

    /// Plans the appends over what is stored.
    /// - Throws: ``LogError`` when something is over ``LogLimits``; then nothing is to be written.
    package init(
        _ appends: [StreamAppend], over source: some AppendSource, sealer: inout RecordSealer
    ) throws(LogError) {
        results.reserveCapacity(appends.count)
        for append in appends {
            try append.checkLimits()
            results.append(try add(append, over: source, sealer: &sealer))
        }
    }

    private mutating func add(
        _ append: StreamAppend, over source: some AppendSource, sealer: inout RecordSealer
    ) throws(LogError) -> AppendResult {
        if let outcome = append.outcome, let earlier = try earlier(outcome, over: source) {
            return .duplicate(earlier)
        }
        var head = if let grown = heads[append.stream] { grown } else { try source.head(append.stream) }
        let isFree = append.expectedVersion == nil && append.records.isEmpty
        guard isFree || append.expectedVersion == head.position else {
            return .conflict(head)
        }
        for record in append.records {
            let sealed = try sealer.seal(record, on: append.stream, after: head)
            records.append(sealed)
            head = sealed.head
        }
        if !append.records.isEmpty { heads[append.stream] = head }
        if let outcome = append.outcome {
            outcomes.append(StoredOutcome(stream: append.stream, head: head, outcome: outcome))
        }
        return .appended(head)
    }

    private func earlier(
        _ outcome: CommandOutcome, over source: some AppendSource
    ) throws(LogError) -> StoredOutcome? {
        for planned in outcomes
        where planned.outcome.command == outcome.command && planned.outcome.device == outcome.device {
            return planned
        }
        return try source.outcome(outcome.device, outcome.command)
    }
}

extension StreamAppend {
    /// Refuses what no adapter takes, before anything is written.
    func checkLimits() throws(LogError) {
        guard records.count <= LogLimits.recordsPerAppend else {
            throw LogError(
                .refused, "an append has \(records.count) records, over \(LogLimits.recordsPerAppend)")
        }
        if let outcome, outcome.bytes.count > LogLimits.outcomeBytes {
            throw LogError(
                .refused, "an outcome has \(outcome.bytes.count) bytes, over \(LogLimits.outcomeBytes)")
        }
        for record in records {
            guard record.parts.count <= LogLimits.partsPerRecord else {
                throw LogError(
                    .refused, "a record has \(record.parts.count) parts, over \(LogLimits.partsPerRecord)")
            }
            for (index, part) in record.parts.enumerated() {
                guard part.bytes.count <= LogLimits.partBytes else {
                    throw LogError(
                        .refused, "a part has \(part.bytes.count) bytes, over \(LogLimits.partBytes)")
                }
                guard !record.parts[..<index].contains(where: { $0.name == part.name }) else {
                    throw LogError(.refused, "the part \"\(part.name)\" stands twice in a record")
                }
            }
        }
    }
}
