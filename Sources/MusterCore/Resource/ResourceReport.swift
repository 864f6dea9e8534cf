/// What somebody says of a resource; what is left open says nothing.
package struct ResourceClaim: WireValue, Equatable, Sendable {
    /// What it is.
    package var kind: ResourceKind?
    /// How many.
    package var count: Int32?
    /// From whom.
    package var supplier: Supplier?
    /// How far it has come.
    package var stage: ResourceStage?
    /// When it is expected.
    package var expectedAt: Instant?
    /// Where it is used.
    package var place: PlaceID?
    /// Who said it, and when it was seen.
    package var source = Source()

    /// A blank claim, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("kind", &kind)
        visitor.field("count", &count)
        visitor.field("supplier", &supplier)
        visitor.field("stage", &stage)
        visitor.field("expectedAt", &expectedAt)
        visitor.field("place", &place)
        visitor.field("source", &source)
    }

    /// The claim with a count and a moment that can be true: an observation is never refused.
    func kept(at now: Instant) -> ResourceClaim {
        var copy = self
        copy.count = count.map { min(max(0, $0), 9_999) }
        copy.expectedAt = expectedAt.map { max(.zero, min($0, now + .minutes(7 * 24 * 60))) }
        return copy
    }
}

/// A claim as it was received.
package struct ResourceReport: WireValue, Equatable, Sendable {
    /// What was said.
    package var claim = ResourceClaim()
    /// Who entered it.
    package var by = PersonID.none
    /// The log position of its record, which may hold words.
    package var record: Int64 = 0
    /// Whether the record came with words.
    package var hasWords = false

    /// A blank report, to be filled by the codec.
    package init() {}

    init(_ claim: ResourceClaim, hasWords: Bool, _ record: Record) {
        self.claim = claim
        self.hasWords = hasWords
        by = record.author
        self.record = record.position
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("claim", &claim)
        visitor.field("by", &by)
        visitor.field("record", &record)
        visitor.field("words", &hasWords)
    }

    func isSameVoice(as other: ResourceReport) -> Bool {
        claim.source.isSameVoice(enteredBy: by, as: other.claim.source, enteredBy: other.by)
    }
}

/// A field of a resource as it is known: the newest that was said of it, and what another voice says differently.
package struct ToldField<Value: Equatable & Sendable>: Sendable {
    /// What was said last.
    package let value: Value
    /// By whom, how and when.
    package let report: ResourceReport
    /// What another voice said, where that differs and is not overtaken.
    package let other: (value: Value, report: ResourceReport)?
}
