import ArgumentParser
import MusterCore
import MusterExchange
import MusterLog
import MusterServer

/// `muster import duty`: who works when, from tables.
struct ImportDutyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duty", abstract: "Imports duty data of a site from CSV tables: all of it or nothing.",
        discussion: """
            PATH is a table or a folder of tables: \(DutyTable.allCases.map(\.fileName).joined(separator: ", ")). \
            A table replaces what an earlier import of it brought; what was entered on pages stays. With lines.csv the \
            server must be stopped, since the plan is written to the log; on the duty page it need not be.
            """)

    @Argument(help: "The table, or the folder of tables.")
    var path: String

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @OptionGroup var data: DataOptions

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Print the report as JSON.")
    var json = false

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let card = try await DirectoryFinder(directory).site(site)
        let setup = DutySetup(directory, WallClock())
        let draft = try await setup.draft(path, at: card.site)
        let report = DutyReport(draft, dryRun ? .dryRun : .applied)
        if report.outcome == .applied {
            if !draft.lines.isEmpty {
                try await SchoolSetup(data.server(for: "import duty")).setLines(draft.lines, at: card.site)
            }
            try await setup.save(draft, at: card.site)
        }
        print(json ? try report.json() : report.text)
        if report.outcome == .refused { throw ExitCode(1) }
    }
}
