import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import NIOPosix
import Synchronization
import Testing

@testable import MusterServer

/// A whole server of one small school on a free loopback port, with clocks that tests set.
final class ServerFixture: Sendable {
    static let site: SiteID = id("oak")
    static let otherSite: SiteID = id("elm")
    static let room: PlaceID = id("room-1")
    static let otherRoom: PlaceID = id("room-2")
    /// A student's name: it must never leave the server.
    static let studentName = "Zephyrine"

    let folder: String
    let directory: DirectoryDatabase
    let log: any EventLog
    let sessions: FlakySessions
    let time = ServerTime()
    let server: Server

    /// Whom a test signs in.
    enum Who: String, CaseIterable, Sendable {
        case teacher, neighbour, principal, official, officer, agency

        var person: PersonID { id(rawValue) }

        var roles: [Role] {
            switch self {
            case .teacher, .neighbour: []
            case .principal: [.line, .administrator]
            case .official: [.schoolOfficial]
            case .officer: [.sro]
            case .agency: [.agency]
            }
        }
    }

    init(
        log: (any EventLog)? = nil, _ change: (inout ServerConfiguration) -> Void = { _ in }
    ) async throws {
        folder = NSTemporaryDirectory() + "/muster-server-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        directory = try DirectoryDatabase(path: folder + "/directory.sqlite")
        self.log = try log ?? SQLiteLog(folder: folder)
        sessions = FlakySessions(directory)
        var settings = ServerConfiguration()
        settings.data = folder
        settings.port = 0
        settings.origin = "http://127.0.0.1"
        settings.tickMilliseconds = 20
        settings.watchMilliseconds = 20
        change(&settings)
        var logger = Logger(label: "server-tests")
        logger.logLevel = .critical
        server = try Server(
            settings,
            stores: Server.Stores(
                log: self.log, marks: InMemoryDecisionMarks(), directory: directory, sessions: sessions,
                time: time),
            group: MultiThreadedEventLoopGroup.singleton, logger: logger)
        try await directory.fill()
        try await publish()
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Runs the server for the length of the body.
    static func run(
        log: (any EventLog)? = nil, _ change: (inout ServerConfiguration) -> Void = { _ in },
        _ body: @escaping @Sendable (ServerFixture, any TestClientProtocol) async throws -> Void
    ) async throws {
        let fixture = try await ServerFixture(log: log, change)
        let application = fixture.server.application(group: MultiThreadedEventLoopGroup.singleton)
        try await application.test(.live) { client in try await body(fixture, client) }
    }

    private func publish() async throws {
        let administrator = Actor(Who.principal.person, roles: [.administrator, .line], device: id("setup"))
        try await PlacePublisher(server).publish(of: Self.site, by: administrator)
        var plan = SitePlan()
        plan.version = 1
        plan.line = [LineMember(Who.principal.person, onSite: true)]
        let answer = try await submit(.publishPlan(plan), "plan", by: administrator)
        try #require(answer.outcome.wireCase == .accepted)
    }

    @discardableResult
    func submit(_ command: Command, _ name: String, by actor: Actor) async throws -> SiteDesk.Answer {
        try await server.registry.submit(
            Envelope(command, id: id(name), site: Self.site, madeAt: time.wall), by: actor)
    }

    /// Raises a lockdown, or a drill of one, past the HTTP layer; gives the incident.
    func raise(_ kind: IncidentKind = .actual, _ name: String = "r1") async throws -> IncidentID {
        let raise = Raise(.lockdown, at: [Self.site.retyped()], kind: kind, source: Source(at: time.wall))
        try await submit(
            .raise(raise), name,
            by: Actor(Who.principal.person, roles: [.line, .administrator, .staff], device: id("setup")))
        return try #require(
            await server.registry.desk(Self.site).replica.state.incidents.rows.last { $0.isOpen }?.id)
    }

    /// The neighbour works here until then; the clock begins on 15 January.
    static let neighboursLastDay = SchoolDay(year: 2027, month: 1, day: 31)

    /// A cookie of a fresh session of somebody.
    func signIn(_ who: Who) async throws -> String {
        let secret = try await server.doorkeeper.invite(who.person, at: Self.site, for: 60_000)
        let session = try #require(try await server.doorkeeper.enrol(secret))
        return "\(Doorkeeper.cookie)=\(session.secret)"
    }

    /// The session of a cookie.
    func session(_ cookie: String) async throws -> DeviceSession {
        try #require(try await server.doorkeeper.visit(cookies: cookie)).session
    }

    func token(_ cookie: String) async throws -> String { Doorkeeper.formToken(try await session(cookie)) }

    func envelope(_ command: Command, _ name: String, at site: SiteID = site) -> String {
        let envelope = Envelope(command, id: id(name), site: site, madeAt: time.wall)
        return String(decoding: envelope.encoded(), as: UTF8.self)
    }

    func lockdown(_ name: String = "raise") -> String {
        envelope(
            .raise(Raise(.lockdown, at: [Self.site.retyped()], source: Source(at: time.wall))), name)
    }
}

func id<Kind>(_ text: String) -> ID<Kind> {
    guard let id = ID<Kind>(text) else { preconditionFailure("\(text) is no id") }
    return id
}
