import Foundation
import MusterCore
import MusterLog
import MusterServer
import MusterSimulation

/// Acts a script out on a server, as its people, over HTTP.
struct DrillPlayer {
    private let script: Script
    private let speed: Double
    private let devices: [String: DrillDevice]
    private let names: [String: String]
    private let site: SiteID
    /// How far the server's clock is ahead of this one.
    private let ahead: Int64
    private var incident = IncidentID.none
    private var reports: [String: String] = [:]
    /// How many commands were refused.
    private(set) var refused = 0

    /// Signs the people of a script in, each by the link that the server printed after the person's words.
    /// - Throws: ``DrillError`` when a link is missing or used up, or the site lacks a room.
    init(_ script: Script, links: [(words: String, address: String)], client: WebClient, speed: Double)
        async throws
    {
        self.script = script
        self.speed = speed
        var devices: [String: DrillDevice] = [:]
        for (name, _) in script.people {
            let words = script.links[name] ?? name
            guard let link = links.first(where: { $0.words.hasPrefix(words) }) else {
                throw DrillError("there is no sign-in link whose words begin with \(words)")
            }
            devices[name] = try await DrillDevice(link: link.address, client: client)
        }
        guard let first = devices.values.first, let site = SiteID(first.state.directory.card.site) else {
            throw DrillError("nobody takes part")
        }
        self.devices = devices
        self.site = site
        ahead = first.state.now - Self.clock
        names = try Self.names(script, devices)
    }

    private static var clock: Int64 { WallClock().wall.milliseconds }

    /// The real ids of the script's people and places.
    private static func names(
        _ script: Script, _ devices: [String: DrillDevice]
    ) throws -> [String: String] {
        var names = devices.mapValues(\.state.viewer.person)
        let known = devices.values.max { $0.state.directory.places.count < $1.state.directory.places.count }
        let places = known?.state.directory.places ?? []
        // Whoever answers for a room of the script has that room in the school too.
        for roster in script.rosters {
            let own = roster.staff.compactMap { devices[$0.text]?.state.viewer.rooms.first }.first
            if let own { names[roster.room.text] = own }
        }
        var taken = Set(names.values)
        for place in script.places where names[place.place.text] == nil {
            let free = places.first { $0.kind == place.kind.rawValue && !taken.contains($0.place) }
            guard let free else {
                throw DrillError("the site has no \(place.kind.rawValue) for \(place.place)")
            }
            names[place.place.text] = free.place
            taken.insert(free.place)
        }
        return names
    }

    /// Plays every line at its time and says aloud what happens.
    mutating func play(say: (String) -> Void) async throws {
        let clock = ContinuousClock()
        let begun = clock.now
        let start = Instant(milliseconds: Self.clock + ahead)
        for line in script.lines {
            let after = Duration.milliseconds(Int64(Double(line.seconds) * 1000 / speed))
            try await clock.sleep(until: begun + after)
            if let telling = line.telling { say("\(Self.minutes(line.seconds))  \(telling)") }
            for command in line.commands { try await send(command, start: start, say: say) }
        }
    }

    private mutating func send(_ command: ScriptCommand, start: Instant, say: (String) -> Void) async throws {
        guard let device = devices[command.by] else { throw DrillError("nobody is called \(command.by)") }
        let id = CommandID.fresh()
        let filling = ScriptCommand.Filling(
            id: id, site: site, incident: incident, now: Instant(milliseconds: Self.clock + ahead),
            start: start, names: names.merging(reports) { $1 })
        switch try await device.send(try command.text(filling)) {
        case .accepted(let position):
            if command.isRaise { incident = id.retyped() }
            if let name = command.named { reports[name] = ReportID("r", position).text }
        case .refused(let sentence):
            refused += 1
            say("       refused: \(sentence)")
        }
    }

    private static func minutes(_ seconds: Int64) -> String {
        let rest = seconds % 60
        return "\(seconds / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}
