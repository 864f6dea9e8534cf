package import MusterLog

/// The status of a row once the modes of bulk and delta are dealt with.
package enum OneRosterStatus: String, Codable, Sendable, CaseIterable {
    /// The row is to stand in the directory.
    case active
    /// The row is to go.
    case tobedeleted
}

/// An organisation as its row says it.
package struct OneRosterOrg: Hashable, Sendable {
    /// The key in the source.
    package let sourcedID: String
    /// Whether it stands or goes.
    package let status: OneRosterStatus
    /// The name people use.
    package let name: String
    /// What sort of body it is.
    package let kind: OrgKind
    /// The number that the state or district uses.
    package let identifier: String
    /// The body it belongs to; empty for none.
    package let parentSourcedID: String
    /// Which bodies share a property, from the extension column `metadata.musterSite`; empty when it is not there.
    package let site: String
}

/// A stretch of the year as its row says it.
package struct OneRosterSession: Hashable, Sendable {
    /// The key in the source.
    package let sourcedID: String
    /// Whether it stands or goes.
    package let status: OneRosterStatus
    /// The name people use.
    package let title: String
    /// What sort of stretch it is.
    package let kind: TermKind
    /// The first day, where it is readable.
    package let begin: SchoolDay?
    /// The last day, where it is readable.
    package let end: SchoolDay?
}

/// A class as its row says it.
package struct OneRosterClass: Hashable, Sendable {
    /// The number of the row among the file's accepted ones.
    package let number: UInt32
    /// The line in the file.
    package let line: Int
    /// The key in the source.
    package let sourcedID: String
    /// Whether it stands or goes.
    package let status: OneRosterStatus
    /// The name people use.
    package let title: String
    /// The short code of the timetable.
    package let code: String
    /// Home or lesson.
    package let kind: ClassKind
    /// The room's text; empty when none is given.
    package let location: String
    /// Whose class it is.
    package let schoolSourcedID: String
    /// The terms in which it meets.
    package let termSourcedIDs: [String]
    /// The periods of the day.
    package let periods: [String]
}

/// A person as its row says it, without its role; good until the reader moves on, since text is made when asked for.
package struct OneRosterUser {
    /// The file that the row stands in.
    let table: OneRosterTableReader
    /// Where its columns lie.
    let columns: OneRosterUserColumns
    /// The number of the row among the file's accepted ones.
    package let number: UInt32
    /// Whether it stands or goes.
    package let status: OneRosterStatus

    /// The line in the file.
    package var line: Int { table.cells.line }
    /// The key in the source.
    package var sourcedID: String { table.cells.text(columns.sourcedId) }
    /// The first name; the preferred one where given.
    package var givenName: String { preferred(columns.preferredGivenName, columns.givenName) }
    /// The family name; the preferred one where given.
    package var familyName: String { preferred(columns.preferredFamilyName, columns.familyName) }
    /// The name for signing in.
    package var username: String { table.cells.text(columns.username) }
    /// The number that the school uses.
    package var identifier: String { table.cells.text(columns.identifier) }
    /// The address for mail.
    package var email: String { table.cells.text(columns.email) }
    /// The number for text messages.
    package var sms: String { table.cells.text(columns.sms) }
    /// The number for calls.
    package var phone: String { table.cells.text(columns.phone) }
    /// The grades.
    package var grades: [String] { table.cells.list(columns.grades) }
    /// The people this row names as related.
    package var agentSourcedIDs: [String] { table.cells.list(columns.agents) }

    private func preferred(_ first: Int, _ second: Int) -> String {
        table.cells.isBlank(first) ? table.cells.text(second) : table.cells.text(first)
    }
}

/// A role of a person; good until the reader moves on.
package struct OneRosterRole {
    /// The file that the row stands in.
    let table: OneRosterTableReader
    /// Where the person's key lies.
    let userColumn: Int
    /// Where the row's key lies.
    let keyColumn: Int
    /// The number of the user among the set's accepted ones; nil when the set has none of this key.
    package let user: UInt32?
    /// The place's key.
    package let orgSourcedID: String
    /// What the person is there.
    package let role: PersonRole
    /// Whether this is the main role there.
    package let isPrimary: Bool
    /// The first day, where given.
    package let begin: SchoolDay?
    /// The last day, where given.
    package let end: SchoolDay?
    /// Whether it stands or goes.
    package let status: OneRosterStatus

    /// The line in the file.
    package var line: Int { table.cells.line }
    /// The key in the source; empty in edition 1.1, where roles stand on the user.
    package var sourcedID: String { table.cells.text(keyColumn) }
    /// The person's key.
    package var userSourcedID: String { table.cells.text(userColumn) }
}

/// An enrollment; good until the reader moves on.
package struct OneRosterEnrollment {
    /// The file that the row stands in.
    let table: OneRosterTableReader
    /// Where the row's key lies.
    let keyColumn: Int
    /// Where the person's key lies.
    let userColumn: Int
    /// Where the class's key lies.
    let classColumn: Int
    /// The number of the user among the set's accepted ones; nil when the set has none of this key.
    package let user: UInt32?
    /// The number of the class among the set's accepted ones; nil when the set has none of this key.
    package let schoolClass: UInt32?
    /// As what.
    package let role: EnrollmentRole
    /// Whether this is the main teacher.
    package let isPrimary: Bool
    /// The first day, where given.
    package let begin: SchoolDay?
    /// The last day, where given.
    package let end: SchoolDay?
    /// Whether it stands or goes.
    package let status: OneRosterStatus

    /// The line in the file.
    package var line: Int { table.cells.line }
    /// The key in the source.
    package var sourcedID: String { table.cells.text(keyColumn) }
    /// The person's key.
    package var userSourcedID: String { table.cells.text(userColumn) }
    /// The class's key.
    package var classSourcedID: String { table.cells.text(classColumn) }
}
