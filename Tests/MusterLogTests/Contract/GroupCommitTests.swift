import MusterCore
import MusterLog
import Synchronization
import Testing

/// Many at once: gapless positions, one commit for many, errors that reach everyone.
@Suite struct GroupCommitTests {
    @Test(arguments: LogFixture.all)
    func positionsAreGaplessUnderConcurrency(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let committer = GroupCommitter(log: log)
        try await withThrowingTaskGroup { group in
            for writer in 1...Int64(16) {
                group.addTask {
                    let stream = writer % 2 == 0 ? StreamID.oak : .elm
                    for number in 1...Int64(10) {
                        let outcome = CommandOutcome(
                            device: DeviceID("d", writer), command: CommandID("c", number), at: .zero,
                            bytes: [])
                        try await insist(committer, stream, outcome, log)
                    }
                }
            }
            try await group.waitForAll()
        }
        for stream in [StreamID.oak, .elm] {
            #expect(try await log.all(stream).map(\.position) == Array(1...80))
            #expect(try await LogVerifier.verify(log, stream).fault == nil)
        }
    }

    /// Appends as a desk does that lost a race: reads the head again and decides again.
    private func insist(
        _ committer: GroupCommitter, _ stream: StreamID, _ outcome: CommandOutcome, _ log: any EventLog
    ) async throws {
        var version = try await log.head(stream).position
        while true {
            let append = StreamAppend(
                stream, expectedVersion: version, records: [.sample()], outcome: outcome)
            switch try await committer.append(append) {
            case .appended: return
            case .conflict(let head): version = head.position
            case .duplicate: Issue.record("no command was sent twice")
            }
        }
    }

    @Test func whoComesDuringACommitGoesIntoTheNextOne() async throws {
        let gate = GatedLog()
        let committer = GroupCommitter(log: gate, groupLimit: 4)
        let results = try await withThrowingTaskGroup(of: AppendResult.self) { group in
            group.addTask { try await committer.append(.alone(.elm, 0)) }
            await gate.waitForCommit()
            for version in 0..<Int64(6) {
                group.addTask { try await committer.append(.alone(.oak, version)) }
            }
            while committer.waiting < 6 { await Task.yield() }
            gate.open()
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 7)
        #expect(gate.groups == [1, 4, 2])
    }

    @Test func anErrorReachesEveryWaiterAndTheNextGroupGoesOn() async throws {
        let gate = GatedLog(failures: 2)
        let committer = GroupCommitter(log: gate)
        let failed = await withTaskGroup(of: Bool.self) { group in
            group.addTask { await fails(committer) }
            await gate.waitForCommit()
            for _ in 0..<5 { group.addTask { await fails(committer) } }
            while committer.waiting < 5 { await Task.yield() }
            gate.open()
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failed == 6)
        #expect(try await committer.append(.alone(.oak, 0)).head?.position == 1)
    }

    @Test func whatIsRefusedDoesNotHarmItsGroup() async throws {
        let gate = GatedLog()
        gate.open()
        let committer = GroupCommitter(log: gate)
        var bad = StreamAppend.alone(.oak, 0)
        bad.records[0].parts += bad.records[0].parts
        let error = await #expect(throws: LogError.self) { try await committer.append(bad) }
        #expect(error?.code == .refused)
        #expect(gate.groups.isEmpty)
    }

    @Test func aFullQueueRefusesInsteadOfGrowing() async throws {
        let gate = GatedLog()
        let committer = GroupCommitter(log: gate, capacity: 2)
        try await withThrowingTaskGroup(of: AppendResult.self) { group in
            group.addTask { try await committer.append(.alone(.elm, 0)) }
            await gate.waitForCommit()
            for version in 0..<Int64(2) {
                group.addTask { try await committer.append(.alone(.oak, version)) }
            }
            while committer.waiting < 2 { await Task.yield() }
            let error = await #expect(throws: LogError.self) {
                try await committer.append(.alone(.oak, 2))
            }
            #expect(error?.code == .overloaded)
            gate.open()
            try await group.waitForAll()
        }
    }

    private func fails(_ committer: GroupCommitter) async -> Bool {
        do {
            _ = try await committer.append(.alone(.oak, 0))
            return false
        } catch {
            return error.code == .unavailable
        }
    }
}

extension StreamAppend {
    /// One record without an outcome.
    static func alone(_ stream: StreamID, _ version: Int64) -> StreamAppend {
        StreamAppend(stream, expectedVersion: version, records: [.sample()])
    }
}
