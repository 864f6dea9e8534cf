import MusterCore
import MusterDesk
import MusterLog
import MusterSimulation
import Testing

@Suite("The desk under a hostile network")
struct HostileNetworkTests {
    static let seeds: Range<UInt64> = 0..<120

    @Test(
        "Every promise holds at every step, and every device ends with the cut of the desk's state",
        arguments: seeds)
    func holds(seed: UInt64) async throws {
        let run = try await HostileRun(seed: seed)
        #expect(run.broken.isEmpty, "seed \(seed)")
        #expect(try await doubled(run).isEmpty, "OnceOnly: seed \(seed)")
    }

    @Test("The runs lose, double and reorder, are answered again, and accept and refuse")
    func hostile() async throws {
        var (lost, doubled, overtook, repeated, accepted, refused) =
            (0, 0, 0, 0, 0, 0)
            as (
                Int64, Int64, Int64, Int64, Int64, Int64
            )
        for seed in Self.seeds.prefix(20) {
            let run = try await HostileRun(seed: seed)
            lost += run.figures.lost
            doubled += run.figures.doubled
            overtook += run.figures.overtook
            repeated += run.repeated
            for outcome in run.devices.flatMap(\.answers.values) {
                if case .accepted = outcome { accepted += 1 } else { refused += 1 }
            }
        }
        #expect(lost > 500 && doubled > 300 && overtook > 300 && repeated > 100)
        #expect(accepted > 500 && refused > 20)
    }

    @Test("The same seed gives the same run, to the last byte")
    func repeats() async throws {
        let (first, second) = (try await HostileRun(seed: 7), try await HostileRun(seed: 7))
        #expect(await first.site.desk.replica.encoded() == second.site.desk.replica.encoded())
    }

    /// The commands whose records do not stand in the log once and together, as they were answered.
    private func doubled(_ run: HostileRun) async throws -> [String] {
        var last: [String: Int64] = [:]
        var wrong: [String] = []
        for stored in try await run.site.log.read(run.site.site.retyped(), after: 0, limit: 4000) {
            let header = try stored.decodedHeader()
            let key = "\(header.device) \(header.command)"
            if let before = last[key], before != stored.position - 1 { wrong.append(key) }
            last[key] = stored.position
        }
        for device in run.devices {
            for (command, outcome) in device.answers {
                guard case .accepted(_, let position, _) = outcome,
                    let written = last["\(device.actor.device) \(command)"]
                else { continue }
                if written != position { wrong.append("\(device.actor.device) \(command)") }
            }
        }
        return wrong
    }
}
