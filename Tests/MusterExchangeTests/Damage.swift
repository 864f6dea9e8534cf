/// Damages files at random, from a seed: a seed that fails is a test for ever.
struct Damage: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int, _ suite: UInt64) {
        state = UInt64(seed) &* 0x9E37_79B9 &+ suite
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ state >> 29
    }

    /// The bytes with some of them removed, doubled, cut off, or with pieces put in that such files stumble over.
    mutating func damaged(
        _ bytes: [UInt8], with more: [[UInt8]], times: ClosedRange<Int>
    ) -> [UInt8] {
        var bytes = bytes
        let pieces: [[UInt8]] =
            [[0x22], [0x2C], [0x0A], [0x0D], [0xFF], [0x00], [0xC3, 0xA9], [0x22, 0x22]] + more
        for _ in 0..<Int.random(in: times, using: &self) where !bytes.isEmpty {
            let position = Int.random(in: 0..<bytes.count, using: &self)
            let piece = pieces.randomElement(using: &self) ?? []
            switch Int.random(in: 0..<5, using: &self) {
            case 0: bytes.remove(at: position)
            case 1: bytes.insert(contentsOf: piece, at: position)
            case 2: bytes.replaceSubrange(position...position, with: piece)
            case 3: bytes.removeLast(bytes.count - position)
            default:
                let end = min(bytes.count, position + Int.random(in: 1...60, using: &self))
                bytes.insert(contentsOf: bytes[position..<end], at: position)
            }
        }
        return bytes
    }
}
