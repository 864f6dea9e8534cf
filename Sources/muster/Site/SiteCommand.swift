import ArgumentParser
import MusterCore
import MusterLog
import MusterSQLite
import MusterServer

/// `muster site`: the properties whose people share the same danger.
struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Makes, changes and lists sites.",
        subcommands: [SiteAddCommand.self, SiteListCommand.self])
}

/// `muster site add`: a site with its card, its schools and its plan's profile.
struct SiteAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Makes a site, or changes the one with that id.",
        discussion: """
            What is not named stays as it is, so the same line may be run again. The server must be stopped, since the \
            places and the plan are written to the log.
            """)

    @Argument(help: "A short id that never changes: 1 to 16 of a-z, 0-9, '.' and '-'.")
    var id: String

    @Option(help: "The name as dispatch knows it.")
    var name: String?

    @Option(help: "Street address and city, as read out to 911.")
    var address: String?

    @Option(help: "The desk phone on which dispatch can call back.")
    var callBack: String?

    @Option(help: "The emergency centre's own ten-digit number.")
    var centre: String?

    @Option(help: "Where responders should come in.")
    var entrance: String?

    @Option(help: "A school of the roster that uses the site, by name; may be said again.")
    var school: [String] = []

    @Option(help: "A school that no longer uses the site; may be said again.")
    var withoutSchool: [String] = []

    @Option(help: "standard, or small: one person may then hold several coordination positions.")
    var profile: PlanProfile?

    @OptionGroup var data: DataOptions

    func run() async throws {
        guard let site = SiteID(id) else {
            throw ValidationError("\(id) is no id: 1 to 16 of a-z, 0-9, '.' and '-'")
        }
        if let name, name.allSatisfy(\.isWhitespace) {
            throw ValidationError("A site needs a name that people and dispatch know it by.")
        }
        let server = try await data.server(for: "site add")
        let finder = DirectoryFinder(server.stores.directory)
        let known = try await server.stores.directory.sites().first { $0.site == site }
        guard known != nil || name != nil else {
            throw ValidationError("There is no site \(id) yet: a new one needs --name.")
        }
        let card = card(from: known, site)
        let setup = SchoolSetup(server)
        if !withoutSchool.isEmpty {
            try await setup.leaveSite(card, try await finder.tenants(withoutSchool))
        }
        try await setup.keepSite(card, tenants: try await finder.tenants(school))
        if let profile { try await setup.changePlan(of: site) { $0.smallSchool = profile == .small } }
        let summary = SiteSummary(server.stores.directory, server.stores.time)
        for line in try await summary.lines(of: card) { print(line) }
    }

    private func card(from known: SiteCard?, _ site: SiteID) -> SiteCard {
        var card = known ?? SiteCard()
        card.site = site
        card.name = name ?? card.name
        card.address = address ?? card.address
        card.callBack = callBack ?? card.callBack
        card.centre = centre ?? card.centre
        card.entrance = entrance ?? card.entrance
        return card
    }
}

/// Which plan a site begins with.
enum PlanProfile: String, ExpressibleByArgument, CaseIterable {
    case standard, small
}

/// `muster site list`: what there is, and what is missing before a site can be relied on.
struct SiteListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the sites, and what each still lacks.")

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let summary = SiteSummary(directory, WallClock())
        for card in try await directory.sites() {
            for line in try await summary.lines(of: card) { print(line) }
        }
        if let line = try await summary.schoolsWithoutSite() { print(line) }
    }
}
