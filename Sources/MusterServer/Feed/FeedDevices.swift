import MusterDesk
import Synchronization

/// How many connections each device holds, over all event loops.
final class FeedDevices: Sendable {
    private struct Held {
        var all = 0
        var each: [FeedDevice: Int] = [:]
    }

    private let limits: FeedLimits
    private let held = Mutex(Held())

    init(limits: FeedLimits) { self.limits = limits }

    /// Counts one more connection of a device, unless it or the process has as many as they may.
    func take(_ device: FeedDevice) -> FeedRefusal? {
        held.withLock { held in
            guard held.all < limits.connections else { return .full }
            guard held.each[device, default: 0] < limits.connectionsPerDevice else { return .tooMany }
            held.all += 1
            held.each[device, default: 0] += 1
            return nil
        }
    }

    /// Counts one less.
    func release(_ device: FeedDevice) {
        held.withLock { held in
            guard let count = held.each[device] else { return }
            held.all -= 1
            held.each[device] = count > 1 ? count - 1 : nil
        }
    }
}
