/// Somebody is hands-on: an observed fact, never a request, never refused.
package struct Responding: WireValue, Keyed, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// When it was first seen.
    package var since = Instant.zero
    /// Who entered it.
    package var reportedBy = PersonID.none
    /// How the fact came in.
    package var source = Source()

    /// How many people are noted beside those who may coordinate or hold a position.
    ///
    /// More adults than a site has. Nobody is refused: of ids without end the one that was seen longest ago gives way,
    /// and stays in the log.
    static let mostOthers = 500

    /// What the row is found and sorted by.
    package var key: PersonID { person }

    /// A blank fact, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("since", &since)
        visitor.field("reportedBy", &reportedBy)
        visitor.field("source", &source)
    }
}

/// Somebody was seen with free hands.
package struct HandsFree: WireValue, Keyed, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// When it was seen last.
    package var seenAt = Instant.zero

    /// What the row is found and sorted by.
    package var key: PersonID { person }

    /// A blank fact, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("seenAt", &seenAt)
    }
}

/// Somebody of the line who is not available now.
package struct Unavailable: WireValue, Keyed, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// Since when.
    package var since = Instant.zero
    /// Who switched it: the person or the office.
    package var setBy = PersonID.none

    /// What the row is found and sorted by.
    package var key: PersonID { person }

    /// A blank row, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("since", &since)
        visitor.field("setBy", &setBy)
    }
}
