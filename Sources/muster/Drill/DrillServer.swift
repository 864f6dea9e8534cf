import Foundation
import Logging
import MusterCore
import MusterLog
import MusterServer
import NIOCore
import NIOHTTP1
import NIOPosix

/// A server of the drill's own, with the demo district in a folder that goes when it ends.
struct DrillServer {
    let server: Server
    private let folder: String

    /// Makes the district; the port is one that nobody listens on.
    init() async throws {
        let name = "muster-play-\(CommandID.fresh())"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        var settings = ServerConfiguration()
        settings.data = folder
        settings.port = try await Self.freePort()
        var logger = Logger(label: "muster")
        // The drill tells what happens; that its own connections are cut at the end is no news.
        logger.logLevel = .critical
        server = try Server(
            settings, stores: Server.Stores(try DataFolder(folder, for: "play")),
            group: MultiThreadedEventLoopGroup.singleton,
            logger: logger)
    }

    /// Makes the demo district and serves until the work is done.
    func run(_ work: @escaping @Sendable (_ setup: DemoSetup) async throws -> Void) async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await server.registry.loadAll()
        let setup = DemoSetup(server)
        _ = try await setup.makeIfEmpty()
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { [server] in try await server.run(group: MultiThreadedEventLoopGroup.singleton) }
            tasks.addTask {
                try await Self.answers(server.configuration.port)
                try await work(setup)
            }
            _ = try await tasks.next()
            tasks.cancelAll()
        }
    }

    private static func answers(_ port: Int) async throws {
        let client = WebClient(host: "127.0.0.1", port: port)
        for _ in 0..<100 {
            if let answer = try? await client.send(.GET, "/health"), answer.status == 200 { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw DrillError("the server did not start within five seconds")
    }

    private static func freePort() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port
        try await channel.close()
        guard let port else { throw DrillError("no port is free") }
        return port
    }
}
