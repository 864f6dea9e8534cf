import MusterCore
import MusterViews

/// What the shell says when it asks for a drawing; `Web/painter.mjs` writes it.
struct RenderRequest: WireValue {
    /// The address of the page.
    var page = ""
    /// Now, by the device's clock.
    var now = Instant.zero
    /// How far the server's clock is ahead, where it was measured.
    var offset: TimeSpan?
    /// Minutes from UTC to the device's wall clock, for a site whose zone is not named.
    var utcOffset: Int32?
    var connection = LinkFacts()
    var device: CommandPostFacts?
    var outbox: [OutboxFacts] = []
    /// The regions that show an age, when only the clock went on.
    var only: [String]?

    init() {}

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("page", &page)
        visitor.field("now", &now)
        visitor.field("offset", &offset)
        visitor.field("utcOffset", &utcOffset)
        visitor.field("connection", &connection)
        visitor.field("device", &device)
        visitor.field("outbox", &outbox, default: [])
        visitor.field("only", &only)
    }

    /// Whether nothing but the time is different from what was asked before.
    func asksTheSame(as earlier: RenderRequest) -> Bool {
        only == nil && page == earlier.page && utcOffset == earlier.utcOffset
            && connection.state == earlier.connection.state && device == earlier.device && outbox.isEmpty
            && earlier.outbox.isEmpty
    }

    /// The moment by the server's clock, as well as it is known, on the clock of the site.
    func clock(of site: DirectorySlice) -> PageClock {
        PageClock(now: moment, of: site, otherwise: utcOffset ?? 0)
    }

    private var moment: Instant { now + (offset ?? TimeSpan(milliseconds: 0)) }

    /// How fresh the page is: while live it is as of now.
    var freshness: Connection {
        let now = moment
        let since = connection.since.map { $0 + (offset ?? TimeSpan(milliseconds: 0)) } ?? now
        switch connection.state {
        case "live": return .current(asOf: now)
        case "offline": return .offline(asOf: since)
        default: return .catchingUp(asOf: since)
        }
    }
}

/// What the shell knows of its connection.
struct LinkFacts: WireValue {
    var state = "stale"
    /// The moment of the last contact.
    var since: Instant?

    init() {}

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("state", &state)
        visitor.field("since", &since)
    }
}

/// One command of the shell's outbox.
struct OutboxFacts: WireValue {
    var id = ""
    var act: String?
    var state = ""
    var at = Instant.zero
    var mayHaveArrived = false
    var needsSignIn = false
    var problem: ProblemFacts?
    /// What the desk kept of it instead of doing it, in the desk's word.
    var kept: String?
    /// The envelope, where the shell still has it: it says what exactly was pressed.
    var envelope: String?

    init() {}

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("act", &act)
        visitor.field("state", &state)
        visitor.field("at", &at)
        visitor.field("mayHaveArrived", &mayHaveArrived, default: false)
        visitor.field("needsSignIn", &needsSignIn, default: false)
        visitor.field("problem", &problem)
        visitor.field("kept", &kept)
        visitor.field("envelope", &envelope)
    }

    /// The notice for pages; `nil` where the id is none of ours.
    func notice(offset: TimeSpan) -> OutboxNotice? {
        guard let id = CommandID(id) else { return nil }
        return OutboxNotice(
            id: id, act: CommandName.allCases.first { $0.rawValue == act }, OutboxState(state),
            at: at + offset,
            mayHaveArrived: mayHaveArrived, needsSignIn: needsSignIn,
            reason: problem?.detail ?? problem?.title ?? "",
            kept: kept.flatMap { Kept(rawValue: $0) }, command: command)
    }

    private var command: Command? {
        guard let envelope else { return nil }
        do { return try Envelope.decoded(Array(envelope.utf8)).command } catch { return nil }
    }
}

/// What the server said about a refusal.
struct ProblemFacts: WireValue {
    var title: String?
    var detail: String?

    init() {}

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("title", &title)
        visitor.field("detail", &detail)
    }
}
