import Logging
import MusterCore
import MusterDesk
import MusterLog
import ServiceLifecycle

/// Looks whether the declared command posts are heard, while an incident is open.
///
/// Beside the deadlines: a directory that cannot be read holds up no ladder.
package final class CommandPosts: Service {
    private static let every = Duration.seconds(5)

    private let sessions: any SessionStore
    private let registry: SiteRegistry
    private let time: any TimeSource
    private let logger: Logger
    /// Since when posts have been able to say that they are there.
    private let listening: Instant

    /// Listens from now on.
    init(_ sessions: any SessionStore, _ registry: SiteRegistry, _ time: any TimeSource, logger: Logger) {
        self.sessions = sessions
        self.registry = registry
        self.time = time
        self.logger = logger
        listening = time.wall
    }

    /// Reports to each site what has changed.
    package func look() async {
        for site in await registry.sitesWithIncidents() {
            do {
                let now = time.wall
                let posts = try await sessions.commandPosts(at: site).filter { $0.isLive(at: now) }
                let signs = posts.compactMap { post in
                    post.postHeard.map { PostSign(post.person, heardAt: $0) }
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
