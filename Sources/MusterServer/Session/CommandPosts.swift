import Logging
import MusterCore
import MusterDesk
import MusterLog
import ServiceLifecycle
import Synchronization

/// Looks whether the declared command posts are heard, while an incident is open.
///
/// Beside the deadlines: a directory that cannot be read holds up no ladder.
package final class CommandPosts: Service {
    private static let every = Duration.seconds(5)

    private let sessions: any SessionStore
    private let registry: SiteRegistry
    private let time: any TimeSource
    private let logger: Logger
    private let heard: Mutex<Listening>
    /// A pause longer than this is the server's own silence.
    private static let pause = TimeSpan.seconds(30)

    /// When it looked last, and since when posts have been able to say that they are there.
    private struct Listening {
        var since: Instant
        var wall: Instant
        var tick: Int64
    }

    /// Listens from now on.
    init(_ sessions: any SessionStore, _ registry: SiteRegistry, _ time: any TimeSource, logger: Logger) {
        self.sessions = sessions
        self.registry = registry
        self.time = time
        self.logger = logger
        heard = Mutex(Listening(since: time.wall, wall: time.wall, tick: time.tick))
    }

    /// Since when it has listened without a pause: it was not stopped meanwhile, and its clock was not set.
    private func listening(at now: Instant) -> Instant {
        let tick = time.tick
        return heard.withLock { heard in
            let (byWall, byTick) = (now - heard.wall, TimeSpan(milliseconds: tick - heard.tick))
            let isSteady = [byWall, byTick].allSatisfy { $0.milliseconds >= 0 && $0 <= Self.pause }
            if !isSteady { heard.since = now }
            (heard.wall, heard.tick) = (now, tick)
            return heard.since
        }
    }

    /// Reports to each site what has changed.
    package func look() async {
        let listening = listening(at: time.wall)
        for site in await registry.sitesWithIncidents() {
            do {
                // One whose session was ended is silent as one that is dead: only its own word makes it no post.
                let posts = try await sessions.commandPosts(at: site)
                let signs = posts.compactMap { post in
                    post.postHeard.map {
                        PostSign(post.person, heardAt: $0, then: post.sequel(at: time.wall))
                    }
                }
                try await registry.report(signs, listening: listening, at: site)
            } catch {
                logger.error(
                    "command posts could not be looked at",
                    metadata: ["site": "\(site)", "error": "\(error)"])
            }
        }
    }

    /// Looks every few seconds until shutdown.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { [self] in
                while true {
                    try await Task.sleep(for: Self.every)
                    await look()
                }
            }
        } catch is CancellationError {}
    }
}

extension DeviceSession {
    /// What became of a device that is or was a command post.
    fileprivate func sequel(at now: Instant) -> PostSequel {
        guard isCommandPost else { return .takenBack }
        return isLive(at: now) ? .goesOn : .cutOff(at: min(revoked ?? expires, expires))
    }
}
