/// Encoded events as the hub passes them on: shared, never copied for a subscriber.
package protocol FeedPayload: Sendable {
    /// Length in bytes.
    var byteCount: Int { get }

    /// Joins consecutive events into one, so that a device that missed several gets one write.
    static func joined(_ parts: some Collection<Self>) -> Self
}
