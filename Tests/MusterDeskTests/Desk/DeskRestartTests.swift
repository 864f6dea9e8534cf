import MusterCore
import MusterDesk
import MusterLog
import Synchronization
import Testing

/// What a start of the server finds: snapshots, and decisions that the process did not live to see.
struct DeskRestartTests {
    @Test(arguments: LogKind.allCases) func aSnapshotAndTheRestGiveTheWholeFold(_ kind: LogKind) async throws
    {
        let school = try DeskFixture(kind)
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        try await school.log.saveSnapshot(try #require(await desk.snapshot))
        let id = try await desk.incident().id
        for one in 0..<5 {
            _ = try await desk.submit(school.note(id, "n", "n\(one)"), by: DeskFixture.staff())
        }
        #expect(await desk.replica == (try await school.start().replica))
    }

    @Test func aSnapshotOfAnotherFormIsNotUsed() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        var snapshot = try #require(await desk.snapshot)
        snapshot.schema += 1
        snapshot.bytes = Array("{}".utf8)
        try await school.log.saveSnapshot(snapshot)
        #expect(await desk.replica == (try await school.start().replica))
    }

    @Test func aDamagedSnapshotIsNotUsed() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        var snapshot = try #require(await desk.snapshot)
        snapshot.bytes.removeLast(20)
        try await school.log.saveSnapshot(snapshot)
        #expect(await desk.replica == (try await school.start().replica))
    }

    @Test func timeGoesOnFromTheLastRecordAlsoAfterASnapshot() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        try await school.log.saveSnapshot(try #require(await desk.snapshot))
        let recorded = try #require(school.published.withLock { $0.last?.at })
        school.time.setWall(by: -86_400_000)
        let again = try await school.start()
        _ = try await again.submit(school.lockdown(), by: DeskFixture.staff())
        #expect(try await again.incident().raisedAt >= recorded)
    }

    @Test(arguments: LogKind.allCases) func whatCrashedTheProcessIsRefusedForGood(_ kind: LogKind)
        async throws
    {
        let mark = MarkedCommand(
            stream: DeskFixture.site.retyped(), device: DeskFixture.staff().device,
            command: DeskFixture.id("raise"))
        let school = try DeskFixture(kind, found: [mark])
        try await SiteDesk.quarantine(school.marks, in: school.log, at: school.time.wall)
        #expect(school.marks.found.isEmpty)
        let desk = try await school.opened()
        let answer = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        #expect(answer.outcome.code == "quarantined" && answer.isRepeated)
        // The person presses again: a new command is a new try.
        #expect(try await desk.submit(school.lockdown("two"), by: DeskFixture.staff()).outcome.isAccepted)
    }

    @Test func aCommandThatWasAnsweredIsNotQuarantined() async throws {
        let school = try DeskFixture()
        let first = try await school.opened().submit(school.lockdown(), by: DeskFixture.staff())
        let mark = MarkedCommand(
            stream: DeskFixture.site.retyped(), device: DeskFixture.staff().device,
            command: DeskFixture.id("raise"))
        let marks = InMemoryDecisionMarks(found: [mark])
        try await SiteDesk.quarantine(marks, in: school.log, at: school.time.wall)
        let again = try await school.start().submit(school.lockdown(), by: DeskFixture.staff())
        #expect(again.outcome == first.outcome)
    }

    @Test func aLadderClimbsAlthoughThePowerFailedInTheMiddleOfItsStep() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let deadline = try #require(try await desk.incident().coordination.ladder?.deadline)
        let mark = MarkedCommand(
            stream: DeskFixture.site.retyped(), device: Desk.timer(of: DeskFixture.site),
            command: deadline.retyped())
        let marks = InMemoryDecisionMarks(found: [mark])
        try await SiteDesk.quarantine(marks, in: school.log, at: school.time.wall)
        let again = try await school.start()
        school.time.pass(.seconds(21))
        try await again.tick()
        #expect(try await again.incident().coordination.coordinator?.person == DeskFixture.duty)
    }
}
