import MusterCore
import MusterLog
import Testing

/// What every log promises about snapshots, erasing and following.
@Suite struct EraseContractTests {
    @Test(arguments: LogFixture.all)
    func anErasedTextIsGoneAndTheChainStillVerifies(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        try await log.append(.oak, after: 0, [.sample(text: "one"), .sample(text: "two"), .sample()])
        #expect(try await log.erase(.oak, at: 2))
        let records = try await log.all(.oak)
        #expect(try records[0].text(NewPart.text) == "one")
        #expect(try records[1].text(NewPart.text) == nil)
        #expect(records[1].part(NewPart.text)?.stored == nil)
        #expect(records[1].part(NewPart.text)?.key == nil)
        #expect(try records[1].text(NewPart.body) == "{}")
        let report = try await LogVerifier.verify(log, .oak)
        #expect(report.fault == nil)
        #expect(report.counts.records == 3)
        #expect(report.counts.erased == 1)
        #expect(try await log.erase(.oak, at: 2))
    }

    @Test(arguments: LogFixture.all)
    func whatCannotBeErasedIsNot(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        try await log.append(.oak, after: 0, [.sample()])
        #expect(try await log.erase(.oak, at: 1) == false)
        #expect(try await log.all(.oak)[0].text(NewPart.body) == "{}")
        for (stream, position) in [(StreamID.oak, Int64(2)), (.oak, 0), (.elm, 1)] {
            let error = await #expect(throws: LogError.self) { try await log.erase(stream, at: position) }
            #expect(error?.code == .notFound)
        }
    }

    @Test(arguments: LogFixture.all)
    func erasingDropsTheSnapshotsThatMayHoldTheText(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        try await log.append(.oak, after: 0, [.sample(), .sample(), .sample(text: "late")])
        try await log.append(.elm, after: 0, [.sample()])
        let early = Snapshot(stream: .oak, position: 2, schema: 1, bytes: [1, 2, 3])
        let other = Snapshot(stream: .elm, position: 1, schema: 1, bytes: [])
        try await log.saveSnapshot(early)
        try await log.saveSnapshot(other)
        try await log.erase(.oak, at: 3)
        #expect(try await log.snapshot(.oak) == early)
        let late = Snapshot(stream: .oak, position: 3, schema: 2, bytes: [4])
        try await log.saveSnapshot(late)
        #expect(try await log.snapshot(.oak) == late)
        try await log.erase(.oak, at: 3)
        #expect(try await log.snapshot(.oak) == nil)
        #expect(try await log.snapshot(.elm) == other)
    }

    @Test(arguments: LogFixture.all)
    func anEraEndsWhereTheNextOneBegins(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let (first, second) = (EraID.fresh(), EraID.fresh())
        try await log.beginEra(first, of: .oak)
        try await log.append(.oak, after: 0, [.sample(), .sample()])
        #expect(try await log.end(of: first, .oak) == nil)
        try await log.beginEra(second, of: .elm)
        #expect(try await log.end(of: first, .oak) == nil)
        try await log.beginEra(second, of: .oak)
        try await log.append(.oak, after: 2, [.sample()])
        #expect(try await log.end(of: first, .oak) == 2)
        #expect(try await log.end(of: second, .oak) == nil)
        #expect(try await log.end(of: EraID.fresh(), .oak) == nil)
    }

    @Test(arguments: LogFixture.all)
    func aFollowerSeesWhatIsThereAndWhatComes(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        try await log.append(.oak, after: 0, [.sample(), .sample()])
        async let seen = positions(log.follow(.oak, after: 1), upTo: 602)
        for batch in 0..<Int64(20) {
            try await log.append(.elm, after: batch, [.sample()])
            try await log.append(.oak, after: 2 + batch * 30, [NewRecord](repeating: .sample(), count: 30))
        }
        #expect(try await seen == Array(2...602))
    }

    @Test(arguments: LogFixture.all)
    func aFollowerEndsWhenItsTaskDoes(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        try await log.append(.oak, after: 0, [.sample()])
        let (started, start) = AsyncStream.makeStream(of: Int64.self)
        let follower = Task {
            var count = 0
            for try await record in log.follow(.oak, after: 0) {
                count += 1
                start.yield(record.position)
            }
            return count
        }
        for await _ in started { break }
        follower.cancel()
        #expect(try await follower.value == 1)
    }

    private func positions(_ feed: RecordFeed, upTo last: Int64) async throws -> [Int64] {
        var positions: [Int64] = []
        for try await record in feed {
            positions.append(record.position)
            if record.position == last { break }
        }
        return positions
    }
}
