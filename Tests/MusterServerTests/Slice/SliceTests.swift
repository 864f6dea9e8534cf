import HTTPTypes
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import Testing

@testable import MusterServer

/// Who may hold what, and when that changes.
struct SliceTests {
    @Test func rolesDecideOnTheSlice() async throws {
        let school = try await ServerFixture()
        func slice(_ who: ServerFixture.Who) async throws -> Slice? {
            let cookie = try await school.signIn(who)
            let visit = try #require(try await school.server.doorkeeper.visit(cookies: cookie))
            return try await school.server.gate.slice(for: visit)
        }
        // The line holds the command slice already, so that from raising on nobody has to fetch it.
        #expect(try await slice(.principal) == .command)
        #expect(try await slice(.teacher) == Slice(.staff, rooms: [ServerFixture.room]))
        #expect(try await slice(.neighbour) == Slice(.staff, rooms: [ServerFixture.otherRoom]))
        #expect(try await slice(.official) == Slice(.responder))
        #expect(try await slice(.officer) == Slice(.responder))
        #expect(try await slice(.agency) == nil)
        let incident = try await school.raise()
        #expect(try await slice(.agency) == Slice(.responder, incidents: [incident]))
    }

    @Test func anAgencySeesADrillOnlyWhereThePlanNamesIt() async throws {
        let school = try await ServerFixture()
        _ = try await school.raise(.drill)
        #expect(try await school.server.gate.claims(of: ServerFixture.site).agencyIncidents.isEmpty)
        var plan = await (try school.server.registry.desk(ServerFixture.site)).replica.state.plan
        plan.version += 1
        plan.agenciesInDrills = true
        try await school.submit(
            .publishPlan(plan), "plan2",
            by: Actor(id("principal"), roles: [.administrator], device: id("setup")))
        #expect(try await school.server.gate.claims(of: ServerFixture.site).agencyIncidents.count == 1)
    }

    @Test func anAgencysPageOpensByItselfWhenAnIncidentIsRaised() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.agency)
            let before = try await client.ask("/responder", cookie: cookie)
            #expect(before.text.contains("No incident is open here") && before.headers[.refresh] == "15")
            #expect(try await client.ask("/api/state", cookie: cookie).code == "no-incident")
            _ = try await school.raise()
            #expect(try await client.ask("/api/state", cookie: cookie).status == .ok)
            #expect(try await client.ask("/responder", cookie: cookie).headers[.refresh] == nil)
        }
    }

    @Test func anAgencyHoldsTheOpenIncidentAndNothingOfTheOthers() async throws {
        try await ServerFixture.run { school, client in
            let practice = Raise(
                nil, at: [ServerFixture.site.retyped()], kind: .drill, level: .assist,
                source: Source(at: school.time.wall))
            try await school.submit(
                .raise(practice), "practice",
                by: Actor(id("principal"), roles: [.line, .staff], device: id("setup")))
            let drill: IncidentID = id("practice")
            let incident = try await school.raise(.actual, "real")
            let whole = try await school.server.registry.desk(ServerFixture.site).replica.state
            try #require(whole.incidents[drill] != nil && incident != drill)
            let cookie = try await school.signIn(.agency)
            let state = try await client.ask("/api/state", cookie: cookie)
            #expect(state.text.contains("\"\(incident)\"") && !state.text.contains("\"\(drill)\""))
            let tag = try await client.tag(cookie)
            try await FeedTestClient.connect(try #require(client.port)) { feed in
                try await feed.ask(
                    "/api/feed?site=oak&after=0&tag=\(tag)",
                    session: String(cookie.dropFirst("muster_session=".count)))
                var heard = ""
                while !heard.contains("caught-up") { heard += try await feed.hear(until: "\n\n") }
                #expect(heard.contains("\"\(incident)\"") && !heard.contains("\"\(drill)\""))
            }
        }
    }

    @Test func whoLacksMoreThanTheBoundStartsFromAState() async throws {
        let school = try await ServerFixture()
        let cookie = try await school.signIn(.teacher)
        let server = school.server
        var limits = FeedLimits()
        limits.replayRecords = 1
        let site = SiteFeed(
            doorkeeper: server.doorkeeper, gate: server.gate, watch: server.watch, log: school.log,
            slices: server.slices, registry: server.registry, reads: SessionAllowance(100),
            limits: limits)
        let visit = try #require(try await server.doorkeeper.visit(cookies: cookie))
        let tag = try #require(try await server.gate.tag(for: visit, by: server.doorkeeper))
        let head = try await school.log.head(ServerFixture.site.retyped()).position
        for (after, code) in [
            (head + 1, "feed.too-old"), (head, nil), (head - 1, nil), (head - 2, "feed.too-old"),
        ] {
            let request = FeedRequest(
                target: "/api/feed?site=oak&after=\(after)&tag=\(tag.text(in: server.registry.era))",
                fields: [("cookie", cookie)])
            switch await site.open(request) {
            case .welcome: #expect(code == nil, "after \(after) of \(head)")
            case .refusal(let refusal): #expect(refusal.status == 409 && refusal.code == code)
            }
        }
    }

    @Test func whatNobodyListensToIsNotCutFor() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let tag = try await client.tag(cookie)
            #expect(school.server.slices.count == 0)
            try await FeedTestClient.connect(try #require(client.port)) { feed in
                try await feed.ask(
                    "/api/feed?site=oak&after=0&tag=\(tag)",
                    session: String(cookie.dropFirst("muster_session=".count)))
                _ = try await feed.hear(until: "\n\n")
                #expect(school.server.slices.count == 1)
                try await school.server.endSession(of: try await school.session(cookie).device)
                _ = try await feed.hearAll()
            }
            #expect(school.server.slices.count == 0)
        }
    }

    @Test func aRevokedSessionsFeedIsClosed() async throws {
        try await withFeed(.teacher) { school, cookie, feed in
            try await school.server.endSession(of: try await school.session(cookie).device)
            #expect(try await feed.hearAll().contains("bye"))
        }
    }

    @Test func aRoleThatChangesInTheDirectoryEndsTheFeedAtOnce() async throws {
        try await withFeed(.neighbour) { school, cookie, feed in
            try await school.directory.setRoles([.line], of: id("neighbour"), at: ServerFixture.site)
            // No request comes in: the watch finds it.
            #expect(try await feed.hearAll().contains("event: restart"))
            let visit = try #require(try await school.server.doorkeeper.visit(cookies: cookie))
            #expect(try await school.server.gate.slice(for: visit) == .command)
        }
    }

    /// Nothing else would tell them: a day without the board is a day on which nobody can take it.
    @Test func whoeverIsAskedHoldsTheCommandSliceAtOnceAndLosesItWithTheOffer() async throws {
        // The interval is long: the record itself must make the watch look.
        try await withFeed(.teacher, raised: true, { $0.watchMilliseconds = 3_600_000 }) {
            school, cookie, feed in
            let incident = try #require(
                await (try school.server.registry.desk(ServerFixture.site)).replica.state.incidents.rows.last)
            let principal = Actor(id("principal"), roles: [.line, .staff], device: id("setup"))
            try await school.submit(
                .acceptPosition(incident.id, .schoolCoordinator), "take", by: principal)
            try await school.submit(
                .offerPosition(incident.id, .liaison, to: id("teacher")), "offer", by: principal)
            #expect(try await feed.hearAll().contains("event: restart"))
            let visit = try #require(try await school.server.doorkeeper.visit(cookies: cookie))
            #expect(try await school.server.gate.slice(for: visit) == .command)
            try await school.submit(.declineOffer(incident.id, .liaison), "no", by: visit.actor)
            #expect(
                try await school.server.gate.slice(for: visit)
                    == Slice(.staff, rooms: [ServerFixture.room]))
        }
    }

    @Test func whoLosesEveryRoleIsSentAway() async throws {
        try await withFeed(.officer) { school, _, feed in
            try await school.directory.setRoles([], of: id("officer"), at: ServerFixture.site)
            #expect(try await feed.hearAll().contains("bye"))
        }
    }

    @Test func aRoleCountsUntilItsLastDayAndEndsAnOpenFeed() async throws {
        let school = try await ServerFixture()
        let early = try await school.signIn(.neighbour)
        school.time.pass(.minutes(16 * 24 * 60))
        #expect(try await school.server.doorkeeper.visit(cookies: early)?.roles == [.staff])
        try await withFeed(.neighbour) { school, cookie, feed in
            let keeper = school.server.doorkeeper
            school.time.pass(.minutes(17 * 24 * 60))
            // No request comes in: the watch finds it.
            #expect(try await feed.hearAll().contains("bye"))
            #expect(try await keeper.visit(cookies: cookie) == nil)
            let book = try await school.server.books.book(of: ServerFixture.site)
            #expect(book.adult(id("neighbour")) == nil && book.adult(id("teacher")) != nil)
        }
    }

    @Test func anEnrolmentCountsUntilItsLastDay() async throws {
        let school = try await ServerFixture()
        let next = school.time.wall + .minutes(17 * 24 * 60)
        for (now, staff) in [(next + .minutes(-24 * 60), ["neighbour"]), (next, [])] {
            let rosters = try await school.directory.rosters(of: ServerFixture.site, at: now)
            let room = try #require(rosters.first { $0.room == ServerFixture.otherRoom })
            #expect(room.staff.map(\.text) == staff)
        }
        #expect(try await school.directory.counts(of: ServerFixture.site, at: next)[0].staff == 3)
    }

    @Test func telephoneNumbersGoToTheLineAndThoseOfTheLineToResponders() async throws {
        try await ServerFixture.run { school, client in
            for (who, knows) in [(ServerFixture.Who.principal, true), (.teacher, false), (.officer, true)] {
                let state = try await client.ask("/api/state", cookie: try await school.signIn(who)).json
                let directory = try #require(state["directory"] as? [String: Any])
                let people = try #require(directory["people"] as? [[String: Any]])
                let numbered = people.filter { $0["phone"] is String }.compactMap { $0["person"] as? String }
                #expect(numbered.contains("principal") == knows)
                if who == .officer { #expect(numbered == ["principal"]) }
            }
        }
    }

    @Test func anAgencysFeedEndsWithTheIncident() async throws {
        try await withFeed(.agency, raised: true) { school, _, feed in
            let state = await (try school.server.registry.desk(ServerFixture.site)).replica.state
            let incident = try #require(state.incidents.rows.first { $0.isOpen })
            let principal = Actor(
                id("principal"), roles: [.line, .administrator, .staff], device: id("setup"))
            for (command, name) in [
                (Command.acceptPosition(incident.id, .schoolCoordinator), "a"),
                (
                    .recordCleared(
                        incident.id, room: ServerFixture.room, source: Source(at: school.time.wall)), "c1"
                ),
                (
                    .recordCleared(
                        incident.id, room: ServerFixture.otherRoom, source: Source(at: school.time.wall)),
                    "c2"
                ),
                (.endAction(incident.id, places: [ServerFixture.site.retyped()], method: .inPerson), "e"),
                (.closeIncident(incident.id), "c"),
            ] {
                let answer = try await school.submit(command, name, by: principal)
                #expect(answer.outcome.wireCase == .accepted, "\(answer.outcome)")
            }
            #expect(try await feed.hearAll().contains("event: restart"))
        }
    }

    @Test func aFeedOfAnotherSiteOrWithoutASessionIsRefused() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let port = try #require(client.port)
            for (target, session, status) in [
                ("/api/feed?site=elm&after=0", String(cookie.dropFirst(15)), "403"),
                ("/api/feed?site=oak&after=0", "wrong", "401"),
            ] {
                try await FeedTestClient.connect(port) { feed in
                    try await feed.ask(target, session: session, "Connection: close\r\n")
                    #expect(try await feed.hear(until: "}").contains(" \(status) "))
                }
            }
        }
    }

    /// Opens somebody's feed, hears it catch up, and lets the body go on.
    private func withFeed(
        _ who: ServerFixture.Who, raised: Bool = false,
        _ change: (inout ServerConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (ServerFixture, String, inout FeedTestClient) async throws -> Void
    ) async throws {
        try await ServerFixture.run(change) { school, client in
            if raised { _ = try await school.raise() }
            let cookie = try await school.signIn(who)
            let port = try #require(client.port)
            let tag = try await client.tag(cookie)
            try await FeedTestClient.connect(port) { feed in
                try await feed.ask(
                    "/api/feed?site=oak&after=0&tag=\(tag)",
                    session: String(cookie.dropFirst("muster_session=".count)))
                var heard = ""
                while !heard.contains("caught-up") { heard += try await feed.hear(until: "\n\n") }
                try await body(school, cookie, &feed)
            }
        }
    }
}
