package import Synchronization

/// What the feed counts, over all event loops; read by `/metrics` and by tests.
package final class FeedMeters: Sendable {
    /// Connections open now.
    package let connections = Atomic<Int>(0)
    /// Events written to devices, heartbeats included; a joined write counts once.
    package let deliveries = Atomic<Int>(0)
    /// Bytes written to devices.
    package let bytes = Atomic<Int>(0)
    /// Devices dropped because they were too slow.
    package let drops = Atomic<Int>(0)
    /// Requests that got no feed.
    package let refusals = Atomic<Int>(0)

    init() {}

    /// Counts a batch of writes at once, so that the loops do not contend for the numbers.
    func wrote(_ count: Int, bytes: Int) {
        deliveries.add(count, ordering: .relaxed)
        self.bytes.add(bytes, ordering: .relaxed)
    }

    /// The numbers as Prometheus text.
    package var prometheus: String {
        [
            (
                "muster_feed_connections", "gauge", "Open feed connections",
                connections.load(ordering: .relaxed)
            ),
            ("muster_feed_writes_total", "counter", "Writes to devices", deliveries.load(ordering: .relaxed)),
            (
                "muster_feed_bytes_total", "counter", "Bytes written to devices",
                bytes.load(ordering: .relaxed)
            ),
            ("muster_feed_drops_total", "counter", "Slow devices dropped", drops.load(ordering: .relaxed)),
            ("muster_feed_refusals_total", "counter", "Requests refused", refusals.load(ordering: .relaxed)),
        ].map { "# HELP \($0.0) \($0.2)\n# TYPE \($0.0) \($0.1)\n\($0.0) \($0.3)\n" }.joined()
    }
}
