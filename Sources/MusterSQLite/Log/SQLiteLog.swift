import Foundation
package import MusterCore
package import MusterLog

/// The log on SQLite: the embedded default.
///
/// One connection writes, one reads what a command waits for, and one reads the log for everybody else, each on a
/// queue of its own. A commit is on the disk before it is
/// answered (`journal_mode = WAL`, `synchronous = FULL`); opening fails when SQLite does not say so.
package final class SQLiteLog: EventLog {
    private let writer: SQLiteLogWriter
    private let reader: SQLiteLogReader
    /// Backlogs, loads and health: however many ask for them, no command waits behind them.
    private let bulk: SQLiteLogReader
    private let board = HeadBoard()

    /// Opens or makes the log in a folder: `log.sqlite`, and beside it `keys.sqlite` with the keys of
    /// erasable parts.
    package convenience init(folder: String) throws(LogError) {
        let path = Self.path(in: folder)
        let keys = Self.keysPath(in: folder)
        let files = FileManager.default
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw LogError(.unavailable, "the folder \(folder) cannot be made", cause: error)
        }
        // Keys are made before the log; a log alone has lost them, and new ones beside it would hide that.
        guard files.fileExists(atPath: keys) || !files.fileExists(atPath: path) else {
            throw LogError(.notFound, "\(keys) is missing beside the log; restore it, or no text can be read")
        }
        try self.init(path: path, keys: try SQLitePartKeys(path: keys))
    }

    /// Opens or makes the log in a file, with the keys of erasable parts elsewhere.
    package convenience init(path: String, keys: any PartKeys) throws(LogError) {
        try self.init(path: path, keys: keys, durability: .full)
    }

    /// Opens a log whose commits are as durable as asked; only the test of `Durable` asks for less than all.
    package init(
        path: String, keys: any PartKeys, durability: SQLiteDurability
    ) throws(LogError) {
        writer = try SQLiteLogWriter(path: path, keys: keys, durability: durability)
        reader = try SQLiteLogReader(path: path, keys: keys)
        bulk = try SQLiteLogReader(path: path, keys: keys)
    }

    /// The log's file in a folder.
    package static func path(in folder: String) -> String { folder + "/log.sqlite" }

    /// The file with the keys of erasable parts in a folder.
    package static func keysPath(in folder: String) -> String { folder + "/keys.sqlite" }

    package func append(_ appends: [StreamAppend]) async throws(LogError) -> [AppendResult] {
        let plan = try await writer.append(appends)
        board.announce(plan.heads)
        return plan.results
    }

    package func read(
        _ stream: StreamID, after position: Int64, limit: Int32
    ) async throws(LogError) -> [StoredRecord] {
        try await bulk.read(stream, after: position, limit: limit)
    }

    package func head(_ stream: StreamID) async throws(LogError) -> Head {
        try await reader.head(stream)
    }

    package func outcome(_ device: DeviceID, _ command: CommandID) async throws(LogError) -> StoredOutcome? {
        try await reader.outcome(device, command)
    }

    package func streams() async throws(LogError) -> [StreamID] {
        try await bulk.streams()
    }

    package func follow(_ stream: StreamID, after position: Int64) -> RecordFeed {
        RecordFeed(log: self, board: board, stream: stream, after: position)
    }

    package func saveSnapshot(_ snapshot: Snapshot) async throws(LogError) {
        try await writer.save(snapshot)
    }

    package func snapshot(_ stream: StreamID) async throws(LogError) -> Snapshot? {
        try await bulk.snapshot(stream)
    }

    package func beginEra(_ era: EraID, of stream: StreamID) async throws(LogError) {
        try await writer.begin(era, of: stream)
    }

    package func end(of era: EraID, _ stream: StreamID) async throws(LogError) -> Int64? {
        try await reader.end(of: era, stream)
    }

    @discardableResult
    package func erase(_ stream: StreamID, at position: Int64) async throws(LogError) -> Bool {
        try await writer.erase(stream, at: position)
    }

    @discardableResult
    package func pruneOutcomes(olderThan moment: Instant) async throws(LogError) -> Int64 {
        var pruned: Int64 = 0
        while true {
            let batch = try await writer.pruneBatch(olderThan: moment)
            pruned += batch
            if batch == 0 { return pruned }
        }
    }

    /// The values of `journal_mode` and `synchronous` on the writing connection, for tests and the operator.
    package func durability() async throws(LogError) -> String {
        try await writer.durability()
    }
}
