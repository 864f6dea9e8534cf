/// A sourced id as twelve bytes: what the key checks remember instead of the text.
///
/// Two texts get the same key with a probability of about 2^-95 a pair, so even among millions no two ever will. The
/// hash is seeded at random once a process, so that nobody can prepare two ids that meet; a key is therefore never
/// stored.
struct RosterKey: Hashable, Sendable {
    /// Never zero, which marks an empty slot of a table.
    var low: UInt64
    /// Says where in a table the key belongs.
    var high: UInt32

    private static let seeds = (
        UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max),
        UInt64.random(in: .min ... .max) | 1,
        UInt64.random(in: .min ... .max) | 1
    )

    /// A key that was made before.
    init(low: UInt64, high: UInt32) {
        self.low = low
        self.high = high
    }

    /// The key of a text that lies in bytes.
    @inline(__always)
    init(_ bytes: Span<UInt8>) {
        let seeds = Self.seeds
        let count = bytes.count
        var first = seeds.0 ^ UInt64(truncatingIfNeeded: count)
        var second = seeds.1
        let raw = unsafe bytes.bytes
        // Both conditions below keep the eight bytes that are loaded inside the span; the last load may overlap.
        if count >= 8 {
            var index = 0
            while index + 8 < count {
                let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
                Self.mix(word, &first, &second, seeds.2, seeds.3)
                index += 8
            }
            let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: count - 8, as: UInt64.self)
            Self.mix(word, &first, &second, seeds.2, seeds.3)
        } else {
            var word: UInt64 = 0
            for index in 0..<count { word = word << 8 | UInt64(bytes[index]) }
            Self.mix(word, &first, &second, seeds.2, seeds.3)
        }
        Self.mix(0x9E37_79B9_7F4A_7C15, &first, &second, seeds.3, seeds.2)
        low = first | 1
        high = UInt32(truncatingIfNeeded: second ^ second >> 32)
    }

    /// Folds eight bytes into both halves; each step alone can be undone, so nothing of the word is lost.
    @inline(__always)
    private static func mix(
        _ word: UInt64, _ first: inout UInt64, _ second: inout UInt64, _ one: UInt64, _ two: UInt64
    ) {
        first = (first ^ word) &* one
        first ^= first >> 32
        second = (second &+ word) &* two
        second ^= second >> 29
    }
}
