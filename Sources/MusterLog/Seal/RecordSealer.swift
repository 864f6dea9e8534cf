package import MusterCore

/// Gives records their position, their header and their place in the chain; the only code that does.
package struct RecordSealer: Sendable {
    /// How many keys are made durable at once.
    static let keysAhead: Int32 = 128

    private let keys: any PartKeys
    private var unused: [PartKey] = []

    /// A sealer that takes the keys of erasable parts from there.
    package init(keys: any PartKeys) {
        self.keys = keys
    }

    /// The record as it is stored after a head; randomness aside, the same record gives the same bytes
    /// everywhere.
    package mutating func seal(
        _ record: NewRecord, on stream: StreamID, after head: Head
    ) throws(LogError) -> StoredRecord {
        var header = RecordHeader()
        header.stream = stream
        header.position = head.position + 1
        header.at = record.at
        header.actor = record.actor
        header.device = record.device
        header.command = record.command
        header.type = record.type
        header.previous = head.digest
        header.parts.reserveCapacity(record.parts.count)
        var parts: [StoredPart] = []
        parts.reserveCapacity(record.parts.count)
        for new in record.parts {
            let part = try seal(new)
            var digest = PartDigest()
            digest.name = part.name
            digest.isSealed = part.isSealed
            digest.digest = Digest(of: part.salt, part.stored ?? [])
            header.parts.append(digest)
            parts.append(part)
        }
        let bytes = header.encoded()
        return StoredRecord(
            stream: stream, position: header.position, header: bytes, digest: Digest(of: bytes), parts: parts)
    }

    private mutating func seal(_ part: NewPart) throws(LogError) -> StoredPart {
        guard part.isErasable else {
            return StoredPart(name: part.name, salt: .random(16), isSealed: false, stored: part.bytes)
        }
        if unused.isEmpty { unused = try keys.take(Self.keysAhead) }
        guard let key = unused.popLast() else { throw LogError(.unavailable, "no keys came for sealing") }
        return StoredPart(
            name: part.name, salt: key.name, isSealed: true,
            stored: try StoredPart.seal(part.bytes, under: key),
            key: key.key)
    }
}
