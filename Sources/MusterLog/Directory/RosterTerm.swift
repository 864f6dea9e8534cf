/// What sort of stretch of the year a term is, in the words of OneRoster.
package enum TermKind: String, Codable, Sendable, CaseIterable {
    case gradingPeriod
    case semester
    case schoolYear
    case term
}

/// A stretch of the school year; classes meet in it.
package struct RosterTerm: Hashable, Sendable {
    /// The key in the source.
    package var sourcedID: String
    /// The name people use.
    package var title: String
    /// What sort of stretch it is.
    package var kind: TermKind
    /// The first day, where the source gives a readable one.
    package var begin: SchoolDay?
    /// The last day, where the source gives a readable one.
    package var end: SchoolDay?
    /// Whether the source still lists it.
    package var isActive: Bool

    /// A term with all its facts.
    package init(
        sourcedID: String, title: String, kind: TermKind, begin: SchoolDay?, end: SchoolDay?,
        isActive: Bool = true
    ) {
        self.sourcedID = sourcedID
        self.title = title
        self.kind = kind
        self.begin = begin
        self.end = end
        self.isActive = isActive
    }
}
