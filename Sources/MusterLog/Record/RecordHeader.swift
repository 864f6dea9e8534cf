package import MusterCore

/// The chained part of a record: who, when, what kind, and the digests of the parts.
///
/// Stored bytes are hashed as they are. The header is encoded once, by ``RecordSealer``; whoever checks a
/// chain hashes what is stored and decodes it, and never encodes it again.
package struct RecordHeader: WireValue, Equatable, Sendable {
    /// The version of this form.
    package static let version: Int32 = 1

    /// The version of the header's form.
    package var v = RecordHeader.version
    /// The stream of the record.
    package var stream = StreamID.none
    /// Where in the stream, from 1.
    package var position: Int64 = 0
    /// The desk's time.
    package var at = Instant.zero
    /// Who caused it.
    package var actor: PersonID?
    /// The device that sent the command.
    package var device = DeviceID.none
    /// The command that it came of.
    package var command = CommandID.none
    /// The frozen name of what happened.
    package var type = ""
    /// The digest of the header before; ``Digest/zero`` for the first record.
    package var previous = Digest.zero
    /// The parts, each with its salted digest.
    package var parts: [PartDigest] = []

    /// A blank header, to be filled by the codec or the sealer.
    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("v", &v)
        visitor.field("stream", &stream)
        visitor.field("pos", &position)
        visitor.field("at", &at)
        visitor.field("actor", &actor)
        visitor.field("device", &device)
        visitor.field("command", &command)
        visitor.field("type", &type)
        visitor.field("prev", &previous)
        visitor.field("parts", &parts)
    }
}

/// What the header says of one part.
package struct PartDigest: WireValue, Equatable, Sendable {
    /// The part's name.
    package var name = ""
    /// Whether the stored bytes are sealed under a key of their own; only such a part may ever be missing.
    package var isSealed = false
    /// SHA-256 of the salt followed by the stored bytes.
    package var digest = Digest.zero

    /// A blank part, to be filled by the codec or the sealer.
    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("name", &name)
        visitor.field("sealed", &isSealed)
        visitor.field("digest", &digest)
    }
}
