import GRDB
import MusterCore
import MusterLog

/// What is read from the log's tables, on either connection.
struct LogTables: AppendSource {
    private let db: Database
    private let known: KnownStreams

    init(_ db: Database, _ known: KnownStreams = KnownStreams()) {
        self.db = db
        self.known = known
    }

    func head(_ stream: StreamID) throws(LogError) -> Head {
        if let head = known.head(stream) { return head }
        return try SQLiteFile.translating("the log") {
            guard let number = try Self.number(of: stream, db) else { return .start }
            let select = try FastStatement(
                db, "SELECT position, digest FROM record WHERE stream = ? ORDER BY position DESC LIMIT 1")
            try select.bind(1, number)
            guard try select.step() else { return .start }
            defer { select.finish() }
            return Head(position: select.integer(0), digest: try Self.digest(select.bytes(1)))
        }
    }

    func outcome(_ device: DeviceID, _ command: CommandID) throws(LogError) -> StoredOutcome? {
        try SQLiteFile.translating("the log") {
            let select = try FastStatement(
                db, "SELECT at, stream, position, digest, bytes FROM outcome WHERE command = ? AND device = ?"
            )
            try select.bind(1, command)
            try select.bind(2, device)
            guard try select.step() else { return nil }
            defer { select.finish() }
            guard let stream = StreamID(bytes: select.bytes(1)) else {
                throw LogError(.corrupt, "the outcome of \(command) of \(device) names no stream")
            }
            return StoredOutcome(
                stream: stream,
                head: Head(position: select.integer(2), digest: try Self.digest(select.bytes(3))),
                outcome: CommandOutcome(
                    device: device, command: command, at: Instant(milliseconds: select.integer(0)),
                    bytes: select.bytes(4)))
        }
    }

    func streams() throws -> [StreamID] {
        let select = try FastStatement(db, "SELECT id FROM stream ORDER BY id")
        var streams: [StreamID] = []
        while try select.step() {
            guard let stream = StreamID(bytes: select.bytes(0)) else {
                throw LogError(.corrupt, "the table of streams holds something that is no id")
            }
            streams.append(stream)
        }
        return streams.sorted()
    }

    func snapshot(_ stream: StreamID) throws -> Snapshot? {
        let select = try FastStatement(db, "SELECT position, schema, bytes FROM snapshot WHERE stream = ?")
        try select.bind(1, stream)
        guard try select.step() else { return nil }
        defer { select.finish() }
        return Snapshot(
            stream: stream, position: select.integer(0), schema: Int32(clamping: select.integer(1)),
            bytes: select.bytes(2))
    }

    static func number(of stream: StreamID, _ db: Database) throws -> Int64? {
        let select = try FastStatement(db, "SELECT number FROM stream WHERE id = ?")
        try select.bind(1, stream)
        guard try select.step() else { return nil }
        defer { select.finish() }
        return select.integer(0)
    }

    static func digest(_ bytes: [UInt8]) throws(LogError) -> Digest {
        // A stored digest of a wrong length equals none, so that verification names its record.
        Digest(bytes: bytes) ?? .zero
    }
}
