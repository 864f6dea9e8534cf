import ArgumentParser
import MusterCore
import MusterDesk
import MusterLog
import MusterServer

/// `muster line`: who may become school coordinator, in order.
struct LineCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "line", abstract: "Sets and shows who may become school coordinator, in order.",
        subcommands: [LineSetCommand.self, LineShowCommand.self])
}

/// `muster line set`: replaces the line of a site.
struct LineSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Sets the line of a site; whoever is not named leaves it.",
        discussion: """
            A person is an id or a name of `muster people list`. Somebody of the district, a neighbour school or the \
            county stands in the line off site. The server must be stopped, since the plan is written to the log.
            """)

    @Argument(help: "The people of the line who are on site, first to last.")
    var people: [String]

    @Option(help: "Somebody of the line who is off site, after the others; may be said again.")
    var offSite: [String] = []

    @Option(help: "Who is seated when nobody takes the position (default: the first one off site).")
    var outsideDuty: String?

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let server = try await data.server(for: "line set")
        let finder = DirectoryFinder(server.stores.directory)
        let card = try await finder.site(site)
        let now = server.stores.time.wall
        func find(_ name: String) async throws -> PersonID {
            try await finder.adult(name, at: card.site, now: now).person
        }
        var line: [LineMember] = []
        for name in people { line.append(LineMember(try await find(name), onSite: true)) }
        for name in offSite { line.append(LineMember(try await find(name), onSite: false)) }
        var duty = line.first { !$0.onSite }?.person
        if let outsideDuty {
            let person = try await find(outsideDuty)
            duty = person
            let isIn = line.contains { $0.person == person }
            if !isIn { line.append(LineMember(person, onSite: false)) }
        }
        guard Set(line.map(\.person)).count == line.count else {
            throw ValidationError("Somebody stands in the line twice.")
        }
        let setup = SchoolSetup(server)
        try await setup.setLine(line, outsideDuty: duty, at: card.site)
        try await LineText(server).print(of: card)
    }
}

/// `muster line show`: the line in force.
struct LineShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows the line of a site. The server must be stopped.")

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let server = try await data.server(for: "line show")
        try await LineText(server).print(of: try await DirectoryFinder(server.stores.directory).site(site))
    }
}

/// The line of a site, a person a line.
private struct LineText {
    let server: Server

    init(_ server: Server) {
        self.server = server
    }

    func print(of card: SiteCard) async throws {
        let plan = try await SchoolSetup(server).plan(of: card.site)
        let adults = try await server.stores.directory.everyAdult()
        Swift.print("The line of \(card.name), in force from now on (plan \(plan.version)):")
        for (index, member) in plan.line.enumerated() {
            let adult = adults.first { $0.person == member.person }
            let place = member.onSite ? "on site" : "off site"
            let duty = member.person == plan.outsideDuty ? ", outside duty person" : ""
            let name = adult.map { "\($0.name), \($0.title)" } ?? "somebody who left"
            Swift.print("  \(index + 1). \(name): \(place)\(duty)")
        }
        if plan.outsideDuty == nil {
            Swift.print("Nobody off site can be seated in a lockdown. Name somebody with --off-site.")
        }
    }
}
