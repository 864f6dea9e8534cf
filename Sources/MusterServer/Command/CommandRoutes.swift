import Hummingbird
import Logging
import MusterCore
import MusterDesk
import MusterLog
import MusterViews
import NIOCore

/// Takes commands: as JSON from the shell, and as plain forms where JavaScript is missing.
struct CommandRoutes {
    let server: Server
    private let gate: CommandGate

    init(_ server: Server) {
        self.server = server
        gate = CommandGate(limit: server.configuration.commandsPerTenSeconds)
    }

    func add(to router: Router<VisitContext>) {
        router.post("/api/command") { request, _ in try await command(request) }
        router.post("/act") { request, _ in try await form(request) }
        router.post("/api/command-post") { request, _ in try await commandPost(request) }
    }

    private func command(_ request: Request) async throws -> Response {
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
            throw Problem(.unsupportedMediaType, "not-json", "Send the command as application/json.")
        }
        let (visit, trouble) = try await server.doorkeeper.sender(request)
        var envelope = try await envelope(in: request)
        if let trouble, !envelope.command.goesOnWithoutDirectory { throw trouble }
        guard envelope.site == visit.session.site else {
            throw Problem(.forbidden, "other-site", "This device is signed in at another site.")
        }
        // The device's own count of the wait is surer than two wall clocks, of which one may be slow.
        if let held = request.headers[.musterHeld].flatMap(Int64.init), held >= 0 {
            let madeAt = server.stores.time.wall + TimeSpan(milliseconds: -min(held, .max / 4))
            envelope.shift(by: madeAt - envelope.madeAt)
        }
        let answer = try await submit(envelope, visit)
        return try reply(answer)
    }

    private func envelope(in request: Request) async throws -> Envelope {
        let body = try await request.body.collect(upTo: server.configuration.commandBytes)
        do { return try Envelope.decoded(Array(body.readableBytesView), isNews: true) } catch {
            throw Problem(error)
        }
    }

    private func submit(_ envelope: Envelope, _ visit: Visit) async throws -> SiteDesk.Answer {
        guard gate.admits(envelope.command, from: visit.session.device, at: server.stores.time.wall) else {
            throw Problem.tooMany
        }
        if envelope.command.wireCase.isServersOwn {
            throw Problem(.forbidden, "not-allowed", "Only the server itself says this.")
        }
        do {
            let answer = try await server.registry.submit(envelope, by: visit.actor)
            server.meters.decided(answer.outcome.wireCase.rawValue)
            return answer
        } catch let error as LogError {
            server.logger.error("a command could not be written", metadata: ["error": "\(error)"])
            throw Problem(error)
        }
    }

    private func reply(_ answer: SiteDesk.Answer) throws -> Response {
        switch answer.outcome {
        case .refused(_, let code, let sentence):
            let isRight = code == "not-allowed"
            throw Problem(isRight ? .forbidden : .conflict, code, sentence)
        case .accepted(var at, var position, var kept):
            var writer = WireWriter()
            var word = "accepted"
            var head = "\(answer.head.digest)"
            writer.beginObject()
            writer.field("outcome", &word)
            writer.field("position", &position)
            writer.field("at", &at)
            writer.field("head", &head)
            writer.field("kept", &kept)
            writer.endObject()
            return Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
        }
    }

    /// The same act as a plain form: what is wrong is said on a page with the way back.
    private func form(_ request: Request) async throws -> Response {
        let visit = try await server.doorkeeper.visit(request)
        let body = try await request.body.collect(upTo: server.configuration.commandBytes)
        let fields = FormField.fields(ofQuery: String(buffer: body), atMost: ActForm.mostFields)
        guard fields.first(where: { $0.name == "token" })?.value == Doorkeeper.formToken(visit.session) else {
            throw Problem.foreign
        }
        let back = FormPage.wayBack(request, home: Pages.home(of: visit.viewer))
        let desk = try await server.registry.desk(visit.session.site)
        let context = ActContext(
            viewer: visit.viewer, site: visit.session.site,
            // A form that is sent twice carries the id that the page gave it.
            command: fields.first { $0.name == "id" }.flatMap { CommandID($0.value) }
                ?? CommandID.fresh(),
            now: server.stores.time.wall, state: await desk.replica.state,
            utcOffsetMinutes: await server.pageClock(of: visit.session.site).utcOffsetMinutes)
        switch ActForm.read(fields, context) {
        case .problems(let problems):
            return try await FormPage(server: server, visit: visit).problem(problems.map(\.sentence), back)
        case .envelope(let envelope):
            let answer = try await submit(envelope, visit)
            if case .refused(_, _, let sentence) = answer.outcome {
                return try await FormPage(server: server, visit: visit).problem([sentence], back)
            }
            // Taken is not done: whoever believes that a late alarm went out waits in vain.
            if case .accepted(_, _, let kept?) = answer.outcome {
                return try await FormPage(server: server, visit: visit).problem([kept.sentence], back)
            }
            // A page without scripts has no outbox that would say what became of it.
            if await desk.replica.state.asksForCallBack(envelope.command, by: visit.viewer.person) {
                return try await FormPage(server: server, visit: visit).recorded(StaffPage.standing, back)
            }
            return Response(status: .seeOther, headers: [.location: back, .cacheControl: "no-store"])
        }
    }

    /// A device says that it is in front as a command post, which it does again and again, or is one no longer.
    private func commandPost(_ request: Request) async throws -> Response {
        let visit = try await server.doorkeeper.visit(request)
        try server.requireAllowance(visit)
        let body = try await request.body.collect(upTo: 1024)
        let said: CommandPostDeclaration
        do { said = try .decoded(Array(body.readableBytesView)) } catch { throw Problem(error) }
        try await server.stores.sessions.setCommandPost(
            visit.session.device, said.declared, heard: server.stores.time.wall)
        return Response(status: .noContent)
    }
}

extension Command {
    /// Whether it is taken while people and places cannot be read: an alarm, and what somebody saw.
    fileprivate var goesOnWithoutDirectory: Bool {
        if case .raise = self { true } else { isObservation }
    }
}
