/// An outside agency.
package enum Agency: String, WireName {
    case police, fire, medical, other
}

/// Which agency commands the scene: a recorded fact on anyone's report.
///
/// Nothing is asked of the agency.
package struct SceneCommand: WireValue, Equatable, Sendable {
    /// Which agency.
    package var agency = Agency.police
    /// Whether agencies command together.
    package var unified = false
    /// Since when, as the report says.
    package var since = Instant.zero
    /// Who entered the report.
    package var reportedBy = PersonID.none
    /// How the report came in.
    package var source = Source()

    /// A blank fact, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("agency", &agency)
        visitor.field("unified", &unified)
        visitor.field("since", &since)
        visitor.field("reportedBy", &reportedBy)
        visitor.field("source", &source)
    }
}
