import MusterCore
import MusterViews

/// One page's replica: the ops of the WebAssembly module, without the memory that carries them.
///
/// It is a plain value so that every op is tested natively; `Exports.swift` adds only pointers. What it is told
/// comes from the shell and from storage: it answers anything with JSON text and never traps.
package struct BrowserSession: Sendable {
    /// The interface that this module speaks; a page that needs another one says that an update is needed.
    package static let interface: UInt32 = 1

    private var replica: Replica?
    private var directory = DirectorySlice()
    private var order = PlaceOrder(DirectorySlice())
    private var viewer = Viewer()
    /// An event came that this module does not know: nothing is folded until the state comes anew.
    private var isBehind = false
    /// What the browser shows, and what the shell said when it was drawn.
    private var drawn: (request: RenderRequest, page: Page)?
    /// Whether nothing but reports of known rooms came since then.
    private var isOnlyReports = false

    /// Makes a session that has nothing open.
    package init() {}

    /// Answers one op with JSON text; what it cannot do is an answer with an `error`, never a trap.
    package mutating func call(op: UInt32, input: [UInt8]) -> [UInt8] {
        guard let op = BrowserOp(rawValue: op) else {
            return Self.failure("unknown-op", "There is no op \(op).")
        }
        do throws(WireError) {
            switch op {
            case .version:
                return Array("{\"interface\":\(Self.interface),\"received\":\(input.count)}".utf8)
            case .open: return open(try OpenRequest.decoded(input))
            case .apply: return apply(input)
            case .render: return render(try RenderRequest.decoded(input))
            case .prepare: return prepare(try PrepareRequest.decoded(input))
            case .encode: return replica?.encoded() ?? Self.notOpen
            }
        } catch {
            return Self.failure("bad-input", error.message)
        }
    }

    // MARK: State

    private mutating func open(_ request: OpenRequest) -> [UInt8] {
        replica = request.state
        name(request.directory)
        viewer = request.viewer
        isBehind = false
        drawn = nil
        return Array("{\"position\":\(request.state.position)}".utf8)
    }

    private mutating func name(_ slice: DirectorySlice) {
        directory = slice
        order = PlaceOrder(slice)
        isOnlyReports = false
    }

    private mutating func apply(_ input: [UInt8]) -> [UInt8] {
        guard replica != nil else { return Self.notOpen }
        guard !isBehind else { return Self.updateNeeded }
        do {
            let record = try Record.decoded(input)
            isOnlyReports = isOnlyReports && isReportOfKnownRoom(record)
            replica?.apply(record)
            return Self.done
        } catch {
            // A name that is not known here was made by a newer server: folding on would tell a wrong story.
            guard error.problem == .unknownName else { return Self.failure("bad-record", error.message) }
            isBehind = true
            return Self.updateNeeded
        }
    }

    /// Whether a record changes how a room stands and nothing else.
    private func isReportOfKnownRoom(_ record: Record) -> Bool {
        guard case .rollCall(.roomReported(let incident, let room, _)) = record.event else { return false }
        return replica?.state.incidents[incident]?.rollCall.rooms[room] != nil
    }

    // MARK: Pages

    private mutating func render(_ request: RenderRequest) -> [UInt8] {
        guard let replica else { return Self.notOpen }
        let offset = request.offset ?? TimeSpan(milliseconds: 0)
        let previous = drawn.flatMap { $0.request.page == request.page ? $0 : nil }
        let isSmall = isOnlyReports && previous.map { request.asksTheSame(as: $0.request) } ?? false
        let context = PageContext(
            replica: replica, directory: directory, viewer: viewer, clock: request.clock(of: directory),
            connection: isBehind ? .updateNeeded(asOf: request.freshness.asOf) : request.freshness,
            outbox: request.outbox.compactMap { $0.notice(offset: offset) }, post: request.device,
            order: order, earlier: isSmall ? previous?.page : nil)
        let isOpen = replica.state.incidents.rows.contains { $0.isOpen }
        guard let page = Pages.page(named: request.page, context: context) else {
            // The server's own drawing stays; a page without a function here is loaded again to be new.
            drawn = nil
            return Array("{\"regions\":[],\"server\":true,\"incident\":\(isOpen)}".utf8)
        }
        let changes = page.changes(since: previous?.page, withClocks: request.only != nil)
        drawn = (request, page)
        isOnlyReports = true
        return AnswerText.drawing(changes, title: page.documentTitle, isIncidentOpen: isOpen)
    }

    private func prepare(_ request: PrepareRequest) -> [UInt8] {
        guard let replica else { return Self.notOpen }
        let clock = PageClock(
            now: request.now + (request.offset ?? TimeSpan(milliseconds: 0)), of: directory,
            otherwise: request.utcOffset ?? 0)
        let context = ActContext(
            viewer: viewer, site: directory.card.site, command: CommandID(request.id) ?? .none,
            now: clock.now, state: replica.state, utcOffsetMinutes: clock.utcOffsetMinutes)
        return AnswerText.prepared(ActForm.read(request.fields, context))
    }

    // MARK: Answers

    private static let done = Array("{}".utf8)
    private static let notOpen = failure("not-open", "Nothing is open yet.")
    private static let updateNeeded = failure(
        "update-needed", "The server speaks of something that this page does not know yet.")

    private static func failure(_ code: String, _ detail: String) -> [UInt8] {
        AnswerText.failure(code: code, detail: detail)
    }
}

/// What the shell opens: a cut replica, a directory slice and who looks.
struct OpenRequest: WireValue {
    var state = Replica()
    var directory = DirectorySlice()
    var viewer = Viewer()

    init() {}

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("state", &state)
        visitor.field("directory", &directory)
        visitor.field("viewer", &viewer)
    }
}

/// A form that the shell wants made into a command.
struct PrepareRequest: WireValue {
    var id = ""
    var now = Instant.zero
    /// How far the server's clock is ahead, where it was measured.
    var offset: TimeSpan?
    /// Minutes from UTC to the device's wall clock, for a site whose zone is not named.
    var utcOffset: Int32?
    var fields: [FormField] = []

    init() {}

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("now", &now)
        visitor.field("offset", &offset)
        visitor.field("utcOffset", &utcOffset)
        visitor.field("fields", &fields)
    }
}
