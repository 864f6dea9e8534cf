/// What a person is in a school, in the words of OneRoster.
package enum PersonRole: String, Codable, Sendable, CaseIterable {
    case student
    case teacher
    case aide
    case proctor
    case counselor
    case principal
    case administrator
    case siteAdministrator
    case districtAdministrator
    case systemAdministrator
    case guardian
    case parent
    case relative

    /// The coarse sort that rights and accounting go by.
    package var standing: PersonStanding {
        switch self {
        case .student: .student
        case .guardian, .parent, .relative: .guardian
        default: .staff
        }
    }
}

/// The coarse sort of a person: who is taught, who works here, who belongs to a student.
package enum PersonStanding: String, Codable, Sendable, CaseIterable {
    case student
    case staff
    case guardian
}
