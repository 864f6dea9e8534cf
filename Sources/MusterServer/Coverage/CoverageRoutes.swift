import HTTPTypes
import Hummingbird
import MusterCore
import MusterExchange
import MusterViews
import NIOCore

/// The pages of coverage, for the line and administrators: a site's week, and every site right now.
struct CoverageRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        router.get("/coverage") { request, _ in try await show(request) }
        router.get("/district") { request, _ in try await district(request) }
        router.post("/coverage") { request, _ in try await tryOut(request) }
        router.post("/coverage/assign") { request, _ in
            try await settle(request) { desk, fields in
                guard let person = fields["person"].flatMap({ PersonID($0) }) else { throw Problem.notFound }
                try await desk.assign(fields["finding"] ?? "", to: person)
            }
        }
        router.post("/coverage/accept") { request, _ in
            try await settle(request) { try await $0.accept($1["finding"] ?? "", $1["reason"] ?? "") }
        }
        router.post("/coverage/reopen") { request, _ in
            try await settle(request) { try await $0.reopen($1["finding"] ?? "") }
        }
    }

    private func show(_ request: Request) async throws -> Response {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return Response(status: .seeOther, headers: [.location: "/sign-in", .cacheControl: "no-store"])
        }
        try require(visit)
        let section = request.uri.queryParameters["view"].flatMap { CoverageSection(rawValue: String($0)) }
        return await page(visit, try await desk(visit).sheet(from: try first(request)), section ?? .week)
    }

    private func district(_ request: Request) async throws -> Response {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return Response(status: .seeOther, headers: [.location: "/sign-in", .cacheControl: "no-store"])
        }
        try require(visit)
        let page = DistrictPage.page(
            try await desk(visit).district(), clock: server.pageClock,
            links: PageLink.all(for: visit.viewer, on: "/district"))
        return await server.answer(page, visit, frame: "/district")
    }

    private func tryOut(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        let sheet = try await desk(visit).sheet(from: try first(request)) { question in
            try Self.change(fields, question)
        }
        return await page(visit, sheet, .trial)
    }

    /// What is tried out: somebody away, or an event at another time.
    private static func change(_ fields: [String: String], _ question: CoverageQuestion) throws -> DutyChange
    {
        if let text = fields["person"] {
            guard let person = PersonID(text), question.peopleInLines.contains(person) else {
                throw Problem.notFound
            }
            return .withoutPerson(person)
        }
        let events = question.book.events.filter { $0.when.meets(question.period) }
        guard let index = fields["event"].flatMap({ Int($0) }), events.indices.contains(index) else {
            throw Problem.notFound
        }
        guard let day = CivilDay(fields["day"] ?? ""), let minute = DutyTyped.minute(fields["time"] ?? "")
        else {
            throw Problem(
                .unprocessableContent, "no-time",
                "Say the day like \(question.clock.shows(question.period.from).day.text) and the time like 18:30."
            )
        }
        return .moveEvent(events[index], to: question.clock.instant(day, minute: minute))
    }

    private func settle(
        _ request: Request, _ body: (CoverageDesk, [String: String]) async throws -> Void
    ) async throws -> Response {
        let (visit, fields) = try await form(request)
        try await body(desk(visit), fields)
        let from = fields["from"].flatMap { CivilDay($0) }.map { "&from=\($0.text)" } ?? ""
        return Response(
            status: .seeOther,
            headers: [.location: "/coverage?view=findings\(from)", .cacheControl: "no-store"])
    }

    private func first(_ request: Request) throws -> CivilDay? {
        guard let text = request.uri.queryParameters["from"] else { return nil }
        guard let day = CivilDay(text), (1970...2200).contains(day.date.year) else {
            throw Problem(.badRequest, "no-day", "Say the first day like 2026-09-07.")
        }
        return day
    }

    private func desk(_ visit: Visit) -> CoverageDesk { CoverageDesk(server: server, visit: visit) }

    private func page(_ visit: Visit, _ sheet: CoverageSheet, _ section: CoverageSection) async -> Response {
        let page = CoveragePage.page(sheet, section, clock: server.pageClock)
        return await server.answer(page, visit, frame: "/coverage")
    }

    /// Checks that the visitor plans or coordinates here: duty data names when people are away.
    private func require(_ visit: Visit) throws {
        guard visit.roles.contains(.line) || visit.roles.contains(.administrator) else {
            throw Problem(
                .forbidden, "not-line",
                "This page is for the line and the administrators of the site. Ask the office for what you need."
            )
        }
        try server.requireAllowance(visit)
    }

    private func form(_ request: Request) async throws -> (Visit, [String: String]) {
        let visit = try await server.doorkeeper.visit(request)
        try require(visit)
        let body = try await request.body.collect(upTo: 8192)
        let all = FormField.fields(ofQuery: String(buffer: body), atMost: 16)
        let fields = Dictionary(all.map { ($0.name, $0.value) }) { first, _ in first }
        guard fields["token"] == Doorkeeper.formToken(visit.session) else { throw Problem.foreign }
        return (visit, fields)
    }
}
