import MusterCore
package import MusterDesk
package import MusterLog

/// Lets devices into the feed by their sessions, and reads the log for those that resume.
package struct SiteFeed: FeedGate, FeedBacklog {
    private let doorkeeper: Doorkeeper
    private let gate: SliceGate
    private let watch: SliceWatch
    private let log: any EventLog
    private let registry: SiteRegistry
    private let slices: LiveSlices
    private let reads: SessionAllowance
    private let limits: FeedLimits

    /// A feed over the log, for devices that the doorkeeper knows.
    package init(
        doorkeeper: Doorkeeper, gate: SliceGate, watch: SliceWatch, log: any EventLog, slices: LiveSlices,
        registry: SiteRegistry, reads: SessionAllowance, limits: FeedLimits
    ) {
        self.doorkeeper = doorkeeper
        self.gate = gate
        self.watch = watch
        self.log = log
        self.slices = slices
        self.registry = registry
        self.limits = limits
        self.reads = reads
    }

    package func open(_ request: FeedRequest) async -> FeedDecision {
        do {
            let (cookies, device) = (request.field("cookie"), request.field("muster-device"))
            guard let visit = try await doorkeeper.visit(cookies: cookies, as: device) else {
                return .refusal(
                    FeedRefusal(status: 401, code: "signed-out", detail: Problem.signedOut.detail))
            }
            guard reads.admits(visit.session.device, at: doorkeeper.time.wall) else {
                return .refusal(
                    FeedRefusal(status: 429, code: Problem.tooMany.code, detail: Problem.tooMany.detail))
            }
            let site = visit.session.site
            guard request.site == nil || request.site == site.text else {
                return .refusal(
                    FeedRefusal(
                        status: 403, code: "other-site", detail: "This device is signed in at another site."))
            }
            guard let slice = try await gate.slice(for: visit) else {
                return .refusal(
                    FeedRefusal(
                        status: 403, code: Problem.noIncident.code, detail: Problem.noIncident.detail))
            }
            guard let tag = request.parameter("tag") else { return .refusal(.untagged) }
            let given = try await doorkeeper.tag(visit, slice)
            guard let era = given.era(in: tag) else { return .refusal(.outdated) }
            if let refusal = try await refusal(request.resume, in: era, at: site) {
                return .refusal(refusal)
            }
            watch.admitted(visit.session, given)
            // What has changed since the first look is seen by this one, and what changes from now on by the watch.
            guard let now = try await doorkeeper.visit(secret: visit.session.secret),
                try await gate.tag(for: now, by: doorkeeper) == given
            else { return .refusal(.outdated) }
            return .welcome(
                FeedWelcome(
                    topic: FeedTopic(slice, of: site), device: FeedDevice(visit.session.device.text),
                    tag: era == registry.era ? nil : given.text(in: registry.era)))
        } catch {
            let problem = Problem.translated(error)
            return .refusal(FeedRefusal(status: 503, code: problem.code, detail: problem.detail))
        }
    }

    package func joined(_ welcome: FeedWelcome) -> FeedWelcome {
        FeedWelcome(topic: slices.joined(welcome.topic), device: welcome.device, tag: welcome.tag)
    }

    package func left(_ welcome: FeedWelcome) { slices.left(welcome.topic) }

    /// Why records are not sent again from there: the feed is no way to read the history, and whoever lacks more than
    /// a state holds is better served with one.
    private func refusal(
        _ resume: FeedResume, in era: EraID, at site: SiteID
    ) async throws -> FeedRefusal? {
        guard case .after(let position) = resume else { return nil }
        let behind = try await log.head(site.retyped()).position - position.value
        guard behind >= 0, behind <= limits.replayRecords else { return .tooOld }
        return try await registry.holds(era, upTo: position.value, of: site) ? nil : .outdated
    }

    package func read(
        _ topic: FeedTopic, after: FeedPosition, bytes: Int
    ) async throws(FeedBacklogError) -> FeedPage {
        guard let (site, slice) = topic.cut else { throw .gone }
        do {
            let head = try await log.head(site.retyped())
            guard after.value <= head.position else { throw FeedBacklogError.gone }
            var bytesRead: [UInt8] = []
            var through = after.value
            while bytesRead.count < bytes, through < head.position {
                let page = try await log.read(site.retyped(), after: through, limit: 200)
                guard let last = page.last else { break }
                for stored in page {
                    guard let cut = try stored.decodedRecord().cut(for: slice) else { continue }
                    bytesRead.append(contentsOf: cut.feedText.utf8)
                }
                through = last.position
            }
            return FeedPage(
                events: bytesRead, through: FeedPosition(through), isLast: through >= head.position)
        } catch {
            throw error as? FeedBacklogError ?? .unavailable
        }
    }
}
