/// How long an event loop rests between two batches of deliveries.
///
/// One round over the subscribers goes as fast as it can. Where events come faster than rounds end, the rounds would
/// follow each other without a pause, and the commands that cause them would wait for a processor: measured, an answer
/// took 150 ms at 200 commands a second. What is written from then on rests a part of the time that it took; the events
/// that come meanwhile are joined, so that hardly any delivery is lost to it.
package struct FeedPace {
    private let limits: FeedLimits
    /// Deliveries since there was last nothing to do.
    private var written = 0

    /// A pace within limits.
    package init(limits: FeedLimits) { self.limits = limits }

    /// The rest in microseconds after a batch of so many deliveries that took so long, where there is more to do.
    package mutating func rest(after writes: Int, microseconds: Int64, subscribers: Int) -> Int64 {
        written += writes
        guard written > subscribers else { return limits.rest }
        return max(limits.rest, microseconds / limits.restDivisor)
    }

    /// Takes note that everybody has everything.
    package mutating func idle() { written = 0 }
}
