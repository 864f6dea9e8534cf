import GRDB
package import MusterLog

/// The keys of sealed parts in a database file of their own: a backup of the log without it cannot read what
/// was erased.
package final class SQLitePartKeys: PartKeys {
    private let queue: DatabaseQueue
    private let path: String

    /// Opens or makes the key file.
    package init(path: String) throws(LogError) {
        self.path = path
        self.queue = try SQLiteFile.open(path, migrations: PartKeysMigrations.all)
    }

    /// Opens a key file to read texts by it, and no more.
    init(reading path: String) throws(LogError) {
        self.path = path
        self.queue = try SQLiteFile.openForReading(path, migrations: PartKeysMigrations.all)
    }

    package func take(_ count: Int32) throws(LogError) -> [PartKey] {
        let fresh = (0..<count).map { _ in PartKey.fresh() }
        try access { db in
            try db.inTransaction(.immediate) {
                let insert = try FastStatement(db, "INSERT INTO partKey (name, key) VALUES (?, ?)")
                for key in fresh {
                    try insert.bind(1, blob: key.name)
                    try insert.bind(2, blob: key.key)
                    try insert.run()
                }
                return .commit
            }
        }
        return fresh
    }

    package func keys(named names: [[UInt8]]) throws(LogError) -> [PartKey?] {
        try access { db in
            let select = try FastStatement(db, "SELECT key FROM partKey WHERE name = ?")
            return try names.map { name in
                try select.bind(1, blob: name)
                guard try select.step() else { return nil }
                defer { select.finish() }
                return PartKey(name: name, key: select.bytes(0))
            }
        }
    }

    package func destroy(named names: [[UInt8]]) throws(LogError) {
        guard !names.isEmpty else { return }
        try access { db in
            try db.inTransaction(.immediate) {
                let delete = try FastStatement(db, "DELETE FROM partKey WHERE name = ?")
                for name in names {
                    try delete.bind(1, blob: name)
                    try delete.run()
                }
                return .commit
            }
            // The key also stands in the write-ahead log until that is emptied.
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    private func access<T>(_ body: (Database) throws -> T) throws(LogError) -> T {
        try SQLiteFile.translating(path) { try queue.writeWithoutTransaction(body) }
    }
}
