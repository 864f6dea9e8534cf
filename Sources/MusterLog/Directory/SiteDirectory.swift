package import MusterCore

/// The port to the people and places of sites: what names an id, who may what, and who is in which room.
///
/// It is apart from the log, and it can forget.
package protocol SiteDirectory: Sendable {
    /// The address cards of all sites, sorted by site.
    func sites() async throws(DirectoryError) -> [SiteCard]
    /// Puts a site's card in, or replaces it, and names the tenants that use the property.
    func saveSite(_ card: SiteCard, tenants: [TenantID]) async throws(DirectoryError)
    /// The schools and other bodies that a roster named, with the site of each.
    func tenants() async throws(DirectoryError) -> [RosterTenant]
    /// The adults of a site: staff of its tenants and whoever holds a role there; never a student or a guardian.
    ///
    /// Roles that are over at that moment are left out.
    func adults(of site: SiteID, at now: Instant) async throws(DirectoryError) -> [SiteAdult]
    /// Every adult whom the directory knows, wherever, without the roles that hold at one site only.
    func everyAdult() async throws(DirectoryError) -> [SiteAdult]
    /// The places of a site, the site itself first.
    func places(of site: SiteID) async throws(DirectoryError) -> [PlaceEntry]
    /// Who is expected in each room of a site, by ids and counts; an enrolment counts until its last day.
    func rosters(of site: SiteID, at now: Instant) async throws(DirectoryError) -> [RoomRoster]
    /// Counts for the roster page.
    func counts(of site: SiteID, at now: Instant) async throws(DirectoryError) -> [TenantCounts]
    /// Gives a person roles at a site, replacing the roles held there before.
    func setRoles(_ roles: [Role], of person: PersonID, at site: SiteID) async throws(DirectoryError)
    /// Gives a person a role at a site beside the others; given again, its tenant and end are changed.
    func giveRole(_ grant: RoleGrant, to person: PersonID, at site: SiteID) async throws(DirectoryError)
    /// Takes a role at a site away; being staff by the roster stays.
    func takeRole(_ role: Role, from person: PersonID, at site: SiteID) async throws(DirectoryError)
    /// Puts in a person who is in no roster: a neighbour, an officer, an agency.
    ///
    /// The same name again is the same person, with the title and number said last.
    func addAdult(
        _ name: String, title: String, phone: String?
    ) async throws(DirectoryError) -> PersonID
    /// A number that rises with every change of anything above.
    func version() async throws(DirectoryError) -> Int64
}

/// An adult of a site.
package struct SiteAdult: Equatable, Sendable {
    /// Who.
    package var person: PersonID
    /// Given and family name.
    package var name: String
    /// What the person is there, in a word or two.
    package var title: String
    /// The tenant whose staff the person is.
    package var tenant: TenantID?
    /// A number on which the person answers.
    package var phone: String?
    /// The key in the roster that named the person.
    package var sourced: String
    /// The roles at this site with their ends, `staff` included for staff.
    package var grants: [RoleGrant]
    /// The roles at this site.
    ///
    /// Danger knows no tenants: staff of one are staff of the site. Whoever administers one tenant's people only is staff
    /// as far as the site is concerned, and has no say over its plan, its places and its texts.
    package var roles: [Role] {
        grants.reduce(into: []) { roles, grant in
            let isPartial = grant.role == .administrator && grant.tenant != nil
            let role = isPartial ? Role.staff : grant.role
            if !roles.contains(role) { roles.append(role) }
        }
    }
    /// Whose people and devices the person looks after; `nil` for nobody's.
    package var administers: Administered? {
        guard let grant = grants.first(where: { $0.role == .administrator }) else { return nil }
        return grant.tenant.map { .tenant($0) } ?? .site
    }

    /// An adult with roles at a site.
    package init(
        person: PersonID, name: String, title: String, tenant: TenantID?, phone: String?, grants: [RoleGrant],
        sourced: String = ""
    ) {
        self.person = person
        self.name = name
        self.title = title
        self.tenant = tenant
        self.phone = phone
        self.grants = grants
        self.sourced = sourced
    }
}

/// How many people and rooms a tenant has.
package struct TenantCounts: Equatable, Sendable {
    /// Which tenant.
    package var tenant: TenantID
    /// Its name.
    package var name: String
    /// Active people of each sort, and rooms.
    package var students: Int64
    /// Active staff.
    package var staff: Int64
    /// Active guardians.
    package var guardians: Int64
    /// Rooms in use.
    package var rooms: Int64

    /// Counts of a tenant.
    package init(
        tenant: TenantID, name: String, students: Int64, staff: Int64, guardians: Int64, rooms: Int64
    ) {
        self.tenant = tenant
        self.name = name
        self.students = students
        self.staff = staff
        self.guardians = guardians
        self.rooms = rooms
    }
}
