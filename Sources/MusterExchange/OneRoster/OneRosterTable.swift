/// The files of a OneRoster set; the raw value is the name in the manifest and, with `.csv`, on disk.
package enum OneRosterTable: String, Codable, Sendable, CaseIterable {
    case orgs
    case academicSessions
    case courses
    case classes
    case users
    case roles
    case enrollments
    case demographics
    case userProfiles
    case userResources
    case categories
    case classResources
    case courseResources
    case resources
    case lineItems
    case results
    case lineItemLearningObjectiveIds
    case lineItemScoreScales
    case resultLearningObjectiveIds
    case resultScoreScales
    case scoreScales

    /// The file's name inside the set.
    package var fileName: String { "\(rawValue).csv" }

    /// Whether Muster reads the file; the others hold marks, passwords or facts that an emergency does not need.
    package var isRead: Bool {
        switch self {
        case .orgs, .academicSessions, .courses, .classes, .users, .roles, .enrollments: true
        default: false
        }
    }

    /// Whether an edition knows the file.
    package func exists(in version: OneRosterVersion) -> Bool {
        switch self {
        case .roles, .userProfiles, .userResources, .lineItemLearningObjectiveIds, .lineItemScoreScales,
            .resultLearningObjectiveIds, .resultScoreScales, .scoreScales:
            version == .v1p2
        default: true
        }
    }

    /// The files of an edition, in the order of the manifest.
    package static func all(in version: OneRosterVersion) -> [OneRosterTable] {
        allCases.filter { $0.exists(in: version) }.sorted { $0.rawValue < $1.rawValue }
    }

    /// The columns in their fixed order; empty for files that are not read.
    package func columns(in version: OneRosterVersion) -> [String] {
        ["sourcedId", "status", "dateLastModified"] + ownColumns(in: version)
    }

    /// The columns without which no row of the file can be understood.
    package func requiredColumns(in version: OneRosterVersion) -> [String] {
        switch self {
        case .orgs: ["sourcedId", "name", "type"]
        case .academicSessions: ["sourcedId", "title", "type"]
        case .courses: ["sourcedId"]
        case .classes: ["sourcedId", "title", "classType", "schoolSourcedId"]
        case .users:
            version == .v1p1
                ? ["sourcedId", "role", "orgSourcedIds", "givenName", "familyName"]
                : ["sourcedId", "givenName", "familyName"]
        case .roles: ["sourcedId", "userSourcedId", "role", "orgSourcedId"]
        case .enrollments: ["sourcedId", "classSourcedId", "userSourcedId", "role"]
        default: []
        }
    }

    private func ownColumns(in version: OneRosterVersion) -> [String] {
        switch self {
        case .orgs: ["name", "type", "identifier", "parentSourcedId"]
        case .academicSessions: ["title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear"]
        case .courses:
            [
                "schoolYearSourcedId", "title", "courseCode", "grades", "orgSourcedId", "subjects",
                "subjectCodes",
            ]
        case .classes:
            [
                "title", "grades", "courseSourcedId", "classCode", "classType", "location", "schoolSourcedId",
                "termSourcedIds", "subjects", "subjectCodes", "periods",
            ]
        case .users: userColumns(in: version)
        case .roles:
            [
                "userSourcedId", "roleType", "role", "beginDate", "endDate", "orgSourcedId",
                "userProfileSourcedId",
            ]
        case .enrollments:
            ["classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", "beginDate", "endDate"]
        default: []
        }
    }

    private func userColumns(in version: OneRosterVersion) -> [String] {
        let names = ["givenName", "familyName", "middleName", "identifier", "email", "sms", "phone"]
        let tail = ["agentSourcedIds", "grades", "password"]
        switch version {
        case .v1p1:
            return ["enabledUser", "orgSourcedIds", "role", "username", "userIds"] + names + tail
        case .v1p2:
            return ["enabledUser", "username", "userIds"] + names + tail + [
                "userMasterIdentifier", "preferredGivenName", "preferredMiddleName", "preferredFamilyName",
                "primaryOrgSourcedId", "pronouns",
            ]
        }
    }
}
