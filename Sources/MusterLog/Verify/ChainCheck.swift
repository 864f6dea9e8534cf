package import MusterCore

/// Checks a chain record by record, as a value without I/O; whoever reads a log or a file drives it.
package struct ChainCheck: Sendable {
    /// What was counted on the way.
    package struct Counts: Equatable, Sendable {
        /// Records that are as they were written.
        package var records: Int64 = 0
        /// Erasable parts that are gone.
        package var erased: Int64 = 0
        /// Parts that an export left out.
        package var withheld: Int64 = 0
        /// Sealed parts whose key is not held here.
        package var locked: Int64 = 0
    }

    private let stream: StreamID
    private let mayWithhold: Bool
    private var isAnchored: Bool
    private let wanted: Digest?
    /// The head after the last good record.
    package private(set) var head: Head
    /// What was counted so far.
    package private(set) var counts = Counts()
    /// Whether the wanted head was met, or none was wanted.
    package private(set) var metHead: Bool

    /// A check of a whole stream, which must hold a wanted head somewhere.
    package init(_ stream: StreamID, holding wanted: Digest? = nil) {
        self.stream = stream
        self.wanted = wanted
        self.mayWithhold = false
        self.isAnchored = true
        self.head = .start
        self.metHead = wanted == nil
    }

    /// A check of a stretch of a stream, whose first record's own `prev` is taken on trust.
    package init(_ stream: StreamID, from first: Int64, holding wanted: Digest? = nil) {
        self.stream = stream
        self.wanted = wanted
        self.mayWithhold = true
        self.isAnchored = first == 1
        self.head = Head(position: first - 1, digest: .zero)
        self.metHead = wanted == nil
    }

    /// Checks the next record.
    /// - Throws: the fault, when the record is bad; the check is over then.
    package mutating func check(_ record: StoredRecord) throws(ChainFault) {
        let position = head.position + 1
        guard record.position == position else { throw ChainFault(position, .missing) }
        guard Digest(of: record.header) == record.digest else { throw ChainFault(position, .headerChanged) }
        guard let header = Self.readHeader(record.header), header.v == RecordHeader.version else {
            throw ChainFault(position, .headerUnreadable)
        }
        guard header.position == position, header.stream == stream else {
            throw ChainFault(position, .misplaced)
        }
        guard header.previous == head.digest || !isAnchored else { throw ChainFault(position, .unchained) }
        guard header.parts.count == record.parts.count else { throw ChainFault(position, .otherParts) }
        for (named, part) in zip(header.parts, record.parts) { try check(part, against: named, at: position) }
        head = record.head
        isAnchored = true
        counts.records += 1
        if record.digest == wanted { metHead = true }
    }

    /// Ends the check: a wanted head must have been met.
    package func finish() throws(ChainFault) {
        if let wanted, !metHead { throw ChainFault(head.position + 1, .headNotFound(wanted)) }
    }

    private mutating func check(
        _ part: StoredPart, against named: PartDigest, at position: Int64
    ) throws(ChainFault) {
        guard part.name == named.name, part.isSealed == named.isSealed else {
            throw ChainFault(position, .otherParts)
        }
        guard let stored = part.stored else {
            if mayWithhold {
                counts.withheld += 1
            } else if part.isSealed {
                counts.erased += 1
            } else {
                throw ChainFault(position, .partMissing(part.name))
            }
            return
        }
        guard Digest(of: part.salt, stored) == named.digest else {
            throw ChainFault(position, .partChanged(part.name))
        }
        guard part.isSealed else { return }
        do {
            if try part.opened() == nil { counts.locked += 1 }
        } catch {
            throw ChainFault(position, .wrongKey(part.name))
        }
    }

    private static func readHeader(_ bytes: [UInt8]) -> RecordHeader? {
        do { return try RecordHeader.decoded(bytes) } catch { return nil }
    }
}
