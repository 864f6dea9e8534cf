import GRDB
import MusterCore
import MusterLog

extension LogTables {
    /// The records of a stream after a position, with their parts.
    static func records(
        _ db: Database, _ stream: StreamID, after position: Int64, limit: Int32
    ) throws -> [StoredRecord] {
        guard limit > 0, let number = try number(of: stream, db) else { return [] }
        var records = try headers(db, stream, number, after: position, limit: limit)
        guard let last = records.last?.position else { return [] }
        let select = try FastStatement(
            db,
            """
            SELECT position, name, salt, sealed, stored FROM part
            WHERE stream = ? AND position > ? AND position <= ? ORDER BY position, number
            """)
        try select.bind(1, number)
        try select.bind(2, position)
        try select.bind(3, last)
        var index = 0
        while try select.step() {
            let owner = select.integer(0)
            while index < records.count, records[index].position < owner { index += 1 }
            guard index < records.count, records[index].position == owner else { continue }
            records[index].parts.append(
                StoredPart(
                    name: String(decoding: select.bytes(1), as: UTF8.self), salt: select.bytes(2),
                    isSealed: select.integer(3) != 0, stored: select.isNull(4) ? nil : select.bytes(4)))
        }
        return records
    }

    private static func headers(
        _ db: Database, _ stream: StreamID, _ number: Int64, after position: Int64, limit: Int32
    ) throws -> [StoredRecord] {
        let select = try FastStatement(
            db,
            """
            SELECT position, digest, header FROM record
            WHERE stream = ? AND position > ? ORDER BY position LIMIT ?
            """)
        try select.bind(1, number)
        try select.bind(2, position)
        try select.bind(3, Int64(min(limit, LogLimits.recordsPerRead)))
        var records: [StoredRecord] = []
        while try select.step() {
            records.append(
                StoredRecord(
                    stream: stream, position: select.integer(0), header: select.bytes(2),
                    digest: try digest(select.bytes(1)), parts: []))
        }
        return records
    }

    /// The salts of a record's sealed parts; `nil` when there is no such record.
    static func sealedParts(_ db: Database, _ stream: StreamID, _ position: Int64) throws -> [[UInt8]]? {
        guard let number = try number(of: stream, db) else { return nil }
        let record = try FastStatement(db, "SELECT 1 FROM record WHERE stream = ? AND position = ?")
        try record.bind(1, number)
        try record.bind(2, position)
        guard try record.step() else { return nil }
        record.finish()
        let select = try FastStatement(
            db, "SELECT salt FROM part WHERE stream = ? AND position = ? AND sealed = 1")
        try select.bind(1, number)
        try select.bind(2, position)
        var names: [[UInt8]] = []
        while try select.step() { names.append(select.bytes(0)) }
        return names
    }

    /// Takes away the sealed bytes of a record and the snapshots that may contain them.
    static func erase(_ db: Database, _ stream: StreamID, _ position: Int64) throws {
        guard let number = try number(of: stream, db) else { return }
        let parts = try FastStatement(
            db, "UPDATE part SET stored = NULL WHERE stream = ? AND position = ? AND sealed = 1")
        try parts.bind(1, number)
        try parts.bind(2, position)
        try parts.run()
        let snapshots = try FastStatement(db, "DELETE FROM snapshot WHERE stream = ? AND position >= ?")
        try snapshots.bind(1, stream)
        try snapshots.bind(2, position)
        try snapshots.run()
    }
}
