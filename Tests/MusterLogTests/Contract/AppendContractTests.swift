import MusterCore
import MusterLog
import Testing

/// What every log promises about appending and reading.
@Suite struct AppendContractTests {
    @Test(arguments: LogFixture.all)
    func whatIsAppendedIsReadBack(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let result = try await log.append(
            .oak, after: 0, [.sample("{\"n\":1}"), .sample("{\"n\":2}", text: "in room 12")])
        let records = try await log.all(.oak)
        #expect(records.map(\.position) == [1, 2])
        #expect(result == .appended(records[1].head))
        #expect(try records[1].text(NewPart.body) == "{\"n\":2}")
        #expect(try records[1].text(NewPart.text) == "in room 12")
        let header = try records[1].decodedHeader()
        #expect(header.stream == .oak)
        #expect(header.position == 2)
        #expect(header.actor == PersonID("p1"))
        #expect(header.type == "note.written")
        #expect(header.previous == records[0].digest)
        #expect(try await log.head(.oak) == records[1].head)
    }

    @Test(arguments: LogFixture.all)
    func anEmptyStreamHasAHeadAndNoRecords(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        #expect(try await log.head(.oak) == .start)
        #expect(try await log.all(.oak).isEmpty)
        #expect(try await log.streams().isEmpty)
        #expect(try await log.snapshot(.oak) == nil)
        #expect(try await log.outcome(.phone, "c1") == nil)
    }

    @Test(arguments: LogFixture.all)
    func anEventComesBackWithItsText(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let event = Event.incident(.corrected("i1", text: "A \"drill\" ünd\n\u{1F6A8}"))
        let record = NewRecord(
            event, at: Instant(milliseconds: 7), actor: nil, device: .phone, command: "c9")
        try await log.append(.oak, after: 0, [record])
        let stored = try await log.all(.oak)[0]
        #expect(stored.parts.map(\.isSealed) == [false, true])
        let expected = Record(position: 1, at: Instant(milliseconds: 7), actor: nil, event: event)
        #expect(try stored.decodedRecord() == expected)
    }

    @Test(arguments: LogFixture.all)
    func anEmptyPartIsNotAMissingOne(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        try await log.append(.oak, after: 0, [.sample("", text: "")])
        let stored = try await log.all(.oak)[0]
        #expect(stored.part(NewPart.body)?.stored == [])
        #expect(try stored.text(NewPart.text)?.isEmpty == true)
        #expect(try await LogVerifier.verify(log, .oak).fault == nil)
    }

    @Test(arguments: LogFixture.all)
    func aStaleDecisionIsAConflictAndWritesNothing(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let head = try #require(try await log.append(.oak, after: 0, [.sample()]).head)
        let late = try await log.append(.oak, after: 0, [.sample()], outcome: .sample("c2"))
        #expect(late == .conflict(head))
        #expect(try await log.append(.oak, after: 5, [.sample()]) == .conflict(head))
        #expect(try await log.all(.oak).count == 1)
        #expect(try await log.outcome(.phone, "c2") == nil)
    }

    @Test(arguments: LogFixture.all)
    func aRefusalThatRestsOnWhatWasNeverWrittenIsNotKept(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let refusal = StreamAppend(.oak, expectedVersion: 1, records: [], outcome: .sample("c2"))
        #expect(try await log.append([refusal]) == [.conflict(.start)])
        #expect(try await log.outcome(.phone, "c2") == nil)
        let free = StreamAppend(.oak, expectedVersion: nil, records: [], outcome: .sample("c3"))
        #expect(try await log.append([free]) == [.appended(.start)])
        let careless = StreamAppend(.oak, expectedVersion: nil, records: [.sample()])
        #expect(try await log.append([careless]) == [.conflict(.start)])
    }

    @Test(arguments: LogFixture.all)
    func oneTransactionTakesManyStreamsAndLeavesOutTheConflicts(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        let results = try await log.append([
            StreamAppend(.oak, expectedVersion: 0, records: [.sample(), .sample()]),
            StreamAppend(.elm, expectedVersion: 3, records: [.sample()]),
            StreamAppend(.oak, expectedVersion: 2, records: [.sample()]),
            StreamAppend(.elm, expectedVersion: 0, records: [.sample()]),
        ])
        #expect(results[0].head?.position == 2)
        #expect(results[1] == .conflict(.start))
        #expect(results[2].head?.position == 3)
        #expect(results[3].head?.position == 1)
        #expect(try await log.streams() == [.elm, .oak])
        for stream in [StreamID.oak, .elm] {
            #expect(try await LogVerifier.verify(log, stream).fault == nil)
        }
    }

    @Test(arguments: LogFixture.all)
    func readingGoesByPages(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        try await log.append(.oak, after: 0, (1...5).map { .sample("{\"n\":\($0)}") })
        #expect(try await log.read(.oak, after: 0, limit: 2).map(\.position) == [1, 2])
        #expect(try await log.read(.oak, after: 2, limit: 2).map(\.position) == [3, 4])
        #expect(try await log.read(.oak, after: 4, limit: 2).map(\.position) == [5])
        #expect(try await log.read(.oak, after: 5, limit: 2).isEmpty)
        #expect(try await log.read(.oak, after: 0, limit: 0).isEmpty)
        #expect(try await log.read(.oak, after: 3, limit: 1)[0].text(NewPart.body) == "{\"n\":4}")
    }

    @Test(arguments: LogFixture.all)
    func whatIsOverTheLimitsIsRefusedWhole(fixture: LogFixture) async throws {
        let folder = try TestFolder()
        let log = try fixture.make(folder)
        var twice = NewRecord.sample()
        twice.parts.append(NewPart(NewPart.body, []))
        var long = NewRecord.sample()
        long.parts[0].bytes = [UInt8](repeating: 0x20, count: LogLimits.partBytes + 1)
        let many = [NewRecord](repeating: .sample(), count: LogLimits.recordsPerAppend + 1)
        for records in [[twice], [long], many] {
            let error = await #expect(throws: LogError.self) {
                try await log.append([
                    StreamAppend(.elm, expectedVersion: 0, records: [.sample()]),
                    StreamAppend(.oak, expectedVersion: 0, records: records),
                ])
            }
            #expect(error?.code == .refused)
        }
        #expect(try await log.streams().isEmpty)
    }
}
