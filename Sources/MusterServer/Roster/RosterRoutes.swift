import HTTPTypes
import Hummingbird
import MusterCore
import MusterDesk
import MusterLog
import MusterViews
import NIOCore

/// The roster page of administrators: people and rooms, imports, sign-in links, devices.
struct RosterRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        router.get("/roster") { request, _ in try await show(request) }
        router.post("/roster/trial") { request, _ in try await trial(request) }
        router.post("/roster/import") { request, _ in try await takeIn(request) }
        router.post("/roster/link") { request, _ in try await link(request) }
        router.post("/roster/revoke") { request, _ in try await revoke(request) }
    }

    private func show(_ request: Request) async throws -> Response {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return Response(status: .seeOther, headers: [.location: "/sign-in", .cacheControl: "no-store"])
        }
        guard visit.administers != nil else { throw Problem.notAdministrator }
        try server.requireAllowance(visit)
        let section =
            request.uri.queryParameters["view"].flatMap { RosterSection(rawValue: String($0)) } ?? .people
        let trial = await server.trials.last(of: visit.session.device, at: server.stores.time.wall)
        return try await page(
            visit, section,
            try await desk(visit).overview(
                trial: trial, last: server.lastImport.summary))
    }

    private func trial(_ request: Request) async throws -> Response {
        let visit = try await administrator(request)
        try requireWholeSite(visit)
        let form = try await UploadedForm(
            request, to: try await server.trials.freshPath(), limit: server.configuration.rosterBytes)
        let trial: ImportTrial
        do {
            try requireToken(form.fields["token"], visit)
            trial = try await RosterImporter(server: server, visit: visit).trial(form)
        } catch {
            // Names lie in it: what is not taken in does not stay.
            form.remove()
            throw error
        }
        return try await page(
            visit, .importing,
            try await desk(visit).overview(
                trial: trial, last: server.lastImport.summary))
    }

    private func takeIn(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        try requireWholeSite(visit)
        _ = try await RosterImporter(server: server, visit: visit)
            .takeIn(fields["trial"] ?? "", removals: fields["removal"] == "allowed")
        return Response(
            status: .seeOther, headers: [.location: "/roster?view=people", .cacheControl: "no-store"])
    }

    private func link(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        guard let person = fields["person"].flatMap({ PersonID($0) }) else { throw Problem.notFound }
        let link = try await desk(visit).link(for: person)
        return try await page(
            visit, .people,
            try await desk(visit).overview(
                last: server.lastImport.summary, link: link))
    }

    private func revoke(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        guard let device = fields["device"].flatMap({ DeviceID($0) }) else { throw Problem.notFound }
        try await desk(visit).revoke(device)
        return Response(
            status: .seeOther, headers: [.location: "/roster?view=devices", .cacheControl: "no-store"])
    }

    private func desk(_ visit: Visit) -> RosterDesk { RosterDesk(server: server, visit: visit) }

    private func page(_ visit: Visit, _ section: RosterSection, _ overview: RosterOverview) async throws
        -> Response
    {
        let page = RosterPage.page(overview, section, clock: await server.pageClock(of: visit.session.site))
        return await server.answer(page, visit, frame: "/roster?view=import")
    }

    private func administrator(_ request: Request) async throws -> Visit {
        let visit = try await server.doorkeeper.visit(request)
        guard visit.administers != nil else { throw Problem.notAdministrator }
        try server.requireAllowance(visit)
        return visit
    }

    private func form(_ request: Request) async throws -> (Visit, [String: String]) {
        let visit = try await administrator(request)
        let body = try await request.body.collect(upTo: 8192)
        let all = FormField.fields(ofQuery: String(buffer: body), atMost: 16)
        let fields = Dictionary(all.map { ($0.name, $0.value) }) { first, _ in first }
        try requireToken(fields["token"], visit)
        return (visit, fields)
    }

    /// Checks that the visitor may bring a roster in: its files name the people of every school.
    private func requireWholeSite(_ visit: Visit) throws(Problem) {
        guard visit.administers == .site else { throw .notWholeSite }
    }

    private func requireToken(_ token: String?, _ visit: Visit) throws(Problem) {
        guard token == Doorkeeper.formToken(visit.session) else { throw .foreign }
    }
}
