import MusterExchange
import Testing

/// A correct set damaged at random: nothing crashes, and every row that comes in is accepted or refused.
struct RosterMutationTests {
    /// A small seeded generator, so that a failing seed is a test for ever.
    struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }

    @Test(arguments: 0..<120)
    func damagedSetsAreCountedRowByRow(seed: Int) async throws {
        var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9 &+ 1)
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let base = seed.isMultiple(of: 2) ? RosterFixture.v1p2 : .v1p1
        for (name, text) in base.files.sorted(by: { $0.key < $1.key }) {
            try folder.write(name, damaged(Array(text.utf8), &random))
        }
        let report = try CheckOneRoster.run(path: folder.path)
        for file in report.files {
            #expect(file.rows == file.accepted + file.refused, "seed \(seed) \(file)")
        }
        #expect(try !report.json().isEmpty)
        let outcome = try await RosterImport.run(path: folder.path, into: InMemoryDirectory().roster).outcome
        #expect(outcome != .dryRun)
    }

    private func damaged(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
        var bytes = bytes
        let pieces: [[UInt8]] = [
            [0x22], [0x2C], [0x0A], [0x0D], [0xFF], [0x00], [0xC3, 0xA9], Array("\"\"".utf8),
            Array(",,,,".utf8),
        ]
        for _ in 0..<Int.random(in: 0...6, using: &random) where !bytes.isEmpty {
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
