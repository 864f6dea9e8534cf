import MusterCore
import MusterLog
import MusterSQLite

/// Years of a school of 60 rooms: incidents of 2,000 events, one after the other.
enum SchoolYears {
    private static let perAppend: Int64 = 250

    /// Writes so many events of them into a log of a folder, as one stream.
    static func write(folder: String, events: Int64) async throws {
        guard let stream = StreamID("alder-creek") else { return }
        let log = try SQLiteLog(folder: folder)
        var position: Int64 = 0
        while position < events {
            let last = min(position + perAppend, events)
            let append = StreamAppend(
                stream, expectedVersion: position, records: (position + 1...last).map { newRecord($0) })
            _ = try await log.append([append])
            position = last
        }
        print("\(try await log.head(stream).position) events")
    }

    private static func newRecord(_ position: Int64) -> NewRecord {
        let record = record(position)
        return NewRecord(
            record.event, at: record.at, actor: record.actor, device: DeviceID("d", position % 80 + 1),
            command: CommandID("c", position))
    }

    /// The event at a position.
    static func record(_ position: Int64) -> Record {
        let step = position % 2_000
        let incident = IncidentID("i", position / 2_000 + 1)
        let at = Instant(milliseconds: 1_764_034_059_000 + position * 500)
        let room = PlaceID("r", position % 60)
        let source = Source(at: at)
        let event: Event =
            switch step {
            case 0: .incident(.raised(incident, Raise(.lockdown, at: [], source: source)))
            case 1_999: .incident(.closed(incident, .over))
            case _ where step % 10 == 0:
                .journal(
                    .noteWritten(
                        incident, NoteID("n", position), position: nil, corrects: nil, source: source,
                        text: nil))
            case _ where step % 10 == 1: .incident(.roomCleared(incident, room: room, source: source))
            default:
                .rollCall(
                    .roomReported(
                        incident, room: room,
                        report: RoomClaim(step % 3 == 0 ? .exceptions : .allHere, source: source)))
            }
        return Record(position: position, at: at, actor: PersonID("p", position % 80 + 1), event: event)
    }
}
