/// The editions of OneRoster CSV that are read.
package enum OneRosterVersion: String, Codable, Sendable, CaseIterable {
    /// The edition most school systems still write: role and organisations stand on the user.
    case v1p1 = "1.1"
    /// The current edition: roles have a file of their own.
    case v1p2 = "1.2"
}

/// How a file of a set is to be taken.
package enum OneRosterMode: String, Codable, Sendable, CaseIterable {
    /// The set has no such file.
    case absent
    /// The file replaces all rows of its kind.
    case bulk
    /// The file names only rows that changed.
    case delta
}
