import Foundation
import MusterCore
import MusterLog

/// `Wire` beside Foundation's JSON coders on the same event of about 100 bytes.
enum CodecBench {
    /// The event as Foundation sees it: the same keys, without any of the checks.
    private struct Mirror: Codable {
        var `is`: String
        var incident: String
        var room: String
        var report: String
    }

    private static let rounds: Int64 = 200_000

    static func run() throws {
        guard let incident = IncidentID("k2m4n8q1r5t9vwx0"), let room = PlaceID("room-101"),
            let report = ReportID("z9y8x7w6v5t4s3r2")
        else { return }
        let event = Event.rollCall(.roomSettled(incident, room: room, report: report))
        let bytes = event.encoded()
        let data = Data(bytes)
        let encoder = JSONEncoder()
        let decoder = JSONDecoder()
        let mirror = try decoder.decode(Mirror.self, from: data)
        print("bytes \(bytes.count)")
        try measure("foundation-encode", rounds) { try encoder.encode(mirror).count }
        try measure("foundation-decode", rounds) {
            try decoder.decode(Mirror.self, from: data).room.utf8.count
        }
        try measure("wire-encode", rounds * 10) { event.encoded().count }
        try measure("wire-decode", rounds * 10) { try Event.decoded(bytes) == event ? 1 : 0 }
    }

    private static func measure(_ name: String, _ rounds: Int64, _ body: () throws -> Int) throws {
        var sum = 0
        let time = try ContinuousClock().measure {
            for _ in 0..<rounds { sum &+= try body() }
        }
        precondition(sum > 0, "the work was done")
        LogBench.report(name, rounds, in: time)
    }
}
