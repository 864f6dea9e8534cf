import MusterCore
import MusterDesk
import MusterLog
import Testing

/// Deadlines and the desk's time: set clocks, jumps, restarts.
struct DeskClockTests {
    @Test func theClockRunsOnWhenTheWallClockIsSetBack() {
        var clock = DeskClock(after: Instant(milliseconds: 1000))
        #expect(clock.now(wall: Instant(milliseconds: 5000), tick: 10).milliseconds == 5000)
        #expect(clock.now(wall: Instant(milliseconds: 2000), tick: 260).milliseconds == 5250)
        #expect(clock.now(wall: Instant(milliseconds: 9000), tick: 300).milliseconds == 9000)
    }

    @Test func theClockNeverRunsBehindWhatIsRecorded() {
        var clock = DeskClock(after: Instant(milliseconds: 9000))
        #expect(clock.now(wall: Instant(milliseconds: 5000), tick: 10).milliseconds == 9000)
    }

    @Test func aDeadlineFiresOnTimeAlthoughTheClockWasSetBack() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        school.time.setWall(by: -3_600_000)
        school.time.pass(.seconds(19))
        try await desk.tick()
        #expect(try await desk.incident().coordination.coordinator == nil)
        school.time.pass(.seconds(2))
        try await desk.tick()
        #expect(try await desk.incident().coordination.coordinator?.person == DeskFixture.duty)
    }

    @Test func aRoomOpenedJustNowIsClearedAlthoughTheClockWasSetBack() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        school.time.setWall(by: -3_600_000)
        school.time.pass(.seconds(5))
        let source = Source(.radio, at: school.time.wall)
        let cleared = Command.recordCleared(
            try await desk.incident().id, room: DeskFixture.room, source: source)
        let answer = try await desk.submit(school.envelope(cleared, "cleared"), by: DeskFixture.staff())
        guard case .accepted(_, _, nil) = answer.outcome else {
            Issue.record("it was not taken as it was meant: \(answer.outcome)")
            return
        }
        #expect(try await desk.incident().cleared[DeskFixture.room] != nil)
    }

    @Test func whatWasSeenIsNeverNewerThanNowNorOlderThanAnything() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let incident = try await desk.incident().id
        for (index, seen) in [Int64.min, -1, WireLimits.integer, Int64.max].enumerated() {
            let claim = RoomClaim(.allHere, source: Source(at: Instant(milliseconds: seen)))
            let report = Command.reportRoom(incident, room: DeskFixture.room, claim: claim)
            _ = try await desk.submit(school.envelope(report, "seen\(index)"), by: DeskFixture.staff())
            let kept = try #require(try await desk.incident().rollCall.rooms[DeskFixture.room]?.current)
            #expect(kept.source.observedAt >= .zero && kept.source.observedAt <= school.time.wall)
        }
    }

    @Test func aJumpForwardClimbsOneStepAndRestartsItsDeadline() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let before = await desk.replica.position
        school.time.setWall(by: 6 * 3_600_000)
        try await desk.tick()
        let after = await desk.replica.position
        #expect(after > before)
        let ladder = try #require(try await desk.incident().coordination.ladder)
        #expect(ladder.due > school.time.wall)
        try await desk.tick()
        #expect(await desk.replica.position == after)
    }

    @Test(arguments: LogKind.allCases) func aDeadlineSurvivesARestart(_ kind: LogKind) async throws {
        let school = try DeskFixture(kind)
        _ = try await school.opened().submit(school.lockdown(), by: DeskFixture.staff())
        school.time.pass(.minutes(3))
        let again = try await school.start()
        try await again.tick()
        #expect(try await again.incident().coordination.coordinator?.person == DeskFixture.duty)
    }

    @Test func twoSitesHaveDeadlinesOfTheirOwn() async throws {
        // Both ladders have the same id: it is made of the position, and the two logs are alike.
        let school = try DeskFixture()
        let elm: SiteID = DeskFixture.id("elm")
        let desks = [try await school.opened(), try await school.opened(elm)]
        for (desk, site) in zip(desks, [DeskFixture.site, elm]) {
            _ = try await desk.submit(school.lockdown("raise-\(site)", at: site), by: DeskFixture.staff())
        }
        school.time.pass(.seconds(21))
        for desk in desks {
            try await desk.tick()
            #expect(try await desk.incident().coordination.coordinator?.person == DeskFixture.duty)
        }
    }

    @Test func anotherNodeThatFiresTheSameDeadlineHasNoSecondEffect() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let other = try await school.start()
        school.time.pass(.seconds(21))
        try await desk.tick()
        try await other.tick()
        let head = try await school.log.head(DeskFixture.site.retyped())
        #expect(await desk.replica.position == head.position)
        #expect(await other.replica.position == head.position)
    }
}
