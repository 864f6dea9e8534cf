import MusterCore
import MusterLog
import MusterSQLite
import Testing

@testable import MusterServer

/// The demo is made where nothing is, whole or not at all.
@Suite struct DemoSetupTests {
    @Test func anInterruptedDemoIsCompleted() async throws {
        let school = try NewSchool()
        var card = SiteCard()
        card.site = id("alder-creek")
        card.name = "Alder Creek Elementary"
        try await school.setup.keepSite(card, tenants: [])
        #expect(try await DemoSetup(school.server).makeIfEmpty())
        #expect(try await school.directory.sites().count == 3)
        let links = try await DemoSetup(school.server).links()
        #expect(links.count == 6 && Set(links.map(\.address)).count == 6)
        let before = try await school.directory.version()
        #expect(try await DemoSetup(school.server).makeIfEmpty())
        #expect(try await school.directory.version() == before)
    }

    @Test func noDemoIsMadeBesideARealSchool() async throws {
        let school = try NewSchool()
        try await school.make()
        #expect(try await DemoSetup(school.server).makeIfEmpty() == false)
        #expect(try await school.directory.sites().count == 1)
    }

    @Test func aRefusedRosterIsNotPassedOver() async throws {
        let school = try NewSchool()
        var changes = RosterChanges()
        let tenant: TenantID = id("oak-school")
        changes.tenants.added = [
            RosterTenant(id: tenant, site: nil, sourcedID: "o1", name: "Oak School", kind: .school)
        ]
        changes.people.added = (0..<40).map { number in
            var person = RosterPerson(id: id("p\(number)"), sourcedID: "p\(number)")
            person.familyName = "Person \(number)"
            person.roles = [RosterRole(tenant: tenant, role: .teacher)]
            return person
        }
        _ = try await school.directory.apply(changes, of: RosterSource("oneroster"), at: RosterVersion(0))
        await #expect(throws: SetupError.self) { try await DemoSetup(school.server).makeIfEmpty() }
    }
}
