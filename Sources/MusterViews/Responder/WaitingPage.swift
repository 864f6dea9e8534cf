package import MusterCore

/// What an agency's device shows while no incident is open that it may see; drawn by the server, which is asked again.
package enum WaitingPage {
    /// Draws the page; `state` is given to agencies, who hold nothing of what is over and must still be told that it is.
    package static func page(site: String, state: SiteState?, clock: PageClock) -> Page {
        Page(
            "No incident is open", site: site, mode: .everyday, connection: .current(asOf: clock.now),
            clock: clock
        ) {
            if let last = state.flatMap({ lastReal(in: $0, at: clock.now) }) {
                Region("ended") { h in ended(&h, last, clock) }
            }
            Region("waiting") { h in
                h.empty(
                    "No incident is open here",
                    "This page opens by itself when one is raised. Until then there is nothing for you to see."
                )
            }
        }
    }

    /// The real incident that was closed last, for as long as an end is told.
    private static func lastReal(in state: SiteState, at now: Instant) -> (Incident, Instant, CloseReason)? {
        let closed = state.incidents.rows.compactMap { incident -> (Incident, Instant, CloseReason)? in
            guard case .closed(let at, _, let reason) = incident.phase, incident.kind == .actual else {
                return nil
            }
            return (incident, at, reason)
        }
        return closed.filter { now - $0.1 < Ending.toldFor }.max { $0.1 < $1.1 }
    }

    private static func ended(
        _ h: inout Html, _ last: (incident: Incident, at: Instant, reason: CloseReason), _ clock: PageClock
    ) {
        let what = last.incident.strongestEver?.label ?? last.incident.headline
        h.notice(.cleared, "\(what) has ended") { h in
            h.p { h in
                h.text(last.reason.sentence + " ")
                h.timeOfDay(last.at, clock)
            }
        }
    }
}
