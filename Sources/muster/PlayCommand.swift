import ArgumentParser
import Foundation
import MusterServer
import MusterSimulation

/// `muster play`: a drill acted out by its people.
struct PlayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "play", abstract: "Acts out a scripted drill over HTTP, as its people.",
        discussion: """
            Without --server it starts a server of its own with the demo district in a temporary folder, and prints a \
            link to watch by. With --server it needs --links: a file of the lines with sign-in links that \
            `muster serve --demo` prints.
            """)

    @Argument(help: "The script of the drill, in JSON.")
    var file: String

    @Option(help: "How many times faster than it is written.")
    var speed = 12.0

    @Option(help: "A running server, such as http://127.0.0.1:8080; nothing starts one.")
    var server: String?

    @Option(help: "A file of lines 'words: link', one for each person of the script.")
    var links: String?

    @Option(help: "Seconds to wait before the first line, to open the link in.")
    var wait = 5.0

    @Flag(help: "Keep the own server running after the drill, until Ctrl-C.")
    var stay = false

    func validate() throws {
        guard (server == nil) == (links == nil) else {
            throw ValidationError("A running server needs both --server and --links.")
        }
        guard speed > 0, speed <= 1000, wait >= 0, wait <= 3600 else {
            throw ValidationError("--speed is above 0 and at most 1000, --wait at most 3600.")
        }
    }

    func run() async throws {
        let script = try await Unreadable.asStatus {
            try Script(Data(contentsOf: URL(fileURLWithPath: file)))
        }
        if let server, let links {
            guard let url = URL(string: server), url.scheme == "http", let host = url.host else {
                throw ValidationError("--server is an address such as http://127.0.0.1:8080.")
            }
            let lines = try await Unreadable.asStatus {
                try String(contentsOf: URL(fileURLWithPath: links), encoding: .utf8)
            }
            try await play(script, Self.links(lines), WebClient(host: host, port: url.port ?? 80))
            return
        }
        try await DrillServer().run { setup in
            let port = setup.port
            Self.say(
                "Muster is at http://127.0.0.1:\(port) until the drill is over. Watch the board by this link:"
            )
            if let watch = try await setup.links().first { Self.say("  \(watch.address)") }
            Self.say("")
            let links = try await setup.links().map { ($0.words, $0.address) }
            try await Task.sleep(for: .milliseconds(Int64(wait * 1000)))
            try await play(script, links, WebClient(host: "127.0.0.1", port: port))
            guard stay else { return }
            Self.say("The pages stay until Ctrl-C.")
            try await Task.sleep(for: .seconds(24 * 60 * 60))
        }
    }

    private func play(
        _ script: Script, _ links: [(words: String, address: String)], _ client: WebClient
    ) async throws {
        Self.say("\(script.title), \(speed) times as fast.")
        var player = try await DrillPlayer(script, links: links, client: client, speed: speed)
        try await player.play { Self.say($0) }
        guard player.refused == 0 else {
            throw DrillError("\(player.refused) commands of the drill were refused")
        }
        Self.say("The drill is over.")
    }

    /// The links in the text that a server prints.
    static func links(_ text: String) -> [(words: String, address: String)] {
        text.split(separator: "\n").compactMap { line in
            guard let address = line.range(of: ": http") else { return nil }
            let words = line[..<address.lowerBound].trimmingCharacters(in: .whitespaces)
            return (words, String(line[line.index(address.lowerBound, offsetBy: 2)...]))
        }
    }

    private static func say(_ text: String) {
        print(text)
        // Whoever watches through a pipe sees each line when it happens.
        fflush(nil)
    }
}
