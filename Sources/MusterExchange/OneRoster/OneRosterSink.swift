/// Takes the rows of a set as they are read.
///
/// They come in passes: organisations; terms, courses and classes; users; roles; enrollments. A row that names another
/// one comes after it, unless a delta set leaves the other out.
///
/// Only rows that were accepted arrive, bulk rows marked as deleted among them.
package protocol OneRosterSink: AnyObject {
    /// Takes an organisation.
    func take(_ org: OneRosterOrg)
    /// Takes a stretch of the year.
    func take(_ session: OneRosterSession)
    /// Takes a class.
    func take(_ schoolClass: OneRosterClass)
    /// Takes a person.
    func take(_ user: OneRosterUser)
    /// Takes a role of a person.
    func take(_ role: OneRosterRole)
    /// Takes an enrollment.
    func take(_ enrollment: OneRosterEnrollment)
    /// Learns that a row was refused.
    ///
    /// What is known of its key must stay: one wrong word in a row must not make a person vanish.
    func keep(_ table: OneRosterTable, sourcedID: String, line: Int)
    /// Takes a proposal: these two users, by their numbers, look like one person with two roles.
    func proposeMerge(_ first: UInt32, _ second: UInt32)
}

/// Takes nothing: for reading a set only to check it.
package final class OneRosterCheckSink: OneRosterSink {
    /// A sink that remembers nothing.
    package init() {}

    package func take(_ org: OneRosterOrg) {}
    package func take(_ session: OneRosterSession) {}
    package func take(_ schoolClass: OneRosterClass) {}
    package func take(_ user: OneRosterUser) {}
    package func take(_ role: OneRosterRole) {}
    package func take(_ enrollment: OneRosterEnrollment) {}
    package func keep(_ table: OneRosterTable, sourcedID: String, line: Int) {}
    package func proposeMerge(_ first: UInt32, _ second: UInt32) {}
}
