import MusterLog

/// What became of one file of a set.
package struct OneRosterFileReport: Codable, Hashable, Sendable {
    /// The file's name as the standard writes it.
    package let file: String
    /// How the manifest says it is to be taken.
    package let mode: OneRosterMode
    /// How many rows came in, the header not counted.
    package let rows: Int
    /// How many of them were understood.
    package let accepted: Int
    /// How many of them were refused; each has a finding.
    package let refused: Int
}

/// What was understood of a set, in numbers.
package struct OneRosterCounts: Codable, Hashable, Sendable {
    /// Bodies by their sort.
    package var orgs: [String: Int] = [:]
    /// Stretches of the year.
    package var terms = 0
    /// Courses.
    package var courses = 0
    /// Classes by their sort.
    package var classes: [String: Int] = [:]
    /// Rooms, told apart by school and normalised text.
    package var rooms = 0
    /// Accounts; one person may have two in edition 1.1.
    package var users = 0
    /// Accounts that look like another account of the same person.
    package var doubleAccounts = 0
    /// People by role; who has two roles is counted in both.
    package var people: [String: Int] = [:]
    /// Pairs of a student and an adult, whoever names whom.
    package var relations = 0
    /// Enrollments by role.
    package var enrollments: [String: Int] = [:]
    /// Enrollments whose person and class are both in the set.
    package var linkedEnrollments = 0
    /// Passwords that were overwritten at reading.
    package var passwordsDropped = 0
}

/// What reading a set came to.
package struct OneRosterReport: Codable, Hashable, Sendable {
    /// Always `oneroster`.
    package let format: String
    /// The path that was read.
    package let path: String
    /// The edition that was understood.
    package let version: OneRosterVersion
    /// The system that wrote the set, as it says itself.
    package let systemName: String
    /// That system's code.
    package let systemCode: String
    /// Each file of the edition.
    package let files: [OneRosterFileReport]
    /// What was understood.
    package let understood: OneRosterCounts
    /// What was odd.
    package let findings: FindingReport
}
