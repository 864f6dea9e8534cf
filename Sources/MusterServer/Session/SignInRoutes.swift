import Hummingbird
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
        router.get("/sign-in") { _, _ in Response.page(plain("Sign in", Self.signIn)) }
        router.get("/enrol/{secret}") { _, context in
            try await confirm(try context.parameters.require("secret"))
        }
        router.post("/enrol/{secret}") { _, context in
            try await enrol(try context.parameters.require("secret"))
        }
        router.post("/sign-out") { request, _ in try await signOut(request) }
    }

    /// Opening the link shows whose device this becomes; pressing the button uses the link up. Programs that look at
    /// links in messages therefore do not use it.
    private func confirm(_ secret: String) async throws -> Response {
        let now = server.stores.time.wall
        guard let enrolment = try await server.stores.sessions.enrolment(SecretDigest(of: secret), at: now) else {
            return Response.page(plain("Sign in", Self.used), status: .gone)
        }
        let adults = try await server.stores.directory.adults(of: enrolment.site)
        let name = adults.first { $0.person == enrolment.person }?.name ?? "a person not known any more"
        return Response.page(
            plain("Sign in") { h in
                h.card("Sign in as \(name)?") { h in
                    h.p(text: "This device stays signed in for 30 days, also without a network.")
                    h.p(
                        text: "It keeps what you may see for 12 hours after the last contact. "
                            + "On a shared computer, sign out when you leave.")
                    h.element("form", [.attribute("method", "post"), .attribute("action", "/enrol/\(secret)")]) {
                        h in h.button("Sign in as \(name)", .primary)
                    }
                }
            })
    }

    private func enrol(_ secret: String) async throws -> Response {
        guard let session = try await server.doorkeeper.enrol(secret) else {
            return Response.page(plain("Sign in", Self.used), status: .gone)
        }
        return Response(
            status: .seeOther,
            headers: [
                .location: "/", .setCookie: server.doorkeeper.setCookie(session.secret),
                .cacheControl: "no-store",
            ])
    }

    private func signOut(_ request: Request) async throws -> Response {
        if let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) {
            try await server.stores.sessions.revoke(visit.session.device, at: server.stores.time.wall)
            server.feed.revoke(FeedDevice(visit.session.device.text))
        }
        return Response(
            status: .seeOther,
            headers: [.location: "/sign-in", .setCookie: server.doorkeeper.clearCookie, .cacheControl: "no-store"])
    }

    private func plain(_ title: String, _ content: (inout Html) -> Void) -> [UInt8] {
        let now = server.stores.time.wall
        return Page(
            title, site: "Muster", mode: .everyday, connection: .current(asOf: now), clock: PageClock(now: now)
        ) { Region("content") { h in content(&h) } }.document()
    }

    private static func signIn(_ h: inout Html) {
        h.empty(
            "This device is not signed in",
            "Open the sign-in link or scan the code that the office gave you. "
                + "In an emergency call 911 and use the intercom; do not wait for this page.")
    }

    private static func used(_ h: inout Html) {
        h.problem(
            "This link does not work any more",
            "A sign-in link works once and for a day. Ask the office for a new one. "
                + "In an emergency call 911 and use the intercom.")
    }
}
