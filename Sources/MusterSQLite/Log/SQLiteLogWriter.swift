import GRDB
import MusterCore
import MusterLog

/// The one connection that writes the log, on a queue of its own.
actor SQLiteLogWriter {
    private let executor = SerialQueueExecutor(label: "muster.log.write")
    private let queue: DatabaseQueue
    private let path: String
    private let keys: any PartKeys
    private var sealer: RecordSealer
    private var known = KnownStreams()

    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    init(path: String, keys: any PartKeys, durability: SQLiteDurability) throws(LogError) {
        self.path = path
        self.keys = keys
        self.sealer = RecordSealer(keys: keys)
        let queue = try SQLiteFile.open(path, migrations: LogMigrations.all, durability: durability)
        try SQLiteFile.translating(path) {
            try queue.writeWithoutTransaction(WriteAheadFile.keep)
            try WriteAheadFile.layOut(for: path)
        }
        self.queue = queue
    }

    /// Writes all appends in one transaction; on return it is on the disk.
    func append(_ appends: [StreamAppend]) throws(LogError) -> AppendPlan {
        var sealer = sealer
        var known = known
        let plan = try access { db in
            var plan: AppendPlan?
            try db.inTransaction(.immediate) {
                try known.refresh(db)
                let made = try AppendPlan(appends, over: LogTables(db, known), sealer: &sealer)
                try known.write(made, db)
                plan = made
                return .commit
            }
            guard let plan else { preconditionFailure("a transaction that returns has a plan") }
            return plan
        }
        self.sealer = sealer
        self.known = known
        return plan
    }

    func save(_ snapshot: Snapshot) throws(LogError) {
        try access { db in
            let put = try FastStatement(
                db, "INSERT OR REPLACE INTO snapshot (stream, position, schema, bytes) VALUES (?, ?, ?, ?)")
            try put.bind(1, snapshot.stream)
            try put.bind(2, snapshot.position)
            try put.bind(3, Int64(snapshot.schema))
            try put.bind(4, blob: snapshot.bytes)
            try put.run()
        }
    }

    func begin(_ era: EraID, of stream: StreamID) throws(LogError) {
        try access { db in
            try db.inTransaction(.immediate) {
                try LogTables(db).begin(era, stream, db)
                return .commit
            }
        }
    }

    /// Erases what is erasable in a record; `false` when nothing in it is.
    func erase(_ stream: StreamID, at position: Int64) throws(LogError) -> Bool {
        let names = try access { db in try LogTables.sealedParts(db, stream, position) }
        guard let names else { throw LogError(.notFound, "there is no record \(position) of \(stream)") }
        guard !names.isEmpty else { return false }
        // Keys first: a crash in between leaves bytes that nobody can open, never a readable text thought
        // erased.
        try keys.destroy(named: names)
        try access { db in
            try db.inTransaction(.immediate) {
                try LogTables.erase(db, stream, position)
                return .commit
            }
            // The sealed bytes also stand in the write-ahead log until that is emptied.
            try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            try WriteAheadFile.layOut(for: path)
        }
        return true
    }

    /// Drops old outcomes from the front, a batch a transaction, so that appends come in between.
    func pruneBatch(olderThan moment: Instant) throws(LogError) -> Int64 {
        try access { db in
            let delete = try FastStatement(
                db,
                """
                DELETE FROM outcome WHERE at < ?1
                AND number IN (SELECT number FROM outcome ORDER BY number LIMIT 1000)
                """)
            try delete.bind(1, moment.milliseconds)
            try delete.run()
            return Int64(db.changesCount)
        }
    }

    /// The values of `journal_mode` and `synchronous` on this connection.
    func durability() throws(LogError) -> String {
        try access { db in
            let journal = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "?"
            let synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
            return "\(journal) \(synchronous)"
        }
    }

    private func access<T>(_ body: (Database) throws -> T) throws(LogError) -> T {
        try SQLiteFile.translating(path) { try queue.writeWithoutTransaction(body) }
    }
}
