import HummingbirdTesting
import MusterCore
import MusterLog
import MusterSQLite
import Synchronization
import Testing

@testable import MusterServer

/// A device that was away while something changed is told so, and begins with a new state.
struct StateTagTests {
    /// What may change while a device is away, and whom it concerns.
    enum Change: CaseIterable {
        case anotherRole, anotherName, anotherRoom, anotherSession

        func happen(at school: ServerFixture) async throws {
            switch self {
            case .anotherRole:
                try await school.directory.setRoles([.line], of: id("teacher"), at: ServerFixture.site)
            case .anotherName:
                try await school.directory.change { roster, changes in
                    guard var person = roster.people.first(where: { $0.id == id("neighbour") }) else {
                        return
                    }
                    person.familyName = "Newname"
                    changes.people.changed = [person]
                }
            case .anotherRoom:
                try await school.directory.change { _, changes in
                    changes.enrollments.added = [
                        RosterEnrollment(
                            sourcedID: "e4", person: id("teacher"), schoolClass: id("class-1"), role: .teacher
                        )
                    ]
                }
            case .anotherSession: break
            }
        }
    }

    @Test(arguments: Change.allCases)
    func aDeviceThatWasAwayIsNotLetInWithItsOldState(_ change: Change) async throws {
        try await ServerFixture.run { school, client in
            var cookie = try await school.signIn(.teacher)
            let old = try await client.tag(cookie)
            #expect(try await client.tag(cookie) == old)
            #expect(try await feedStatus(client, cookie, old) == "200")
            try await change.happen(at: school)
            if change == .anotherSession { cookie = try await school.signIn(.teacher) }
            #expect(try await feedStatus(client, cookie, old) == "409")
            #expect(try await feedStatus(client, cookie, try await client.tag(cookie)) == "200")
        }
    }

    @Test(arguments: [Change.anotherRole, .anotherName, .anotherRoom])
    func aDeviceThatListensIsToldToBeginAnew(_ change: Change) async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let tag = try await client.tag(cookie)
            try await FeedTestClient.connect(try #require(client.port)) { feed in
                try await feed.ask("/api/feed?site=oak&after=0&tag=\(tag)", session: secret(cookie))
                var heard = ""
                while !heard.contains("caught-up") { heard += try await feed.hear(until: "\n\n") }
                try await change.happen(at: school)
                #expect(try await feed.hearAll().hasSuffix("event: restart\ndata: {}\n\n"))
            }
        }
    }

    @Test func anOlderConnectionEndsWhenItsDeviceIsLetInWithAnotherState() async throws {
        let school = try await ServerFixture()
        let ended = Mutex<[DeviceID]>([])
        school.server.watch.end { device, _ in ended.withLock { $0.append(device) } }
        let cookie = try await school.signIn(.principal)
        let visit = try #require(try await school.server.doorkeeper.visit(cookies: cookie))
        let before = try await school.server.doorkeeper.tag(visit, .command)
        let after = try await school.server.doorkeeper.tag(visit, Slice(.staff))
        school.server.watch.admitted(visit.session, before)
        school.server.watch.admitted(visit.session, before)
        #expect(ended.withLock { $0 }.isEmpty)
        school.server.watch.admitted(visit.session, after)
        #expect(ended.withLock { $0 } == [visit.session.device])
    }

    @Test func whatChangesAtAnotherSiteDisturbsNobody() async throws {
        let school = try await ServerFixture()
        let visit = try #require(
            try await school.server.doorkeeper.visit(cookies: try await school.signIn(.teacher)))
        let before = try await school.server.gate.tag(for: visit, by: school.server.doorkeeper)
        let version = try await school.directory.version()
        try await school.directory.setRoles([.line], of: id("neighbour"), at: ServerFixture.otherSite)
        #expect(try await school.directory.version() > version)
        #expect(try await school.server.gate.tag(for: visit, by: school.server.doorkeeper) == before)
    }

    @Test func theCommandPostIsNoOtherViewer() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let before = try await client.tag(cookie)
            try await school.directory.setCommandPost(
                try await school.session(cookie).device, true, heard: school.time.wall)
            #expect(try await client.tag(cookie) == before)
        }
    }

    @Test func aDeviceThatDoesNotSayWhatItHoldsIsAskedTo() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            try await FeedTestClient.connect(try #require(client.port)) { feed in
                try await feed.ask("/api/feed?site=oak&after=0", session: secret(cookie))
                let heard = try await feed.hear(until: "}")
                #expect(heard.contains(" 400 ") && heard.contains("feed.tag-missing"))
            }
        }
    }

    private func secret(_ cookie: String) -> String { String(cookie.dropFirst("muster_session=".count)) }

    private func feedStatus(
        _ client: any TestClientProtocol, _ cookie: String, _ tag: String
    ) async throws -> String {
        var status = ""
        try await FeedTestClient.connect(try #require(client.port)) { feed in
            try await feed.ask("/api/feed?site=oak&after=0&tag=\(tag)", session: secret(cookie))
            // A refusal ends with the connection.
            let heard = try await feed.hear(until: "\n\n")
            status = String(heard.dropFirst("HTTP/1.1 ".count).prefix(3))
        }
        return status
    }
}
