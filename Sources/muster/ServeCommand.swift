import ArgumentParser
import Foundation
import Logging
import MusterServer
import NIOPosix

/// `muster serve`: the server.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the pages, the commands and the feed.",
        discussion: """
            Every setting may come from the environment too: MUSTER_PORT, MUSTER_DATA and so on; a flag wins. \
            Documentation/operations.md lists them all.
            """)

    @Option(help: "The folder of the log, the directory and the keys (default: data).")
    var data: String?

    @Option(help: "The address to listen on (default: 127.0.0.1).")
    var host: String?

    @Option(help: "The port (default: 8080).")
    var port: Int?

    @Option(help: "The folder of the shell and the style sheet (default: Web).")
    var web: String?

    @Option(help: "The folder of the annexes that a plan starts from (default: Plans).")
    var plans: String?

    @Option(help: "The WebAssembly core (default: .build/wasm/muster.wasm).")
    var wasm: String?

    @Option(help: "The certificate chain in PEM; needs --key too.")
    var certificate: String?

    @Option(help: "The private key in PEM.")
    var key: String?

    @Option(help: "Where the server is reached, for sign-in links, such as https://muster.example.org.")
    var origin: String?

    @Flag(help: "Make the demo district when the folder is empty, and print a sign-in link for each role.")
    var demo = false

    func run() async throws {
        let settings = self.settings
        let problems = settings.problems
        guard problems.isEmpty else { throw ValidationError(problems.joined(separator: "\n")) }
        let missing = settings.missingFiles
        guard missing.isEmpty else {
            throw ValidationError(
                "These files are missing: \(missing.joined(separator: ", ")). Name the folder of the pages with "
                    + "--web and the core with --wasm; script/wasm makes it.")
        }
        var logger = Logger(label: "muster")
        logger.logLevel = .notice
        let group = MultiThreadedEventLoopGroup.singleton
        let server = try Server(
            settings, stores: Server.Stores(try DataFolder(settings.data, for: "serve")), group: group,
            logger: logger)
        try await server.registry.loadAll()
        await SchoolSetup(server).complete()
        let isDemo = demo ? try await DemoSetup(server).makeIfEmpty() : false
        try await server.run(group: group) {
            do { try await announce(server, isDemo) } catch {
                FileHandle.standardError.write(Data("The sign-in links were not made: \(error)\n".utf8))
            }
        }
    }

    /// Says where it is, once that is true, and gives the demo's links.
    private func announce(_ server: Server, _ isDemo: Bool) async throws {
        print("Muster is at \(server.configuration.address). It does not replace 911 or audible alarms.")
        if isDemo {
            print("Sign-in links of the demo district; each works once, for a day:")
            for link in try await DemoSetup(server).links() { print("  \(link.words): \(link.address)") }
        } else if demo {
            print("\(server.configuration.data) has sites of its own: no demo. `muster link` makes links.")
        }
        // Whoever reads the output through a pipe gets the links now, not when the server stops.
        fflush(nil)
    }

    private var settings: ServerConfiguration {
        .read(
            [
                "data": data, "host": host, "web": web, "plans": plans, "wasm": wasm,
                "certificate": certificate, "key": key,
                "origin": origin,
            ], port: port)
    }
}
