import ArgumentParser
import Foundation
import MusterCore
import MusterLog
import MusterServer
import MusterSQLite

/// `muster export`: one incident as JSON Lines that anybody can read and check.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes one incident as JSON Lines, to be checked with `muster verify FILE`.",
        discussion: """
            All headers from the incident's first to its last record are written, so that the chain can be followed; \
            bodies, and texts with their keys, only of its own records. Who may read the file may read the texts. Works \
            while the server runs. Exits 1 when no record belongs to the incident, 2 when the log cannot be read.
            """)

    @Argument(help: "The incident's id.")
    var incident: String

    @OptionGroup var data: DataOptions

    @Option(help: "The file to write; standard output when absent.")
    var output: String?

    func run() async throws {
        guard let id = IncidentID(incident) else {
            throw ValidationError("\(incident) is no id: 1 to 16 of a-z, 0-9, '.' and '-'")
        }
        let head = try await Unreadable.asStatus { () async throws -> Head? in
            let log = try SQLiteLogReader(folder: data.folder)
            for stream in try await log.streams() {
                if let head = try await export(id, from: log, stream) { return head }
            }
            return nil
        }
        guard let head else {
            throw SetupError(
                "No record belongs to the incident \(id). `muster incidents` lists them."
            )
        }
        FileHandle.standardError.write(Data("head \(head.digest) at \(head.position)\n".utf8))
    }

    private func export(
        _ id: IncidentID, from log: SQLiteLogReader, _ stream: StreamID
    ) async throws -> Head? {
        // The file is made at the first line: an unknown incident leaves none behind.
        let sink = LineSink(path: output)
        var kind = IncidentKind.actual
        return try await LogExport.write(
            id.text, from: log, stream,
            where: { record throws(LogError) in
                let event = try record.decodedRecord().event
                guard event.incident == id else { return false }
                if case .incident(.raised(_, let raise)) = event { kind = raise.kind }
                // Once it was real, it is no drill's record any more.
                if case .incident(.turnedActual) = event { kind = .actual }
                return true
            },
            mark: { kind.isPractice ? kind.rawValue.uppercased() : nil },
            to: { line throws(LogError) in try sink.write(line) })
    }
}

/// Where the lines go: a file made at the first one, or standard output.
private final class LineSink {
    private let path: String?
    private var file: FileHandle?

    init(path: String?) {
        self.path = path
    }

    func write(_ line: [UInt8]) throws(LogError) {
        do {
            let file = try file ?? open()
            self.file = file
            try file.write(contentsOf: Data(line))
        } catch {
            throw LogError(.unavailable, "\(path ?? "standard output") cannot be written", cause: error)
        }
    }

    private func open() throws -> FileHandle {
        guard let path else { return .standardOutput }
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }
}
