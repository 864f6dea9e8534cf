import Foundation
import Logging
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterSQLite
import NIOPosix

@testable import MusterServer

/// A data folder in which nothing is yet, with the server over it that the command line sets a school up with.
final class NewSchool: Sendable {
    let folder: String
    let directory: DirectoryDatabase
    let time = ServerTime()
    let server: Server

    init() throws {
        folder = NSTemporaryDirectory() + "/muster-new-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        directory = try DirectoryDatabase(path: folder + "/directory.sqlite")
        var settings = ServerConfiguration()
        settings.data = folder
        settings.origin = "http://127.0.0.1"
        var logger = Logger(label: "server-tests")
        logger.logLevel = .critical
        server = try Server(
            settings,
            stores: Server.Stores(
                log: try SQLiteLog(folder: folder), marks: InMemoryDecisionMarks(), directory: directory,
                sessions: directory, time: time),
            group: MultiThreadedEventLoopGroup.singleton, logger: logger)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    var setup: SchoolSetup { SchoolSetup(server) }

    var card: SiteCard {
        var card = SiteCard()
        card.site = ServerFixture.site
        card.name = "Oak School"
        return card
    }

    /// A roster of two schools; the first has three staff, a student, and a room.
    func roster() throws -> String {
        let path = folder + "/roster"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let staff = ["u2,Dara,Teachwell,teacher", "u3,Edda,Headley,principal", "u4,Finn,Second,teacher"]
        let people = (["u1,Ada,Alder,student"] + staff).map { $0.split(separator: ",").map(String.init) }
        let tables: [OneRosterTable: [String]] = [
            .orgs: ["s1,,,Oak School,school,1001,", "s2,,,Elm School,school,1002,"],
            .academicSessions: ["y1,,,2026-2027,schoolYear,2026-08-17,2027-06-11,,2027"],
            .courses: ["c1,,,y1,Reading,R1,,s1,,"],
            .classes: ["k1,,,Homeroom 1,,c1,H1,homeroom,Room 12,s1,y1,,,HR"],
            .users: people.map { "\($0[0]),,,true,\($0[0]),,\($0[1]),\($0[2]),,,,,,,,,,,,,s1," },
            .roles: people.map { "r\($0[0]),,,\($0[0]),primary,\($0[3]),,,s1," },
            .enrollments: ["e1,,,k1,s1,u1,student,false,,", "e2,,,k1,s1,u2,teacher,true,,"],
        ]
        var manifest = ["propertyName,value", "manifest.version,1.0", "oneroster.version,1.2"]
        for table in OneRosterTable.all(in: .v1p2) {
            manifest.append("file.\(table.rawValue),\(tables[table] == nil ? "absent" : "bulk")")
            let lines = [table.columns(in: .v1p2).joined(separator: ",")] + (tables[table] ?? [])
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(
                to: URL(fileURLWithPath: "\(path)/\(table.rawValue).csv"))
        }
        try Data((manifest.joined(separator: "\n") + "\n").utf8).write(
            to: URL(fileURLWithPath: path + "/manifest.csv"))
        return path
    }

    /// The site with the first of those schools, as the commands make it.
    func make() async throws {
        _ = try await setup.importRoster(try roster())
        let schools = try await DirectoryFinder(directory).tenants(["Oak School"])
        try await setup.keepSite(card, tenants: schools)
    }

    func adults() async throws -> [SiteAdult] {
        try await directory.adults(of: ServerFixture.site, at: time.wall)
    }

    func replica() async throws -> Replica { try await server.registry.desk(ServerFixture.site).replica }
}
