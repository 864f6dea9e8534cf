package import MusterCore
import MusterDesk

/// Lets a session send so many commands in ten seconds.
///
/// What protects people is never counted and never refused: a raise, an action, a drill that turns actual, an
/// acceptance, and the report that somebody is responding (design section 3).
package final class CommandGate: Sendable {
    private let allowance: SessionAllowance

    /// A gate for so many commands in ten seconds.
    package init(limit: Int32) {
        allowance = SessionAllowance(limit)
    }

    /// Whether a device may send this command now.
    package func admits(_ command: Command, from device: DeviceID, at now: Instant) -> Bool {
        switch command {
        case .raise, .setAction, .turnActual, .reportResponding, .acceptPosition: true
        default: allowance.admits(device, at: now)
        }
    }
}
