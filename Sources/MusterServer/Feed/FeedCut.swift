package import MusterDesk

/// One record as the devices of one topic get it: cut to their slice and encoded, once for all of them.
package struct FeedCut: Sendable {
    /// Who gets it.
    package let topic: FeedTopic
    /// The bytes, as `FeedText.record` writes them.
    package let event: FeedEvent

    /// Pairs a topic with its bytes.
    package init(topic: FeedTopic, event: FeedEvent) {
        self.topic = topic
        self.event = event
    }
}
