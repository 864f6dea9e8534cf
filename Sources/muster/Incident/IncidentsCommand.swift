import ArgumentParser
import MusterCore
import MusterLog
import MusterSQLite
import MusterServer
import MusterViews

/// `muster incidents`: what the log holds, with the ids that `muster export` asks for.
struct IncidentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incidents", abstract: "Lists the incidents of every site, the newest last.",
        discussion: """
            One line for each: id, site, when it was raised (UTC), what it was, and whether it is open. Drills, \
            exercises and tests say so. Works while the server runs. Exits 2 when the log cannot be read.
            """)

    @Option(help: "The id of a site; all when absent.")
    var site: String?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let lines = try await Unreadable.asStatus { () async throws -> [String] in
            let log = try SQLiteLogReader(folder: data.folder)
            var streams = try await log.streams()
            if let site {
                streams = streams.filter { $0.text == site }
                guard !streams.isEmpty else {
                    throw LogError(.notFound, "the log has no stream of the site \(site)")
                }
            }
            var lines: [String] = []
            for stream in streams { lines += try await Self.lines(of: stream, in: log) }
            return lines
        }
        for line in lines { print(line) }
        if lines.isEmpty { print("No incident yet.") }
    }

    private static func lines(of stream: StreamID, in log: SQLiteLogReader) async throws -> [String] {
        var state = SiteState()
        // The state lets go of incidents that were closed long ago; the log does not.
        var incidents = Table<Incident>()
        var position: Int64 = 0
        while case let page = try await log.read(stream, after: position, limit: 1000), let last = page.last {
            for stored in page {
                let record = try stored.decodedRecord()
                state.apply(record)
                if let id = record.event.incident, let incident = state.incidents[id] {
                    incidents.put(incident)
                }
            }
            position = last.position
        }
        return incidents.rows.sorted { ($0.raisedAt, $0.id) < ($1.raisedAt, $1.id) }.map { incident in
            let end = if case .closed(let at, _, _) = incident.phase { "closed \(at.iso)" } else { "open" }
            return "\(incident.id)\t\(stream)\t\(incident.raisedAt.iso)\t\(incident.title)\t\(end)"
        }
    }
}
