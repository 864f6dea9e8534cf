import Foundation
package import MusterCore
import MusterDesk

/// The machine's clocks: the only place of the server that reads them.
package struct WallClock: TimeSource {
    private let start = ContinuousClock.now

    /// A clock whose ticks count from now on.
    package init() {}

    package var wall: Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Whole seconds since 1970, for the dates of HTTP.
    var seconds: Int64 { wall.milliseconds / 1000 }

    package var tick: Int64 {
        let elapsed = ContinuousClock.now - start
        return elapsed.components.seconds * 1000 + elapsed.components.attoseconds / 1_000_000_000_000_000 + 1
    }
}
