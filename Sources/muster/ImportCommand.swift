import ArgumentParser
import MusterCore
import MusterExchange
import MusterLog
import MusterServer

/// `muster import`: brings foreign data into the directory.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings foreign data into the directory.",
        subcommands: [
            ImportOneRosterCommand.self, ImportDutyCommand.self, ImportCalendarCommand.self,
        ])
}

/// `muster import oneroster`: a folder or zip of OneRoster 1.1 or 1.2 CSV.
struct ImportOneRosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oneroster", abstract: "Imports a OneRoster set: all of it or nothing.",
        discussion: """
            The rooms are listed in the log of each site, so the server must be stopped; while it runs, an administrator's \
            roster page does the same.
            """)

    @Argument(help: "The folder or the zip archive.")
    var path: String

    @Option(help: "The site that the roster's schools use, where they use none yet.")
    var site: String?

    @Option(help: "Which of the roster's schools use the site, by name; may be said again.")
    var school: [String] = []

    @OptionGroup var data: DataOptions

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Go on although more people would vanish than the guard allows.")
    var allowRemovals = false

    @Flag(help: "Print the report as JSON.")
    var json = false

    func run() async throws {
        var options = RosterImportOptions()
        options.isDryRun = dryRun
        options.allowRemovals = allowRemovals
        if dryRun {
            let report = try await trial(options)
            print(json ? try report.json() : report.text)
            if report.outcome == .refused { throw ExitCode(1) }
            return
        }
        let server = try await data.server(for: "import oneroster")
        var card: SiteCard?
        if let site { card = try await DirectoryFinder(server.stores.directory).site(site) }
        let setup = SchoolSetup(server)
        let report = try await setup.importRoster(path, options)
        print(json ? try report.json() : report.text)
        guard report.outcome != .refused else { throw ExitCode(1) }
        if let card { try await setup.keepSite(card, tenants: try await schools(server, card)) }
        guard !json else { return }
        try await sayWhatIsLeft(server)
    }

    /// Compares without writing, beside a running server too; before the first site with nothing.
    private func trial(_ options: RosterImportOptions) async throws -> RosterImportReport {
        guard DataFolder.hasDirectory(data.folder) else {
            return try await RosterImport.run(path: path, into: InMemoryRosterDirectory(), options: options)
        }
        return try await RosterImport.run(
            path: path, into: try DataFolder.directory(in: data.folder), options: options)
    }

    /// The schools that the site is for: those named, or else the one that uses no site yet.
    private func schools(_ server: Server, _ card: SiteCard) async throws -> [RosterTenant] {
        let directory = server.stores.directory
        guard school.isEmpty else { return try await DirectoryFinder(directory).tenants(school) }
        let schools = try await directory.tenants().filter { $0.kind == .school }
        let free = schools.filter { $0.site == nil }
        guard free.count <= 1 else {
            throw SetupError(
                "The roster is in, but it has several schools without a site. Say which use \(card.site) with "
                    + "--school: \(free.map(\.name).joined(separator: ", ")).")
        }
        return free
    }

    private func sayWhatIsLeft(_ server: Server) async throws {
        let directory = server.stores.directory
        let summary = SiteSummary(directory, server.stores.time)
        for card in try await directory.sites() {
            for line in try await summary.lines(of: card) { print(line) }
        }
        if let line = try await summary.schoolsWithoutSite() { print(line) }
    }
}
