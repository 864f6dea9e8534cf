/// Where the columns of the users' file lie; the password has no place here.
struct OneRosterUserColumns {
    /// The key.
    let sourcedId: Int
    /// Whether the account may sign in.
    let enabledUser: Int
    /// The bodies, in edition 1.1.
    let orgSourcedIds: Int
    /// The role, in edition 1.1.
    let role: Int
    /// The name for signing in.
    let username: Int
    /// The first name.
    let givenName: Int
    /// The family name.
    let familyName: Int
    /// The first name that the person goes by.
    let preferredGivenName: Int
    /// The family name that the person goes by.
    let preferredFamilyName: Int
    /// The number that the school uses.
    let identifier: Int
    /// The address for mail.
    let email: Int
    /// The number for text messages.
    let sms: Int
    /// The number for calls.
    let phone: Int
    /// The related people.
    let agents: Int
    /// The grades.
    let grades: Int
    /// The main body, in edition 1.2.
    let primaryOrg: Int

    /// The places of the columns in a header.
    init(_ header: OneRosterHeader) {
        sourcedId = header.position("sourcedId")
        enabledUser = header.position("enabledUser")
        orgSourcedIds = header.position("orgSourcedIds")
        role = header.position("role")
        username = header.position("username")
        givenName = header.position("givenName")
        familyName = header.position("familyName")
        preferredGivenName = header.position("preferredGivenName")
        preferredFamilyName = header.position("preferredFamilyName")
        identifier = header.position("identifier")
        email = header.position("email")
        sms = header.position("sms")
        phone = header.position("phone")
        agents = header.position("agentSourcedIds")
        grades = header.position("grades")
        primaryOrg = header.position("primaryOrgSourcedId")
    }
}
