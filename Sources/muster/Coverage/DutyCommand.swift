import ArgumentParser
import Foundation
import MusterCore
import MusterExchange
import MusterLog
import MusterSQLite
import MusterServer

/// `muster duty`: the duty data of a site.
struct DutyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duty",
        abstract: "Lists and writes out the duty data of a site, and names its time zone.",
        subcommands: [DutyListCommand.self, DutyExportCommand.self, DutyZoneCommand.self])
}

/// `muster duty list`: what there is.
struct DutyListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the duty data of a site.",
        discussion: "Works while the server runs.")

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let card = try await DirectoryFinder(directory).site(site)
        let context = try await DutySetup(directory, WallClock()).context(of: card.site)
        print("\(card.name), time zone \(context.zone.name)")
        let writer = DutyCellWriter(context)
        let rows = try await directory.duty(of: card.site)
        for table in DutyTable.allCases {
            let lines = rows.filter { DutyTable($0.entry.wireCase) == table }.map { row in
                let cells = writer.cells(of: row.entry)
                let said = table.columns.compactMap { cells[$0] }.filter { !$0.isEmpty }
                return "  " + said.joined(separator: ", ") + (row.origin == "page" ? "" : "  (\(row.origin))")
            }
            if !lines.isEmpty { print(([table.rawValue] + lines.sorted()).joined(separator: "\n")) }
        }
        if rows.isEmpty { print("Nothing yet: muster import duty PATH, or the duty page.") }
    }
}

/// `muster duty export`: the tables that `muster import duty` reads.
struct DutyExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the duty data of a site as the tables that an import reads.",
        discussion: """
            Works while the server runs, except for the lines, which lie in the log: name --lines and stop it first.
            """)

    @Argument(help: "The folder to write to; it is made where there is none.")
    var folder: String

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @Flag(help: "Write lines.csv too. The server must be stopped.")
    var lines = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let card = try await DirectoryFinder(directory).site(site)
        let context = try await DutySetup(directory, WallClock()).context(of: card.site)
        var inLine: [PositionLine] = []
        if lines {
            let plan = try await SchoolSetup(data.server(for: "duty export")).plan(of: card.site)
            inLine = plan.everyLine
        }
        let rows = try await directory.duty(of: card.site)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (table, text) in DutyExport.tables(rows, inLine, context) {
            let path = folder + "/" + table.fileName
            guard
                FileManager.default.createFile(
                    atPath: path, contents: Data(text), attributes: [.posixPermissions: 0o600])
            else { throw SetupError("\(path) cannot be written: look at the rights of the folder.") }
            print(path)
        }
    }
}

/// `muster duty zone`: the time zone of a site.
struct DutyZoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zone", abstract: "Names the time zone of a site, or shows it.",
        discussion: "Until one is named, the site has the server's own. Works while the server runs.")

    @Argument(help: "Its IANA name, such as America/Chicago.")
    var name: String?

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let card = try await DirectoryFinder(directory).site(site)
        if let name { try await DutySetup(directory, WallClock()).setZone(name, of: card.site) }
        print(try await directory.siteZone(of: card.site).name)
    }
}
