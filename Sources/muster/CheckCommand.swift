import ArgumentParser
import Foundation
import MusterExchange

/// `muster check`: reads a foreign file without a server and says what it understood.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads a foreign file and says what was understood and what is odd.",
        subcommands: [CheckOneRosterCommand.self])
}

/// `muster check oneroster PATH`: exit 0 clean, 1 with findings of severity error, 2 unreadable.
struct CheckOneRosterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "oneroster", abstract: "Checks a OneRoster CSV set, a folder or a zip archive.",
        discussion: "Exit status: 0 clean, 1 with findings of severity error, 2 when the set cannot be read.")

    @Argument(help: "The folder or zip archive.")
    var path: String

    @Flag(help: "Print the whole report as JSON.")
    var json = false

    @Flag(name: .customLong("windows-1252"), help: "Read the tables as Windows-1252 instead of UTF-8.")
    var isWindows1252 = false

    func run() throws {
        let report: OneRosterReport
        do throws(SourceError) {
            report = try CheckOneRoster.run(path: path, encoding: isWindows1252 ? .windows1252 : .utf8)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            if json { print(try UnreadableReport(path: path, error: error).json()) }
            throw ExitCode(CheckOneRoster.Status.unreadable.rawValue)
        }
        print(json ? try report.json() : report.text)
        if report.status != .clean { throw ExitCode(report.status.rawValue) }
    }
}
