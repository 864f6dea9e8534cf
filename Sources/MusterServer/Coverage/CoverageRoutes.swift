import HTTPTypes
import Hummingbird
import MusterCore
import MusterExchange
import MusterViews
import NIOCore
import MusterLog

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
            try await settle(request) { desk, fields in
                try await desk.accept(
                    fields["finding"] ?? "", fields["reason"] ?? "",
                    from: fields["from"].flatMap { CivilDay($0) })
            }
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
        let asked = try HourAsked(FormField.fields(ofQuery: request.uri.query ?? "", atMost: Self.mostFields))
        let first = try first(request) ?? asked.monday
        let sheet = try await desk(visit).sheet(from: first, asking: { try asked.hour($0) })
        return await page(visit, sheet, section ?? .week)
    }

    private func district(_ request: Request) async throws -> Response {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return Response(status: .seeOther, headers: [.location: "/sign-in", .cacheControl: "no-store"])
        }
        try require(visit)
        let page = DistrictPage.page(
            try await desk(visit).district(), clock: await server.pageClock(of: visit.session.site),
            links: PageLink.all(for: visit.viewer, on: "/district"))
        return await server.answer(page, visit, frame: "/district")
    }

    private func tryOut(_ request: Request) async throws -> Response {
        let (visit, fields, all) = try await form(request)
        let people = all.filter { $0.name == "person" }.map(\.value)
        let sheet = try await desk(visit).sheet(
            from: try first(request), trying: { try Self.changes(fields, people, $0) })
        return await page(visit, sheet, .trial)
    }

    /// What is tried out: some people away, or an event at another time; nothing where nobody is ticked.
    private static func changes(
        _ fields: [String: String], _ people: [String], _ question: CoverageQuestion
    ) throws -> [DutyChange] {
        guard fields["event"] != nil else {
            return try question.people(people).map { .withoutPerson($0) }
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
        return [.moveEvent(events[index], to: question.clock.instant(day, minute: minute))]
    }

    private func settle(
        _ request: Request, _ body: (CoverageDesk, [String: String]) async throws -> Void
    ) async throws -> Response {
        let (visit, fields, _) = try await form(request)
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
        let page = CoveragePage.page(sheet, section, clock: await server.pageClock(of: visit.session.site))
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

    /// More than a page has: every person of the lines may be ticked.
    private static let mostFields = 96

    private func form(_ request: Request) async throws -> (Visit, [String: String], [FormField]) {
        let visit = try await server.doorkeeper.visit(request)
        try require(visit)
        let body = try await request.body.collect(upTo: 8192)
        let all = FormField.fields(ofQuery: String(buffer: body), atMost: Self.mostFields)
        let fields = Dictionary(all.map { ($0.name, $0.value) }) { first, _ in first }
        guard fields["token"] == Doorkeeper.formToken(visit.session) else { throw Problem.foreign }
        return (visit, fields, all)
    }
}

/// The hour that somebody asks about, by a link of the heat map or by the form.
private struct HourAsked {
    /// `2026-09-10T16:30`; `nil` where no hour is asked about.
    private let text: String?
    private let away: [String]

    init(_ fields: [FormField]) throws {
        func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        away = fields.filter { $0.name == "away" }.map(\.value)
        if let at = value("at") {
            text = at
        } else if let day = value("day"), let time = value("time") {
            guard let minute = DutyTyped.minute(time), minute < 1440 else { throw Self.noTime }
            text = day + "T" + DutyText.time(minute)
        } else {
            text = nil
        }
    }

    /// The first day of the week in which it lies; a day of another age is none.
    var monday: CivilDay? {
        guard let day = text.flatMap({ CivilDay($0.prefix(10)) }), (1970...2200).contains(day.date.year)
        else {
            return nil
        }
        return day.advanced(by: -Int32(Weekday.allCases.firstIndex(of: day.weekday) ?? 0))
    }

    /// The answer.
    func hour(_ question: CoverageQuestion) throws -> CoverageHour? {
        guard let text else { return nil }
        guard let moment = question.clock.moment(text) else { throw Self.noTime }
        return CoverageHour(question, at: moment, without: try question.people(away))
    }

    private static var noTime: Problem {
        Problem(.badRequest, "no-time", "Say the day like 2026-09-07 and the time like 18:30.")
    }
}

extension CoverageQuestion {
    /// The people of the lines whom a form names, each once.
    fileprivate func people(_ texts: [String]) throws -> [PersonID] {
        var found: [PersonID] = []
        let known = peopleInLines
        for text in texts {
            guard let person = PersonID(text), known.contains(person) else { throw Problem.notFound }
            if !found.contains(person) { found.append(person) }
        }
        return found
    }
}
