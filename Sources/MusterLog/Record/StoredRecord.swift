package import MusterCore

/// A record as it lies in the log: the exact bytes that were hashed, and the parts beside them.
package struct StoredRecord: Sendable, Equatable {
    /// The stream that it was read from.
    package var stream: StreamID
    /// Where in the stream, from 1 and without gaps.
    package var position: Int64
    /// The header's bytes: the JSON of a ``RecordHeader``.
    package var header: [UInt8]
    /// The digest of the header, as stored beside it; with ``position`` the head after this record.
    package var digest: Digest
    /// The parts, in the header's order.
    package var parts: [StoredPart]

    /// A record as it was read.
    package init(
        stream: StreamID, position: Int64, header: [UInt8], digest: Digest, parts: [StoredPart]
    ) {
        self.stream = stream
        self.position = position
        self.header = header
        self.digest = digest
        self.parts = parts
    }

    /// The head of the chain after this record.
    package var head: Head { Head(position: position, digest: digest) }

    /// The header, read from its bytes.
    package func decodedHeader() throws(LogError) -> RecordHeader {
        do { return try RecordHeader.decoded(header) } catch {
            throw LogError(
                .corrupt, "the header of record \(position) of \(stream) is not readable", cause: error)
        }
    }

    /// The part of that name.
    package func part(_ name: String) -> StoredPart? {
        parts.first { $0.name == name }
    }
}

/// A part as it lies in the log.
package struct StoredPart: Sendable, Equatable {
    /// The part's name.
    package var name: String
    /// 16 random bytes that keep the digest from being guessed; for a sealed part also the name of its key.
    package var salt: [UInt8]
    /// Whether the stored bytes are sealed under a key of their own.
    package var isSealed: Bool
    /// The stored bytes; `nil` when erased or withheld.
    package var stored: [UInt8]?
    /// The key of a sealed part, where the reader holds it.
    package var key: [UInt8]?

    /// A part as it was read.
    package init(name: String, salt: [UInt8], isSealed: Bool, stored: [UInt8]?, key: [UInt8]? = nil) {
        self.name = name
        self.salt = salt
        self.isSealed = isSealed
        self.stored = stored
        self.key = key
    }
}
