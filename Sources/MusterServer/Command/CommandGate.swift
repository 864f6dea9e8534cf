package import MusterCore
import MusterDesk

/// Lets a session send so many commands in ten seconds.
///
/// A raise is never counted and never refused. What else protects people (an action, a drill that turns actual, an
/// acceptance, the report that somebody is responding) is counted apart and more widely than anybody presses, so that
/// one device cannot fill the queue in which the others' alarms stand (design section 3).
package final class CommandGate: Sendable {
    private let allowance: SessionAllowance
    private let vital: SessionAllowance

    /// A gate for so many commands in ten seconds.
    package init(limit: Int32) {
        allowance = SessionAllowance(limit)
        vital = SessionAllowance(600)
    }

    /// Whether a device may send this command now.
    package func admits(_ command: Command, from device: DeviceID, at now: Instant) -> Bool {
        switch command {
        case .raise: true
        case .setAction, .turnActual, .reportResponding, .acceptPosition: vital.admits(device, at: now)
        default: allowance.admits(device, at: now)
        }
    }
}
