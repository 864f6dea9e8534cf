package import MusterCore
import Synchronization

/// How often each session may ask in ten seconds.
///
/// Sessions are counted, not addresses: a whole school is one address.
package final class SessionAllowance: Sendable {
    private struct Window {
        var start: Instant
        var count: Int32
    }

    private let limit: Int32
    private let windows = Mutex<[DeviceID: Window]>([:])

    /// An allowance of so many in ten seconds.
    package init(_ limit: Int32) {
        self.limit = limit
    }

    /// Whether a device may ask now; it counts.
    package func admits(_ device: DeviceID, at now: Instant) -> Bool {
        windows.withLock { windows in
            // Old windows say nothing any more; dropping them keeps the table as small as the school.
            if windows.count > 50_000 { windows = windows.filter { now - $0.value.start < .seconds(10) } }
            var window = windows[device] ?? Window(start: now, count: 0)
            if now - window.start >= .seconds(10) { window = Window(start: now, count: 0) }
            window.count += 1
            windows[device] = window
            return window.count <= limit
        }
    }
}
