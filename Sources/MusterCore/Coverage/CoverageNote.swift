/// What was settled about a finding: who sees to it, or why it stays as it is.
package struct CoverageNote: WireValue, Keyed, Equatable, Sendable {
    /// The finding's ``CoverageHit/name``.
    package var finding = ""
    /// Who sees to it.
    package var assigned: PersonID?
    /// Why it is accepted as it is; `nil` while it is open.
    package var accepted: String?
    /// Who settled it.
    package var by = PersonID.none
    /// When.
    package var at = Instant.zero

    /// What the row is found and sorted by.
    package var key: String { finding }

    /// A blank note, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("finding", &finding)
        visitor.field("assigned", &assigned)
        visitor.field("accepted", &accepted)
        visitor.field("by", &by)
        visitor.field("at", &at)
    }
}

extension CoverageHit {
    /// Names what lacks and with whom, whatever the hour and the reasons: what is settled about a finding stays settled
    /// when the finding comes back in another week.
    package var name: String {
        ([gap.rawValue, position.rawValue] + persons.map { $0.text }).joined(separator: "/")
    }

    /// Whether a text is such a name: what comes from a form may be anything.
    package static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.count <= 66, CoverageGap(rawValue: String(parts[0])) != nil,
            Position(rawValue: String(parts[1])) != nil
        else { return false }
        return parts.dropFirst(2).allSatisfy { PersonID($0) != nil }
    }
}
