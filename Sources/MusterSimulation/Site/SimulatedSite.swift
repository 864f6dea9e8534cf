package import MusterCore
package import MusterDesk
package import MusterLog
import Synchronization

/// A site with its real desk and a log in memory, in simulated time.
///
/// Deadlines are reported by the desk's own tick, each at its own moment, as a server with a fine clock would.
package final class SimulatedSite: Sendable {
    /// The site.
    package let site: SiteID
    /// The clock of the desk.
    package let time: SimulatedTime
    /// The log that the desk writes.
    package let log: InMemoryLog
    /// The desk, driven as the server drives it.
    package let desk: SiteDesk
    private let shelf: Shelf
    private let rosters: [RoomRoster]

    /// A site before its first record; the rosters are what the directory would say at a raise.
    package init(_ site: SiteID, at start: Instant, rosters: [RoomRoster] = []) {
        self.site = site
        self.rosters = rosters
        let log = InMemoryLog()
        let time = SimulatedTime(start)
        let heard = Shelf()
        self.log = log
        self.time = time
        shelf = heard
        desk = SiteDesk(
            Desk(site: site, replica: Replica(.command), lastAt: .zero), log: log,
            commit: { append throws(LogError) in
                guard let result = try await log.append([append]).first else {
                    throw LogError(.corrupt, "an append without a result")
                }
                return result
            },
            marks: InMemoryDecisionMarks(), time: time,
            publish: { _, records, _ in heard.add(records) })
    }

    /// What the desk has published so far, in order.
    package var records: [Record] { shelf.records }

    /// Sends a command as a device would, and gives what it is answered.
    package func send(_ envelope: Envelope, by actor: Actor) async throws(LogError) -> SiteDesk.Answer {
        let rosters = rosters
        return try await desk.submit(envelope, by: actor) { rosters }
    }

    /// Lets time pass; each deadline on the way is reported when it is due.
    package func wait(until moment: Instant) async throws(LogError) {
        while let due = await desk.replica.state.deadlines.map(\.due).min(), due <= moment {
            time.advance(to: due)
            let before = await desk.replica.position
            try await desk.tick()
            let after = await desk.replica.position
            precondition(
                after > before, "a deadline that passes changes the state, or time would stand still")
        }
        time.advance(to: moment)
    }

    private final class Shelf: Sendable {
        private let kept = Mutex<[Record]>([])
        var records: [Record] { kept.withLock { $0 } }
        func add(_ records: [Record]) { kept.withLock { $0 += records } }
    }
}
