import Foundation
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import Synchronization
import Testing

/// Which log a test of the desk runs on.
enum LogKind: CaseIterable, Sendable {
    case memory, sqlite

    func make(in folder: String) throws -> any EventLog {
        switch self {
        case .memory: InMemoryLog()
        case .sqlite: try SQLiteLog(folder: folder)
        }
    }
}

/// A desk of a small school over a log that can fail, with clocks that tests set.
final class DeskFixture: Sendable {
    static let site: SiteID = id("oak")
    static let room: PlaceID = id("a1")
    static let principal: PersonID = id("principal")
    static let deputy: PersonID = id("deputy")
    static let duty: PersonID = id("duty")
    static let teacher: PersonID = id("teacher")
    static let office = Actor(id("office"), roles: [.administrator], device: id("office-pc"))

    let folder: String
    let log: FaultyLog
    let marks: InMemoryDecisionMarks
    let time: ManualTime
    let published = Mutex<[Record]>([])

    init(
        _ kind: LogKind = .memory, found: [MarkedCommand] = [], time: ManualTime = ManualTime(),
        over log: (any EventLog)? = nil
    ) throws {
        folder = NSTemporaryDirectory() + "/muster-desk-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.log = FaultyLog(try log ?? kind.make(in: folder))
        marks = InMemoryDecisionMarks(found: found)
        self.time = time
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    static func id<Kind>(_ text: String) -> ID<Kind> {
        guard let id = ID<Kind>(text) else { preconditionFailure("\(text) is no id") }
        return id
    }

    /// The desk as a start of the server loads it.
    func start(_ site: SiteID = site) async throws -> SiteDesk {
        let committer = GroupCommitter(log: log)
        return SiteDesk(
            try await Desk.load(site, from: log), log: log,
            commit: { append throws(LogError) in try await committer.append(append) }, marks: marks,
            time: time
        ) { [self] _, records, _ in published.withLock { $0 += records } }
    }

    /// A desk whose site has places and a plan.
    func opened(_ site: SiteID = site) async throws -> SiteDesk {
        let desk = try await start(site)
        let places = [
            PlaceFact(site.retyped(), in: nil, kind: .site),
            PlaceFact(Self.room, in: site.retyped(), kind: .room),
        ]
        var plan = SitePlan()
        plan.version = 1
        plan.line = [LineMember(Self.principal, onSite: true), LineMember(Self.deputy, onSite: true)]
        plan.outsideDuty = Self.duty
        for (command, name) in [
            (Command.listPlaces(first: true, places: places), "places"), (.publishPlan(plan), "plan"),
        ] {
            let answer = try await desk.submit(
                envelope(command, name, at: site), by: Self.office)
            try #require(answer.outcome.isAccepted)
        }
        return desk
    }

    func envelope(_ command: Command, _ name: String, at site: SiteID = site) -> Envelope {
        Envelope(command, id: Self.id(name), site: site, madeAt: time.wall)
    }

    func lockdown(_ name: String = "raise", at site: SiteID = site) -> Envelope {
        envelope(
            .raise(Raise(.lockdown, at: [site.retyped()], source: Source(at: time.wall))), name, at: site)
    }

    func note(_ incident: IncidentID, _ text: String, _ name: String) -> Envelope {
        envelope(
            .writeNote(incident, position: nil, corrects: nil, source: Source(at: time.wall), text: text),
            name)
    }

    static func staff(_ person: PersonID = teacher, roles: [Role] = [.staff]) -> Actor {
        Actor(person, roles: roles, device: id("phone-\(person)"))
    }

    static func line(_ person: PersonID) -> Actor { staff(person, roles: [.staff, .line]) }
}

extension DeskOutcome {
    var isAccepted: Bool {
        if case .accepted = self { true } else { false }
    }

    var code: String? {
        if case .refused(_, let code, _) = self { code } else { nil }
    }
}

extension SiteDesk {
    /// The one open incident.
    func incident() throws -> Incident {
        try #require(replica.state.incidents.rows.first { $0.isOpen })
    }
}
