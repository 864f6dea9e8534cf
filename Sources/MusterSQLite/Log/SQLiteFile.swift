import Foundation
import GRDB
import MusterLog

/// How a database file of the log is opened: what it must promise is set here, once, and checked.
enum SQLiteFile {
    /// How long a connection waits for another one's lock, in seconds.
    static let busySeconds = 5.0

    /// Opens a file for writing, brings its schema up to date and checks that it keeps what it confirms.
    static func open(
        _ path: String, migrations: DatabaseMigrator, durability: SQLiteDurability = .full
    ) throws(LogError) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "muster.log"
        configuration.busyMode = .timeout(busySeconds)
        // GRDB's own WAL setting would put synchronous to NORMAL after this; so the journal is set here, by
        // hand.
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = \(durability.rawValue)")
            try db.execute(sql: "PRAGMA secure_delete = ON")
            try db.execute(sql: "PRAGMA wal_autocheckpoint = \(WriteAheadFile.pagesPerRound)")
        }
        return try translating(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { db in
                let isNewer = try migrations.hasBeenSuperseded(db)
                guard !isNewer else {
                    throw LogError(.newerSchema, "\(path) was written by a newer Muster; start that one")
                }
            }
            try migrations.migrate(queue)
            try queue.writeWithoutTransaction { db in try check(db, durability, path) }
            return queue
        }
    }

    /// Opens a file for reads alone: beside a writer, or on a medium that nobody can write to.
    static func openForReading(
        _ path: String, migrations: DatabaseMigrator? = nil
    ) throws(LogError) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "muster.log.read"
        configuration.readonly = true
        configuration.busyMode = .timeout(busySeconds)
        return try translating(path) {
            let queue = try queue(path, configuration)
            if let migrations, try queue.read(migrations.hasBeenSuperseded) {
                throw LogError(.newerSchema, "\(path) was written by a newer Muster; use that one")
            }
            return queue
        }
    }

    private static func queue(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            // A file with a write-ahead log needs an index beside it, which a read-only medium cannot be given.
            // Where that log is gone or blank, everything stands in the file itself.
            guard FileManager.default.fileExists(atPath: path) else { throw error }
            guard WriteAheadFile.isBlank(for: path) else {
                throw LogError(
                    .unavailable,
                    "\(path) has a write-ahead log that cannot be read where nothing can be written; "
                        + "copy the folder to a disk and read it there", cause: error)
            }
            let url = URL(fileURLWithPath: path).absoluteString
            return try DatabaseQueue(path: url + "?immutable=1", configuration: configuration)
        }
    }

    /// Checks that the connection really is what was asked for.
    static func check(_ db: Database, _ durability: SQLiteDurability, _ path: String) throws {
        let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode")
        let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous")
        guard journal == "wal", synchronous == durability.reported else {
            throw LogError(
                .notDurable,
                "\(path) keeps less than it confirms: \(journal ?? "?"), synchronous \(synchronous ?? -1)")
        }
    }

    /// Runs something on a database and turns whatever it throws into a ``LogError``.
    static func translating<T>(_ path: String, _ body: () throws -> T) throws(LogError) -> T {
        do {
            return try body()
        } catch let error as LogError {
            throw error
        } catch let error as DatabaseError {
            throw LogError(error, path)
        } catch {
            throw LogError(.unavailable, "\(path) failed", cause: error)
        }
    }
}

extension LogError {
    /// What SQLite's error means for the log.
    fileprivate init(_ error: DatabaseError, _ path: String) {
        switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self.init(.corrupt, "\(path) is damaged or is not a database; restore a backup", cause: error)
        case .SQLITE_FULL:
            self.init(.unavailable, "the disk of \(path) is full", cause: error)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            self.init(.unavailable, "\(path) is held by another process", cause: error)
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
            self.init(.unavailable, "\(path) cannot be opened for writing", cause: error)
        default:
            self.init(.unavailable, "\(path) cannot be read or written", cause: error)
        }
    }
}
