import ArgumentParser
import Foundation
import MusterLog
import MusterServer
import MusterSQLite
import MusterViews

/// `muster backup`: a copy of the data folder, checked, with the heads of its chains beside it.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies log, keys and directory, also while the server runs.",
        discussion: """
            Makes a folder named after the time, with `heads.txt` in it: the heads of all chains, to be kept somewhere \
            else too. Exits 1 when the copy has a bad record, 2 when it cannot be made.
            """)

    @Argument(help: "The folder to put backups into, each in a folder of its own.")
    var folder: String

    @OptionGroup var data: DataOptions

    func run() async throws {
        let name = "muster-" + WallClock().wall.iso.replacing(":", with: "-")
        let target = "\(folder)/\(name)"
        let findings = try await Unreadable.asStatus { () async throws in
            // Under its name only when it is whole: what a power cut leaves is not taken for a backup.
            let part = target + ".part"
            try DataCopy.make(of: data.folder, to: part)
            let findings = try await LogFindings.of(SQLiteLogReader(folder: part))
            let heads = findings.map(\.line).joined(separator: "\n") + "\n"
            try Data(heads.utf8).write(to: URL(fileURLWithPath: part + "/heads.txt"))
            try FileManager.default.moveItem(atPath: part, toPath: target)
            return findings
        }
        print(target)
        for finding in findings { print(finding.line) }
        if findings.contains(where: \.isBad) { throw ExitCode(1) }
    }
}
