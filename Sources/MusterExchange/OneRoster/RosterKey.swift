/// A sourced id as sixteen bytes: what the key checks remember instead of the text.
///
/// Two texts get the same key with a probability of 2^-128 a pair. The hash is seeded at random once a process, so that
/// nobody can prepare two ids that meet; a key is therefore never stored.
struct RosterKey: Hashable, Sendable {
    var low: UInt64
    var high: UInt64

    /// No key: what an empty slot holds.
    static let empty = RosterKey(low: 0, high: 0)

    private static let seed = (
        UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max),
        UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max)
    )

    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    /// The key of a text.
    init(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    /// The key of a text that lies in bytes.
    @inline(__always)
    init(_ bytes: Span<UInt8>) {
        let seed = Self.seed
        var first = seed.0 ^ UInt64(truncatingIfNeeded: bytes.count)
        var second = seed.1
        var index = 0
        let raw = unsafe bytes.bytes
        while index + 8 <= bytes.count {
            // The loop's condition keeps the eight bytes inside the span.
            let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            Self.mix(word, &first, &second, seed.2, seed.3)
            index += 8
        }
        var last: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.count {
            last |= UInt64(bytes[index]) << shift
            shift += 8
            index += 1
        }
        Self.mix(last ^ 0x9E37_79B9_7F4A_7C15, &first, &second, seed.2, seed.3)
        Self.mix(UInt64(truncatingIfNeeded: bytes.count), &first, &second, seed.3, seed.2)
        low = first | 1
        high = second
    }

    /// Folds eight bytes into both halves by two multiplications of full width.
    @inline(__always)
    private static func mix(
        _ word: UInt64, _ first: inout UInt64, _ second: inout UInt64, _ one: UInt64, _ two: UInt64
    ) {
        let left = UInt128(word ^ first) &* UInt128(one | 1)
        let right = UInt128(word ^ second) &* UInt128(two | 1)
        let leftHigh = UInt64(truncatingIfNeeded: left >> 64)
        let rightLow = UInt64(truncatingIfNeeded: right)
        first = (leftHigh ^ UInt64(truncatingIfNeeded: left)) &+ rightLow
        second = (UInt64(truncatingIfNeeded: right >> 64) ^ rightLow) &+ (leftHigh &* 0xD6E8_FEB8_6659_FD93)
    }
}
