/// Where the columns of the users' file lie; the password has no place here.
struct OneRosterUserColumns {
    let sourcedId: Int
    let enabledUser: Int
    let orgSourcedIds: Int
    let role: Int
    let username: Int
    let givenName: Int
    let familyName: Int
    let preferredGivenName: Int
    let preferredFamilyName: Int
    let identifier: Int
    let email: Int
    let sms: Int
    let phone: Int
    let agents: Int
    let grades: Int
    let primaryOrg: Int

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
