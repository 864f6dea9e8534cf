import MusterCore
import MusterDesk
import MusterLog
import Testing

/// `OnceOnly` at the desk: a command that comes again has one effect, and the same answer.
struct DeskOnceOnlyTests {
    @Test(arguments: LogKind.allCases) func aCommandSentAgainGetsTheFirstAnswer(_ kind: LogKind) async throws
    {
        let school = try DeskFixture(kind)
        let desk = try await school.opened()
        let first = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let again = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        #expect(first.outcome.isAccepted && !first.isRepeated)
        #expect(again.outcome == first.outcome && again.isRepeated)
        #expect(await desk.replica.state.incidents.rows.count == 1)
    }

    @Test func aCommandSentAgainWhileTheFirstIsUnderWayWaitsForItsAnswer() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        school.log.shut()
        async let first = desk.submit(school.lockdown(), by: DeskFixture.staff())
        await school.log.arrival()
        await school.log.arrival()
        await school.log.arrival()
        async let second = desk.submit(school.lockdown(), by: DeskFixture.staff())
        async let third = desk.submit(school.lockdown(), by: DeskFixture.staff())
        while await desk.waitingCount < 2 { await Task.yield() }
        school.log.open()
        let answers = try await [first, second, third]
        #expect(answers.filter { !$0.isRepeated }.count == 1)
        #expect(Set(answers.map { "\($0.outcome)" }).count == 1)
        #expect(await desk.replica.state.incidents.rows.count == 1)
    }

    @Test(arguments: LogKind.allCases) func theAnswerIsKnownAfterARestart(_ kind: LogKind) async throws {
        let school = try DeskFixture(kind)
        let first = try await school.opened().submit(school.lockdown(), by: DeskFixture.staff())
        let again = try await school.start().submit(school.lockdown(), by: DeskFixture.staff())
        #expect(again.outcome == first.outcome && again.isRepeated && again.head == first.head)
    }

    @Test func theSameIdWithOtherContentGetsTheFirstAnswerAndHasNoEffect() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        let first = try await desk.submit(school.lockdown("one"), by: DeskFixture.staff())
        let id = try await desk.incident().id
        let other = try await desk.submit(school.note(id, "something else", "one"), by: DeskFixture.staff())
        #expect(other.outcome == first.outcome && other.isRepeated)
        #expect(try await desk.incident().notes.rows.isEmpty)
    }

    @Test func twoDevicesMayUseTheSameId() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown("one"), by: DeskFixture.staff())
        let id = try await desk.incident().id
        let other = try await desk.submit(
            school.note(id, "seen", "one"), by: DeskFixture.line(DeskFixture.principal))
        #expect(other.outcome.isAccepted && !other.isRepeated)
    }

    @Test(arguments: LogKind.allCases) func aRefusalIsKeptToo(_ kind: LogKind) async throws {
        let school = try DeskFixture(kind)
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let id = try await desk.incident().id
        let close = school.envelope(.closeIncident(id), "close")
        let first = try await desk.submit(close, by: DeskFixture.staff())
        let again = try await school.start().submit(close, by: DeskFixture.staff())
        #expect(first.outcome.code != nil && again.outcome == first.outcome && again.isRepeated)
    }

    @Test func aRefusalOfTheTimerIsNotKept() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        let timer = Desk.timer(of: DeskFixture.site)
        let late = school.envelope(.expire(DeskFixture.id("d99")), "d99")
        let answer = try await desk.submit(late, by: Actor(.none, roles: [], device: timer))
        #expect(answer.outcome.code != nil)
        #expect(try await school.log.outcome(timer, DeskFixture.id("d99")) == nil)
    }

    @Test func whatWasMadeTooLongAgoIsRefused() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        var old = school.lockdown()
        old.madeAt = school.time.wall + .minutes(-31 * 24 * 60)
        #expect(try await desk.submit(old, by: DeskFixture.staff()).outcome.code == "too-old")
    }

    @Test func aClockThatRunsAheadMakesNoObservationOfTomorrow() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let id = try await desk.incident().id
        var note = school.note(id, "from a fast clock", "n1")
        note.command.source?.observedAt = school.time.wall + .minutes(60)
        note.madeAt = school.time.wall + .minutes(60)
        #expect(try await desk.submit(note, by: DeskFixture.staff()).outcome.isAccepted)
        let record = try #require(await desk.replica.timeline.last)
        #expect(record.event.source?.observedAt == record.at)
    }
}
