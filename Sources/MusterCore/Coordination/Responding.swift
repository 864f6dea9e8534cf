/// Somebody is hands-on: an observed fact, never a request, never refused.
package struct Responding: WireValue, Keyed, Equatable, Sendable {
    package var person = PersonID.none
    /// When it was first seen.
    package var since = Instant.zero
    /// Who entered it.
    package var reportedBy = PersonID.none
    package var source = Source()

    package var key: PersonID { person }

    /// A blank fact, to be filled by the codec.
    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(WireError) {
        try visitor.field("person", &person)
        try visitor.field("since", &since)
        try visitor.field("reportedBy", &reportedBy)
        try visitor.field("source", &source)
    }
}

/// Somebody of the line who is not available now.
package struct Unavailable: WireValue, Keyed, Equatable, Sendable {
    package var person = PersonID.none
    package var since = Instant.zero
    /// Who switched it: the person or the office.
    package var setBy = PersonID.none

    package var key: PersonID { person }

    /// A blank row, to be filled by the codec.
    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) throws(WireError) {
        try visitor.field("person", &person)
        try visitor.field("since", &since)
        try visitor.field("setBy", &setBy)
    }
}
