import ArgumentParser
import Foundation
import MusterCore
import MusterLog
import MusterServer
import MusterSQLite

/// `muster people`: the adults, their ids and roles; never a student or a guardian.
struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Lists the adults, and puts in who is in no roster.",
        subcommands: [PeopleListCommand.self, PeopleAddCommand.self])
}

/// `muster people list`: who there is.
struct PeopleListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the adults of a site, or of all rosters.",
        discussion: "Works while the server runs.")

    @Argument(help: "Only those whose name or title has these letters.")
    var letters: String?

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @Flag(help: "Everybody whom a roster or `muster people add` named, also those without a role at a site.")
    var all = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let adults =
            all
            ? try await directory.everyAdult()
            : try await directory.adults(
                of: DirectoryFinder(directory).site(site).site, at: WallClock().wall)
        let shown = adults.filter { adult in
            guard let letters else { return true }
            return "\(adult.name) \(adult.title)".lowercased().contains(letters.lowercased())
        }.sorted { $0.name < $1.name }
        for adult in shown {
            let roles = adult.grants.map(\.words).joined(separator: ", ")
            print("\(adult.person)  \(adult.name), \(adult.title)\(roles.isEmpty ? "" : ": \(roles)")")
        }
        if shown.isEmpty { print("Nobody. With --all people without a role at the site are listed too.") }
    }
}

/// `muster people add`: a neighbour, an officer, an agency, a substitute.
struct PeopleAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Puts in an adult who is in no roster, and prints the id.",
        discussion: """
            The same name again is the same person, with the title and number said last. Works while the server runs.
            """)

    @Argument(help: "Given and family name, as spoken on the radio.")
    var name: String

    @Option(help: "What the person is, in a word or two.")
    var title: String

    @Option(help: "A number on which the person answers.")
    var phone: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let name = try Self.line(name, "name")
        let title = try Self.line(title, "title")
        let directory = try DataFolder.directory(in: data.folder)
        let phone = try phone.map { try Self.line($0, "number") }
        let person = try await directory.addAdult(name, title: title, phone: phone)
        print("\(person)  \(name), \(title)")
    }

    /// A text of one line that people can read out, without the space around it.
    private static func line(_ text: String, _ what: String) throws -> String {
        let line = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let isPlain = !line.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard !line.isEmpty, line.count <= 120, isPlain else {
            throw ValidationError("The \(what) must be one line of 1 to 120 characters")
        }
        return line
    }
}
