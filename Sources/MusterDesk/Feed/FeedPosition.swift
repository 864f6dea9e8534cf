/// A position in the log as the feed speaks of it: the `id:` of an event, and what a device resumes after.
package struct FeedPosition: Hashable, Comparable, Sendable {
    /// The place before the first record.
    package static let start = FeedPosition(0)

    /// The number as written on the wire.
    package let value: Int64

    /// Makes a position of a number; a negative one is a mistake of ours.
    package init(_ value: Int64) {
        precondition(value >= 0, "a log position is never negative")
        self.value = value
    }

    /// Reads what a device sent, or nil when it is no plain decimal number of at most 18 digits.
    package init?(text: some StringProtocol) {
        guard (1...18).contains(text.utf8.count) else { return nil }
        var value: Int64 = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        self.value = value
    }

    /// Orders positions as the log does.
    package static func < (a: FeedPosition, b: FeedPosition) -> Bool { a.value < b.value }
}
