import MusterCore
import MusterLog

/// The roster as it will be after an import, built row by row on top of what is held.
///
/// A bulk file replaces all rows of its kind; a delta file changes those it names; an absent one changes nothing.
final class RosterDraft<Random: RandomNumberGenerator>: OneRosterSink {
    /// The bodies.
    var tenants: RosterLedger<RosterTenant>
    /// The stretches of the year.
    var terms: RosterLedger<RosterTerm>
    /// The rooms.
    var places: RosterLedger<RosterPlace>
    /// The classes.
    var classes: RosterLedger<RosterClass>
    /// The people.
    var people: RosterLedger<RosterPerson>
    /// Who belongs to which class.
    var enrollments: RosterLedger<RosterEnrollment>
    /// Where the held roles stand, by their own keys; made when the first refused role asks for it.
    lazy var heldRoles: [String: (position: Int, role: RosterRole)] = indexOfHeldRoles()
    /// The pairs of student and adult that are held now.
    let heldRelations: [RosterRelation]
    /// The version of the held rows.
    let version: RosterVersion
    /// Where findings go.
    let findings: FindingLog
    /// Accounts that look like one person, the first hundred.
    var mergeProposals: [RosterMergeProposal] = []
    /// What each body's row says about its property, settled when all bodies are known.
    var siteLabels: [Int: String] = [:]
    /// What each body's row says about its parent, settled when all bodies are known.
    var parentKeys: [Int: String] = [:]

    /// The edition of the set.
    let edition: OneRosterVersion
    /// How its files are taken.
    let modes: [OneRosterTable: OneRosterMode]
    private var random: Random
    /// Where the rows of this set stand, by their numbers in the set; -1 for those that were left out.
    private var userPositions: [Int] = []
    private var classPositions: [Int] = []

    /// A draft on top of what is held.
    init(
        _ held: RosterSnapshot, _ edition: OneRosterVersion, _ modes: [OneRosterTable: OneRosterMode],
        _ findings: FindingLog, _ random: Random
    ) {
        self.edition = edition
        self.modes = modes
        self.findings = findings
        self.random = random
        version = held.version
        heldRelations = held.relations
        tenants = RosterLedger(held.tenants, isReplaced: modes[.orgs] == .bulk)
        terms = RosterLedger(held.terms, isReplaced: modes[.academicSessions] == .bulk)
        places = RosterLedger(held.places, isReplaced: modes[.classes] == .bulk)
        classes = RosterLedger(held.classes, isReplaced: modes[.classes] == .bulk)
        people = RosterLedger(held.people, isReplaced: modes[.users] == .bulk)
        enrollments = RosterLedger(held.enrollments, isReplaced: modes[.enrollments] == .bulk)
        if modes[edition == .v1p1 ? .users : .roles] == .bulk { people.changeAll { $0.roles = [] } }
    }

    /// A fresh random id.
    func mint<Kind>(_ kind: Kind.Type = Kind.self) -> ID<Kind> { ID(random: random.next(), random.next()) }

    func take(_ org: OneRosterOrg) {
        let id: TenantID = mint()
        let position = tenants.place(org.sourcedID) {
            RosterTenant(id: id, site: nil, sourcedID: org.sourcedID, name: org.name, kind: org.kind)
        }
        tenants.change(position) { row in
            row.name = org.name
            row.kind = org.kind
            row.identifier = org.identifier
            row.isActive = org.status == .active
        }
        siteLabels[position] = org.site
        parentKeys[position] = org.parentSourcedID
    }

    func take(_ session: OneRosterSession) {
        let row = RosterTerm(
            sourcedID: session.sourcedID, title: session.title, kind: session.kind, begin: session.begin,
            end: session.end, isActive: session.status == .active)
        let position = terms.place(session.sourcedID) { row }
        terms.change(position) { $0 = row }
    }

    func take(_ schoolClass: OneRosterClass) {
        classPositions.append(-1)
        guard let tenant = tenants.position(of: schoolClass.schoolSourcedID).map({ tenants.rows[$0].id })
        else {
            reportNotLinked(.classes, schoolClass.line, needs: .orgs)
            return
        }
        let room = schoolClass.status == .active ? room(schoolClass, tenant) : nil
        let id: ClassID = mint()
        let position = classes.place(schoolClass.sourcedID) {
            RosterClass(
                id: id, sourcedID: schoolClass.sourcedID, tenant: tenant, title: "", code: "",
                kind: .scheduled,
                place: nil)
        }
        classes.change(position) { row in
            row.isActive = schoolClass.status == .active
            guard row.isActive else { return }
            row.tenant = tenant
            row.title = schoolClass.title
            row.code = schoolClass.code
            row.kind = schoolClass.kind
            row.place = room
            row.termSourcedIDs = schoolClass.termSourcedIDs
            row.periods = schoolClass.periods
        }
        classPositions[classPositions.count - 1] = position
    }

    /// The room of a class; two spellings of one room at one school are one place.
    private func room(_ schoolClass: OneRosterClass, _ tenant: TenantID) -> PlaceID? {
        guard let normalised = RosterPlace.normalised(schoolClass.location) else { return nil }
        let key = schoolClass.schoolSourcedID + "/" + normalised
        let id: PlaceID = mint()
        let position = places.place(key) {
            RosterPlace(id: id, tenant: tenant, sourcedID: key, name: schoolClass.location)
        }
        places.change(position) { $0.isActive = true }
        return places.rows[position].id
    }

    func take(_ user: OneRosterUser) {
        let key = user.sourcedID
        let id: PersonID = mint()
        let position = people.place(key) { RosterPerson(id: id, sourcedID: key) }
        people.change(position) { row in
            row.isActive = user.status == .active
            guard row.isActive else { return }
            row.givenName = user.givenName
            row.familyName = user.familyName
            row.username = user.username
            row.identifier = user.identifier
            row.email = user.email
            row.sms = user.sms
            row.phone = user.phone
            row.grades = user.grades
            row.agentSourcedIDs = user.agentSourcedIDs
            if edition == .v1p1 { row.roles = [] }
        }
        userPositions.append(position)
    }

    func take(_ role: OneRosterRole) {
        guard
            let person = role.user.map({ userPositions[Int($0)] }) ?? people.position(of: role.userSourcedID)
        else {
            if modes[.users] != .bulk { reportNotLinked(.roles, role.line, needs: .users) }
            return
        }
        guard let tenant = tenants.position(of: role.orgSourcedID).map({ tenants.rows[$0].id }) else {
            if modes[.orgs] != .bulk { reportNotLinked(.roles, role.line, needs: .orgs) }
            return
        }
        let row = RosterRole(
            sourcedID: role.sourcedID, tenant: tenant, role: role.role, isPrimary: role.isPrimary,
            begin: role.begin,
            end: role.end)
        people.change(person) { person in
            if !row.sourcedID.isEmpty { person.roles.removeAll { $0.sourcedID == row.sourcedID } }
            if role.status == .active { person.roles.append(row) }
        }
    }

    func take(_ enrollment: OneRosterEnrollment) {
        let key = enrollment.sourcedID
        guard enrollment.status == .active else {
            if let position = enrollments.position(of: key) {
                enrollments.change(position) { $0.isActive = false }
            }
            return
        }
        let person =
            enrollment.user.map { userPositions[Int($0)] } ?? people.position(of: enrollment.userSourcedID)
        let place =
            enrollment.schoolClass.map { classPositions[Int($0)] }
            ?? classes.position(of: enrollment.classSourcedID)
        guard let person, let place, place >= 0 else {
            let isKnown = modes[.users] == .bulk && modes[.classes] == .bulk && place != -1
            if !isKnown {
                reportNotLinked(.enrollments, enrollment.line, needs: person == nil ? .users : .classes)
            }
            return
        }
        let row = RosterEnrollment(
            sourcedID: key, person: people.rows[person].id, schoolClass: classes.rows[place].id,
            role: enrollment.role,
            isPrimary: enrollment.isPrimary, begin: enrollment.begin, end: enrollment.end)
        let position = enrollments.place(key) { row }
        enrollments.change(position) { $0 = row }
    }

    func proposeMerge(_ first: UInt32, _ second: UInt32) {
        guard mergeProposals.count < 100 else { return }
        let (first, second) = (userPositions[Int(first)], userPositions[Int(second)])
        mergeProposals.append(
            RosterMergeProposal(first: people.rows[first].sourcedID, second: people.rows[second].sourcedID))
    }

    private func reportNotLinked(_ table: OneRosterTable, _ line: Int, needs other: OneRosterTable) {
        findings.add(
            .notLinked, file: table.fileName, line: line,
            "Neither the set nor the directory has the row of \(other.fileName) that this one needs; left out."
        )
    }
}
