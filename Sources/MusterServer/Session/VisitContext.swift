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

    /// The visit by which a command of the shell comes; while the directory cannot be read, the one that the device had
    /// last, with what is wrong.
    /// - Throws: ``Problem`` when the person is not signed in, or nothing is known of the session.
    func sender(_ request: Request) async throws(Problem) -> (visit: Visit, trouble: Problem?) {
        let (cookies, device) = (request.headers[.cookie], request.headers[.musterDevice])
        let found: Visit?
        do { found = try await sender(cookies: cookies, as: device) } catch {
            guard let visit = remembered(cookies: cookies, as: device) else { throw Problem(error) }
            return (visit, Problem(error))
        }
        guard let found else { throw .signedOut }
        return (found, nil)
    }
}
