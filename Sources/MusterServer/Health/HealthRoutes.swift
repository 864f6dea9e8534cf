import Hummingbird
import MusterDesk
import MusterLog
import NIOCore
import Synchronization

/// Whether the server works, and what it counts.
struct HealthRoutes {
    /// How long a good answer is given again without looking, in milliseconds: anybody may ask, and often.
    private static let keeps: Int64 = 1000

    let server: Server
    private let wellSince = Well()

    private final class Well: Sendable {
        let tick = Mutex<Int64?>(nil)
    }

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
        let now = server.stores.time.tick
        if let well = wellSince.tick.withLock({ $0 }), now - well < Self.keeps { return Self.fine }
        do {
            _ = try await server.stores.log.streams()
            _ = try await server.stores.directory.version()
        } catch {
            throw Problem(.serviceUnavailable, "unhealthy", "The log or the directory cannot be read.")
        }
        wellSince.tick.withLock { $0 = now }
        return Self.fine
    }

    private static var fine: Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: #"{"status":"ok"}"#)))
    }
}
