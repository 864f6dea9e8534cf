import Crypto
import MusterCore

/// Checks an export line by line, without a database and without trust in who wrote it.
package struct FileVerifier: Sendable {
    private let wanted: Digest?
    private var hash = SHA256()
    private var line: Int64 = 0
    private var start: ExportStart?
    private var check: ChainCheck?
    private var isEnded = false

    /// A check of an export, which must hold a wanted head somewhere.
    package init(holding wanted: Digest? = nil) {
        self.wanted = wanted
    }

    /// Takes in the next line, without its line feed.
    /// - Throws: the fault, when the line is bad; the check is over then.
    package mutating func take(_ bytes: [UInt8]) throws(ChainFault) {
        line += 1
        let position = (check?.head.position ?? 0) + 1
        guard !isEnded, let read = Self.read(bytes) else { throw ChainFault(position, .lineChanged(line)) }
        switch (read, start) {
        case (.start(let start), nil):
            guard start.form == ExportStart.form, start.first >= 1 else {
                throw ChainFault(position, .lineChanged(line))
            }
            self.start = start
            check = ChainCheck(start.stream, from: start.first, holding: wanted)
        case (.record(let record), let start?):
            var parts: [StoredPart] = []
            for part in record.parts {
                guard let stored = part.stored else { throw ChainFault(position, .lineChanged(line)) }
                parts.append(stored)
            }
            try check?.check(
                StoredRecord(
                    stream: start.stream, position: position, header: Array(record.header.utf8),
                    digest: record.digest, parts: parts))
        case (.end(let end), .some):
            guard let head = check?.head, end.position == head.position, end.head == head.digest,
                end.file == Digest(finalizing: hash)
            else { throw ChainFault(position, .lineChanged(line)) }
            isEnded = true
        default: throw ChainFault(position, .lineChanged(line))
        }
        hash.update(data: bytes)
        hash.update(data: [0x0A])
    }

    /// Ends the check after the last line.
    /// - Throws: the fault, when the last line never came or the wanted head was not met.
    package func finish() throws(ChainFault) -> ChainReport {
        guard isEnded, let start, let check else {
            throw ChainFault((check?.head.position ?? 0) + 1, .cutOff)
        }
        try check.finish()
        return ChainReport(start.stream, check, fault: nil)
    }

    /// Reads a line that is in its one canonical form; a byte that makes no difference to a reader is a
    /// change too.
    private static func read(_ bytes: [UInt8]) -> ExportLine? {
        do {
            let line = try ExportLine.decoded(bytes)
            return line.encoded() == bytes ? line : nil
        } catch {
            return nil
        }
    }
}
