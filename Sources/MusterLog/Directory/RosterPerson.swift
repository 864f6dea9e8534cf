package import MusterCore

/// What a person is at one tenant.
package struct RosterRole: Hashable, Sendable {
    /// The key in the source; empty where the source has none of its own (OneRoster 1.1).
    package var sourcedID: String
    /// Where.
    package var tenant: TenantID
    /// What.
    package var role: PersonRole
    /// Whether this is the main role there.
    package var isPrimary: Bool
    /// The first day, where given.
    package var begin: SchoolDay?
    /// The last day, where given.
    package var end: SchoolDay?

    /// A role with all its facts.
    package init(
        sourcedID: String = "", tenant: TenantID, role: PersonRole, isPrimary: Bool = true,
        begin: SchoolDay? = nil, end: SchoolDay? = nil
    ) {
        self.sourcedID = sourcedID
        self.tenant = tenant
        self.role = role
        self.isPrimary = isPrimary
        self.begin = begin
        self.end = end
    }
}

/// A person as a roster knows one: names, contacts and roles, never a password.
package struct RosterPerson: Hashable, Sendable {
    /// Random, given once per sourced id and kept for ever; the log knows a person by this alone.
    package var id: PersonID
    /// The key in the source.
    package var sourcedID: String
    /// The first name that the person goes by.
    package var givenName: String
    /// The family name that the person goes by.
    package var familyName: String
    /// The name for signing in.
    package var username: String
    /// The number that the school uses.
    package var identifier: String
    /// Not unique: siblings and parents share addresses.
    package var email: String
    /// The number for text messages.
    package var sms: String
    /// The number for calls.
    package var phone: String
    /// The grades, in the source's own words.
    package var grades: [String]
    /// What the person is, and where.
    package var roles: [RosterRole]
    /// The people this row names as related, by their keys; exports differ in who names whom.
    package var agentSourcedIDs: [String]
    /// Whether the source still lists the person.
    package var isActive: Bool

    /// A person by its key; the facts are set one by one.
    package init(id: PersonID, sourcedID: String) {
        self.id = id
        self.sourcedID = sourcedID
        givenName = ""
        familyName = ""
        username = ""
        identifier = ""
        email = ""
        sms = ""
        phone = ""
        grades = []
        roles = []
        agentSourcedIDs = []
        isActive = true
    }

    /// Whether the person is listed and is, somewhere, of this sort.
    package func isActive(as standing: PersonStanding) -> Bool {
        isActive && roles.contains { $0.role.standing == standing }
    }
}
