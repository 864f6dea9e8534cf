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
            without any database. Exits 1 at the first bad record, 2 when there is nothing to read.
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
        let reports = try await file == nil ? logReports(wanted) : [fileReport(wanted)]
        for report in reports { print(report.line) }
        if reports.contains(where: \.isBad) { throw ExitCode(1) }
    }

    /// What was found about one chain.
    private struct Finding {
        var line: String
        var isBad: Bool
    }

    private func fileReport(_ wanted: Digest?) throws -> Finding {
        let path = file ?? ""
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw Self.nothing("\(path) cannot be read")
        }
        switch try FileVerifier.verify(path: path, holding: wanted) {
        case .success(let report): return Finding(line: report.message, isBad: false)
        case .failure(let fault): return Finding(line: "\(path): BAD: \(fault.message)", isBad: true)
        }
    }

    private func logReports(_ wanted: Digest?) async throws -> [Finding] {
        let log = try SQLiteLog.existing(in: data.folder)
        let streams = try await streams(of: log)
        var reports: [ChainReport] = []
        for stream in streams {
            // Over several streams a head belongs to one of them, and the others cannot hold it.
            let alone = streams.count == 1 ? wanted : nil
            reports.append(try await LogVerifier.verify(log, stream, holding: alone))
        }
        var findings = reports.map { Finding(line: $0.message, isBad: $0.fault != nil) }
        if let wanted, streams.count != 1, try await !holds(wanted, streams, log) {
            findings.append(Finding(line: "BAD: no stream holds the head \(wanted)", isBad: true))
        }
        return findings
    }

    private func streams(of log: SQLiteLog) async throws -> [StreamID] {
        let all = try await log.streams()
        guard let site else { return all }
        guard let stream = all.first(where: { $0.text == site }) else {
            throw Self.nothing("the log has no stream of the site \(site)")
        }
        return [stream]
    }

    private func holds(_ wanted: Digest, _ streams: [StreamID], _ log: SQLiteLog) async throws -> Bool {
        for stream in streams
        where try await LogVerifier.verify(log, stream, holding: wanted).fault == nil { return true }
        return false
    }

    private static func digest(_ text: String) throws -> Digest {
        guard let digest = Digest(hex: text) else {
            throw ValidationError("--head takes 64 hexadecimal digits")
        }
        return digest
    }

    private static func nothing(_ message: String) -> any Error {
        CleanExit.nothingToRead(message)
    }
}

extension CleanExit {
    /// Says why there is nothing to read and ends with status 2.
    fileprivate static func nothingToRead(_ message: String) -> any Error {
        FileHandle.standardError.write(Data("muster: \(message)\n".utf8))
        return ExitCode(2)
    }
}

extension SQLiteLog {
    /// Opens the log of a data folder that is there already: a check never makes an empty one.
    static func existing(in folder: String) throws -> SQLiteLog {
        guard FileManager.default.fileExists(atPath: path(in: folder)) else {
            throw CleanExit.nothingToRead("there is no log in \(folder)")
        }
        guard FileManager.default.fileExists(atPath: keysPath(in: folder)) else {
            // A backup without keys verifies all the same; its texts stay locked.
            return try SQLiteLog(path: path(in: folder), keys: InMemoryPartKeys())
        }
        return try SQLiteLog(folder: folder)
    }
}
