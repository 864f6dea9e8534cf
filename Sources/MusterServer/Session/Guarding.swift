package import Hummingbird
import Logging
import HTTPTypes
import MusterCore
import MusterLog
import MusterViews
import NIOCore

/// Security headers on every answer, refusal of writes from other sites, and the last resort for unknown errors.
package struct Guarding: RouterMiddleware {
    let meters: ServerMeters
    let logger: Logger
    let isSecure: Bool
    /// The moment as pages are drawn for it.
    let clock: @Sendable () -> PageClock

    /// WebAssembly needs `'wasm-unsafe-eval'`; nothing else is loosened.
    static let policy =
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'"

    /// Guards one request.
    @concurrent
    package func handle(
        _ request: Request, context: VisitContext,
        next: @concurrent (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            try Self.requireOwnOrigin(request)
            response = try await next(request, context)
        } catch let problem as Problem {
            response = try said(problem, request, context)
        } catch is NIOTooManyBytesError {
            response = try said(.tooLarge, request, context)
        } catch let error as HTTPError {
            response = try said(Problem(error), request, context)
        } catch let error where error is LogError || error is DirectoryError {
            logger.error("a store failed", metadata: ["error": "\(error)", "id": "\(context.id)"])
            response = try said(.translated(error), request, context)
        } catch {
            // Nobody in an emergency is helped by a stack: the log has it, the person gets the request's id.
            logger.error("a request failed", metadata: ["error": "\(error)", "id": "\(context.id)"])
            let problem = Problem(
                .internalServerError, "internal",
                "Something went wrong here. Try again; if it happens again, tell the operator \(context.id).")
            response = try said(problem, request, context)
        }
        meters.answered(response.status.code)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        // Not "no-referrer": it has old Safari, and any browser without TLS, send `Origin: null` with our own forms.
        if response.headers[.referrerPolicy] == nil { response.headers[.referrerPolicy] = "same-origin" }
        response.headers[.openerPolicy] = "same-origin"
        response.headers[.resourcePolicy] = "same-origin"
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        response.headers[.permissionsPolicy] = "geolocation=(), camera=(), microphone=()"
        return response
    }

    /// A problem as whoever asked reads it: a program as JSON, a person as a page with the way back.
    private func said(_ problem: Problem, _ request: Request, _ context: VisitContext) throws -> Response {
        let isForPeople =
            request.headers[.accept]?.contains("text/html") == true && !request.uri.path.hasPrefix("/api/")
        let plain = try problem.response(from: request, context: context)
        guard isForPeople else { return plain }
        var response = FormPage.problem([problem.detail], FormPage.wayBack(request, home: "/"), "", clock())
        response.status = plain.status
        response.headers[.retryAfter] = plain.headers[.retryAfter]
        return response
    }

    /// A write must come from a page of this server: browsers say so in `Sec-Fetch-Site` or `Origin`.
    static func requireOwnOrigin(_ request: Request) throws(Problem) {
        guard request.method != .get, request.method != .head else { return }
        if let site = request.headers[.fetchSite] {
            guard site == "same-origin" || site == "none" else { throw .foreign }
            return
        }
        guard let origin = request.headers[.origin] else { return }
        let host = origin.split(separator: "/").last.map(String.init) ?? ""
        guard host == request.head.authority else { throw .foreign }
    }
}

extension HTTPField.Name {
    static let referrerPolicy = named("Referrer-Policy")
    static let openerPolicy = named("Cross-Origin-Opener-Policy")
    static let resourcePolicy = named("Cross-Origin-Resource-Policy")
    static let permissionsPolicy = named("Permissions-Policy")
    static let fetchSite = named("Sec-Fetch-Site")
    static let refresh = named("Refresh")
    static let clearSiteData = named("Clear-Site-Data")
    /// How many milliseconds the device held a command by its own clock.
    static let musterHeld = named("Muster-Held")
    /// As which device the page was drawn.
    static let musterDevice = named("Muster-Device")

    private static func named(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is a field name") }
        return field
    }
}
