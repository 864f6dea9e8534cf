/// What somebody of the line should look after in how an incident is coordinated: proposals, never acts.
///
/// A pure function of the state and the moment, for the line and the district only: these are clocks that frighten.
/// What the log has is the last sign of whoever holds a position, and which command posts are silent.
package struct Watch: Sendable {
    /// What is to be said; nothing on a good day.
    package private(set) var findings: [WatchFinding] = []

    /// How many people one coordinator should have, and how many at most (National Incident Management System).
    package static let advisedSpan = 5
    /// More than this is split.
    package static let widestSpan = 7

    /// What is to be said of an incident now.
    package init(_ incident: Incident, _ state: SiteState, at now: Instant) {
        guard incident.isOpen else { return }
        let others = incident.coordination.others.rows
        // A post that somebody shut to hide is dark as it should be; only for the coordinator there is something to do.
        for post in incident.coordination.silentPosts.rows
        where incident.coordination.holdsAny(post.person)
            && (incident.coordination.coordinator?.person == post.person
                || !state.isInLockdown(post.person, in: incident))
        {
            findings.append(.postSilent(post.person, since: post.since))
        }
        findings += Self.waiting(incident)
        for holding in others {
            if let silent = Self.silent(holding, incident, state, now) { findings.append(silent) }
        }
        if let span = Self.span(incident, state) { findings.append(span) }
        let load = WatchLoad(incident, state)
        if load.isHeavy(at: now, after: state.plan.timings.silentAfter) { findings.append(.load(load)) }
        if let seat = incident.coordination.coordinator, !seat.caretaker {
            relieve(.schoolCoordinator, seat.person, seat.since, incident, state, now)
        }
        for holding in others {
            guard let holder = holding.holder, let since = holding.since else { continue }
            relieve(holding.position, holder, since, incident, state, now)
        }
    }

    /// A holder of whom nothing was heard for the plan's time; from a room in Lockdown nothing is expected.
    private static func silent(
        _ holding: Holding, _ incident: Incident, _ state: SiteState, _ now: Instant
    ) -> WatchFinding? {
        guard let holder = holding.holder, !state.isInLockdown(holder, in: incident) else { return nil }
        let since = max(holding.lastActAt, holding.since ?? incident.raisedAt)
        return now - since > state.plan.timings.silentAfter
            ? .silent(holding.position, holder, since: since) : nil
    }

    private static func span(_ incident: Incident, _ state: SiteState) -> WatchFinding? {
        let coordination = incident.coordination
        var people: [PersonID] = []
        for holding in coordination.others.rows {
            if let holder = holding.holder, holder != coordination.coordinator?.person {
                people.insertSorted(holder)
            }
        }
        guard people.count > advisedSpan else { return nil }
        var largest: [Position] = []
        for (_, holdings) in OrgChart(incident).groups where people.count > widestSpan {
            let held = holdings.filter { $0.holder != nil }.map { $0.position }
            if held.count > largest.count { largest = held }
        }
        let deputy = state.askable(incident, includingDeclined: true).first {
            !coordination.holdsAny($0.person)
        }
        return .span(Int32(clamping: people.count), split: largest, deputy: deputy?.person)
    }

    private mutating func relieve(
        _ position: Position, _ holder: PersonID, _ since: Instant, _ incident: Incident,
        _ state: SiteState, _ now: Instant
    ) {
        guard now - since > state.plan.timings.reliefAfter else { return }
        let isCoordinator = position == .schoolCoordinator
        var able =
            isCoordinator
            ? state.askable(incident, includingDeclined: true)
            : state.able(for: position, in: incident, includingDeclined: true)
        if isCoordinator, !state.plan.smallSchool {
            able.removeAll { incident.coordination.holdsAny($0.person) }
        }
        findings.append(.relief(position, holder, since: since, by: able.map { $0.person }))
    }
}

/// Something that the line should look after.
package enum WatchFinding: Equatable, Sendable {
    /// The command post of somebody who holds a position is not heard.
    case postSilent(PersonID, since: Instant)
    /// Nothing was heard of a holder for the plan's time.
    case silent(Position, PersonID, since: Instant)
    /// More people report to the coordinator than is advised; where it is too many, what could go under a deputy.
    case span(Int32, split: [Position], deputy: PersonID?)
    /// Much waits for the coordinator, or something for long.
    case load(WatchLoad)
    /// Somebody has held a position for longer than the plan's time, and who could relieve them.
    case relief(Position, PersonID, since: Instant, by: [PersonID])
    /// Somebody was asked to take a position and has given no answer for the plan's time.
    case unanswered(Position, PersonID, since: Instant)
    /// A holder's hands are busy, or they have left, and nobody is left to be asked.
    case unfollowed(Position, PersonID, since: Instant)
}

/// What waits for the school coordinator, and what of it could be given to others.
package struct WatchLoad: Equatable, Sendable {
    /// A position that nobody holds, with the tasks that would go with it.
    package struct Delegation: Equatable, Sendable {
        /// Which position.
        package let position: Position
        /// Who of its line would be asked first.
        package let person: PersonID
        /// How many tasks that can be begun go with it.
        package let tasks: Int32
        /// Whether it would read the reports and notes that nobody has looked at.
        package var reads = false
    }

    /// Claims of a mistake, late alarms, and dangers that something else stands over.
    package let decisions: Int32
    /// Rooms whose reports differ.
    package let reports: Int32
    /// The coordinator's own tasks that can be begun.
    package let tasks: Int32
    /// Reports and notes that came in since anybody who reads them did anything.
    package let unread: Unread
    /// Since when the oldest decision or report has waited.
    package let oldest: Instant?
    /// What could be given to others at a press.
    package let delegations: [Delegation]

    init(_ incident: Incident, _ state: SiteState) {
        let claims = incident.mistakes.filter { $0.outcome == nil }.map { $0.at }
        let late = incident.kind == .actual ? state.lateRaises.rows.map { $0.receivedAt } : []
        let covered = incident.covered(in: state.places).map { $0.at }
        let differing = incident.rollCall.rooms.rows.filter { $0.hasConflict }.compactMap { row in
            row.reports.map { $0.receivedAt }.max()
        }
        let coordination = incident.coordination
        // What there is to say to an agency nobody else takes over, and it is told at the top of the board.
        let open = state.tasks(of: incident).filter {
            $0.sceneStep == nil && $0.isReady && $0.state == .open
                && $0.owner == coordination.coordinator?.person
        }
        decisions = Int32(clamping: claims.count + late.count + covered.count)
        reports = Int32(clamping: differing.count)
        tasks = Int32(clamping: open.count)
        oldest = (claims + late + covered + differing).min()
        unread = Unread(incident)
        let readers = Unread.readers.filter { $0 != .schoolCoordinator }
        let isRead = unread.count == 0 || readers.contains { coordination.holder(of: $0) != nil }
        delegations = Position.allCases.compactMap { position in
            let own = open.filter { $0.position == position && !$0.isHeld }
            let reads = !isRead && readers.contains(position)
            guard position != .schoolCoordinator, reads || !own.isEmpty,
                coordination.others[position]?.asked == nil,
                let first = state.able(for: position, in: incident).first
            else { return nil }
            return Delegation(
                position: position, person: first.person, tasks: Int32(clamping: own.count), reads: reads)
        }
    }

    /// Whether it is more than one person looks after beside coordinating.
    func isHeavy(at now: Instant, after span: TimeSpan) -> Bool {
        Int(decisions + reports + tasks) > Watch.widestSpan || oldest.map { now - $0 > span } ?? false
            || isUnreadHeavy(at: now, after: span)
    }

    /// Whether reports lie too long, or many of them for a minute: a flood that is being read is no load.
    private func isUnreadHeavy(at now: Instant, after span: TimeSpan) -> Bool {
        guard let since = unread.oldest else { return false }
        return now - since > (Int(unread.count) > Watch.widestSpan ? min(span, .minutes(1)) : span)
    }
}
