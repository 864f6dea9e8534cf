import Crypto
package import MusterCore

/// Writes a stretch of a stream as JSON Lines that anybody can read and check without a database.
///
/// All headers of the stretch are written, so that the chain can be followed; bodies, texts and their keys
/// only of the records that belong to the subject.
package enum LogExport {
    /// Exports the stretch from the first to the last record that belongs to the subject.
    /// - Parameters:
    ///   - subject: what is exported, for the first line.
    ///   - log: where the stream lies.
    ///   - stream: which one.
    ///   - belongs: tells the subject's records from others; it is asked for all of them first.
    ///   - mark: what the first line and the last say of it, asked once `belongs` has seen everything (DrillIsDrill).
    ///   - write: takes each line, with its line feed.
    /// - Returns: the head of the last record; `nil`, with nothing written, when no record belongs.
    /// - Throws: ``LogError`` when the log cannot be read, or whatever `belongs` and `write` throw.
    package static func write(
        _ subject: String, from log: some LogReading, _ stream: StreamID,
        where belongs: (StoredRecord) throws(LogError) -> Bool,
        mark: () -> String? = { nil },
        to write: @escaping ([UInt8]) throws(LogError) -> Void
    ) async throws(LogError) -> Head? {
        let positions = try await positions(in: log, stream, where: belongs)
        guard let first = positions.first, let last = positions.last else { return nil }
        var file = FileDigest(write)
        var start = ExportStart()
        start.subject = subject
        start.stream = stream
        start.first = first
        start.mark = mark()
        try file.write(.start(start))
        var shown = positions[...]
        var head = Head(position: first - 1, digest: .zero)
        while head.position < last {
            let limit = Int32(clamping: min(Int64(LogLimits.recordsPerPage), last - head.position))
            let page = try await log.read(stream, after: head.position, limit: limit)
            guard !page.isEmpty else { throw LogError(.corrupt, "record \(head.position + 1) is missing") }
            for record in page {
                let isShown = shown.first == record.position
                if isShown { shown.removeFirst() }
                try file.write(.record(try ExportRecord(record, isShown: isShown)))
                head = record.head
            }
        }
        var end = ExportEnd()
        end.position = head.position
        end.head = head.digest
        end.file = file.digest
        end.mark = start.mark
        try file.write(.end(end))
        return head
    }

    private static func positions(
        in log: some LogReading, _ stream: StreamID, where belongs: (StoredRecord) throws(LogError) -> Bool
    ) async throws(LogError) -> [Int64] {
        var positions: [Int64] = []
        var last: Int64 = 0
        while true {
            let page = try await log.read(stream, after: last, limit: LogLimits.recordsPerPage)
            guard let end = page.last else { return positions }
            for record in page where try belongs(record) { positions.append(record.position) }
            last = end.position
        }
    }
}

/// The lines on their way out, with the digest of all so far.
private struct FileDigest {
    private var hash = SHA256()
    private let sink: ([UInt8]) throws(LogError) -> Void

    init(_ sink: @escaping ([UInt8]) throws(LogError) -> Void) {
        self.sink = sink
    }

    var digest: Digest { Digest(finalizing: hash) }

    mutating func write(_ line: ExportLine) throws(LogError) {
        let bytes = line.encoded() + [0x0A]
        hash.update(data: bytes)
        try sink(bytes)
    }
}

extension ExportRecord {
    /// A stored record as it is exported.
    fileprivate init(_ record: StoredRecord, isShown: Bool) throws(LogError) {
        self.init()
        guard let text = String(validating: record.header, as: UTF8.self) else {
            throw LogError(.corrupt, "the header of record \(record.position) is not text; verify the log")
        }
        digest = record.digest
        header = text
        parts = record.parts.map { ExportPart($0, isShown: isShown) }
    }
}
