/// A position of the school's side.
package enum Position: String, WireName {
    /// Coordinates the school's side; always filled while an incident is open.
    case schoolCoordinator
    case liaison, publicInformation, safety, planning, logistics, finance
    /// Leads the accounting of everyone.
    case accountabilityLead
    /// Leads reunification; never a second commander.
    case reunificationDirector
    /// Leads first aid and what the hurt and the ill need until a medical service takes over.
    case medical
    /// Stays on the line with 911.
    case caller911
}

/// Who coordinates, who is asked to, and who did before.
package struct Coordination: WireValue, Equatable, Sendable {
    /// Who holds the position of school coordinator.
    package var coordinator: Seat?
    /// How somebody is being found: while the seat is empty, a caretaker's, or its holder's hands are busy.
    package var ladder: Ladder?
    /// The people who may accept the position now, sorted.
    package var asked: [PersonID] = []
    /// The people who declined, sorted.
    package var declined: [PersonID] = []
    /// People who held the position before and lost it, sorted: their late acts become suggestions.
    package var former: [PersonID] = []
    /// A handover that was started and not yet accepted.
    package var handover: Handover?
    /// When takeover from a silent holder was offered.
    package var takeoverOfferedAt: Instant?
    /// Whether the present holder has read back the three facts.
    package var readBack = false
    /// The other positions and who holds or is asked for them.
    package var others = Table<Holding>()
    /// Who was on duty when the incident began, where the duty data says so.
    package var duty: TakenDuty?
    /// Who takes which position over first.
    package var deputies = Table<Deputy>()
    /// The reliefs that are planned, one a position.
    package var shifts = Table<Shift>()
    /// Declared command posts of which nothing is heard.
    package var silentPosts = Table<SilentPost>()
    /// When takeover was last offered because the coordinator's command post is silent.
    var postOfferAt: Instant?

    /// Nobody yet.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("coordinator", &coordinator)
        visitor.field("ladder", &ladder)
        visitor.field("asked", &asked)
        visitor.field("declined", &declined)
        visitor.field("former", &former)
        visitor.field("handover", &handover)
        visitor.field("takeoverOfferedAt", &takeoverOfferedAt)
        visitor.field("readBack", &readBack)
        visitor.field("others", &others)
        visitor.field("duty", &duty)
        visitor.field("deputies", &deputies, default: Table())
        visitor.field("shifts", &shifts, default: Table())
        visitor.field("silentPosts", &silentPosts, default: Table())
        visitor.field("postOfferAt", &postOfferAt)
    }
}

/// Somebody in the seat of the school coordinator.
package struct Seat: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// Since when.
    package var since = Instant.zero
    /// Seated without having accepted, until somebody accepts.
    package var caretaker = false
    /// Since when the holder has been responding; it ends only when a successor has accepted.
    package var handsBusySince: Instant?
    /// The holder's last act, prompt, call or radio report.
    package var lastActAt = Instant.zero
    /// Whether the holder is responding: in every slice, while the clock of it belongs to the line.
    package var isBusy = false

    /// A blank seat, to be filled by the codec.
    package init() {}

    /// Whether it is true that somebody coordinates: the holder accepted and is not hands-on.
    package var attends: Bool { !caretaker && !isBusy && handsBusySince == nil }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("since", &since)
        visitor.field("caretaker", &caretaker)
        visitor.field("handsBusySince", &handsBusySince)
        visitor.field("lastActAt", &lastActAt)
        visitor.field("busy", &isBusy, default: false)
    }
}

/// What happens when the ladder's deadline passes.
package enum LadderStep: String, WireName {
    /// The next person of the line is asked.
    case askNext
    /// The outside duty person is seated as caretaker.
    case seatCaretaker
    /// Everybody who may be asked is asked again.
    case askAgain
}

/// The finding of a school coordinator, with its deadline.
package struct Ladder: WireValue, Equatable, Sendable {
    /// Names the deadline; the command that reports its expiry has the same id.
    package var deadline = DeadlineID.none
    /// When the next step is due.
    package var due = Instant.zero
    /// What the next step is.
    package var step = LadderStep.askNext
    /// Since when somebody has been looked for.
    package var since = Instant.zero

    /// A blank ladder, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("deadline", &deadline)
        visitor.field("due", &due)
        visitor.field("step", &step)
        visitor.field("since", &since)
    }
}

/// Why the position is being passed on.
package enum HandoverCause: String, WireName {
    /// The holder wants to.
    case request
    /// The holder is responding.
    case responding
    /// The holder said that he is no longer available.
    case unavailable
    /// A planned relief began.
    case relief
}

/// A handover under way.
package struct Handover: WireValue, Equatable, Sendable {
    /// Who passes the position on.
    package var from = PersonID.none
    /// To whom, where the holder named somebody.
    package var to: PersonID?
    /// When it was started.
    package var startedAt = Instant.zero
    /// Why it is passed on.
    package var cause = HandoverCause.request

    /// A blank handover, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("from", &from)
        visitor.field("to", &to)
        visitor.field("startedAt", &startedAt)
        visitor.field("cause", &cause)
    }
}

extension Position: Comparable {
    /// Positions stand in the order of ``rank``.
    package static func < (left: Position, right: Position) -> Bool { left.rank < right.rank }

    /// Where the position stands in a list: the order of the cases.
    package var rank: Int32 {
        switch self {
        case .schoolCoordinator: 0
        case .liaison: 1
        case .publicInformation: 2
        case .safety: 3
        case .planning: 4
        case .logistics: 5
        case .finance: 6
        case .accountabilityLead: 7
        case .reunificationDirector: 8
        case .medical: 9
        case .caller911: 10
        }
    }
}
