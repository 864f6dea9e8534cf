import MusterCore
import MusterLog
import Testing

/// `OnceOnly` at the log: an answered command is never applied again.
@Suite struct OutcomeContractTests {
    @Test(arguments: LogFixture.all)
    func aRepeatedCommandHasTheFirstOutcome(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let head = try #require(
            try await log.append(.oak, after: 0, [.sample()], outcome: .sample("c1", "first")).head)
        let again = try await log.append(.oak, after: 1, [.sample()], outcome: .sample("c1", "second"))
        let kept = StoredOutcome(stream: .oak, head: head, outcome: .sample("c1", "first"))
        #expect(again == .duplicate(kept))
        #expect(try await log.outcome(.phone, "c1") == kept)
        #expect(try await log.all(.oak).count == 1)
    }

    @Test(arguments: LogFixture.all)
    func aRepeatedCommandInTheSameGroupHasTheFirstOutcome(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let append = StreamAppend(
            .oak, expectedVersion: 0, records: [.sample()], outcome: .sample("c1"))
        let results = try await log.append([append, append])
        let head = try #require(results[0].head)
        #expect(results[1] == .duplicate(StoredOutcome(stream: .oak, head: head, outcome: .sample("c1"))))
        #expect(try await log.head(.oak) == head)
    }

    @Test(arguments: LogFixture.all)
    func aRejectionIsKeptWithoutRecords(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let result = try await log.append(.oak, after: 0, [], outcome: .sample("c1", "rejected"))
        #expect(result == .appended(.start))
        #expect(try await log.outcome(.phone, "c1")?.outcome.bytes == Array("rejected".utf8))
        #expect(try await log.streams().isEmpty)
    }

    @Test(arguments: LogFixture.all)
    func theSameIdOfAnotherDeviceIsAnotherCommand(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        try await log.append(.oak, after: 0, [], outcome: .sample("c1"))
        var other = CommandOutcome.sample("c1")
        other.device = "tablet"
        #expect(try await log.append(.oak, after: 0, [.sample()], outcome: other).head?.position == 1)
    }

    @Test(arguments: LogFixture.all)
    func oldOutcomesAreDropped(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        for number in 1...5 {
            try await log.append(.oak, after: 0, [], outcome: .sample("c\(number)", at: Int64(number)))
        }
        #expect(try await log.pruneOutcomes(olderThan: Instant(milliseconds: 3)) == 2)
        #expect(try await log.outcome(.phone, "c2") == nil)
        #expect(try await log.outcome(.phone, "c3") != nil)
        #expect(try await log.pruneOutcomes(olderThan: Instant(milliseconds: 3)) == 0)
    }
}
