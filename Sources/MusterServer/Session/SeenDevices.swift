import Logging
import MusterCore
import MusterLog
import ServiceLifecycle
import Synchronization

/// When devices were last heard; a session that is used goes on.
///
/// It is written down once an hour a device, and beside the requests: none of them waits for the directory's writer.
package final class SeenDevices: Service {
    private static let every = TimeSpan.minutes(60)

    private let sessions: any SessionStore
    private let lasts: TimeSpan
    private let logger: Logger
    private let heard = Mutex<[DeviceID: Instant]>([:])

    /// Renews sessions for so many milliseconds from the last time each was heard.
    init(_ sessions: any SessionStore, lasts: Int64, logger: Logger) {
        self.sessions = sessions
        self.lasts = TimeSpan(milliseconds: lasts)
        self.logger = logger
    }

    /// A device of this session asks for something.
    func note(_ session: DeviceSession, at now: Instant) {
        guard now - session.seen >= Self.every else { return }
        heard.withLock { $0[session.device] = now }
    }

    /// Writes down what was heard since the last time.
    func keep() async {
        let heard = heard.withLock { heard in
            defer { heard = [:] }
            return heard
        }
        do {
            for (device, now) in heard { try await sessions.renew(device, at: now, until: now + lasts) }
        } catch {
            // The next request of each device is heard again.
            logger.error("sessions could not be renewed", metadata: ["error": "\(error)"])
        }
    }

    /// Writes down once a minute until shutdown, and then what is left.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { [self] in
                while true {
                    try await Task.sleep(for: .seconds(60))
                    await keep()
                }
            }
        } catch is CancellationError {}
        await keep()
    }
}
