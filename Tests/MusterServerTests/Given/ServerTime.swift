import MusterCore
import MusterDesk
import Synchronization

/// Clocks that stand still until a test sets them.
final class ServerTime: TimeSource {
    private let state = Mutex((wall: Int64(1_800_000_000_000), tick: Int64(1)))

    var wall: Instant { Instant(milliseconds: state.withLock { $0.wall }) }
    var tick: Int64 { state.withLock { $0.tick } }

    func pass(_ span: TimeSpan) {
        state.withLock {
            $0.wall += span.milliseconds
            $0.tick += span.milliseconds
        }
    }
}
