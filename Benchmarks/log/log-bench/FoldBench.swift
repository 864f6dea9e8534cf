import MusterCore
import MusterLog

/// Fold of a million events: incidents of 2,000 events each in a school of 60 rooms.
enum FoldBench {
    private static let count: Int64 = 1_000_000

    static func run() throws {
        let records = (1...count).map(record)
        var state = SiteState()
        let clock = ContinuousClock()
        LogBench.report("fold", count, in: clock.measure { for record in records { state.apply(record) } })
        let texts = records.map { $0.encoded() }
        var again = SiteState()
        let time = try clock.measure {
            for text in texts { again.apply(try Record.decoded(text)) }
        }
        LogBench.report("decode-fold", count, in: time)
        precondition(again == state, "both folds are one state")
        print("state-bytes \(state.encoded().count)")
    }

    private static func record(_ position: Int64) -> Record {
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
