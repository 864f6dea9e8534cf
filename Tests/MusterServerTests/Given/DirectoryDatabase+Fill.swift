import MusterCore
import MusterLog
import MusterSQLite

extension DirectoryDatabase {
    /// A school with two rooms, two teachers, a student and people with roles; and another site with nobody.
    func fill() async throws {
        let tenant: TenantID = id("oak-school")
        var changes = RosterChanges()
        changes.tenants.added = [
            RosterTenant(id: tenant, site: nil, sourcedID: "o1", name: "Oak School", kind: .school)
        ]
        let rooms = [ServerFixture.room, ServerFixture.otherRoom]
        for (number, room) in rooms.enumerated() {
            changes.places.added.append(
                RosterPlace(id: room, tenant: tenant, sourcedID: "p\(number)", name: "10\(number)"))
            changes.classes.added.append(
                RosterClass(
                    id: id("class-\(number)"), sourcedID: "c\(number)", tenant: tenant, title: "Homeroom",
                    code: "", kind: .homeroom, place: room))
        }
        changes.people.added = ServerFixture.Who.allCases.map { who in
            var person = RosterPerson(id: who.person, sourcedID: who.rawValue)
            person.familyName = who.rawValue.uppercased()
            person.phone = "555-01\(who.rawValue.count)"
            if who == .teacher || who == .neighbour || who == .official || who == .principal {
                let end = who == .neighbour ? ServerFixture.neighboursLastDay : nil
                person.roles = [RosterRole(tenant: tenant, role: .teacher, end: end)]
            }
            return person
        }
        var student = RosterPerson(id: id("student"), sourcedID: "student")
        student.givenName = ServerFixture.studentName
        student.roles = [RosterRole(tenant: tenant, role: .student)]
        changes.people.added.append(student)
        changes.enrollments.added = [
            RosterEnrollment(
                sourcedID: "e1", person: id("teacher"), schoolClass: id("class-0"), role: .teacher),
            RosterEnrollment(
                sourcedID: "e2", person: id("neighbour"), schoolClass: id("class-1"), role: .teacher,
                end: ServerFixture.neighboursLastDay),
            RosterEnrollment(
                sourcedID: "e3", person: id("student"), schoolClass: id("class-0"), role: .student),
        ]
        // Not the feed that uploads belong to: taking one in leaves these people alone.
        _ = try await apply(changes, of: RosterSource("office"), at: RosterVersion(0))
        var card = SiteCard()
        card.site = ServerFixture.site
        card.name = "Oak School"
        try await saveSite(card, tenants: [tenant])
        card.site = ServerFixture.otherSite
        card.name = "Elm School"
        try await saveSite(card, tenants: [])
        for who in ServerFixture.Who.allCases where !who.roles.isEmpty {
            try await setRoles(who.roles, of: who.person, at: ServerFixture.site)
        }
    }

    /// Changes the roster as another import of the office does.
    func change(_ body: (RosterSnapshot, inout RosterChanges) -> Void) async throws {
        let roster = try await roster(of: RosterSource("office"))
        var changes = RosterChanges()
        body(roster, &changes)
        _ = try await apply(changes, of: RosterSource("office"), at: roster.version)
    }
}
