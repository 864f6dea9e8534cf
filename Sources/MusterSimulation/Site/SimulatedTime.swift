package import MusterCore
import MusterDesk
import Synchronization

/// A clock that stands still until somebody moves it on.
package final class SimulatedTime: TimeSource {
    private let now: Mutex<Instant>

    /// A clock at a moment.
    package init(_ start: Instant) {
        now = Mutex(start)
    }

    package var wall: Instant { now.withLock { $0 } }
    package var tick: Int64 { wall.milliseconds }

    /// Moves the clock to a later moment; it never runs backwards.
    package func advance(to moment: Instant) {
        now.withLock { $0 = max($0, moment) }
    }
}
