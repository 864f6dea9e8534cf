import GRDB
import MusterCore
import MusterLog

/// The ends and numbers of streams, kept in memory as long as nobody else writes to the file.
struct KnownStreams {
    private var heads: [StreamID: Head] = [:]
    private var numbers: [StreamID: Int64] = [:]
    private var dataVersion: Int64 = -1

    /// Forgets everything if another connection has written since.
    mutating func refresh(_ db: Database) throws {
        let pragma = try FastStatement(db, "PRAGMA data_version")
        guard try pragma.step() else { return }
        let version = pragma.integer(0)
        pragma.finish()
        if version != dataVersion { self = KnownStreams() }
        dataVersion = version
    }

    func head(_ stream: StreamID) -> Head? { heads[stream] }

    /// Writes a plan's records and outcomes, and takes note of the new heads.
    mutating func write(_ plan: AppendPlan, _ db: Database) throws {
        try writeRecords(plan.records, db)
        try writeOutcomes(plan.outcomes, db)
        for (stream, head) in plan.heads { heads[stream] = head }
    }

    private mutating func writeRecords(_ records: [StoredRecord], _ db: Database) throws {
        let record = try FastStatement(
            db, "INSERT INTO record (stream, position, digest, header) VALUES (?, ?, ?, ?)")
        let part = try FastStatement(
            db,
            """
            INSERT INTO part (stream, position, number, name, salt, sealed, stored)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        for stored in records {
            let number = try number(of: stored.stream, db)
            try record.bind(1, number)
            try record.bind(2, stored.position)
            try record.bind(3, blob: stored.digest.bytes)
            try record.bind(4, text: stored.header)
            try record.run()
            for (index, each) in stored.parts.enumerated() {
                try part.bind(1, number)
                try part.bind(2, stored.position)
                try part.bind(3, Int64(index))
                try part.bind(4, text: Array(each.name.utf8))
                try part.bind(5, blob: each.salt)
                try part.bind(6, each.isSealed ? 1 : 0)
                let bytes = each.stored ?? []
                if each.isSealed { try part.bind(7, blob: bytes) } else { try part.bind(7, text: bytes) }
                try part.run()
            }
        }
    }

    private func writeOutcomes(_ outcomes: [StoredOutcome], _ db: Database) throws {
        let insert = try FastStatement(
            db,
            """
            INSERT INTO outcome (device, command, at, stream, position, digest, bytes)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        for stored in outcomes {
            try insert.bind(1, stored.outcome.device)
            try insert.bind(2, stored.outcome.command)
            try insert.bind(3, stored.outcome.at.milliseconds)
            try insert.bind(4, stored.stream)
            try insert.bind(5, stored.head.position)
            try insert.bind(6, blob: stored.head.digest.bytes)
            try insert.bind(7, blob: stored.outcome.bytes)
            try insert.run()
        }
    }

    private mutating func number(of stream: StreamID, _ db: Database) throws -> Int64 {
        if let number = numbers[stream] { return number }
        if let number = try LogTables.number(of: stream, db) {
            numbers[stream] = number
            return number
        }
        let insert = try FastStatement(db, "INSERT INTO stream (id) VALUES (?)")
        try insert.bind(1, stream)
        try insert.run()
        numbers[stream] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }
}
