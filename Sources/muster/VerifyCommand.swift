import ArgumentParser
import Foundation
import MusterCore
import MusterLog
import MusterSQLite

/// `muster verify`: names the first bad record of a log or an export.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that every record is as it was written.",
        discussion: """
            Without FILE the log in the data folder is checked, stream by stream. With FILE an export is checked, \
            without any database. Nothing is written: it works while the server runs, and on a read-only medium. \
            Exits 1 at the first bad record, 2 when the log or the file cannot be read.
            """)

    @Argument(help: "An export to check instead of the log.")
    var file: String?

    @OptionGroup var data: DataOptions

    @Option(help: "A head that somebody kept (64 hexadecimal digits); the chain must hold it.")
    var head: String?

    @Option(help: "Check this site's stream only.")
    var site: String?

    func run() async throws {
        let wanted = try head.map(Self.digest)
        let findings = try await Unreadable.asStatus { () async throws in
            guard let file else {
                return try await LogFindings.of(
                    SQLiteLogReader(folder: data.folder), site: site, holding: wanted)
            }
            switch try FileVerifier.verify(path: file, holding: wanted) {
            case .success(let report): return [LogFindings(line: report.message, isBad: false)]
            case .failure(let fault):
                return [LogFindings(line: "\(file): BAD: \(fault.message)", isBad: true)]
            }
        }
        for finding in findings { print(finding.line) }
        if findings.contains(where: \.isBad) { throw ExitCode(1) }
    }

    private static func digest(_ text: String) throws -> Digest {
        guard let digest = Digest(hex: text) else {
            throw ValidationError("--head takes 64 hexadecimal digits")
        }
        return digest
    }
}
