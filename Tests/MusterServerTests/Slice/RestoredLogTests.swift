import Foundation
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import NIOPosix
import Testing

@testable import MusterServer

/// Devices that outlive a server, and a log that was put back from an older copy under them.
struct RestoredLogTests {
    @Test func whoHeardWhatAnOlderCopyLacksBeginsAnewAlthoughThePositionIsTakenAgain() async throws {
        let school = try await ServerFixture()
        let cookie = try await school.signIn(.teacher)
        let start = try await position(school.log)
        let copy = try copyOfLog(school)
        let incident = try await school.raise()
        let heard = try await position(school.log)
        let tag = try await self.tag(school.server, cookie)

        let log = try SQLiteLog(folder: copy)
        let restored = try server(school, over: log)
        // The copy goes on with another history, past what the device heard.
        let actor = Actor(id("principal"), roles: [.line, .administrator, .staff], device: id("setup"))
        let raise = Raise(
            .lockdown, at: [ServerFixture.site.retyped()], source: Source(at: school.time.wall))
        try await submit(.raise(raise), "other", actor, to: restored, school)
        let other = try #require(
            try await restored.registry.desk(ServerFixture.site).replica.state.incidents.rows.first)
        #expect(other.id != incident)
        for number in 0..<3 {
            let note = Command.writeNote(
                other.id, position: nil, corrects: nil, source: Source(at: school.time.wall), text: "n")
            try await submit(note, "n\(number)", actor, to: restored, school)
        }
        #expect(try await position(log) > heard)

        #expect(try await open(restored, cookie, tag, after: heard) == .refused("feed.outdated"))
        // Whoever heard only what the copy has goes on.
        let now = try await self.tag(restored, cookie)
        #expect(now != tag)
        #expect(try await open(restored, cookie, tag, after: start) == .welcome(tag: now))
    }

    @Test func anOrdinaryRestartIsGoneOnWith() async throws {
        let school = try await ServerFixture()
        let cookie = try await school.signIn(.teacher)
        var tag = try await self.tag(school.server, cookie)
        for _ in 0..<3 {
            let after = try await position(school.log)
            let again = try server(school, over: school.log)
            let now = try await self.tag(again, cookie)
            #expect(try await open(again, cookie, tag, after: after) == .welcome(tag: now))
            #expect(try await open(again, cookie, now, after: after) == .welcome(tag: nil))
            tag = now
        }
    }

    private enum Opened: Equatable {
        case welcome(tag: String?)
        case refused(String)
    }

    private func open(
        _ server: Server, _ cookie: String, _ tag: String, after position: Int64
    ) async throws -> Opened {
        let request = FeedRequest(
            target: "/api/feed?site=oak&after=\(position)&tag=\(tag)", fields: [("cookie", cookie)])
        switch await server.feed.gate.open(request) {
        case .welcome(let welcome): return .welcome(tag: welcome.tag)
        case .refusal(let refusal): return .refused(refusal.code)
        }
    }

    private func tag(_ server: Server, _ cookie: String) async throws -> String {
        let visit = try #require(try await server.doorkeeper.visit(cookies: cookie))
        let tag = try #require(try await server.gate.tag(for: visit, by: server.doorkeeper))
        return tag.text(in: server.registry.era)
    }

    private func position(_ log: any EventLog) async throws -> Int64 {
        try await log.head(ServerFixture.site.retyped()).position
    }

    private func submit(
        _ command: Command, _ name: String, _ actor: Actor, to server: Server, _ school: ServerFixture
    ) async throws {
        let answer = try await server.registry.submit(
            Envelope(command, id: id(name), site: ServerFixture.site, madeAt: school.time.wall), by: actor)
        try #require(answer.outcome.wireCase == .accepted)
    }

    /// Another start of the server with the same people and sessions.
    private func server(_ school: ServerFixture, over log: any EventLog) throws -> Server {
        try Server(
            school.server.configuration,
            stores: Server.Stores(
                log: log, marks: InMemoryDecisionMarks(), directory: school.directory,
                sessions: school.directory, time: school.time),
            group: MultiThreadedEventLoopGroup.singleton, logger: school.server.logger)
    }

    /// A copy of the log as a backup makes it.
    private func copyOfLog(_ school: ServerFixture) throws -> String {
        let copy = school.folder + "/copy"
        let files = FileManager.default
        try files.createDirectory(atPath: copy, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: school.folder)
        where (name.hasPrefix("log.") || name.hasPrefix("keys.")) && !name.hasSuffix("-shm") {
            try files.copyItem(atPath: school.folder + "/" + name, toPath: copy + "/" + name)
        }
        return copy
    }
}
