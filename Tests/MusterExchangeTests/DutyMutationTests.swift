import MusterCore
import MusterExchange
import MusterLog
import Testing

/// Correct tables damaged at random: nothing crashes, and nothing is half saved.
struct DutyMutationTests {
    @Test(arguments: 0..<300)
    func damagedTablesAreSavedWholeOrNotAtAll(seed: Int) async throws {
        var random = RosterMutationTests.Seeded(state: UInt64(seed) &* 0x9E37_79B9 &+ 7)
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

    private func damaged(_ bytes: [UInt8], _ random: inout RosterMutationTests.Seeded) -> [UInt8] {
        var bytes = bytes
        let pieces: [[UInt8]] = [
            [0x22], [0x2C], [0x0A], [0x0D], [0xFF], [0x00], [0xC3, 0xA9], Array("\"\"".utf8),
            Array(",,".utf8),
            Array("+1".utf8), Array("-".utf8), Array("24:00".utf8), Array("9999-12-31".utf8), Array("0".utf8),
        ]
        // Most tables stay whole, so that some sets can be saved.
        guard Int.random(in: 0..<8, using: &random) == 0 else { return bytes }
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &random)
            let piece = pieces.randomElement(using: &random) ?? []
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.remove(at: position)
            case 1: bytes.insert(contentsOf: piece, at: position)
            case 2: bytes.replaceSubrange(position...position, with: piece)
            case 3: bytes.removeLast(bytes.count - position)
            default:
                let end = min(bytes.count, position + Int.random(in: 1...60, using: &random))
                bytes.insert(contentsOf: bytes[position..<end], at: position)
            }
        }
        return bytes
    }
}
