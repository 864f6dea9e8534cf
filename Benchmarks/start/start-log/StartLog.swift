import MusterCore
import MusterLog
import MusterSQLite

/// Writes a log of many events for the measurement of a cold start: `start-log FOLDER EVENTS`.
///
/// Years of a school: incidents of 500 events each, one after the other, all of them closed but the last.
@main
enum StartLog {
    private static let perIncident: Int64 = 500
    private static let perAppend: Int64 = 250

    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 3, let events = Int64(words[2]), let stream = StreamID("alder-creek") else {
            return print("start-log FOLDER EVENTS")
        }
        let log = try SQLiteLog(folder: words[1])
        var position: Int64 = 0
        while position < events {
            var appends: [StreamAppend] = []
            for _ in 0..<8 where position < events {
                let last = min(position + perAppend, events)
                appends.append(
                    StreamAppend(
                        stream, expectedVersion: position,
                        records: (position + 1...last).map { record($0, isLast: $0 == events) }))
                position = last
            }
            _ = try await log.append(appends)
        }
        print("\(try await log.head(stream).position) events")
    }

    private static func record(_ position: Int64, isLast: Bool) -> NewRecord {
        let step = (position - 1) % perIncident
        let incident = IncidentID("i", (position - 1) / perIncident + 1)
        let at = Instant(milliseconds: 1_700_000_000_000 + position * 500)
        let source = Source(at: at)
        let room = PlaceID("r", position % 60)
        let event: Event =
            switch step {
            case 0: .incident(.raised(incident, Raise(.lockdown, at: [], source: source)))
            case perIncident - 1 where !isLast: .incident(.closed(incident, .over))
            case _ where step % 10 == 1: .incident(.roomCleared(incident, room: room, source: source))
            default:
                .rollCall(
                    .roomReported(
                        incident, room: room,
                        report: RoomClaim(step % 3 == 0 ? .exceptions : .allHere, source: source)))
            }
        return NewRecord(
            event, at: at, actor: PersonID("p", position % 80 + 1), device: DeviceID("d", position % 80 + 1),
            command: CommandID("c", position))
    }
}
