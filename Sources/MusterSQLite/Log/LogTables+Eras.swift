import GRDB
import MusterCore
import MusterLog

extension LogTables {
    /// How many eras are remembered: a device that is older than all of them fetches its state.
    private static let kept: Int64 = 10_000

    /// Notes that an era begins at a stream's head.
    func begin(_ era: EraID, _ stream: StreamID, _ db: Database) throws {
        let put = try FastStatement(db, "INSERT INTO era (stream, id, position) VALUES (?, ?, ?)")
        try put.bind(1, stream)
        try put.bind(2, era)
        try put.bind(3, try head(stream).position)
        try put.run()
        let forget = try FastStatement(
            db, "DELETE FROM era WHERE number <= (SELECT max(number) FROM era) - ?")
        try forget.bind(1, Self.kept)
        try forget.run()
    }

    /// Where the era after this one began.
    static func end(_ db: Database, of era: EraID, _ stream: StreamID) throws -> Int64? {
        let select = try FastStatement(
            db,
            """
            SELECT position FROM era WHERE stream = ?1
            AND number > (SELECT number FROM era WHERE stream = ?1 AND id = ?2) ORDER BY number LIMIT 1
            """)
        try select.bind(1, stream)
        try select.bind(2, era)
        guard try select.step() else { return nil }
        defer { select.finish() }
        return select.integer(0)
    }
}
