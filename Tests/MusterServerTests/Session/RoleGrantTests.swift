import MusterCore
import MusterLog
import MusterSQLite
import Testing

@testable import MusterServer

/// Roles with an end, and people whom no roster names.
@Suite struct RoleGrantTests {
    @Test func aRoleIsOverAtItsEnd() async throws {
        let school = try NewSchool()
        try await school.make()
        let officer = try await school.directory.addAdult("R. Imani", title: "Officer", phone: nil)
        let end = school.time.wall + .minutes(5)
        try await school.directory.giveRole(RoleGrant(.sro, until: end), to: officer, at: ServerFixture.site)
        let secret = try await school.server.doorkeeper.invite(
            officer, at: ServerFixture.site, for: 3_600_000)
        let session = try #require(try await school.server.doorkeeper.enrol(secret))
        let cookie = "\(Doorkeeper.cookie)=\(session.secret)"
        #expect(try await school.server.doorkeeper.visit(cookies: cookie)?.roles == [.sro])
        school.time.pass(.minutes(5))
        #expect(try await school.server.doorkeeper.visit(cookies: cookie) == nil)
        let later = RoleGrant(.sro, until: end + .minutes(60))
        try await school.directory.giveRole(later, to: officer, at: ServerFixture.site)
        #expect(try await school.server.doorkeeper.visit(cookies: cookie)?.roles == [.sro])
    }

    @Test func staffWhomNoRosterNamesBelongToTheirSchool() async throws {
        let school = try NewSchool()
        try await school.make()
        let tenant = try #require(try await school.directory.tenants().first { $0.site != nil }?.id)
        let person = try await school.directory.addAdult("Sam Sub", title: "Substitute", phone: nil)
        #expect(try await school.adults().contains { $0.person == person } == false)
        try await school.directory.giveRole(
            RoleGrant(.staff, for: tenant), to: person, at: ServerFixture.site)
        let adult = try #require(try await school.adults().first { $0.person == person })
        #expect(adult.roles == [.staff] && adult.tenant == tenant)
        try await school.directory.takeRole(.staff, from: person, at: ServerFixture.site)
        #expect(try await school.adults().contains { $0.person == person } == false)
    }

    @Test func theSameNameAddedAgainIsTheSamePerson() async throws {
        let school = try NewSchool()
        let first = try await school.directory.addAdult("Sam Sub", title: "Substitute", phone: nil)
        let again = try await school.directory.addAdult("Sam Sub", title: "Nurse", phone: "555-0100")
        #expect(first == again)
        #expect(try await school.directory.everyAdult().map(\.title) == ["Nurse"])
    }

    @Test func nobodyIsFoundTwiceOrByGuessing() async throws {
        let school = try NewSchool()
        try await school.make()
        let finder = DirectoryFinder(school.directory)
        let known = try #require(try await school.adults().first)
        func find(_ text: String) async throws -> PersonID {
            try await finder.adult(text, at: ServerFixture.site, now: school.time.wall).person
        }
        #expect(try await find(known.person.text) == known.person)
        _ = try await school.directory.addAdult("Zed Only", title: "Nurse", phone: nil)
        #expect(try await find("zed only") != known.person)
        await #expect(throws: SetupError.self) { try await find("Zed") }
        let everyone = try await school.directory.everyAdult().map(\.person)
        let staff = try await school.directory.roster(of: RosterSource("oneroster")).people
            .filter { $0.isActive(as: .staff) }.map(\.id)
        #expect(Set(everyone).subtracting(staff).count == 1)
    }
}
