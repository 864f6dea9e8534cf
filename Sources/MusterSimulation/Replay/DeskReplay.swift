package import MusterCore
import MusterDesk
import MusterLog

/// A script acted out through the real desk: log, chain, deadlines and idempotency included.
package struct DeskReplay {
    /// The moment at which every replay starts.
    package static let start = Instant(milliseconds: 1_700_000_000_000)

    /// The site with its desk, as it stands at the end.
    package let site: SimulatedSite
    /// The incident that was raised last.
    package private(set) var incident = IncidentID.none
    /// What was refused, with the second and the sentence.
    package private(set) var refused: [String] = []
    private var reports: [String: String] = [:]
    private var sent: Int64 = 0
    private let script: Script

    /// Acts a script out until so many seconds after its start.
    package init(_ script: Script, asIf: Bool = false, until seconds: Int64) async throws {
        self.script = script
        site = SimulatedSite(SiteID("site", 1), at: Self.start, rosters: script.rosters)
        let office = Actor(PersonID("o", 1), roles: [.administrator], device: DeviceID("d", 0))
        try await send(.publishPlan(script.plan), by: office)
        try await send(.listPlaces(first: true, places: script.places), by: office)
        let lines = script.lines + (asIf ? script.asIf : [])
        for line in lines.sorted(by: { $0.seconds < $1.seconds }) where line.seconds <= seconds {
            try await site.wait(until: Self.start + .seconds(line.seconds))
            for command in line.commands { try await send(command) }
        }
        try await site.wait(until: Self.start + .seconds(seconds))
    }

    /// Everything that came of it, in order.
    package var records: [Record] { site.records }

    /// The seconds from the start to a record.
    package func seconds(_ record: Record) -> Int64 { (record.at - Self.start).seconds }

    /// The records of one name.
    package func records(_ name: EventName) -> [Record] { records.filter { $0.event.wireCase == name } }

    private mutating func send(_ command: ScriptCommand) async throws {
        let person: PersonID = try Script.id(command.by)
        let roles = script.people.first { $0.name == command.by }?.roles ?? []
        sent += 1
        let envelope = try command.envelope(
            ScriptCommand.Filling(
                id: CommandID("c", sent), site: site.site, incident: incident, now: site.time.wall,
                start: Self.start, names: reports))
        let actor = Actor(person, roles: roles, device: person.retyped())
        let answer = try await site.send(envelope, by: actor)
        take(answer, of: command, envelope)
    }

    private mutating func take(
        _ answer: SiteDesk.Answer, of command: ScriptCommand, _ envelope: Envelope
    ) {
        switch answer.outcome {
        case .refused(_, let code, let sentence):
            refused.append("\((site.time.wall - Self.start).seconds) \(code): \(sentence)")
        case .accepted(_, let position, let kept):
            // A raise that joins another one confirms it, and the first one's id stays.
            if command.isRaise, kept == nil {
                let opened = records.contains { $0.event.incident == envelope.id.retyped() }
                if opened { incident = envelope.id.retyped() }
            }
            if let name = command.named { reports[name] = ReportID("r", position).text }
        }
    }

    private mutating func send(_ command: Command, by actor: Actor) async throws {
        sent += 1
        _ = try await site.send(
            Envelope(command, id: CommandID("c", sent), site: site.site, madeAt: site.time.wall), by: actor)
    }
}
