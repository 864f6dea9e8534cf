package import MusterCore
import MusterDesk
import MusterLog
import Synchronization

/// Lets a session send so many commands in ten seconds.
///
/// What protects people is never counted and never refused: a raise, an action, a drill that turns actual, an
/// acceptance, and the report that somebody is responding (design section 3).
///
/// Sessions are counted, not addresses: a whole school is one address.
package final class CommandGate: Sendable {
    private struct Window {
        var start: Instant
        var count: Int32
    }

    private let limit: Int32
    private let windows = Mutex<[DeviceID: Window]>([:])

    /// A gate for so many commands in ten seconds.
    package init(limit: Int32) {
        self.limit = limit
    }

    /// Whether a device may send this command now.
    package func admits(_ command: Command, from device: DeviceID, at now: Instant) -> Bool {
        switch command {
        case .raise, .setAction, .turnActual, .reportResponding, .acceptPosition: return true
        default: break
        }
        return windows.withLock { windows in
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
