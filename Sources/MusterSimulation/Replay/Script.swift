package import Foundation
package import MusterCore

/// A written-down course of events: who said or did what, and when.
///
/// One format serves what really happened (each line mapped to commands, or to the reason why it is not modelled) and
/// drills that are to be acted out. People and places have short names of the script's own.
package struct Script: Sendable {
    /// One line: when, what a watcher is told, and the commands that it means.
    package struct Line: Sendable {
        /// Seconds from the start.
        package let seconds: Int64
        /// How sure the time is, from A to C; empty in a drill.
        package let confidence: String
        /// What a watcher of a drill is told.
        package let telling: String?
        /// What people send at that moment.
        package let commands: [ScriptCommand]
        /// Why nothing stands for this line.
        package let notModelled: String?
    }

    /// What it is about.
    package let title: String
    /// The people, each with the roles of an account.
    package let people: [(name: String, roles: [Role])]
    /// How the sign-in link of each person begins, for acting it out on a server.
    package let links: [String: String]
    /// The line, the outside duty and nothing else but defaults.
    package let plan: SitePlan
    /// The places, under the script's names.
    package let places: [PlaceFact]
    /// Who is expected where.
    package let rosters: [RoomRoster]
    /// What happened, in order.
    package let lines: [Line]
    /// What did not happen, for asking what the rules would have done then.
    package let asIf: [Line]

    /// Reads a script.
    /// - Throws: ``ScriptError`` with the place of what cannot be understood.
    package init(_ data: Data) throws {
        let file: ScriptFile
        do { file = try JSONDecoder().decode(ScriptFile.self, from: data) } catch {
            throw ScriptError("the script is not readable: \(error)")
        }
        title = file.title
        people = try file.people.sorted { $0.key < $1.key }.map { name, roles in
            (name, try roles.map { try ScriptError.unwrap(Role(rawValue: $0), "\($0) is not a role") })
        }
        links = file.links ?? [:]
        var plan = SitePlan()
        plan.version = 1
        plan.line = try (file.line ?? []).map { LineMember(try Self.id($0.name), onSite: $0.onSite) }
        plan.outsideDuty = try file.outsideDuty.map { try Self.id($0) }
        self.plan = plan
        places = try file.places.map { place in
            PlaceFact(
                try Self.id(place.place), in: try place.parent.map { try Self.id($0) },
                kind: try ScriptError.unwrap(
                    PlaceKind(rawValue: place.kind), "\(place.kind) is not a kind of place"))
        }
        rosters = try file.places.compactMap { place in
            guard let expected = place.expected else { return nil }
            return RoomRoster(
                try Self.id(place.place), expected: expected,
                staff: try (place.staff ?? []).map { try Self.id($0) })
        }
        lines = try file.lines.map(Self.line)
        asIf = try (file.asIf ?? []).map(Self.line)
    }

    private static func line(_ line: ScriptFile.Line) throws -> Line {
        Line(
            seconds: line.t, confidence: line.conf ?? "", telling: line.say,
            commands: try (line.commands ?? []).map { try ScriptCommand($0) },
            notModelled: line.notModelled)
    }

    static func id<Kind>(_ name: String) throws -> ID<Kind> {
        try ScriptError.unwrap(ID<Kind>(name), "\(name) is not a name that can stand for an id")
    }
}

/// What is wrong with a script.
package struct ScriptError: Error, CustomStringConvertible {
    /// What is wrong, in a sentence.
    package let description: String

    init(_ description: String) {
        self.description = description
    }

    static func unwrap<T>(_ value: T?, _ otherwise: String) throws -> T {
        guard let value else { throw ScriptError(otherwise) }
        return value
    }
}
