import Foundation
package import MusterCore

/// One command of a script, still with the script's own names.
package struct ScriptCommand: Sendable {
    /// Who sends it.
    package let by: String
    /// The name under which later lines speak of the report that comes of it.
    package let named: String?
    private let type: CommandName
    private let body: [String: ScriptValue]

    init(_ command: ScriptFile.Command) throws {
        by = command.by
        named = command.named
        type = try ScriptError.unwrap(
            CommandName(rawValue: command.type), "\(command.type) is not the name of a command")
        guard case .object(let body) = command.body ?? .object([:]) else {
            throw ScriptError("the body of \(command.type) is not an object")
        }
        self.body = body
    }

    /// Whether it starts an incident.
    package var isRaise: Bool { type == .raise }

    /// What a device fills in when it sends the command.
    package struct Filling: Sendable {
        /// The id that the device gives it.
        package var id: CommandID
        /// The site.
        package var site: SiteID
        /// The incident that is going on.
        package var incident: IncidentID
        /// The moment by the device's clock.
        package var now: Instant
        /// The moment at which the script began.
        package var start: Instant
        /// The real ids of the script's names; a name that is not here stands for itself.
        package var names: [String: String]

        /// What a device knows at a moment.
        package init(
            id: CommandID, site: SiteID, incident: IncidentID, now: Instant, start: Instant,
            names: [String: String] = [:]
        ) {
            self.id = id
            self.site = site
            self.incident = incident
            self.now = now
            self.start = start
            self.names = names
        }
    }

    /// The text of the command as a device sends it.
    package func text(_ filling: Filling) throws -> [UInt8] {
        var body = ScriptValue.fields(of: self.body, replacing: filling.names)
        if type != .raise, type != .setAvailability { body["incident"] = .text(filling.incident.text) }
        var source: [String: ScriptValue] = [:]
        if case .object(let given) = body["source"] { source = given }
        source["channel"] = source["channel"] ?? .text(Channel.direct.rawValue)
        // Seconds of the script, like `since`; what is left out was seen as it is said.
        var seen = filling.now.milliseconds
        if case .number(let seconds) = source["observedAt"] {
            seen = filling.start.milliseconds + seconds * 1000
        }
        source["observedAt"] = .number(seen)
        body["source"] = .object(source)
        if case .number(let since) = body["since"] {
            body["since"] = .number(filling.start.milliseconds + since * 1000)
        }
        let whole = ScriptValue.object([
            "id": .text(filling.id.text), "site": .text(filling.site.text),
            "madeAt": .number(filling.now.milliseconds), "type": .text(type.rawValue),
            "body": .object(body),
        ])
        return Array(try JSONEncoder().encode(whole))
    }

    /// The command as a device sends it.
    package func envelope(_ filling: Filling) throws -> Envelope {
        try Envelope.decoded(try text(filling))
    }
}

extension ScriptValue {
    /// The value with the script's names replaced by real ids, wherever an id stands.
    fileprivate func replacing(_ names: [String: String], isID: Bool = false) -> ScriptValue {
        switch self {
        case .text(let text): isID ? .text(names[text] ?? text) : self
        case .list(let list): .list(list.map { $0.replacing(names, isID: isID) })
        case .object(let object):
            .object(Self.fields(of: object, replacing: names))
        case .number, .flag: self
        }
    }

    fileprivate static func fields(
        of object: [String: ScriptValue], replacing names: [String: String]
    ) -> [String: ScriptValue] {
        Dictionary(
            uniqueKeysWithValues: object.map { key, value in
                (key, value.replacing(names, isID: idKeys.contains(key)))
            })
    }

    private static let idKeys: Set<String> = ["person", "to", "place", "places", "room", "report"]
}
