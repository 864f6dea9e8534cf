/// Encoded events, made once and shared by everyone they go to.
///
/// A class, so that whoever writes it can tell by identity that it is the one it has just prepared; and not
/// generic over the driver's buffers, since a generic hub in another module is not specialised and was
/// measured to cost more than the socket's own work.
package final class FeedEvent: Sendable {
    /// The bytes as they go out.
    package let bytes: [UInt8]

    /// Wraps bytes in the feed's form.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Wraps text in the feed's form.
    package convenience init(_ text: String) { self.init(Array(text.utf8)) }

    /// The same bytes in memory of its own, for a thread that hands them out thousands of times.
    package convenience init(copying other: FeedEvent) {
        // An array made of an array shares its memory.
        self.init(unsafe other.bytes.withUnsafeBufferPointer { unsafe Array($0) })
    }

    /// Joins consecutive events into one, so that a device that missed several gets one write.
    static func joined(_ parts: some Collection<FeedEvent>) -> FeedEvent {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(parts.reduce(0) { $0 + $1.bytes.count })
        for part in parts { bytes += part.bytes }
        return FeedEvent(bytes)
    }
}
