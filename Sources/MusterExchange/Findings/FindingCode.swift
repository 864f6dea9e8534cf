/// How much a finding matters to whoever wants to use the file.
package enum FindingSeverity: String, Codable, Sendable, CaseIterable, Comparable {
    /// Worth knowing; nothing has to be done.
    case note
    /// Read all the same, but probably not as the sender meant it.
    case warning
    /// Something was not read.
    case error

    package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What kind of trouble a finding reports: a stable name, its severity, and whether an import may go on.
///
/// An open set: each format brings its own codes as static members beside its reader. Names are stable, since
/// people build filters on them.
package struct FindingCode: Hashable, Sendable {
    /// The stable name, such as `csv.row-short`.
    package let name: String
    /// How much it matters.
    package let severity: FindingSeverity
    /// Whether a set with this finding must not be imported, since too much of it is unknown.
    package let isBlocking: Bool

    /// A code by its stable name.
    package init(_ name: String, _ severity: FindingSeverity, isBlocking: Bool = false) {
        self.name = name
        self.severity = severity
        self.isBlocking = isBlocking
    }
}
