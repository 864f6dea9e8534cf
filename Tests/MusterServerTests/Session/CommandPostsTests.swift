import HTTPTypes
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import Testing

@testable import MusterServer

@Suite("A declared command post is heard, and its silence is on record while an incident is open")
struct CommandPostsTests {
    /// The principal coordinates with a declared command post.
    private static func coordinate(
        _ school: ServerFixture, _ client: any TestClientProtocol
    ) async throws -> (cookie: String, incident: IncidentID) {
        let cookie = try await school.signIn(.principal)
        let incident = try await school.raise()
        let taken = try await client.command(
            school.envelope(.acceptPosition(incident, .schoolCoordinator), "take"), cookie: cookie)
        try #require(taken.status == .ok)
        try await declare(client, cookie)
        return (cookie, incident)
    }

    private static func declare(
        _ client: any TestClientProtocol, _ cookie: String, _ isPost: Bool = true
    ) async throws {
        let answer = try await client.ask(
            "/api/command-post", .post, cookie: cookie, type: "application/json",
            body: "{\"declared\":\(isPost)}")
        try #require(answer.status == .noContent)
    }

    /// Time passes for a server that goes on looking.
    private static func pass(_ seconds: Int, _ school: ServerFixture) async {
        for _ in 0..<seconds {
            school.time.pass(.seconds(1))
            await school.server.posts.look()
        }
    }

    /// Whose command posts are silent, after a look of the server.
    private static func silent(_ school: ServerFixture) async throws -> [PersonID] {
        await school.server.posts.look()
        let state = try await school.server.registry.desk(ServerFixture.site).replica.state
        return state.incidents.rows.flatMap { $0.coordination.silentPosts.rows.map { $0.person } }
    }

    @Test func silenceIsReportedAndEndsWithTheNextSign() async throws {
        try await ServerFixture.run { school, client in
            let (cookie, _) = try await Self.coordinate(school, client)
            await Self.pass(59, school)
            #expect(try await Self.silent(school).isEmpty)
            await Self.pass(2, school)
            #expect(try await Self.silent(school) == [id("principal")])
            try await Self.declare(client, cookie)
            #expect(try await Self.silent(school).isEmpty)
        }
    }

    @Test func whatIsNotDeclaredIsNotSilent() async throws {
        try await ServerFixture.run { school, client in
            let (cookie, _) = try await Self.coordinate(school, client)
            await Self.pass(90, school)
            #expect(try await Self.silent(school).count == 1)
            try await Self.declare(client, cookie, false)
            #expect(try await Self.silent(school).isEmpty)
            try await Self.declare(client, cookie)
            await Self.pass(90, school)
            #expect(try await Self.silent(school).count == 1)
            // A session that somebody else ended says nothing of the device: a stolen laptop is no sign of life.
            try await school.directory.revoke(
                try await school.session(cookie).device, at: school.time.wall)
            #expect(try await Self.silent(school).count == 1)
        }
    }

    @Test func aDirectoryThatCannotBeReadReportsNothing() async throws {
        try await ServerFixture.run { school, client in
            _ = try await Self.coordinate(school, client)
            school.sessions.damage()
            await Self.pass(90, school)
            #expect(try await Self.silent(school).isEmpty)
            school.sessions.mend()
            #expect(try await Self.silent(school).count == 1)
        }
    }

    @Test func aPauseOfTheServerIsNobodysSilence() async throws {
        try await ServerFixture.run { school, client in
            _ = try await Self.coordinate(school, client)
            await Self.pass(10, school)
            school.time.pass(.minutes(5))
            #expect(try await Self.silent(school).isEmpty)
            await Self.pass(61, school)
            #expect(try await Self.silent(school).count == 1)
        }
    }

    @Test func whoSignsInOrOutOnASilentPostIsNoSignOfItsPerson() async throws {
        for who in [ServerFixture.Who.teacher, .principal] {
            try await ServerFixture.run { school, client in
                let (cookie, incident) = try await Self.coordinate(school, client)
                await Self.pass(90, school)
                try #require(try await Self.silent(school) == [id("principal")])
                func offer() async throws -> Instant? {
                    try await school.server.registry.desk(ServerFixture.site).replica.state
                        .incidents[incident]?.coordination.takeoverOfferedAt
                }
                let device = try await school.session(cookie).device
                let secret = try await school.server.doorkeeper.invite(
                    who.person, at: ServerFixture.site, for: 60_000)
                _ = try #require(try await school.server.doorkeeper.enrol(secret, replacing: device))
                let isSame = who.person == id("principal")
                #expect(try await Self.silent(school) == (isSame ? [] : [id("principal")]))
                #expect(try await (offer() == nil) == isSame)
            }
        }
        try await ServerFixture.run { school, client in
            let (cookie, _) = try await Self.coordinate(school, client)
            await Self.pass(90, school)
            let answer = try await client.form(
                "/sign-out", "token=\(try await school.token(cookie))", cookie: cookie)
            try #require(answer.status == .seeOther)
            #expect(try await Self.silent(school) == [id("principal")])
        }
    }

    @Test func nobodyButTheServerReportsIt() async throws {
        try await ServerFixture.run { school, client in
            let (cookie, incident) = try await Self.coordinate(school, client)
            let answer = try await client.command(
                school.envelope(
                    .reportCommandPost(incident, id("principal"), silentSince: school.time.wall), "post"),
                cookie: cookie)
            #expect(answer.status == .forbidden)
        }
    }
}
