package import Hummingbird

/// What a request carries along.
package struct VisitContext: RequestContext {
    /// The framework's own part.
    package var coreContext: CoreRequestContextStorage

    /// The context of a request.
    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}

extension Doorkeeper {
    /// The visit of a request's device.
    /// - Throws: ``Problem`` when it is not signed in or the directory cannot be read.
    func visit(_ request: Request) async throws(Problem) -> Visit {
        let found: Visit?
        do {
            found = try await visit(cookies: request.headers[.cookie], as: request.headers[.musterDevice])
        } catch { throw Problem(error) }
        guard let found else { throw .signedOut }
        return found
    }

    /// The visit by which a command of the shell comes.
    /// - Throws: ``Problem`` when the person is not signed in or the directory cannot be read.
    func sender(_ request: Request) async throws(Problem) -> Visit {
        let found: Visit?
        do {
            found = try await sender(cookies: request.headers[.cookie], as: request.headers[.musterDevice])
        } catch { throw Problem(error) }
        guard let found else { throw .signedOut }
        return found
    }
}
