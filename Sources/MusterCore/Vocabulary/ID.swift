/// An identifier of 1 to 16 ASCII characters out of `a-z`, `0-9`, `.` and `-`, typed by what it names.
///
/// The characters lie packed in two integers: an id is compared, sorted and copied without touching the heap, and
/// Unicode equivalence can never merge two ids whose bytes differ. Two kinds of id cannot be swapped by mistake.
package struct ID<Kind>: Hashable, Comparable, Sendable {
    /// The first eight characters, the first one in the highest byte; unused bytes are zero.
    package let high: UInt64
    /// The last eight characters, packed alike.
    package let low: UInt64

    /// An id that names nothing: the value before decoding.
    ///
    /// It is never written and never accepted.
    package static var none: ID { ID(high: 0, low: 0) }

    /// Whether this is ``none``.
    package var isNone: Bool { high == 0 }

    init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads an id from its characters; `nil` when they are not 1 to 16 of the allowed ones.
    package init?(bytes: some Sequence<UInt8>) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var count = 0
        for byte in bytes {
            guard count < 16, Self.isAllowed(byte) else { return nil }
            if count < 8 {
                high |= UInt64(byte) << UInt64(56 - 8 * count)
            } else {
                low |= UInt64(byte) << UInt64(56 - 8 * (count - 8))
            }
            count += 1
        }
        guard count > 0 else { return nil }
        self.init(high: high, low: low)
    }

    /// Reads an id from text; `nil` when the text is not 1 to 16 of the allowed characters.
    package init?(_ text: some StringProtocol) {
        self.init(bytes: text.utf8)
    }

    /// A fresh id of 16 characters made of 80 random bits; whoever calls brings the randomness.
    package init(random first: UInt64, _ second: UInt64) {
        // Without i, l, o and u an id read over the radio is hard to mistake.
        let letters: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
        func pack(_ bits: UInt64) -> UInt64 {
            var packed: UInt64 = 0
            for index in 0..<8 {
                let letter = Int((bits >> UInt64(5 * index)) & 31)
                let character = unsafe letters.utf8Start[letter]
                packed = packed << 8 | UInt64(character)
            }
            return packed
        }
        self.init(high: pack(first), low: pack(second))
    }

    /// The characters of the id.
    package var text: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(16)
        forEachByte { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The same characters as the id of another kind, where one thing names two (a command and its deadline).
    package func retyped<Other>(as kind: Other.Type = Other.self) -> ID<Other> {
        ID<Other>(high: high, low: low)
    }

    /// Ids sort by their characters.
    package static func < (left: ID, right: ID) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }

    /// Calls `body` with each character in turn.
    @inline(__always)
    func forEachByte(_ body: (UInt8) -> Void) {
        var shift: UInt64 = 64
        while shift > 0 {
            shift -= 8
            let byte = UInt8(truncatingIfNeeded: high >> shift)
            if byte == 0 { return }
            body(byte)
        }
        shift = 64
        while shift > 0 {
            shift -= 8
            let byte = UInt8(truncatingIfNeeded: low >> shift)
            if byte == 0 { return }
            body(byte)
        }
    }

    @inline(__always)
    static func isAllowed(_ byte: UInt8) -> Bool {
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D || byte == 0x2E
    }
}

extension ID: CustomStringConvertible {
    /// The characters of the id.
    package var description: String { text }
}
