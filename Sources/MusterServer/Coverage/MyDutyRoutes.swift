import HTTPTypes
import Hummingbird
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterViews

/// What somebody says of themselves: here, gone, or away at some time; nobody says it of others here.
struct MyDutyRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        router.get("/duty/me") { request, _ in try await show(request) }
        router.post("/duty/me/presence") { request, _ in try await presence(request) }
        router.post("/duty/me/absence") { request, _ in try await absence(request) }
        router.post("/duty/me/remove") { request, _ in try await remove(request) }
    }

    private var directory: any Directory { server.stores.directory }

    private func show(_ request: Request) async throws -> Response {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return .signIn
        }
        try requireStaff(visit)
        try server.requireAllowance(visit)
        let done = request.uri.queryParameters["done"].flatMap { Self.done[String($0)] } ?? ""
        return try await page(visit, done: done)
    }

    private func presence(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        let person = visit.session.person
        let state = fields.first { $0.name == "state" }?.value
        guard state == "here" || state == "left" else { throw Problem.notFound }
        let mark = PresenceMark(person, at: server.stores.time.wall, arrived: state == "here")
        // What goes on goes by it at once, whatever becomes of the book: whoever is inside a Lockdown must not be taken for
        // somebody outside. What began while the book was written took it down without this.
        let told = try await report(mark, visit, besides: nil)
        // One mark a person: where somebody was last week is nobody's business.
        let known = try await own(visit).first { $0.entry.wireCase == .presence }?.id
        try await directory.putDuty(
            [DutyRow(known ?? .fresh(), .presence(mark), origin: "page")], at: visit.session.site)
        _ = try await report(mark, visit, besides: told)
        return .backToMyDuty(state == "here" ? "here" : "left")
    }

    /// Says in what is open where somebody is, unless it was said there already; gives where.
    ///
    /// What is real comes before a practice, in which it would be played.
    private func report(
        _ mark: PresenceMark, _ visit: Visit, besides told: IncidentID?
    ) async throws -> IncidentID? {
        let open = try await server.registry.desk(visit.session.site).replica.state.incidents.rows.filter {
            $0.isOpen
        }
        guard let incident = open.first(where: { !$0.kind.isPractice }) ?? open.first, incident.id != told
        else { return nil }
        let command = Command.reportPresence(incident.id, onSite: mark.arrived, source: Source(at: mark.at))
        _ = try await server.registry.submit(
            Envelope(command, id: .fresh(), site: visit.session.site, madeAt: mark.at), by: visit.actor)
        return incident.id
    }

    private func absence(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        let site = visit.session.site
        let context = try await DutySetup(directory, server.stores.time).context(of: site)
        var values = quick(fields.first { $0.name == "quick" }?.value, context.zone)
        values[.from] = values[.from] ?? fields.first { $0.name == "from" }?.value
        values[.to] = values[.to] ?? fields.first { $0.name == "to" }?.value
        values[.person] = visit.session.person.text
        let outcome = DutyRowReader(context).read(values, of: .absences)
        guard let entry = outcome.entry else {
            let faults = outcome.faults.map { DutyForm.Fault($0.column.rawValue, $0.message) }
            return try await page(visit, typed: DutyForm("me", fields, faults))
        }
        let rows = try await own(visit)
        guard rows.count < Self.mostOwn else {
            throw Problem(.conflict, "too-many", "You have said this too often. Take something back first.")
        }
        if !rows.contains(where: { $0.entry == entry }) {
            try await directory.putDuty([DutyRow(.fresh(), entry, origin: "page")], at: site)
        }
        return .backToMyDuty("away")
    }

    private func remove(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        guard let id = fields.first(where: { $0.name == "row" }).flatMap({ DutyID($0.value) }),
            let row = try await own(visit).first(where: { $0.id == id }), row.entry.wireCase == .absence
        else { throw Problem(.notFound, "no-row", "This is no longer there.") }
        try await directory.removeDuty([row.id], at: visit.session.site)
        return .backToMyDuty("back")
    }

    /// The rest of today, or tomorrow, on the clock of the site.
    private func quick(_ word: String?, _ zone: SiteZone) -> [DutyColumn: String] {
        let today = zone.shows(server.stores.time.wall)
        switch word {
        case "today": return [.from: DutyText.moment(today), .to: today.day.text]
        case "tomorrow":
            let day = today.day.advanced(by: 1).text
            return [.from: day, .to: day]
        default: return [:]
        }
    }

    /// The rows that are about the visitor alone.
    private func own(_ visit: Visit) async throws -> [DutyRow] {
        try await directory.duty(of: visit.session.site).filter { row in
            [.presence, .absence].contains(row.entry.wireCase) && row.entry.people == [visit.session.person]
        }
    }

    private func page(
        _ visit: Visit, typed: DutyForm? = nil, done: String = ""
    ) async throws -> Response {
        let site = visit.session.site
        let now = server.stores.time.wall
        let rows = try await own(visit)
        var duty = MyDuty(organization: try await server.books.book(of: site).card.name)
        let desk = try? await server.registry.desk(site)
        duty.mode = Mode(of: await desk?.replica.state.incidents.rows.filter(\.isOpen) ?? [])
        duty.links = PageLink.all(for: visit.viewer, on: "/duty/me")
        duty.clock = try await directory.siteZone(of: site).clock(around: rows, and: now)
        duty.typed = typed
        duty.done = done
        for row in rows {
            if case .presence(let mark) = row.entry { duty.mark = mark }
            if case .absence(let absence) = row.entry, now < absence.when.to { duty.absences.append(row) }
        }
        duty.absences.sort { $0.entry.begins < $1.entry.begins }
        let page = MyDutyPage.page(duty, clock: await server.pageClock(of: visit.session.site))
        return await server.answer(
            page, visit, frame: "/duty/me", status: typed == nil ? .ok : .unprocessableContent)
    }

    private func form(_ request: Request) async throws -> (Visit, [FormField]) {
        let visit = try await server.doorkeeper.visit(request)
        try requireStaff(visit)
        try server.requireAllowance(visit)
        return (visit, try await server.plainFields(of: request, visit))
    }

    /// An agency has no duty at a school.
    private func requireStaff(_ visit: Visit) throws(Problem) {
        guard visit.roles.contains(where: { $0 != .agency }) else {
            throw Problem(
                .forbidden, "not-allowed", "Only the school's own people say here whether they are there.")
        }
    }

    /// More absences than anybody has.
    private static let mostOwn = 200

    private static let done = [
        "here": "Noted: you are here.", "left": "Noted: you have left.", "away": "Noted: you are away then.",
        "back": "Taken back.",
    ]
}

extension DutyEntry {
    /// When an absence begins.
    fileprivate var begins: Instant {
        if case .absence(let absence) = self { absence.when.from } else { .zero }
    }
}

extension Response {
    /// The way back to the page of one's own duty.
    fileprivate static func backToMyDuty(_ done: String) -> Response {
        Response(status: .seeOther, headers: [.location: "/duty/me?done=\(done)", .cacheControl: "no-store"])
    }
}
