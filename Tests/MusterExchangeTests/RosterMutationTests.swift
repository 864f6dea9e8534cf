import MusterExchange
import Testing

/// A correct set damaged at random: nothing crashes, and every row that comes in is accepted or refused.
struct RosterMutationTests {
    @Test(arguments: 0..<120)
    func damagedSetsAreCountedRowByRow(seed: Int) async throws {
        var random = Damage(seed: seed, 1)
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let base = seed.isMultiple(of: 2) ? RosterFixture.v1p2 : .v1p1
        for (name, text) in base.files.sorted(by: { $0.key < $1.key }) {
            try folder.write(name, random.damaged(Array(text.utf8), with: [Array(",,,,".utf8)], times: 0...6))
        }
        let report = try CheckOneRoster.run(path: folder.path)
        for file in report.files {
            #expect(file.rows == file.accepted + file.refused, "seed \(seed) \(file)")
        }
        #expect(try !report.json().isEmpty)
        let outcome = try await RosterImport.run(path: folder.path, into: InMemoryDirectory().roster).outcome
        #expect(outcome != .dryRun)
    }
}
