import ArgumentParser
import Foundation
import MusterExchange
import MusterLog
import MusterSQLite

/// `muster import`: brings foreign data into the directory.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Brings foreign data into the directory.",
        subcommands: [ImportOneRosterCommand.self])
}

/// `muster import oneroster`: a folder or zip of OneRoster 1.1 or 1.2 CSV.
struct ImportOneRosterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oneroster", abstract: "Imports a OneRoster set: all of it or nothing.")

    @Argument(help: "The folder or the zip archive.")
    var path: String

    @Option(help: "The folder of the directory.")
    var data = "data"

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
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
        let directory = try DirectoryDatabase(path: data + "/directory.sqlite")
        let report = try await RosterImport.run(path: path, into: directory, options: options)
        print(json ? try report.json() : report.text)
        if report.outcome == .refused { throw ExitCode(1) }
    }
}
