import ArgumentParser
import Foundation
import Logging
import MusterLog
import MusterSQLite
import MusterServer
import NIOPosix

/// `muster serve`: the server.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the pages, the commands and the feed.")

    @Option(help: "The folder of the log, the directory and the keys.")
    var data = "data"

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port (also MUSTER_PORT).")
    var port = Int(ProcessInfo.processInfo.environment["MUSTER_PORT"] ?? "") ?? 8080

    @Option(help: "The folder of the shell and the style sheet.")
    var web = "Web"

    @Option(help: "The WebAssembly core.")
    var wasm = ".build/wasm/muster.wasm"

    @Option(help: "The certificate chain in PEM; needs --key too.")
    var certificate: String?

    @Option(help: "The private key in PEM.")
    var key: String?

    @Option(help: "Where the server is reached, for sign-in links, such as https://muster.example.org.")
    var origin: String?

    @Flag(help: "Make the demo district when the folder is empty, and print a sign-in link for each role.")
    var demo = false

    func validate() throws {
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("TLS needs both --certificate and --key.")
        }
    }

    func run() async throws {
        var settings = ServerConfiguration()
        settings.host = host
        settings.port = port
        settings.data = data
        settings.web = web
        settings.wasm = wasm
        settings.certificate = certificate
        settings.key = key
        settings.origin = origin
        var logger = Logger(label: "muster")
        logger.logLevel = .notice
        let group = MultiThreadedEventLoopGroup.singleton
        let server = try Server(settings, stores: try Self.stores(in: data), group: group, logger: logger)
        try await server.registry.loadAll()
        if demo {
            let setup = DemoSetup(server)
            try await setup.makeIfEmpty()
            print("Muster is at \(settings.address). It does not replace 911 or audible alarms.")
            print("Sign-in links of the demo district; each works once, for a day:")
            for link in try await setup.links() { print("  \(link.words): \(link.address)") }
        } else {
            print("Muster is at \(settings.address).")
        }
        // Whoever reads the output through a pipe gets the links now, not when the server stops.
        fflush(nil)
        try await server.run(group: group)
    }

    /// The stores in a data folder.
    static func stores(in folder: String) throws -> Server.Stores {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let directory = try DirectoryDatabase(path: folder + "/directory.sqlite")
        return Server.Stores(
            log: try SQLiteLog(folder: folder), marks: try FileDecisionMarks(path: folder + "/deciding"),
            directory: directory, sessions: directory, time: WallClock())
    }
}
