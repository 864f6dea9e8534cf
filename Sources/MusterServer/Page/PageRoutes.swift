import Hummingbird
import MusterCore
import MusterDesk
import MusterLog
import MusterViews
import NIOCore

/// Pages drawn by the server, the state that a device starts from, and the skeleton for a start without a network.
struct PageRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        router.get("/api/state") { request, _ in try await state(request) }
        router.get("/skeleton") { _, _ in Response.page(Self.skeleton, status: .ok) }
        for path in ["/", "/staff", "/room", "/board", "/responder"] {
            router.get(RouterPath(path)) { request, _ in try await page(request) }
        }
    }

    private func page(_ request: Request) async throws -> Response {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return Response(status: .seeOther, headers: [.location: "/sign-in", .cacheControl: "no-store"])
        }
        try server.requireAllowance(visit)
        let address = request.uri.string
        if request.uri.path == "/" {
            return Response(
                status: .seeOther,
                headers: [.location: Pages.home(of: visit.viewer), .cacheControl: "no-store"])
        }
        // A session that is used goes on, and so does its cookie.
        let cookie = server.doorkeeper.secret(in: request.headers[.cookie]).map(server.doorkeeper.setCookie)
        guard let (context, _) = try await context(for: visit) else { return try await waiting(visit) }
        guard let page = Pages.page(named: address, context: context) else { throw Problem.notFound }
        var response = Response.page(
            page.document(
                token: Doorkeeper.formToken(visit.session),
                place: [
                    .data("site", visit.session.site.text), .data("page", address),
                    .data("person", visit.session.person.text),
                    .data("device", visit.session.device.text),
                    .data("position", "\(context.replica.position)"),
                ]))
        response.headers[.setCookie] = cookie
        return response
    }

    /// What an agency's device shows while no incident is open that it may see; it asks again by itself.
    private func waiting(_ visit: Visit) async throws -> Response {
        let card = try await server.books.book(of: visit.session.site).card
        let clock = await server.pageClock(of: visit.session.site)
        let isAgency = visit.viewer.roles.contains(.agency)
        let state = isAgency ? try await server.registry.desk(visit.session.site).replica.state : nil
        let page = WaitingPage.page(site: card.name, state: state, clock: clock)
        var response = Response.page(page.document())
        response.headers[.refresh] = "15"
        return response
    }

    /// What pages of a visitor are drawn from, the durable state, cut, and its tag; `nil` when the visitor may see
    /// nothing now.
    func context(for visit: Visit) async throws -> (PageContext, StateTag)? {
        guard let slice = try await server.gate.slice(for: visit) else { return nil }
        let desk = try await server.registry.desk(visit.session.site)
        let now = server.stores.time.wall
        let book = try await server.books.book(of: visit.session.site)
        let directory = DirectoryCut(book).slice(for: slice.audience)
        let context = PageContext(
            replica: await desk.replica.cut(for: slice),
            directory: directory,
            viewer: visit.viewer,
            clock: PageClock(
                now: now, of: directory, otherwise: server.stores.directory.utcOffsetMinutes),
            connection: .current(asOf: now))
        return (context, StateTag(visit, slice, book))
    }

    /// The cut state that a device starts from.
    private func state(_ request: Request) async throws -> Response {
        let visit = try await server.doorkeeper.visit(request)
        try server.requireAllowance(visit)
        try server.requireSite(request, visit)
        guard let (context, tag) = try await context(for: visit) else { throw Problem.noIncident }
        var writer = WireWriter()
        var position = context.replica.position
        var name = tag.text(in: server.registry.era)
        var now = server.stores.time.wall
        writer.beginObject()
        writer.field("position", &position)
        writer.field("tag", &name)
        writer.field("now", &now)
        var offset = context.clock.utcOffsetMinutes
        writer.field("utcOffsetMinutes", &offset)
        writer.raw("state", context.replica.encoded())
        writer.raw("directory", context.directory.encoded())
        writer.raw("viewer", context.viewer.encoded())
        writer.endObject()
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: writer.bytes)))
    }

    /// The page without data: what the service worker answers with when the server is away.
    private static let skeleton: [UInt8] = {
        let page = Page(
            "Muster", site: "", mode: .everyday, connection: .offline(asOf: .zero),
            clock: PageClock(now: .zero)
        ) {}
        return page.skeleton()
    }()
}
