package import MusterCore

/// What a person is in a class, in the words of OneRoster.
package enum EnrollmentRole: String, Codable, Sendable, CaseIterable {
    case student
    case teacher
    case administrator
    case proctor
    case aide
}

/// Who belongs to which class.
package struct RosterEnrollment: Hashable, Sendable {
    /// The key in the source.
    package var sourcedID: String
    /// Who.
    package var person: PersonID
    /// To which class.
    package var schoolClass: ClassID
    /// As what.
    package var role: EnrollmentRole
    /// Whether this is the main teacher.
    package var isPrimary: Bool
    /// The first day, where given.
    package var begin: SchoolDay?
    /// The last day, where given.
    package var end: SchoolDay?
    /// Whether the source still lists it.
    package var isActive: Bool

    /// An enrollment with all its facts.
    package init(
        sourcedID: String, person: PersonID, schoolClass: ClassID, role: EnrollmentRole,
        isPrimary: Bool = false,
        begin: SchoolDay? = nil, end: SchoolDay? = nil, isActive: Bool = true
    ) {
        self.sourcedID = sourcedID
        self.person = person
        self.schoolClass = schoolClass
        self.role = role
        self.isPrimary = isPrimary
        self.begin = begin
        self.end = end
        self.isActive = isActive
    }
}

/// That an adult belongs to a student.
///
/// A roster carries no custody and no right to take a child home: this is kinship for contact only. Who may be handed a
/// child is recorded elsewhere, and the default there is nobody.
package struct RosterRelation: Hashable, Sendable {
    /// The student.
    package var student: PersonID
    /// The adult.
    package var adult: PersonID

    /// A relation between two people.
    package init(student: PersonID, adult: PersonID) {
        self.student = student
        self.adult = adult
    }
}
