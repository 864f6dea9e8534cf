package import MusterDesk

/// What lies in the log already: the port through which a resuming device is brought to the present.
package protocol FeedBacklog: Sendable {
    /// Reads the encoded events of a topic after a position, in order, until about that many bytes.
    ///
    /// It must see everything that was published before the call.
    func read(_ topic: FeedTopic, after: FeedPosition, bytes: Int) async throws(FeedBacklogError) -> FeedPage
}

/// A part of the log, cut and encoded for one topic.
package struct FeedPage: Sendable {
    /// The events in the feed's own form; empty when nothing concerned the topic.
    package let events: [UInt8]
    /// How far the log was read for it, whether the last record concerned the topic or not.
    package let through: FeedPosition
    /// Whether that was the log's end at the time of reading.
    package let isLast: Bool

    /// Makes a page.
    package init(events: [UInt8], through: FeedPosition, isLast: Bool) {
        self.events = events
        self.through = through
        self.isLast = isLast
    }
}

/// Why the log cannot be read on for a device.
package enum FeedBacklogError: Error, Equatable {
    /// It can never be from that position (let go, or beyond the log's end): the device must fetch anew.
    case gone
    /// It cannot be now.
    case unavailable
}
