import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterSQLite
import MusterViews
import Testing

@testable import MusterServer

/// A real school starts from nothing, and each step may be done again.
@Suite struct SchoolSetupTests {
    @Test func theRoomsOfARosterAreOnTheStream() async throws {
        let school = try NewSchool()
        try await school.make()
        let places = try await school.directory.places(of: ServerFixture.site).map(\.place)
        #expect(places.count == 3)
        #expect(try await school.replica().state.places.rows.map(\.place) == places.sorted())
    }

    @Test func roomsThatAnImportDidNotComeToListAreListedAtTheNextStart() async throws {
        let school = try NewSchool()
        try await school.make()
        var changes = RosterChanges()
        let tenant = try #require(try await school.directory.tenants().first { $0.site != nil }?.id)
        changes.places.added = [
            RosterPlace(id: id("late-room"), tenant: tenant, sourcedID: "late", name: "230")
        ]
        let source = RosterSource("oneroster")
        let held = try await school.directory.roster(of: source)
        _ = try await school.directory.apply(changes, of: source, at: held.version)
        #expect(try await school.replica().state.places[id("late-room")] == nil)
        await school.setup.complete()
        #expect(try await school.replica().state.places[id("late-room")] != nil)
    }

    @Test func aSiteThatIsMadeAgainWritesNothing() async throws {
        let school = try NewSchool()
        try await school.make()
        let position = try await school.replica().position
        let version = try await school.directory.version()
        try await school.setup.keepSite(school.card, tenants: [])
        _ = try await school.setup.importRoster(school.folder + "/roster")
        #expect(try await school.replica().position == position)
        #expect(try await school.directory.version() == version)
    }

    @Test func aSchoolOfAnotherSiteIsNotTakenFromIt() async throws {
        let school = try NewSchool()
        try await school.make()
        let taken = try await school.directory.tenants().filter { $0.site != nil }
        var other = school.card
        other.site = ServerFixture.otherSite
        await #expect(throws: SetupError.self) { try await school.setup.keepSite(other, tenants: taken) }
        try await school.setup.leaveSite(school.card, taken)
        let free = try await DirectoryFinder(school.directory).tenants(["Oak School"])
        try await school.setup.keepSite(other, tenants: free)
        #expect(try await school.adults().isEmpty)
        #expect(try await school.replica().state.places.rows.count == 1)
    }

    @Test func theLineIsThePlanAndTheRoleInOne() async throws {
        let school = try NewSchool()
        try await school.make()
        let people = try await school.adults().map(\.person)
        let outside = try await school.directory.addAdult("Dana Off", title: "District", phone: nil)
        func set(_ inside: [PersonID]) async throws {
            let line = inside.map { LineMember($0, onSite: true) } + [LineMember(outside, onSite: false)]
            try await school.setup.setLine(line, outsideDuty: outside, at: ServerFixture.site)
        }
        try await set(Array(people.prefix(2)))
        try await set([people[2]])
        let holders = try await school.adults().filter { $0.roles.contains(.line) }.map(\.person)
        #expect(Set(holders) == [people[2], outside])
        let plan = try await school.replica().state.plan
        #expect(plan.line.map(\.person) == [people[2], outside] && plan.outsideDuty == outside)
        #expect(plan.version == 3)
        try await set([people[2]])
        #expect(try await school.replica().state.plan.version == 3)
    }

    @Test func theFirstAdministratorSignsInByALink() async throws {
        let school = try NewSchool()
        try await school.make()
        let first = try #require(try await school.adults().first)
        try await school.directory.giveRole(
            RoleGrant(.administrator), to: first.person, at: ServerFixture.site)
        let link = try await school.server.doorkeeper.link(
            for: first, at: ServerFixture.site, school.server.configuration)
        let secret = try #require(link.address.split(separator: "/").last)
        let session = try #require(try await school.server.doorkeeper.enrol(String(secret)))
        let cookie = "\(Doorkeeper.cookie)=\(session.secret)"
        let visit = try #require(try await school.server.doorkeeper.visit(cookies: cookie))
        #expect(visit.session.person == first.person && Set(visit.roles) == [.staff, .administrator])
    }

    @Test func theSummaryNamesWhatIsMissing() async throws {
        let school = try NewSchool()
        try await school.setup.keepSite(school.card, tenants: [])
        let summary = SiteSummary(school.directory, school.time)
        let missing = try await summary.lines(of: school.card).filter { $0.contains("missing") }
        #expect(missing.count == 4)
    }
}
