package import MusterCore

/// The desk's time: the wall clock, made to run forward only.
///
/// When the wall clock is set back, the desk's time goes on by the monotonic clock from where it was, so that
/// deadlines neither repeat nor stand still. When it jumps forward, so does the desk's time; a ladder then climbs one
/// step, since its next deadline counts from the jump.
package struct DeskClock: Sendable {
    private var last = Instant.zero
    private var lastTick: Int64 = 0

    /// A clock that never runs behind a moment already recorded.
    package init(after last: Instant = .zero) {
        self.last = last
    }

    /// The desk's time, given the wall clock and the milliseconds of a monotonic clock.
    package mutating func now(wall: Instant, tick: Int64) -> Instant {
        let elapsed = lastTick == 0 ? 0 : max(0, tick - lastTick)
        last = max(wall, last + TimeSpan(milliseconds: elapsed))
        lastTick = tick
        return last
    }
}

/// Where a desk's driver reads the time.
package protocol TimeSource: Sendable {
    /// The wall clock.
    var wall: Instant { get }
    /// Milliseconds of a clock that is never set.
    var tick: Int64 { get }
}
