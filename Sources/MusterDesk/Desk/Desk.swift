package import MusterCore

/// The one place where the commands of a site are decided, in order.
///
/// A value without I/O.
///
/// Decisions run ahead of the log: several may be under way to the disk at once. `head` is the state after all of
/// them; ``replica`` the state after those that are durable, which is the only one that anybody is shown.
package struct Desk: Sendable {
    /// The site.
    package let site: SiteID
    /// The durable state, with its timeline.
    package private(set) var replica: Replica
    /// The state after every decision, durable or not.
    private var head: SiteState
    private var headPosition: Int64
    private var clock: DeskClock
    /// Decisions on their way to the disk, oldest first.
    private var underWay: [Decision] = []
    private var decisions: Int64 = 0
    /// The number of the last decision that is known to be durable.
    private var settled: Int64 = 0

    /// Commands made longer ago than this are refused: idempotency is kept longer than that.
    package static let oldest = TimeSpan.minutes(30 * 24 * 60)
    /// The device that stands for a desk's own timer.
    ///
    /// It is the site's own: outcomes are kept by device and command, and deadlines of two sites bear the same ids.
    package static func timer(of site: SiteID) -> DeviceID { site.retyped() }

    /// A desk over a durable replica of the whole stream, whose last record bears that time.
    package init(site: SiteID, replica: Replica, lastAt: Instant) {
        self.site = site
        self.replica = replica
        head = replica.state
        headPosition = replica.position
        clock = DeskClock(after: lastAt)
    }

    /// The stream of the site.
    package var stream: StreamID { site.retyped() }

    /// The desk's time.
    package mutating func now(_ time: any TimeSource) -> Instant {
        clock.now(wall: time.wall, tick: time.tick)
    }

    /// Decides a command at a moment of the desk's time.
    ///
    /// What comes of it is to be appended, then settled.
    package mutating func decide(
        _ envelope: Envelope, by actor: Actor, at: Instant, roster: [RoomRoster] = [], duty: TakenDuty? = nil,
        named: [Role]? = nil
    ) -> Decision {
        guard at - envelope.madeAt <= Self.oldest else {
            return refuse(
                envelope, actor, at, code: "too-old",
                "This was made more than 30 days ago. Make it again if it is still wanted.")
        }
        var command = envelope.command
        // A clock that runs ahead must not make an observation newer than the moment it came in, nor one that is
        // quite wrong older than anything.
        if let seen = command.source?.observedAt { command.source?.observedAt = max(.zero, min(seen, at)) }
        let context = Context(
            at: at, actor: actor, command: envelope.id, madeAt: min(envelope.madeAt, at),
            position: headPosition + 1, roster: roster, duty: duty, named: named)
        do {
            let draft = try SiteDecider.draft(command, head, context)
            return take(draft, envelope, actor, at)
        } catch {
            return refuse(envelope, actor, at, code: error.code, error.sentence)
        }
    }

    private mutating func take(
        _ draft: Draft, _ envelope: Envelope, _ actor: Actor, _ at: Instant
    ) -> Decision {
        let author = actor.person.isNone ? nil : actor.person
        var records: [Record] = []
        for event in draft.events {
            records.append(
                Record(
                    position: headPosition + 1 + Int64(records.count), at: at, actor: author, event: event))
        }
        let outcome = DeskOutcome.accepted(
            at: at, position: headPosition + Int64(records.count), kept: draft.kept)
        decisions += 1
        let decision = Decision(
            number: decisions, site: site, envelope: envelope, actor: actor, at: at, after: headPosition,
            records: records,
            outcome: outcome)
        head = draft.state
        headPosition += Int64(records.count)
        underWay.append(decision)
        return decision
    }

    private func refuse(
        _ envelope: Envelope, _ actor: Actor, _ at: Instant, code: String, _ sentence: String
    ) -> Decision {
        Decision(
            number: decisions, site: site, envelope: envelope, actor: actor, at: at, after: headPosition,
            records: [],
            outcome: .refused(at: at, code: code, sentence: sentence))
    }

    /// Takes in that a decision is durable, and with it all before it; gives the records to be published, in order.
    ///
    /// `nil` when the desk was read anew since: then only the log knows what stands at those positions.
    package mutating func settle(_ decision: Decision) -> [Record]? {
        guard !decision.records.isEmpty, decision.number > settled else { return [] }
        guard let last = underWay.firstIndex(where: { $0.number == decision.number }) else { return nil }
        var records: [Record] = []
        for done in underWay[...last] {
            for record in done.records where record.position > replica.position {
                replica.apply(record)
                records.append(record)
            }
        }
        underWay.removeFirst(last + 1)
        settled = decision.number
        return records
    }

    /// Goes back to what is durable, after an append failed, and takes in what the log holds beyond it.
    package mutating func reload(_ records: [Record]) -> [Record] {
        underWay = []
        let fresh = records.filter { $0.position > replica.position }
        for record in fresh { replica.apply(record) }
        head = replica.state
        headPosition = replica.position
        return fresh
    }

    /// The commands of the deadlines that have passed, each with the deadline's id as its own.
    package func due(at: Instant) -> [Envelope] {
        head.deadlines.filter { $0.due <= at }.map {
            Envelope(.expire($0.id), id: $0.id.retyped(), site: site, madeAt: at)
        }
    }
}
