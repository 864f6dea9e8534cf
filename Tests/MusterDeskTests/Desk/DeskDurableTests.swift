import MusterCore
import MusterDesk
import MusterLog
import Synchronization
import Testing

/// `Durable` at the desk: nothing is shown, published or answered that the log does not hold.
struct DeskDurableTests {
    @Test(arguments: LogKind.allCases) func aFailedAppendLeavesNothingAndLaterCommandsGoOn(
        _ kind: LogKind
    ) async throws {
        let school = try DeskFixture(kind)
        let desk = try await school.opened()
        let before = await desk.replica
        school.log.plan(.before)
        await #expect(throws: LogError.self) {
            try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        }
        #expect(await desk.replica == before)
        // Nobody knew; the same command is simply sent again.
        let again = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        #expect(again.outcome.isAccepted && !again.isRepeated)
        try await expectSameAsLog(desk, school)
    }

    @Test(arguments: LogKind.allCases) func anAppendThatSucceededUnseenHasOneEffect(_ kind: LogKind)
        async throws
    {
        let school = try DeskFixture(kind)
        let desk = try await school.opened()
        school.log.plan(.after)
        await #expect(throws: LogError.self) {
            try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        }
        let again = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        #expect(again.outcome.isAccepted && again.isRepeated)
        #expect(await desk.replica.state.incidents.rows.count == 1)
        try await expectSameAsLog(desk, school)
    }

    @Test func anotherWriterIsReadAndTheCommandDecidedAnew() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        let other = try await school.start()
        let raise = school.lockdown("theirs")
        school.log.plan(.other { _ in _ = try await other.submit(raise, by: DeskFixture.staff()) })
        let answer = try await desk.submit(
            school.lockdown("ours"), by: DeskFixture.staff(DeskFixture.deputy))
        #expect(answer.outcome.isAccepted)
        // Two raises of one place join.
        #expect(await desk.replica.state.incidents.rows.count == 1)
        try await expectSameAsLog(desk, school)
    }

    @Test(arguments: LogKind.allCases) func failuresInTheMiddleOfManyCommandsLoseNothing(
        _ kind: LogKind
    ) async throws {
        let school = try DeskFixture(kind)
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let id = try await desk.incident().id
        for round in 0..<12 {
            school.log.plan(round % 2 == 0 ? .before : .after)
            await withTaskGroup(of: Void.self) { tasks in
                for one in 0..<8 {
                    let note = school.note(id, "round \(round)", "n\(round)-\(one)")
                    tasks.addTask {
                        // A device goes on until it has an answer.
                        for _ in 0..<5 {
                            let answer = try? await desk.submit(note, by: DeskFixture.staff())
                            if answer != nil { return }
                        }
                        Issue.record("no answer in five tries")
                    }
                }
            }
        }
        #expect(try await desk.incident().notes.rows.count == 96)
        try await expectSameAsLog(desk, school)
    }

    @Test func recordsArePublishedOnceAndInOrder() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        _ = try await desk.submit(school.lockdown(), by: DeskFixture.staff())
        let id = try await desk.incident().id
        await withTaskGroup(of: Void.self) { tasks in
            for one in 0..<200 {
                let note = school.note(id, "note", "n\(one)")
                tasks.addTask {
                    await #expect(throws: Never.self) {
                        try await desk.submit(note, by: DeskFixture.staff())
                    }
                }
            }
        }
        let positions = school.published.withLock { $0.map(\.position) }
        #expect(positions == Array(1...Int64(positions.count)))
        try await expectSameAsLog(desk, school)
    }

    @Test func whatIsNotDurableIsNotShown() async throws {
        let school = try DeskFixture()
        let desk = try await school.opened()
        for _ in 0..<2 { await school.log.arrival() }
        school.log.shut()
        async let answer = desk.submit(school.lockdown(), by: DeskFixture.staff())
        await school.log.arrival()
        #expect(await desk.replica.state.incidents.rows.isEmpty)
        school.log.open()
        #expect(try await answer.outcome.isAccepted)
        #expect(await desk.replica.state.incidents.rows.count == 1)
    }

    /// The desk shows what a fresh fold of the log shows, and published exactly that.
    private func expectSameAsLog(
        _ desk: SiteDesk, _ school: DeskFixture, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let fresh = try await school.start()
        let (shown, folded) = (await desk.replica, await fresh.replica)
        #expect(shown == folded, sourceLocation: sourceLocation)
        let positions = school.published.withLock { $0.map(\.position) }
        #expect(Set(positions) == Set(1...folded.position), sourceLocation: sourceLocation)
    }
}
