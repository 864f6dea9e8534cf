import MusterCore
import MusterExchange
import MusterLog
import Testing

/// Correct tables damaged at random: nothing crashes, and nothing is half saved.
struct DutyMutationTests {
    @Test(arguments: 0..<300)
    func damagedTablesAreSavedWholeOrNotAtAll(seed: Int) async throws {
        var random = Damage(seed: seed, 7)
        let directory = InMemoryDutyDirectory()
        let site = DutyFixture.site
        let before = try DutyFixture.read(DutyFixture.whole)
        let page = DutyRow(
            id("page"), .responder(ExpectedResponder(DutyFixture.edda, .security)), origin: "page")
        try await directory.putDuty(before.rows + [page], at: site)
        let held = try await directory.duty(of: site)
        let files = DutyFixture.whole.sorted { $0.key < $1.key }.map { name, text in
            (name: name, stream: ArrayByteStream(damaged(Array(text.utf8), &random)) as any ByteStream)
        }
        let draft = try DutyImport.read(files, DutyFixture.context, held: held, random: random)
        #expect(draft.isSound == (draft.findings.errors == 0))
        #expect(draft.rows.allSatisfy { draft.origins.contains($0.origin) }, "seed \(seed)")
        #expect(Set(draft.rows.map(\.id)).count == draft.rows.count, "seed \(seed)")
        if draft.isSound {
            try await directory.replaceDuty(from: draft.origins, with: draft.rows, at: site)
            let saved = try await directory.duty(of: site)
            #expect(saved.contains(page), "seed \(seed)")
            #expect(saved.filter { draft.origins.contains($0.origin) }.count == draft.rows.count)
            // Whatever was saved can be written out and read again.
            let tables = DutyExport.tables(draft.rows, draft.lines, DutyFixture.context)
            let again = try DutyImport.read(
                tables.map { ($0.table.fileName, ArrayByteStream($0.text)) }, DutyFixture.context, held: [])
            #expect(again.isSound && again.rows.count == draft.rows.count, "seed \(seed) \(again.findings)")
        } else {
            #expect(draft.findings.findings.contains { $0.severity == .error && !$0.file.isEmpty })
        }
    }

    /// Most tables stay whole, so that some sets can be saved.
    private func damaged(_ bytes: [UInt8], _ random: inout Damage) -> [UInt8] {
        guard Int.random(in: 0..<8, using: &random) == 0 else { return bytes }
        let pieces = [",,", "+1", "-", "24:00", "9999-12-31", "0"].map { Array($0.utf8) }
        return random.damaged(bytes, with: pieces, times: 1...3)
    }
}
