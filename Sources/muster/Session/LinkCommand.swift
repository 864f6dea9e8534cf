import ArgumentParser
import Foundation
import MusterCore
import MusterLog
import MusterServer
import MusterSQLite
import MusterViews

/// `muster link`: a sign-in link for one person, with a code for a camera.
struct LinkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Makes a sign-in link for a person, with a code for a camera.",
        discussion: """
            The first administrator is signed in by it; after that the roster page makes links too. Works while the \
            server runs. A link signs in one device, once; make one for each.
            """)

    @Argument(help: "The person: an id or a name of `muster people list`.")
    var person: String

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @Option(help: "Where devices reach the server, such as https://muster.example.org (MUSTER_ORIGIN).")
    var origin: String?

    @Flag(help: "Print the link alone, without the code.")
    var plain = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let settings = ServerConfiguration.read(["data": data.data, "origin": origin])
        if let problem = settings.originProblem { throw ValidationError(problem) }
        let directory = try DataFolder.directory(in: settings.data)
        let time = WallClock()
        let finder = DirectoryFinder(directory)
        let card = try await finder.site(site)
        let meant = try await finder.adult(person, at: card.site, now: time.wall)
        let adults = try await directory.adults(of: card.site, at: time.wall)
        guard let adult = adults.first(where: { $0.person == meant.person }) else {
            throw SetupError(
                "\(meant.name) has no role at \(card.name), so a link would open nothing. Give one first: "
                    + "muster role give \(meant.person) ROLE --site \(card.site).")
        }
        let doorkeeper = Doorkeeper(
            sessions: directory, books: SiteBooks(directory, time: time), time: time,
            lasts: settings.sessionLasts, isSecure: true)
        let link = try await doorkeeper.link(for: adult, at: card.site, settings)
        if plain { return print(link.address) }
        let roles = adult.grants.map(\.words).joined(separator: ", ")
        print("Sign-in link for \(adult.name), \(adult.title) (\(roles)) at \(card.name).")
        print("It signs in one device, once, until \(link.expires.text). Show it to nobody else.\n")
        print("  \(link.address)\n")
        // A file or a pipe has no camera before it.
        if isatty(STDOUT_FILENO) == 1 { print(link.code.terminalText) }
        if settings.origin == nil {
            print("It opens on this machine only: name the server with --origin or MUSTER_ORIGIN.")
        }
    }
}
