import Foundation
import MusterCore

/// A documented event, each line mapped to commands or to the reason why it is not modelled.
struct Scenario {
    /// One line: when, how sure its time is, and what it means in Muster.
    struct Line {
        let seconds: Int64
        let confidence: String
        /// What happened, or what is asked of the rules, in a sentence.
        let telling: String
        var commands: [Said]
        let notModelled: String?
    }

    /// A command of a line.
    struct Said {
        let by: PersonID
        /// Whether the source says nothing of it: then what follows is no better than an assumption.
        let isAssumed: Bool
        let envelope: (CommandID, IncidentID, Instant) throws -> Envelope
    }

    /// The moment at which every replay starts.
    static let start = Instant(milliseconds: 1_700_000_000_000)
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scenarios")

    let roles: [(person: PersonID, roles: [Role])]
    var plan: SitePlan
    let places: [PlaceFact]
    var lines: [Line]
    /// What did not happen, each with its reason: for asking what the rules would have done then.
    var asIf: [Line]

    init(_ name: String) throws {
        let data = try Data(contentsOf: Self.folder.appendingPathComponent("\(name).json"))
        let json = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        let people = json["people"] as? [String: [String]] ?? [:]
        roles = people.keys.sorted().map { (School.person($0), (people[$0] ?? []).compactMap(Role.init)) }
        var plan = SitePlan()
        plan.version = 1
        plan.line = (json["line"] as? [[Any]] ?? []).map {
            LineMember(School.person($0[0] as? String ?? ""), onSite: $0[1] as? Bool ?? true)
        }
        plan.outsideDuty = (json["outsideDuty"] as? String).map(School.person)
        self.plan = plan
        places = (json["places"] as? [[String: String]] ?? []).map {
            PlaceFact(
                School.place($0["place"] ?? ""), in: $0["parent"].map(School.place),
                kind: PlaceKind(rawValue: $0["kind"] ?? "") ?? .room)
        }
        lines = (json["lines"] as? [[String: Any]] ?? []).map(Self.line)
        asIf = (json["asIf"] as? [[String: Any]] ?? []).map(Self.line)
    }

    private static func line(_ json: [String: Any]) -> Line {
        let seconds = (json["t"] as? NSNumber)?.int64Value ?? 0
        let commands = (json["commands"] as? [[String: Any]] ?? []).map { command in
            let bytes = Result { try JSONSerialization.data(withJSONObject: command["body"] ?? [:]) }
            let type = command["type"] as? String ?? ""
            return Said(
                by: School.person(command["by"] as? String ?? ""), isAssumed: command["assumed"] != nil,
                envelope: { (id: CommandID, incident: IncidentID, at: Instant) throws in
                    try envelope(type, bytes.get(), id, incident, at)
                }
            )
        }
        return Line(
            seconds: seconds, confidence: json["conf"] as? String ?? "",
            telling: (json["say"] ?? json["why"]) as? String ?? "", commands: commands,
            notModelled: json["notModelled"] as? String)
    }

    /// The command as a device would send it: the incident and the moment are filled in where they are left out.
    private static func envelope(
        _ type: String, _ data: Data, _ id: CommandID, _ incident: IncidentID, _ at: Instant
    ) throws -> Envelope {
        var body = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        if type != "raise" { body["incident"] = incident.text }
        var source = body["source"] as? [String: Any] ?? [:]
        source["channel"] = source["channel"] ?? "direct"
        let seen = (source["observedAt"] as? NSNumber).map { start + .seconds($0.int64Value) }
        source["observedAt"] = (seen ?? at).milliseconds
        body["source"] = source
        if let since = body["since"] as? NSNumber {
            body["since"] = start.milliseconds + since.int64Value * 1000
        }
        let whole: [String: Any] = [
            "id": id.text, "site": "site", "madeAt": at.milliseconds, "type": type, "body": body,
        ]
        return try Envelope.decoded(Array(JSONSerialization.data(withJSONObject: whole)))
    }
}
