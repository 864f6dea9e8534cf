import Logging
package import MusterCore
import MusterDesk
package import MusterLog
import ServiceLifecycle
import Synchronization

/// Ends the feed of a device whose session is over or whose state is outdated, whoever changed what and wherever.
///
/// A role that is taken away in the directory must not leave a connection open that was let in before, and whoever is
/// asked to coordinate must not wait for the board. What is asked is cheap (a version and the claims of a state), so
/// it is asked every second; an import and a record that may change a claim are looked at at once.
package final class SliceWatch: Service {
    private let doorkeeper: Doorkeeper
    private let gate: SliceGate
    private let books: SiteBooks
    private let logger: Logger
    private let interval: Duration
    private let devices = Mutex<[DeviceID: Held]>([:])
    private let seen = Mutex<Mark?>(nil)
    private let ending = Mutex<Ending?>(nil)
    private let news = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

    /// What a device was let in with.
    private struct Held {
        let session: DeviceSession
        let tag: StateTag
    }

    /// What the last look was at.
    private struct Mark: Equatable {
        let version: Int64
        let claims: [SiteID: SliceClaims]
        let minute: Int64
    }

    /// Ends the feed of a device: for good, or so that it comes back for another state.
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

    /// Remembers what a device is let in with; connections that it was let in with for something else end.
    ///
    /// Only the newest is watched: an older one would go on with a slice that is not the device's any more.
    package func admitted(_ session: DeviceSession, _ tag: StateTag) {
        let before = devices.withLock { devices in
            devices.updateValue(Held(session: session, tag: tag), forKey: session.device)
        }
        if let before, before.tag != tag { ending.withLock { $0 }?(session.device, false) }
    }

    /// Looks soon, where one of these records may change who holds what.
    package func heard(_ records: [Record]) {
        if records.contains(where: { $0.event.mayChangeClaims }) { news.continuation.yield() }
    }

    /// Looks at every device again.
    package func check() async throws {
        try await check(by: try await claims())
    }

    private func claims() async throws -> [SiteID: SliceClaims] {
        var claims: [SiteID: SliceClaims] = [:]
        for site in Set(devices.withLock { $0.values.map(\.session.site) }) {
            claims[site] = try await gate.claims(of: site)
        }
        return claims
    }

    private func check(by claims: [SiteID: SliceClaims]) async throws {
        for (device, held) in devices.withLock({ $0 }) {
            // Whoever came in since the claims were read was let in by newer ones.
            guard let known = claims[held.session.site] else { continue }
            let visit = try await doorkeeper.visit(secret: held.session.secret)
            var tag: StateTag?
            if let visit, let slice = visit.slice(by: known) { tag = try await doorkeeper.tag(visit, slice) }
            guard tag != held.tag else { continue }
            devices.withLock { $0[device] = nil }
            ending.withLock { $0 }?(device, visit == nil)
        }
    }

    /// Looks at every device again when something has changed since the last time, and once a minute for sessions
    /// that come to their end.
    package func checkIfChanged() async throws {
        let now = Mark(
            version: try await books.version(), claims: try await claims(),
            minute: doorkeeper.time.wall.milliseconds / 60_000)
        guard seen.withLock({ $0 }) != now else { return }
        try await check(by: now.claims)
        seen.withLock { $0 = now }
    }

    /// Looks until the server stops.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { [self] in
                try await withThrowingDiscardingTaskGroup { group in
                    group.addTask { [self] in
                        while true {
                            try await Task.sleep(for: interval)
                            news.continuation.yield()
                        }
                    }
                    for await _ in news.stream {
                        do { try await checkIfChanged() } catch let error where !(error is CancellationError)
                        {
                            logger.error("slices could not be checked", metadata: ["error": "\(error)"])
                        }
                    }
                    group.cancelAll()
                }
            }
        } catch is CancellationError {}
    }
}

extension Event {
    /// Whether somebody may have to hold another slice for it; reports of rooms, which are many, never do that.
    fileprivate var mayChangeClaims: Bool {
        switch self {
        case .plan, .incident, .coordination: true
        case .rollCall, .journal, .task, .resource: false
        }
    }
}
