import HTTPTypes
import Hummingbird
import Logging
import MusterCore
import MusterDesk
import MusterLog
import MusterViews
import NIOCore

/// The pages of the plan: to be read by whoever works or responds here, and changed by administrators.
struct PlanRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        for path in ["/plan", "/plan/annex", "/plan/basic", "/plan/whole", "/plan/draft", "/plan/edit"] {
            router.get(RouterPath(path)) { request, _ in try await show(request) }
        }
        router.post("/plan/start") { request, _ in try await start(request) }
        router.post("/plan/change") { request, _ in try await change(request) }
        router.post("/plan/step") { request, _ in try await step(request) }
    }

    private func show(_ request: Request) async throws -> Response {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return Response(status: .seeOther, headers: [.location: "/sign-in", .cacheControl: "no-store"])
        }
        guard PlanDocument.mayBeRead(by: visit.roles) else { throw Problem.notPlanReader }
        try server.requireAllowance(visit)
        let overview = try await PlanDesk(server: server, visit: visit).overview()
        let place = PlanPlace(request)
        guard let page = place.page(overview, await server.pageClock(of: visit.session.site)) else {
            throw Problem.notFound
        }
        return await answer(page, visit)
    }

    private func start(_ request: Request) async throws -> Response {
        let (visit, _) = try await form(request)
        try requireWriter(visit)
        let draft: PlanDocument
        do {
            draft = try await PlanDesk(server: server, visit: visit).keeper.start(by: visit.session.person)
        } catch let error as SetupError {
            server.logger.error("no draft was made", metadata: ["error": "\(error)"])
            throw Problem.noLibrary
        } catch let error as DirectoryError where error.code == .stale {
            // Somebody began one in the same moment: it stands there.
            return Self.seeOther("/plan")
        }
        server.audit("a draft of the plan was made", by: visit.session, ["number": "\(draft.number)"])
        return Self.seeOther("/plan/draft?document=\(draft.number)")
    }

    private func change(_ request: Request) async throws -> Response {
        let (visit, form) = try await form(request)
        try requireWriter(visit)
        let number = form.number("document")
        return try await orRefusal(number, visit, form) {
            let now = server.stores.time.wall
            let changed = try await PlanDesk(server: server, visit: visit).keeper
                .step(number, revision: form.number("revision")) { document in
                    var isThere = false
                    try document.change(by: visit.session.person, at: now) { isThere = form.change(&$0) }
                    guard isThere else { throw Problem.notFound }
                }
            server.audit("a draft of the plan was changed", by: visit.session, ["number": "\(number)"])
            return Self.seeOther(form.next(in: changed))
        }
    }

    private func step(_ request: Request) async throws -> Response {
        let (visit, form) = try await form(request)
        let (number, revision) = (form.number("document"), form.number("revision"))
        let (keeper, person) = (PlanDesk(server: server, visit: visit).keeper, visit.session.person)
        guard form.value("step") == "review" ? PlanDocument.mayBeReviewed(by: visit.roles) : isWriter(visit)
        else { throw Problem.notAdministrator }
        return try await orRefusal(number, visit) {
            switch form.value("step") {
            case "submit": try await keeper.step(number, revision: revision) { try $0.submit() }
            case "take-back": try await keeper.step(number, revision: revision) { try $0.takeBack() }
            case "review": try await keeper.review(number, revision: revision, by: person)
            case "approve": try await keeper.approve(number, revision: revision, by: person)
            case "publish": try await keeper.publish(number, revision: revision, by: visit.actor)
            default: throw Problem.notFound
            }
            server.audit(
                "a version of the plan went on", by: visit.session,
                ["number": "\(number)", "step": "\(form.value("step"))"])
            return Self.seeOther(form.value("step") == "publish" ? "/plan" : "/plan/draft?document=\(number)")
        }
    }

    /// Shows the version again with the reason, where a rule or somebody else's change stands against it.
    private func orRefusal(
        _ number: Int64, _ visit: Visit, _ form: PlanForm? = nil, _ body: () async throws -> Response
    ) async throws -> Response {
        let sentence: String
        do { return try await body() } catch let refusal as PlanRefusal {
            sentence = refusal.sentence
        } catch let error as DirectoryError where error.code == .stale {
            sentence =
                form == nil ? error.message : "Somebody else changed this version of the plan meanwhile."
        } catch is SetupError {
            throw Problem.notFound
        }
        var overview = try await PlanDesk(server: server, visit: visit).overview()
        guard let document = overview.document(number) else { throw Problem.notFound }
        // What was typed is not lost: it stands in the form again, over what is kept by now.
        overview.refusal =
            sentence
            + " What you typed stands below. Read theirs in the version first: keeping yours replaces it here."
        if let again = form?.again(
            over: document, overview, clock: await server.pageClock(of: visit.session.site))
        {
            return await answer(again, visit, status: .conflict)
        }
        let page = PlanDraftPage.page(
            document, overview, refusal: sentence, clock: await server.pageClock(of: visit.session.site))
        return await answer(page, visit, status: .conflict)
    }

    private func answer(
        _ page: Page, _ visit: Visit, status: HTTPResponse.Status = .ok
    ) async -> Response {
        await server.answer(page, visit, frame: "/plan", status: status)
    }

    private func form(_ request: Request) async throws -> (Visit, PlanForm) {
        let visit = try await server.doorkeeper.visit(request)
        try server.requireAllowance(visit)
        let body = try await request.body.collect(upTo: server.configuration.planBytes)
        let form = PlanForm(FormField.fields(ofQuery: String(buffer: body), atMost: 512))
        guard form.value("token") == Doorkeeper.formToken(visit.session) else { throw Problem.foreign }
        return (visit, form)
    }

    private func isWriter(_ visit: Visit) -> Bool { PlanDocument.mayBeWritten(by: visit.roles) }

    private func requireWriter(_ visit: Visit) throws(Problem) {
        guard isWriter(visit) else { throw .notAdministrator }
    }

    private static func seeOther(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}

/// Which page of the plan an address names.
private struct PlanPlace {
    private let path: String
    private let query: [String: String]

    init(_ request: Request) {
        path = request.uri.path
        query = Dictionary(
            request.uri.queryParameters.map { (String($0.key), String($0.value)) }
        ) { first, _ in first }
    }

    /// The page, where what is named is there and the viewer may see it.
    func page(_ plan: PlanOverview, _ clock: PageClock) -> Page? {
        if path == "/plan" { return PlanPage.inForce(plan, clock: clock) }
        guard let document = query["document"].flatMap({ Int64($0) }).flatMap(plan.document) else {
            return nil
        }
        switch path {
        case "/plan/annex":
            return annex("id", document).map { PlanPage.annex($0, of: document, plan, clock: clock) }
        case "/plan/basic": return PlanPage.basic(of: document, plan, clock: clock)
        case "/plan/whole": return PlanPage.whole(document, plan, clock: clock)
        case "/plan/draft":
            return plan.mayReview ? PlanDraftPage.page(document, plan, clock: clock) : nil
        case "/plan/edit":
            return plan.mayEdit && document.state == .draft ? edit(document, plan, clock) : nil
        default: return nil
        }
    }

    private func edit(_ document: PlanDocument, _ plan: PlanOverview, _ clock: PageClock) -> Page? {
        if query["settings"] != nil { return PlanEditPage.settings(of: document, plan, clock: clock) }
        if query["words"] != nil { return PlanEditPage.words(of: document, plan, clock: clock) }
        if let section = query["section"] {
            return BasicSection(rawValue: section).map {
                PlanEditPage.section($0, of: document, plan, clock: clock)
            }
        }
        guard let annex = annex("annex", document) else { return nil }
        guard let name = query["course"] else {
            return PlanEditPage.annex(annex, of: document, plan, clock: clock)
        }
        return annex.courses.first { $0.id.text == name }.map {
            PlanEditPage.course($0, in: annex, of: document, plan, clock: clock)
        }
    }

    private func annex(_ key: String, _ document: PlanDocument) -> Annex? {
        query[key].flatMap { AnnexID($0) }.flatMap { document.annexes[$0] }
    }
}
