package import Hummingbird
package import Logging
import MusterCore
package import MusterDesk
package import MusterLog
package import NIOCore
import ServiceLifecycle

/// The server put together: the only place that knows all parts.
package struct Server: Sendable {
    /// The settings.
    package let configuration: ServerConfiguration
    /// What the parts write to and read from.
    package let stores: Stores
    /// The desks.
    package let registry: SiteRegistry
    /// Sessions and who is behind them.
    package let doorkeeper: Doorkeeper
    /// The feed.
    package let feed: FeedServer
    let books: SiteBooks
    let gate: SliceGate
    let watch: SliceWatch
    let slices: LiveSlices
    let logger: Logger
    let certificates: CertificateReloader?
    let meters = ServerMeters()
    let trials: RosterTrials
    let dutyTrials = DutyTrials()
    let lastImport = LastImport()
    let reads: SessionAllowance
    let seen: SeenDevices
    let posts: CommandPosts

    /// The log, the directory and the rest of what is kept.
    package struct Stores: Sendable {
        /// The log.
        package let log: any EventLog
        /// What is being decided.
        package let marks: any DecisionMarks
        /// People and places.
        package let directory: any Directory
        /// Links and sessions.
        package let sessions: any SessionStore
        /// The clocks.
        package let time: any TimeSource
        /// What holds the folder that they lie in, where they lie in one.
        let folder: DataFolder?

        /// The stores of a server.
        package init(
            log: any EventLog, marks: any DecisionMarks, directory: any Directory,
            sessions: any SessionStore, time: any TimeSource, folder: DataFolder? = nil
        ) {
            self.folder = folder
            self.log = log
            self.marks = marks
            self.directory = directory
            self.sessions = sessions
            self.time = time
        }
    }

    /// Puts a server together on an event loop group.
    /// - Throws: when the certificate and key cannot be read.
    package init(
        _ configuration: ServerConfiguration, stores: Stores, group: any EventLoopGroup, logger: Logger
    ) throws {
        self.configuration = configuration
        self.stores = stores
        self.logger = logger
        books = SiteBooks(stores.directory, time: stores.time)
        trials = RosterTrials(folder: configuration.data + "/uploads")
        registry = SiteRegistry(
            log: stores.log, marks: stores.marks, books: books, time: stores.time,
            snapshotEvery: configuration.snapshotEvery, logger: logger)
        seen = SeenDevices(stores.sessions, lasts: configuration.sessionLasts, logger: logger)
        doorkeeper = Doorkeeper(
            sessions: stores.sessions, books: books, time: stores.time,
            lasts: configuration.sessionLasts, isSecure: configuration.certificate != nil, seen: seen)
        posts = CommandPosts(stores.sessions, registry, stores.time, logger: logger)
        slices = LiveSlices()
        reads = SessionAllowance(configuration.readsPerTenSeconds)
        gate = SliceGate(registry, stores.time)
        watch = SliceWatch(
            doorkeeper: doorkeeper, gate: gate, books: books,
            every: .milliseconds(configuration.watchMilliseconds), logger: logger)
        let limits = FeedLimits()
        let site = SiteFeed(
            doorkeeper: doorkeeper, gate: gate, watch: watch, log: stores.log, slices: slices,
            registry: registry, reads: reads, limits: limits)
        feed = FeedServer(group: group, gate: site, backlog: site, limits: limits, logger: logger)
        watch.end { [feed] device, isRevoked in
            let device = FeedDevice(device.text)
            if isRevoked { feed.revoke(device) } else { feed.restart(device) }
        }
        if let certificate = configuration.certificate, let key = configuration.key {
            certificates = try CertificateReloader(certificate: certificate, key: key, logger: logger)
        } else {
            certificates = nil
        }
        registry.listen { [feed, slices, watch] site, records, _ in
            for record in records {
                slices.cut(record, of: site) { cuts in
                    feed.publish(site: site.text, at: FeedPosition(record.position), cuts)
                }
            }
            watch.heard(records)
        }
    }

    /// The HTTP application with its services, ready to run in a service group.
    ///
    /// `onRunning` is called once the port is bound: whatever is announced before may not be true.
    package func application(
        group: any EventLoopGroup, onRunning: @escaping @Sendable () async -> Void = {}
    ) -> some ApplicationProtocol {
        var services: [any Service] = [
            feed, watch, seen, posts,
            TickService(registry, every: configuration.tickMilliseconds) { [trials, dutyTrials, stores] in
                await trials.dropExpired(at: stores.time.wall)
                dutyTrials.dropExpired(at: stores.time.wall)
            },
        ]
        if let certificates { services.append(certificates) }
        return Application(
            router: router(),
            server: .feed(feed, certificates: certificates),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), serverName: "muster"),
            services: services, onServerRunning: { _ in await onRunning() },
            eventLoopGroupProvider: .shared(group), logger: logger)
    }

    /// Serves until a signal asks it to stop.
    /// - Throws: ``SetupError`` when the port cannot be had.
    package func run(
        group: any EventLoopGroup, onRunning: @escaping @Sendable () async -> Void = {}
    ) async throws {
        do {
            try await application(group: group, onRunning: onRunning).runService()
        } catch let error as IOError {
            throw SetupError(bind: error, configuration)
        }
    }

    func router() -> Router<VisitContext> {
        let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: Guarding(
                meters: meters, logger: logger, isSecure: configuration.certificate != nil,
                clock: { pageClock }))
        AssetRoutes(configuration).add(to: router)
        HealthRoutes(self).add(to: router)
        SignInRoutes(self).add(to: router)
        CommandRoutes(self).add(to: router)
        PageRoutes(self).add(to: router)
        RosterRoutes(self).add(to: router)
        CoverageRoutes(self).add(to: router)
        PlanRoutes(self).add(to: router)
        DutyRoutes(self).add(to: router)
        MyDutyRoutes(self).add(to: router)
        RegisterRoutes(self).add(to: router)
        return router
    }
}

extension Server {
    /// Refuses a session that reads more than it may.
    func requireAllowance(_ visit: Visit) throws(Problem) {
        guard reads.admits(visit.session.device, at: stores.time.wall) else { throw .tooMany }
    }

    /// Refuses a request that names another site than the session's.
    func requireSite(_ request: Request, _ visit: Visit) throws(Problem) {
        guard let site = request.uri.queryParameters["site"], site != visit.session.site.text else { return }
        throw Problem(.forbidden, "other-site", "This device is signed in at another site.")
    }
}
