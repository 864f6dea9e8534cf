import HTTPTypes
import Hummingbird
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterViews
import NIOCore

/// The duty page of administrators: hours, lines, calendar, absences, qualifications, imports.
struct DutyRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        router.get("/duty") { request, _ in try await show(request) }
        router.get("/duty/table") { request, _ in try await table(request) }
        router.get("/duty/remove") { request, _ in try await ask(request) }
        router.post("/duty/add") { request, _ in
            try await change(request, view: Self.section(ofTable:)) { try await $0.add($1) }
        }
        router.post("/duty/lines") { request, _ in
            try await change(request, view: { _ in .lines }) { try await $0.setLine($1) }
        }
        router.post("/duty/zone") { request, _ in
            try await change(request, view: { _ in .calendar }) { try await $0.setZone($1) }
        }
        router.post("/duty/remove") { request, _ in try await remove(request) }
        router.post("/duty/trial") { request, _ in try await trial(request) }
        router.post("/duty/import") { request, _ in try await save(request) }
    }

    private func show(_ request: Request) async throws -> Response {
        guard let visit = try await visitor(request) else { return .signIn }
        let section = Self.section(request)
        var overview = try await desk(visit).overview()
        if section == .importing {
            overview.trial = server.dutyTrials.last(of: visit.session, at: server.stores.time.wall)
        }
        overview.done = request.uri.queryParameters["done"].flatMap { Self.done[String($0)] } ?? ""
        return await page(visit, overview, section)
    }

    private func table(_ request: Request) async throws -> Response {
        guard let visit = try await visitor(request) else { return .signIn }
        let name = request.uri.queryParameters["name"].map(String.init) ?? ""
        let (table, text) = try await desk(visit).table(name)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(table.fileName)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: text)))
    }

    private func ask(_ request: Request) async throws -> Response {
        guard let visit = try await visitor(request) else { return .signIn }
        guard let id = request.uri.queryParameters["row"].flatMap({ DutyID(String($0)) }) else {
            throw Problem.notFound
        }
        let desk = desk(visit)
        let page = DutyPage.removal(
            of: try await desk.row(id), try await desk.overview(), Self.section(request),
            clock: await server.pageClock(of: visit.session.site))
        return await server.answer(page, visit, frame: "/duty")
    }

    /// Does what a form asks for; draws it again with what is wrong, or leads back to its part of the page.
    private func change(
        _ request: Request, view: ([FormField]) -> DutySection,
        _ body: (DutyDesk, [FormField]) async throws -> DutyForm?
    ) async throws -> Response {
        let (visit, fields) = try await form(request)
        let desk = desk(visit)
        guard let typed = try await body(desk, fields) else {
            return .backToDuty(view(fields), done: "saved")
        }
        var overview = try await desk.overview()
        overview.typed = typed
        return await page(visit, overview, view(fields), status: .unprocessableContent)
    }

    private func remove(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        func value(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }
        guard let id = DutyID(value("row")) else { throw Problem.notFound }
        try await desk(visit).remove(id)
        return .backToDuty(DutySection(rawValue: value("view")) ?? .hours, done: "removed")
    }

    private func trial(_ request: Request) async throws -> Response {
        let visit = try await administrator(request)
        let form = try await UploadedForm(
            request, to: try await server.trials.freshPath(), limit: server.configuration.dutyBytes)
        defer { form.remove() }
        guard form.fields["token"] == Doorkeeper.formToken(visit.session) else { throw Problem.foreign }
        let (trial, typed) = try await DutyImporter(server: server, visit: visit).trial(form)
        var overview = try await desk(visit).overview()
        overview.trial = trial
        overview.typed = typed
        return await page(visit, overview, .importing, status: typed == nil ? .ok : .unprocessableContent)
    }

    private func save(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        let key = fields.first { $0.name == "trial" }?.value ?? ""
        try await DutyImporter(server: server, visit: visit).save(key)
        return .backToDuty(.importing, done: "imported")
    }

    private func desk(_ visit: Visit) -> DutyDesk { DutyDesk(server: server, visit: visit) }

    private func page(
        _ visit: Visit, _ overview: DutyOverview, _ section: DutySection, status: HTTPResponse.Status = .ok
    ) async -> Response {
        let page = DutyPage.page(overview, section, clock: await server.pageClock(of: visit.session.site))
        return await server.answer(page, visit, frame: "/duty?view=\(section.rawValue)", status: status)
    }

    private static func section(_ request: Request) -> DutySection {
        request.uri.queryParameters["view"].flatMap { DutySection(rawValue: String($0)) } ?? .hours
    }

    private static func section(ofTable fields: [FormField]) -> DutySection {
        let table = fields.first { $0.name == "table" }.flatMap { DutyTable(rawValue: $0.value) }
        return switch table {
        case .openings, .calendar, .events: .calendar
        case .absences, .substitutes: .absences
        case .qualifications, .requirements, .responders: .learned
        case .hours, .outsideDuty, .lines, nil: .hours
        }
    }

    /// What is said after a change, by the word in the address; no other text of an address is ever shown.
    private static let done = [
        "saved": "Saved.", "removed": "Removed.",
        "imported": "Saved. Whatever is wrong with it can be put right here.",
    ]

    /// An administrator of the whole site; `nil` when nobody is signed in.
    private func visitor(_ request: Request) async throws -> Visit? {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return nil
        }
        guard visit.administers == .site else { throw Problem.notAdministrator }
        try server.requireAllowance(visit)
        return visit
    }

    private func administrator(_ request: Request) async throws -> Visit {
        let visit = try await server.doorkeeper.visit(request)
        guard visit.administers == .site else { throw Problem.notAdministrator }
        try server.requireAllowance(visit)
        return visit
    }

    private func form(_ request: Request) async throws -> (Visit, [FormField]) {
        let visit = try await administrator(request)
        return (visit, try await server.plainFields(of: request, visit))
    }
}

extension Server {
    /// The fields of a plain form that this server drew for the visitor.
    func plainFields(of request: Request, _ visit: Visit) async throws -> [FormField] {
        let body = try await request.body.collect(upTo: 16_384)
        let fields = FormField.fields(ofQuery: String(buffer: body), atMost: 96)
        guard fields.first(where: { $0.name == "token" })?.value == Doorkeeper.formToken(visit.session) else {
            throw Problem.foreign
        }
        return fields
    }
}

extension Response {
    /// The way to the page of signing in.
    static var signIn: Response {
        Response(status: .seeOther, headers: [.location: "/sign-in", .cacheControl: "no-store"])
    }

    /// The way back to a part of the duty page.
    static func backToDuty(_ section: DutySection, done: String) -> Response {
        Response(
            status: .seeOther,
            headers: [.location: "/duty?view=\(section.rawValue)&done=\(done)", .cacheControl: "no-store"])
    }
}
