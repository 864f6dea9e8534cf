import ArgumentParser
import Logging
import MusterServer
import NIOPosix

/// Which data folder a command works on.
struct DataOptions: ParsableArguments {
    @Option(help: "The data folder (default: MUSTER_DATA, or else data).")
    var data: String?

    /// The settings of the server whose folder it is.
    var settings: ServerConfiguration { .read(["data": data]) }

    /// The folder.
    var folder: String { settings.data }

    /// A server that nobody reaches, for a command that writes to the log: it holds the folder, so that none runs
    /// beside it.
    func server(for purpose: String, plans: String? = nil) async throws -> Server {
        var settings = ServerConfiguration.read(["data": data, "plans": plans])
        settings.certificate = nil
        settings.key = nil
        var logger = Logger(label: "muster")
        logger.logLevel = .error
        let server = try Server(
            settings, stores: Server.Stores(try DataFolder(settings.data, for: purpose)),
            group: MultiThreadedEventLoopGroup.singleton, logger: logger)
        try await server.registry.loadAll()
        return server
    }
}
