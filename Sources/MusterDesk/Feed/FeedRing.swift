/// The recent events of a topic, numbered in the order of publishing.
///
/// A subscriber is only a number in this ring (what it was sent last), so that nothing is queued for each of
/// them, and what came while a loop was busy goes out as one joined write.
package struct FeedRing {
    struct Entry {
        let position: FeedPosition
        let event: FeedEvent
    }

    private var entries: [Entry] = []
    /// Index in `entries` of the oldest one kept; those before it are gone and swept out now and then.
    private var head = 0
    private var bytes = 0
    /// Number of the oldest entry kept.
    private(set) var first: UInt64 = 0
    /// The position up to which entries were let go, nil while everything published is still here.
    private var evicted: FeedPosition?
    private var lastJoin: (from: UInt64, end: UInt64, event: FeedEvent)?

    /// An empty ring.
    package init() {}

    /// Number that the next entry will have.
    package var end: UInt64 { first + UInt64(entries.count - head) }

    /// Whether a device that has everything up to `position` can go on from here without a gap.
    ///
    /// That holds only when the ring was already there at that position: an empty ring cannot tell what was
    /// published before it.
    func covers(_ position: FeedPosition) -> Bool {
        if let evicted { return evicted <= position }
        guard head < entries.count else { return false }
        return entries[head].position <= position
    }

    /// Whether something after `position` was published here and let go since.
    func hasLost(after position: FeedPosition) -> Bool { evicted.map { $0 > position } ?? false }

    /// Number of the first entry after a position.
    func number(after position: FeedPosition) -> UInt64 {
        var low = head
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        return first + UInt64(low - head)
    }

    /// Everything from the entry with this number on, as one event; the last answer is kept and shared.
    mutating func joined(from number: UInt64) -> FeedEvent {
        precondition(number >= first && number < end, "the ring was asked for what it does not have")
        if number + 1 == end { return entries[entries.count - 1].event }
        if let lastJoin, lastJoin.from == number, lastJoin.end == end { return lastJoin.event }
        let start = head + Int(number - first)
        let event = FeedEvent.joined(entries[start...].map(\.event))
        lastJoin = (number, end, event)
        return event
    }

    mutating func append(_ event: FeedEvent, at position: FeedPosition, limits: FeedLimits) {
        lastJoin = nil
        entries.append(Entry(position: position, event: event))
        bytes += event.bytes.count
        while entries.count - head > 1,
            entries.count - head > limits.ringEntries || bytes > limits.ringBytes
        {
            bytes -= entries[head].event.bytes.count
            evicted = entries[head].position
            head += 1
            first += 1
        }
        guard head > 16, head * 2 > entries.count else { return }
        entries.removeFirst(head)
        head = 0
    }
}
