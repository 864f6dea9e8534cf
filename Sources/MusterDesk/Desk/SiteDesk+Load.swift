package import MusterCore
package import MusterLog

extension Desk {
    /// The version of the replica's form in snapshots; raised when a field changes, so that old ones are folded anew.
    package static let snapshotSchema: Int32 = 1

    /// A desk folded from the log: from the last snapshot on, or from the first record.
    /// - Throws: ``LogError`` when the log cannot be read or holds what this version does not know.
    package static func load(_ site: SiteID, from log: any EventLog) async throws(LogError) -> Desk {
        let stream: StreamID = site.retyped()
        var replica = Replica(.command)
        if let snapshot = try await log.snapshot(stream), snapshot.schema == snapshotSchema,
            let kept = try? Replica.decoded(snapshot.bytes)
        {
            replica = kept
        }
        // The desk's time never runs behind what is recorded, also when the snapshot holds no record any more.
        let last = try await log.read(stream, after: max(0, replica.position - 1), limit: 1).first
        var lastAt = try last?.decodedRecord().at ?? .zero
        while true {
            let page = try await log.read(stream, after: replica.position, limit: 2000)
            guard !page.isEmpty else { break }
            for stored in page {
                let record = try stored.decodedRecord()
                replica.apply(record)
                lastAt = record.at
            }
        }
        return Desk(site: site, replica: replica, lastAt: lastAt)
    }

    /// The durable state as the log keeps it for the next start.
    package var snapshot: Snapshot {
        Snapshot(
            stream: stream, position: replica.position, schema: Self.snapshotSchema, bytes: replica.encoded())
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
                StreamAppend(marked.stream, expectedVersion: 0, records: [], outcome: kept)
            ])
            try marks.settle(marked)
        }
    }
}
