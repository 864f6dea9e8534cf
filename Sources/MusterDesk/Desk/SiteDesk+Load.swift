package import MusterCore
package import MusterLog

extension Desk {
    /// The version of the replica in snapshots; raised when a field or a rule of folding changes, so that the log is
    /// folded anew from its first record.
    package static let snapshotSchema: Int32 = 10

    /// A desk folded from the log: from the last snapshot on, or from the first record.
    /// - Throws: ``LogError`` when the log cannot be read or holds what this version does not know.
    package static func load(_ site: SiteID, from log: any EventLog) async throws(LogError) -> Desk {
        let stream: StreamID = site.retyped()
        var replica = Replica(.command)
        if let snapshot = try await log.snapshot(stream), snapshot.schema == snapshotSchema,
            let kept = try? Replica.decoded(snapshot.bytes)
        {
            replica = kept
            try await join(&replica, from: log, stream)
        }
        // The desk's time never runs behind what is recorded, also when the snapshot holds no record any more.
        let last = try await log.read(stream, after: max(0, replica.position - 1), limit: 1).first
        var lastAt = try last?.decodedRecord().at ?? .zero
        var erased: [Int64] = []
        while true {
            let page = try await log.read(stream, after: replica.position, limit: 2000)
            guard !page.isEmpty else { break }
            for stored in page {
                let record = try stored.decodedRecord()
                replica.apply(record)
                lastAt = record.at
                if let position = record.erases { erased.append(position) }
            }
        }
        // The process may have ended between the word that a text is erased and the deed.
        for position in erased { try await log.erase(stream, at: position) }
        return Desk(site: site, replica: replica, lastAt: lastAt)
    }

    /// The durable state as the log keeps it for the next start; free texts stay in the parts of their records.
    ///
    /// A copy of the words here would outlive their key: in a backup of the log they could be read for ever.
    package var snapshot: Snapshot {
        var kept = replica
        kept.leaveOutTexts()
        return Snapshot(
            stream: stream, position: kept.position, schema: Self.snapshotSchema, bytes: kept.encoded())
    }

    /// Puts the texts that a snapshot left out back from their parts, as far as they can still be read.
    private static func join(
        _ replica: inout Replica, from log: any EventLog, _ stream: StreamID
    ) async throws(LogError) {
        for position in replica.textPositions {
            let stored = try await log.read(stream, after: position - 1, limit: 1).first
            replica.putText(try stored?.decodedRecord().text, at: position)
        }
    }
}

extension Record {
    /// The position of the text that this record says is erased.
    var erases: Int64? {
        guard case .journal(.textErased(let position)) = event else { return nil }
        return position
    }
}

extension SiteDesk {
    /// The code of a refusal of what was being decided when the process ended.
    static let quarantined = "quarantined"

    /// Refuses for good what was being decided when the process ended, so that a crash does not become a loop.
    package static func quarantine(
        _ marks: any DecisionMarks, in log: any EventLog, at now: Instant
    ) async throws(LogError) {
        for marked in marks.found {
            let outcome = DeskOutcome.refused(
                at: now, code: quarantined,
                sentence: "The server stopped while it decided this. It was not done. Tell the operator.")
            let kept = CommandOutcome(
                device: marked.device, command: marked.command, at: now, bytes: outcome.encoded())
            _ = try await log.append([
                StreamAppend(marked.stream, expectedVersion: nil, records: [], outcome: kept)
            ])
            try marks.settle(marked)
        }
    }
}
