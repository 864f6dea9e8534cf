import MusterCore
import Testing

@Suite("SameEverywhere")
struct SameEverywhere {
    @Test("The law of slices holds, byte for byte, half-way and at the end", arguments: Histories.seeds)
    func law(seed: UInt64) {
        let records = Histories.history(seed).records
        let half = Array(records.prefix(records.count / 2))
        for slice in Slices.all {
            #expect(Slices.lawHolds(records, slice))
            #expect(Slices.lawHolds(half, slice))
        }
        #expect(Slices.lawHolds(records, Slices.agency(records)))
        #expect(Slices.lawHolds(half, Slices.agency(half)))
    }

    @Test(
        "Folding twice, and folding what went through its own text, gives the same bytes",
        arguments: Histories.seeds)
    func textual(seed: UInt64) throws {
        let records = Histories.history(seed).records
        let once = Slices.fold(records, .command)
        let read = try records.map { try Record.decoded($0.encoded()) }
        #expect(once.encoded() == Slices.fold(read, .command).encoded())
        #expect(once.state.encoded() == Histories.history(seed).state.encoded())
    }

    @Test(
        "A device that starts from a cut state goes on as one that folded all along",
        arguments: Histories.seeds)
    func resumes(seed: UInt64) throws {
        let records = Histories.history(seed).records
        let half = records.count / 2
        for slice in Slices.all + [Slices.agency(records)] {
            let start = Slices.fold(Array(records.prefix(half)), .command).cut(for: slice)
            var device = try Replica.decoded(start.encoded())
            for record in records.dropFirst(half).compactMap({ $0.cut(for: slice) }) { device.apply(record) }
            device.position = Int64(records.count)
            #expect(device.encoded() == Slices.fold(records, .command).cut(for: slice).encoded())
        }
    }

    @Test("Three processes with three hash seeds come to the same bytes")
    func hashSeeds() async throws {
        let own = Slices.digest(of: 0..<6)
        for _ in 0..<3 {
            let run = try #require(
                await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
                    print("digest \(Slices.digest(of: 0..<6))")
                })
            #expect(String(decoding: run.standardOutputContent, as: UTF8.self).contains("digest \(own)"))
        }
    }

    @Test("A planted fault is caught: a cut that loses an event")
    func mutant() {
        let caught = Histories.seeds.prefix(40).lazy.map { Histories.history($0) }.contains { history in
            !Slices.lawHolds(history.records, Slice(.staff)) { record, slice in
                if case .coordination(.briefingReadBack) = record.event {
                    nil
                } else {
                    record.cut(for: slice)
                }
            }
        }
        #expect(caught)
    }
}
