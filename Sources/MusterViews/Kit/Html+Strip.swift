package import MusterCore

/// Who holds a position: one strip of the coordinator's bay.
package struct Strip: Sendable {
    /// In whose hands the position is.
    package enum Holding: Sendable {
        /// Held by someone free to coordinate.
        case held
        /// Held for the time being, until someone accepts.
        case caretaker
        /// Held by someone who is responding: a successor is being asked.
        case handsBusy
        /// Offered, and not yet accepted.
        case offered
        /// Nobody.
        case vacant
    }

    let position: String
    let holder: String
    let holding: Holding
    let since: Instant
    let note: String
    let next: String

    /// Creates a strip; `holder` is empty when nobody holds the position, `next` says who comes after.
    package init(
        _ position: String, holder: String, _ holding: Holding, since: Instant, note: String = "",
        next: String = ""
    ) {
        self.position = position
        self.holder = holder
        self.holding = holding
        self.since = since
        self.note = note
        self.next = next
    }
}

extension Html {
    /// Writes the bay in which strips stand, one below the other, in two columns on a tablet.
    package mutating func stripBay(content: (inout Html) -> Void) {
        div("bay", content: content)
    }

    /// Writes a strip with its clock, and the acts that belong to it.
    package mutating func strip(_ strip: Strip, _ clock: PageClock, actions: (inout Html) -> Void = { _ in })
    {
        div(.class(strip.holding.className)) { h in
            h.div("strip-face") { h in
                h.p("strip-position", text: strip.position)
                h.p("strip-holder", text: strip.holder.isEmpty ? "Nobody yet" : strip.holder)
                h.p("strip-state") { h in
                    h.icon(strip.holding.icon)
                    h.raw(strip.holding.words)
                    if !strip.note.isEmpty { h.span("strip-note", text: " · " + strip.note) }
                }
                h.p("strip-clock") { h in h.running(since: strip.since, clock) }
                if !strip.next.isEmpty { h.p("strip-next", text: strip.next) }
            }
            h.div("strip-actions", content: actions)
        }
    }
}

extension Strip.Holding {
    fileprivate var className: StaticString {
        switch self {
        case .held: "strip strip-held"
        case .caretaker: "strip strip-caretaker"
        case .handsBusy: "strip strip-busy"
        case .offered: "strip strip-offered"
        case .vacant: "strip strip-vacant"
        }
    }

    fileprivate var words: StaticString {
        switch self {
        case .held: "Holds"
        case .caretaker: "Caretaker"
        case .handsBusy: "Hands busy"
        case .offered: "Offered"
        case .vacant: "Vacant"
        }
    }

    fileprivate var icon: Icon {
        switch self {
        case .held: .person
        case .caretaker: .clock
        case .handsBusy: .warning
        case .offered: .handover
        case .vacant: .unknown
        }
    }
}
