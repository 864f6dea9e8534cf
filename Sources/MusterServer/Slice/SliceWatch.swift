import Logging
package import MusterCore
import MusterDesk
package import MusterLog
import ServiceLifecycle
import Synchronization

/// Ends the feed of a device whose session is over or whose slice has changed, whoever changed it and wherever.
///
/// A role that is taken away in the directory must not leave a connection open that was let in before. What is asked
/// is cheap (a version and whether an incident is open), so it is asked every second; a change made here is looked at
/// at once.
package final class SliceWatch: Service {
    private let doorkeeper: Doorkeeper
    private let gate: SliceGate
    private let books: SiteBooks
    private let logger: Logger
    private let interval: Duration
    private let devices = Mutex<[DeviceID: Held]>([:])
    private let seen = Mutex<Mark?>(nil)
    private let ending = Mutex<Ending?>(nil)

    /// What a device was let in with.
    private struct Held {
        let session: DeviceSession
        let slice: Slice
    }

    /// What the last look was at.
    private struct Mark: Equatable {
        let version: Int64
        let open: [SiteID: Bool]
        let minute: Int64
    }

    /// Ends the feed of a device: for good, or so that it comes back for another slice.
    package typealias Ending = @Sendable (_ device: DeviceID, _ isRevoked: Bool) -> Void

    /// A watch that looks at an interval.
    init(
        doorkeeper: Doorkeeper, gate: SliceGate, books: SiteBooks, every interval: Duration, logger: Logger
    ) {
        self.doorkeeper = doorkeeper
        self.gate = gate
        self.books = books
        self.interval = interval
        self.logger = logger
    }

    /// Says how a feed is ended; set once, before the first device.
    package func end(_ ending: @escaping Ending) {
        self.ending.withLock { $0 = ending }
    }

    /// Remembers what a device was let in with.
    package func admitted(_ session: DeviceSession, _ slice: Slice) {
        devices.withLock { $0[session.device] = Held(session: session, slice: slice) }
    }

    /// Looks at every device again.
    package func check() async throws {
        for (device, held) in devices.withLock({ $0 }) {
            let visit = try await doorkeeper.visit(secret: held.session.secret)
            let slice: Slice?
            if let visit { slice = try await gate.slice(for: visit) } else { slice = nil }
            guard slice != held.slice else { continue }
            devices.withLock { $0[device] = nil }
            ending.withLock { $0 }?(device, visit == nil)
        }
    }

    /// Looks at every device again when something has changed since the last time, and once a minute for sessions
    /// that come to their end.
    package func checkIfChanged() async throws {
        var open: [SiteID: Bool] = [:]
        for site in Set(devices.withLock { $0.values.map(\.session.site) }) {
            open[site] = try await gate.isOpenToAgencies(site)
        }
        let now = Mark(
            version: try await books.version(), open: open, minute: doorkeeper.time.wall.milliseconds / 60_000
        )
        guard seen.withLock({ $0 }) != now else { return }
        try await check()
        seen.withLock { $0 = now }
    }

    /// Looks until the server stops.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { [self] in
                while true {
                    try await Task.sleep(for: interval)
                    do { try await checkIfChanged() } catch let error where !(error is CancellationError) {
                        logger.error("slices could not be checked", metadata: ["error": "\(error)"])
                    }
                }
            }
        } catch is CancellationError {}
    }
}
