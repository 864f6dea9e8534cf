import HTTPTypes
import Hummingbird
import MusterCore
import MusterLog
import MusterViews

/// The pages of the register of armed and uniformed adults.
struct RegisterRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        router.get("/register") { request, _ in try await show(request) }
        router.get("/register/setting") { request, _ in try await showSetting(request) }
        router.post("/register/setting") { request, _ in try await allow(request) }
        router.post("/register/forbid") { request, _ in
            try await change(request, back: "/register/setting?done=ended") { desk, _ in
                try await desk.forbid()
            }
        }
        router.post("/register/keep") { request, _ in try await keep(request) }
        router.post("/register/mark") { request, _ in
            try await change(request, back: "/register?done=kept") { desk, fields in
                try await desk.mark(Self.value("row", fields), Self.value("state", fields))
            }
        }
        router.post("/register/remove") { request, _ in
            try await change(request, back: "/register?done=removed") { desk, fields in
                try await desk.remove(Self.value("row", fields))
            }
        }
    }

    private func show(_ request: Request) async throws -> Response {
        guard let visit = try await visitor(request) else { return .signIn }
        let isFrame = request.uri.queryParameters["frame"] != nil
        let desk = RegisterDesk(server: server, visit: visit)
        var sheet = isFrame ? try await desk.frame() : try await desk.sheet()
        sheet.done = Self.done(request)
        return await answer(
            RegisterPage.page(sheet, clock: await server.pageClock(of: visit.session.site)), visit)
    }

    private func showSetting(_ request: Request) async throws -> Response {
        guard let visit = try await visitor(request) else { return .signIn }
        var sheet = try await RegisterDesk(server: server, visit: visit).settingSheet()
        sheet.done = Self.done(request)
        return await answer(
            RegisterSettingPage.page(sheet, clock: await server.pageClock(of: visit.session.site)), visit,
            frame: "/register/setting")
    }

    private func allow(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        let desk = RegisterDesk(server: server, visit: visit)
        guard let refusal = try await desk.allow(fields) else {
            return .back("/register/setting?done=allowed")
        }
        var sheet = try await desk.settingSheet()
        sheet.typed = (fields, nil, refusal)
        return await answer(
            RegisterSettingPage.page(sheet, clock: await server.pageClock(of: visit.session.site)), visit,
            frame: "/register/setting",
            status: .unprocessableContent)
    }

    private func keep(_ request: Request) async throws -> Response {
        let (visit, fields) = try await form(request)
        let desk = RegisterDesk(server: server, visit: visit)
        guard let refusal = try await desk.keep(fields) else { return .back("/register?done=kept") }
        var sheet = try await desk.sheet()
        sheet.typed = (fields, ArmedAdultID(Self.value("row", fields)), refusal)
        return await answer(
            RegisterPage.page(sheet, clock: await server.pageClock(of: visit.session.site)), visit,
            status: .unprocessableContent)
    }

    private func change(
        _ request: Request, back: String, _ body: (RegisterDesk, [FormField]) async throws -> Void
    ) async throws -> Response {
        let (visit, fields) = try await form(request)
        try await body(RegisterDesk(server: server, visit: visit), fields)
        return .back(back)
    }

    /// The frame is asked for every few seconds, and is no look at the register.
    private func answer(
        _ page: Page, _ visit: Visit, frame: String = "/register?frame=1", status: HTTPResponse.Status = .ok
    ) async -> Response {
        await server.answer(page, visit, frame: frame, status: status)
    }

    private func visitor(_ request: Request) async throws -> Visit? {
        guard let visit = try await server.doorkeeper.visit(cookies: request.headers[.cookie]) else {
            return nil
        }
        try server.requireAllowance(visit)
        return visit
    }

    private func form(_ request: Request) async throws -> (Visit, [FormField]) {
        let visit = try await server.doorkeeper.visit(request)
        try server.requireAllowance(visit)
        return (visit, try await server.plainFields(of: request, visit))
    }

    private static func value(_ name: String, _ fields: [FormField]) -> String {
        fields.first { $0.name == name }?.value ?? ""
    }

    private static func done(_ request: Request) -> String {
        switch request.uri.queryParameters["done"] {
        case "kept": "Kept."
        case "removed": "Taken out."
        case "allowed": "The register exists from now on."
        case "ended": "There is no register any more; what was in it is erased."
        default: ""
        }
    }
}

extension Response {
    fileprivate static func back(_ path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
    }
}
