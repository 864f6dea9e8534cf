import Hummingbird
import MusterLog
import NIOCore

/// Whether the server works, and what it counts.
struct HealthRoutes {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func add(to router: Router<VisitContext>) {
        router.get("/health") { _, _ in try await health() }
        router.get("/metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4", .cacheControl: "no-store"],
                body: ResponseBody(
                    byteBuffer: ByteBuffer(
                        string: server.meters.text + server.feed.meters.prometheus)))
        }
    }

    /// Asks the log and the directory for something small: a server that cannot read them is not well.
    private func health() async throws -> Response {
        do {
            _ = try await server.stores.log.streams()
            _ = try await server.stores.directory.version()
        } catch {
            throw Problem(.serviceUnavailable, "unhealthy", "The log or the directory cannot be read.")
        }
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"status":"ok"}"#)))
    }
}
