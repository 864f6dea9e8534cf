import HTTPTypes
import Hummingbird
import Logging
import MusterCore
import MusterDesk
import MusterLog
import MusterViews
import NIOCore

/// Signs devices in by links that work once, and out.
struct SignInRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        router.get("/sign-in") { request, _ in
            try await page(request.uri.queryParameters["out"] == nil ? .noSession : .signedOut)
        }
        router.post("/sign-in") { request, _ in try await pasted(request) }
        router.get("/enrol/{secret}") { request, context in
            try await confirm(try context.parameters.require("secret"), request)
        }
        router.post("/enrol/{secret}") { request, context in
            try await enrol(try context.parameters.require("secret"), request)
        }
        router.post("/sign-out") { request, _ in try await signOut(request) }
    }

    /// A link that was pasted instead of opened.
    private func pasted(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 4096)
        let link =
            FormField.fields(ofQuery: String(buffer: body), atMost: 8).first { $0.name == "link" }?.value
            ?? ""
        let secret = link.split(separator: "/").last ?? ""
        guard secret.count == 64, secret.allSatisfy(\.isHexDigit) else { return try await page(.linkUnknown) }
        return Response(
            status: .seeOther, headers: [.location: "/enrol/\(secret)", .cacheControl: "no-store"])
    }

    /// Opening the link shows whose device this becomes; pressing the button uses the link up.
    ///
    /// Programs that look at links in messages therefore do not use it.
    private func confirm(_ secret: String, _ request: Request) async throws -> Response {
        let now = server.stores.time.wall
        let state = try await server.stores.sessions.enrolment(SecretDigest(of: secret), at: now)
        guard case .open(let enrolment) = state else { return try await page(state.reason) }
        let book = try await server.books.book(of: enrolment.site)
        guard let adult = book.adult(enrolment.person) else { return try await page(.linkUnknown) }
        let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie])
        let other = visit.flatMap { visit in
            visit.session.person == adult.person ? nil : book.adult(visit.session.person)?.name ?? "Somebody"
        }
        var left: String?
        if let old = visit?.session.site, old != enrolment.site {
            left = try await server.books.book(of: old).card.name
        }
        let offer = EnrolmentOffer(
            token: secret, name: adult.name, title: adult.title, site: book.card.name, roles: adult.roles,
            expires: enrolment.expires, replaces: other, leaves: left)
        var response = Response.page(EnrolmentPage.page(offer, clock: server.pageClock).document())
        // The address is a secret: what this page asks for, the sign-in too, names the server and not the address.
        response.headers[.referrerPolicy] = "strict-origin"
        return response
    }

    /// Signs the device in; whoever was signed in on it until now is signed out, once the link has worked.
    private func enrol(_ secret: String, _ request: Request) async throws -> Response {
        let old = try await server.doorkeeper.visit(cookies: request.headers[.cookie])?.session.device
        guard let session = try await server.doorkeeper.enrol(secret, replacing: old) else {
            let state = try await server.stores.sessions.enrolment(
                SecretDigest(of: secret), at: server.stores.time.wall)
            return try await page(state.reason)
        }
        if let old {
            server.doorkeeper.forget(old)
            server.feed.revoke(FeedDevice(old.text))
        }
        if let visit = try await server.doorkeeper.visit(secret: SecretDigest(of: session.secret)) {
            server.audit("a device was signed in", by: visit.session)
        }
        return Response(
            status: .seeOther,
            headers: [
                .location: "/", .setCookie: server.doorkeeper.setCookie(session.secret),
                .cacheControl: "no-store",
            ])
    }

    /// Ends the session and makes the browser forget; the shell gets its answer as JSON, a plain form a page.
    ///
    /// A tab of somebody who was signed in before ends nothing of whoever is signed in now.
    private func signOut(_ request: Request) async throws -> Response {
        let (cookies, device) = (request.headers[.cookie], request.headers[.musterDevice])
        let visit = try await server.doorkeeper.visit(cookies: cookies, as: device)
        if let visit {
            // It is a command post no more; who signed it out, nobody knows, and it is no sign of its person.
            try await server.stores.sessions.setCommandPost(visit.session.device, false, heard: nil)
            try await server.endSession(of: visit.session.device)
            server.audit("a device was signed out", by: visit.session)
        }
        var headers: HTTPFields = [.cacheControl: "no-store"]
        if visit != nil || device == nil {
            headers[.setCookie] = server.doorkeeper.clearCookie
            // Not "cache": every page is no-store, and emptying a browser's cache can take it seconds.
            headers[.clearSiteData] = "\"storage\""
        }
        guard device != nil else {
            headers[.location] = "/sign-in?out=1"
            return Response(status: .seeOther, headers: headers)
        }
        headers[.contentType] = "application/json"
        return Response(
            status: .ok, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"outcome":"signedOut"}"#)))
    }

    private func page(_ reason: SignInReason) async throws -> Response {
        let cards = try await server.stores.directory.sites()
        let page = SignInPage.page(
            reason, organization: cards.count == 1 ? cards[0].name : "Muster", clock: server.pageClock)
        let isFine = reason == .noSession || reason == .signedOut
        return Response.page(page.document(), status: isFine ? .ok : .gone)
    }
}

extension EnrolmentState {
    /// Why the link does not sign anybody in.
    fileprivate var reason: SignInReason {
        switch self {
        case .used: .linkUsed
        case .expired: .linkExpired
        case .open, .unknown: .linkUnknown
        }
    }
}

extension Server {
    /// The moment as pages of a site are drawn for it: on the clock of that site, wherever the server stands.
    func pageClock(of site: SiteID) async -> PageClock {
        let now = stores.time.wall
        guard let zone = try? await stores.directory.siteZone(of: site) else { return pageClock }
        return PageClock(now: now, utcOffsetMinutes: zone.offset(at: now))
    }

    /// The moment on the clock of this machine, where no site is known.
    var pageClock: PageClock {
        PageClock(now: stores.time.wall, utcOffsetMinutes: stores.directory.utcOffsetMinutes)
    }

    /// Writes down who let whom in or out: ids only, in the log that the operator keeps.
    func audit(_ words: Logger.Message, by session: DeviceSession, _ more: Logger.Metadata = [:]) {
        let who: Logger.Metadata = [
            "person": "\(session.person)", "site": "\(session.site)", "by": "\(session.device)",
        ]
        logger.notice(words, metadata: who.merging(more) { first, _ in first })
    }

    /// Ends a session, and with it the device's feed.
    func endSession(of device: DeviceID) async throws {
        try await stores.sessions.revoke(device, at: stores.time.wall)
        doorkeeper.forget(device)
        feed.revoke(FeedDevice(device.text))
    }
}
