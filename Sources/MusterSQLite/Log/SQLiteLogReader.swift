import Foundation
import GRDB
package import MusterCore
package import MusterLog

/// The connection that reads beside the writer, on a queue of its own: a long fold never holds up an append.
///
/// It stands alone too, over a log that somebody else writes or nobody may write: it makes and changes no file.
package actor SQLiteLogReader: LogReading {
    private let executor = SerialQueueExecutor(label: "muster.log.read")
    private let queue: DatabaseQueue
    private let path: String
    private let keys: any PartKeys

    /// The queue that the reads block, so that nothing else is held up.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    /// Opens a file that the writer has made.
    package init(path: String, keys: any PartKeys) throws(LogError) {
        self.path = path
        self.keys = keys
        self.queue = try SQLiteFile.openForReading(path, migrations: LogMigrations.all)
    }

    /// Opens the log of a folder that is there already; without its keys texts stay locked, and all else is read.
    package init(folder: String) throws(LogError) {
        let path = SQLiteLog.path(in: folder)
        guard FileManager.default.fileExists(atPath: path) else {
            throw LogError(.notFound, "there is no log in \(folder)")
        }
        let keysPath = SQLiteLog.keysPath(in: folder)
        let hasKeys = FileManager.default.fileExists(atPath: keysPath)
        let keys: any PartKeys =
            hasKeys ? try SQLitePartKeys(reading: keysPath) : InMemoryPartKeys()
        try self.init(path: path, keys: keys)
    }

    package func read(
        _ stream: StreamID, after position: Int64, limit: Int32
    ) throws(LogError) -> [StoredRecord] {
        var records = try access { db in
            try LogTables.records(db, stream, after: position, limit: limit)
        }
        try keys.attach(to: &records)
        return records
    }

    func head(_ stream: StreamID) throws(LogError) -> Head {
        try access { db in try LogTables(db).head(stream) }
    }

    func outcome(_ device: DeviceID, _ command: CommandID) throws(LogError) -> StoredOutcome? {
        try access { db in try LogTables(db).outcome(device, command) }
    }

    package func streams() throws(LogError) -> [StreamID] {
        try access { db in try LogTables(db).streams() }
    }

    func snapshot(_ stream: StreamID) throws(LogError) -> Snapshot? {
        try access { db in try LogTables(db).snapshot(stream) }
    }

    func end(of era: EraID, _ stream: StreamID) throws(LogError) -> Int64? {
        try access { db in try LogTables.end(db, of: era, stream) }
    }

    private func access<T>(_ body: (Database) throws -> T) throws(LogError) -> T {
        try SQLiteFile.translating(path) { try queue.read(body) }
    }
}
