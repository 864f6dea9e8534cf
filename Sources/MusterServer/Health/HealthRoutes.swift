import Hummingbird
import MusterCore
import MusterDesk
import MusterLog
import NIOCore
import Synchronization

/// Whether the server works, and what it counts.
struct HealthRoutes {
    /// How long a good answer is given again without looking, in milliseconds: anybody may ask, and often.
    private static let keeps: Int64 = 1000

    let server: Server
    private let last = Last()

    private final class Last: Sendable {
        let answer = Mutex<(tick: Int64, text: String)?>(nil)
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
        if let last = last.answer.withLock({ $0 }), now - last.tick < Self.keeps {
            return Self.json(last.text)
        }
        do {
            _ = try await server.stores.log.streams()
            _ = try await server.stores.directory.version()
        } catch {
            throw Problem(.serviceUnavailable, "unhealthy", "The log or the directory cannot be read.")
        }
        let damaged = await server.registry.damaged.map { "\"\($0.text)\"" }.sorted()
        let text =
            damaged.isEmpty
            ? #"{"status":"ok"}"# : #"{"status":"damaged","sites":[\#(damaged.joined(separator: ","))]}"#
        last.answer.withLock { $0 = (now, text) }
        return Self.json(text)
    }

    private static func json(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
