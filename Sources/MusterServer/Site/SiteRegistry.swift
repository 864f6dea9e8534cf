package import Logging
package import MusterCore
package import MusterDesk
package import MusterLog
import Synchronization

/// The desks of all sites of this process, and what follows from a durable record.
package actor SiteRegistry {
    /// Takes durable records of a site, in order.
    package typealias Listener = @Sendable (_ site: SiteID, _ records: [Record], _ head: Head) -> Void

    private let log: any EventLog
    private let committer: GroupCommitter
    private let marks: any DecisionMarks
    private let books: SiteBooks
    private let time: any TimeSource
    private let snapshotEvery: Int64
    private let logger: Logger
    private var desks: [SiteID: SiteDesk] = [:]
    private var loading: [SiteID: Task<SiteDesk, any Error>] = [:]
    private var snapshots: [SiteID: Kept] = [:]
    /// The era of this process, at every site.
    package nonisolated let era = EraID.fresh()

    /// What the last snapshot of a site held; a load counts for nothing, since it may have found none and folded all.
    private struct Kept {
        var position: Int64
        var open: Int
    }

    private var prunedAt = Instant.zero
    /// Sites whose record cannot be read; the others serve.
    package private(set) var damaged: Set<SiteID> = []

    private let listener = Mutex<Listener?>(nil)

    /// A registry over a log and a directory.
    package init(
        log: any EventLog, marks: any DecisionMarks, books: SiteBooks, time: any TimeSource,
        snapshotEvery: Int64, logger: Logger
    ) {
        self.log = log
        committer = GroupCommitter(log: log)
        self.marks = marks
        self.books = books
        self.time = time
        self.snapshotEvery = snapshotEvery
        self.logger = logger
    }

    /// Says who takes the durable records; set once, before the first command.
    package nonisolated func listen(_ listener: @escaping Listener) {
        self.listener.withLock { $0 = listener }
    }

    /// The desk of a site, loaded from the log when it is first asked for.
    package func desk(_ site: SiteID) async throws -> SiteDesk {
        if let desk = desks[site] { return desk }
        if let running = loading[site] { return try await running.value }
        // One load a site however many ask: the task ends with the load and is awaited by all of them.
        let task = Task { [log, committer, marks, time] in
            let desk = try await Desk.load(site, from: log)
            return SiteDesk(
                desk, log: log, commit: { append throws(LogError) in try await committer.append(append) },
                marks: marks, time: time,
                publish: { [weak self] site, records, head in self?.heard(site, records, head) })
        }
        loading[site] = task
        defer { loading[site] = nil }
        let desk: SiteDesk
        do {
            desk = try await task.value
        } catch {
            logger.critical("a site cannot be opened", metadata: ["site": "\(site)", "error": "\(error)"])
            damaged.insert(site)
            throw error
        }
        desks[site] = desk
        damaged.remove(site)
        // On a full disk the site is served all the same; its devices then fetch their states once more.
        do { try await log.beginEra(era, of: site.retyped()) } catch {
            logger.warning("an era was not noted", metadata: ["site": "\(site)", "error": "\(error)"])
        }
        return desk
    }

    /// Whether what a device heard in an era up to a position is what the log holds: not so where an older copy of the
    /// log was put back since and has gone on differently.
    package func holds(_ said: EraID, upTo position: Int64, of site: SiteID) async throws -> Bool {
        guard said != era else { return true }
        _ = try await desk(site)
        return try await log.end(of: said, site.retyped()).map { position <= $0 } ?? false
    }

    private nonisolated func heard(_ site: SiteID, _ records: [Record], _ head: Head) {
        listener.withLock { $0 }?(site, records, head)
    }

    /// Decides a command of a site.
    package func submit(_ envelope: Envelope, by actor: Actor) async throws -> SiteDesk.Answer {
        let desk = try await desk(envelope.site)
        let books = books
        return try await desk.submit(envelope, by: actor) {
            // A raise is never held up by a directory that cannot be read: rooms then appear as they report.
            (try? await books.book(of: envelope.site).rosters) ?? []
        } duty: {
            // Nor by duty data: without it the line is asked in the plan's order.
            try? await books.duty(of: envelope.site, await desk.replica.state.plan)
        } roles: { person in
            // Nor does one keep anybody from handing over.
            guard let book = try? await books.book(of: envelope.site) else { return nil }
            return book.adult(person)?.roles ?? []
        }
    }

    /// The sites where an incident is open.
    package func sitesWithIncidents() async -> [SiteID] {
        var sites: [SiteID] = []
        for (site, desk) in desks where await desk.replica.openIncidents > 0 { sites.append(site) }
        return sites
    }

    /// Takes in which declared command posts of a site are heard: the record gets what has changed.
    package func report(_ posts: [PostSign], listening: Instant, at site: SiteID) async throws {
        let desk = try await desk(site)
        let server = Actor(.none, roles: [], device: Desk.timer(of: site))
        let now = time.wall
        for command in await desk.replica.state.reports(of: posts, listening: listening, at: now) {
            _ = try await desk.submit(
                Envelope(command, id: .fresh(), site: site, madeAt: now), by: server)
        }
    }

    /// Lets the deadlines of every site act, and keeps snapshots: where the log has grown, and where an incident
    /// began or ended.
    package func tick() async {
        for (site, desk) in desks {
            do {
                try await desk.tick()
                try await keepSnapshot(of: site, desk, after: snapshotEvery)
            } catch {
                logger.error(
                    "a deadline could not be written", metadata: ["site": "\(site)", "error": "\(error)"])
            }
        }
        await pruneOutcomes()
    }

    /// Once a day drops the answers to commands that the desks would refuse as too old by now.
    private func pruneOutcomes() async {
        let now = time.wall
        guard now - prunedAt >= .minutes(24 * 60) else { return }
        prunedAt = now
        let oldest = now + TimeSpan(milliseconds: -Desk.oldest.milliseconds) + .minutes(-24 * 60)
        do { _ = try await log.pruneOutcomes(olderThan: oldest) } catch {
            logger.error("old answers could not be dropped", metadata: ["error": "\(error)"])
        }
    }

    private func keepSnapshot(of site: SiteID, _ desk: SiteDesk, after records: Int64) async throws {
        let replica = await desk.replica
        let last = snapshots[site] ?? Kept(position: 0, open: 0)
        let isBoundary = replica.openIncidents != last.open
        guard replica.position > last.position, isBoundary || replica.position - last.position >= records,
            let snapshot = await desk.snapshot
        else { return }
        snapshots[site] = Kept(position: replica.position, open: replica.openIncidents)
        try await log.saveSnapshot(snapshot)
    }

    /// Keeps a snapshot of every site, so that the next start folds nothing.
    package func keepSnapshots() async {
        for (site, desk) in desks {
            do { try await keepSnapshot(of: site, desk, after: 1) } catch {
                logger.error("a snapshot was not kept", metadata: ["site": "\(site)", "error": "\(error)"])
            }
        }
    }

    /// Loads every site that has a log, so that its deadlines act from the start.
    ///
    /// One that cannot be read holds up no other: it is among the ``damaged``, and tried again when it is asked for.
    package func loadAll() async throws {
        try await SiteDesk.quarantine(marks, in: log, at: time.wall)
        for stream in try await log.streams() {
            do { _ = try await desk(stream.retyped()) } catch { continue }
        }
    }
}

extension Replica {
    /// How many incidents are open; when it changes, an incident began or ended.
    fileprivate var openIncidents: Int { state.incidents.rows.filter(\.isOpen).count }
}
