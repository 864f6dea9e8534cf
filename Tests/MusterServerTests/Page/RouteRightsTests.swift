import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import Testing

@testable import MusterServer

/// Every route with every role: who gets in, who is sent away.
struct RouteRightsTests {
    /// What a route answers to each role, and to a device that is not signed in.
    struct Row: Sendable, CustomTestStringConvertible {
        let method: HTTPRequest.Method
        let path: String
        /// The status for somebody who is not signed in.
        let stranger: Int
        /// The status for anybody who is, unless the role is listed below.
        let anybody: Int
        var others: [ServerFixture.Who: Int] = [:]

        var testDescription: String { "\(method) \(path)" }
    }

    static let rows: [Row] = [
        Row(method: .get, path: "/", stranger: 303, anybody: 303),
        Row(method: .get, path: "/staff", stranger: 303, anybody: 200),
        Row(method: .get, path: "/room", stranger: 303, anybody: 200),
        Row(method: .get, path: "/board", stranger: 303, anybody: 200),
        Row(method: .get, path: "/responder", stranger: 303, anybody: 200),
        Row(method: .get, path: "/api/state", stranger: 401, anybody: 200, others: [.agency: 403]),
        Row(method: .get, path: "/roster", stranger: 303, anybody: 403, others: [.principal: 200]),
        Row(method: .get, path: "/plan", stranger: 303, anybody: 200, others: [.agency: 403]),
        Row(method: .get, path: "/plan/annex", stranger: 303, anybody: 404, others: [.agency: 403]),
        Row(method: .get, path: "/plan/basic", stranger: 303, anybody: 404, others: [.agency: 403]),
        Row(method: .get, path: "/plan/whole", stranger: 303, anybody: 404, others: [.agency: 403]),
        Row(method: .get, path: "/plan/draft", stranger: 303, anybody: 404, others: [.agency: 403]),
        Row(method: .get, path: "/plan/edit", stranger: 303, anybody: 404, others: [.agency: 403]),
        Row(method: .post, path: "/plan/start", stranger: 401, anybody: 403),
        Row(method: .post, path: "/plan/change", stranger: 401, anybody: 403),
        Row(method: .post, path: "/plan/step", stranger: 401, anybody: 403),
        Row(method: .post, path: "/api/command", stranger: 401, anybody: 400),
        Row(method: .post, path: "/api/command-post", stranger: 401, anybody: 400),
        Row(method: .post, path: "/act", stranger: 401, anybody: 403),
        Row(method: .post, path: "/roster/trial", stranger: 401, anybody: 403, others: [.principal: 415]),
        Row(method: .post, path: "/roster/import", stranger: 401, anybody: 403),
        Row(method: .post, path: "/roster/link", stranger: 401, anybody: 403),
        Row(method: .post, path: "/roster/revoke", stranger: 401, anybody: 403),
        Row(method: .get, path: "/coverage", stranger: 303, anybody: 403, others: [.principal: 200]),
        Row(method: .get, path: "/district", stranger: 303, anybody: 403, others: [.principal: 200]),
        Row(method: .post, path: "/coverage", stranger: 401, anybody: 403),
        Row(method: .post, path: "/coverage/assign", stranger: 401, anybody: 403),
        Row(method: .post, path: "/coverage/accept", stranger: 401, anybody: 403),
        Row(method: .post, path: "/coverage/reopen", stranger: 401, anybody: 403),
        Row(method: .get, path: "/duty", stranger: 303, anybody: 403, others: [.principal: 200]),
        Row(method: .get, path: "/duty/table", stranger: 303, anybody: 403, others: [.principal: 404]),
        Row(method: .get, path: "/duty/remove", stranger: 303, anybody: 403, others: [.principal: 404]),
        Row(method: .post, path: "/duty/add", stranger: 401, anybody: 403),
        Row(method: .post, path: "/duty/lines", stranger: 401, anybody: 403),
        Row(method: .post, path: "/duty/zone", stranger: 401, anybody: 403),
        Row(method: .post, path: "/duty/remove", stranger: 401, anybody: 403),
        Row(method: .post, path: "/duty/trial", stranger: 401, anybody: 403, others: [.principal: 415]),
        Row(method: .post, path: "/duty/import", stranger: 401, anybody: 403),
        Row(method: .get, path: "/duty/me", stranger: 303, anybody: 200, others: [.agency: 403]),
        Row(method: .post, path: "/duty/me/presence", stranger: 401, anybody: 403),
        Row(method: .post, path: "/duty/me/absence", stranger: 401, anybody: 403),
        Row(method: .post, path: "/duty/me/remove", stranger: 401, anybody: 403),
        Row(method: .get, path: "/register", stranger: 303, anybody: 404),
        Row(method: .get, path: "/register/setting", stranger: 303, anybody: 403, others: [.principal: 200]),
        Row(method: .post, path: "/register/setting", stranger: 401, anybody: 403),
        Row(method: .post, path: "/register/forbid", stranger: 401, anybody: 403),
        Row(method: .post, path: "/register/keep", stranger: 401, anybody: 403),
        Row(method: .post, path: "/register/mark", stranger: 401, anybody: 403),
        Row(method: .post, path: "/register/remove", stranger: 401, anybody: 403),
        // What anybody on the network may have: no word about a site, a person or an incident is in it.
        Row(method: .get, path: "/sign-in", stranger: 200, anybody: 200),
        Row(method: .post, path: "/sign-in", stranger: 410, anybody: 410),
        Row(method: .get, path: "/enrol/{secret}", stranger: 410, anybody: 410),
        Row(method: .post, path: "/enrol/{secret}", stranger: 410, anybody: 410),
        Row(method: .get, path: "/skeleton", stranger: 200, anybody: 200),
        Row(method: .get, path: "/health", stranger: 200, anybody: 200),
        Row(method: .get, path: "/metrics", stranger: 200, anybody: 200),
        Row(method: .get, path: "/assets/manifest.json", stranger: 200, anybody: 200),
        Row(method: .get, path: "/assets/**", stranger: 404, anybody: 404),
        Row(method: .get, path: "/service-worker.mjs", stranger: 404, anybody: 404),
        Row(method: .get, path: "/manifest.webmanifest", stranger: 404, anybody: 404),
        Row(method: .get, path: "/favicon.ico", stranger: 404, anybody: 404),
        Row(method: .post, path: "/sign-out", stranger: 303, anybody: 303),
    ]

    @Test(arguments: rows) func aRouteLetsInWhomItShould(_ row: Row) async throws {
        try await ServerFixture.run({ $0.web = "/nowhere" }) { school, client in
            func status(_ cookie: String?) async throws -> Int {
                let type = row.method == .post ? "application/json" : nil
                return try await client.ask(
                    row.path.replacing("{secret}", with: "abc").replacing("**", with: "none.css"), row.method,
                    cookie: cookie, type: type, body: row.method == .post ? "{}" : nil
                ).status.code
            }
            #expect(try await status(nil) == row.stranger)
            #expect(try await status("\(Doorkeeper.cookie)=wrong") == row.stranger)
            for who in ServerFixture.Who.allCases {
                let found = try await status(try await school.signIn(who))
                #expect(found == row.others[who] ?? row.anybody, "\(who)")
            }
        }
    }

    @Test func everyRouteIsInTheTable() async throws {
        let fixture = try await ServerFixture()
        let routes = fixture.server.router().routes.map { "\($0.method) \($0.path)" }
        let table = Set(Self.rows.map { "\($0.method) \($0.path)" })
        // HEAD is made of GET.
        let missing = routes.filter { !$0.hasPrefix("HEAD ") && !table.contains($0) }
        #expect(missing.isEmpty)
    }

    @Test(arguments: ServerFixture.Who.allCases) func noStudentIsInAnyAnswer(
        _ who: ServerFixture.Who
    ) async throws {
        // NeedToKnow: no name and no id of a student leaves the server, whoever asks.
        try await ServerFixture.run { school, client in
            _ = try await school.raise()
            let cookie = try await school.signIn(who)
            for path in ["/staff", "/board", "/responder", "/roster", "/api/state"] {
                let answer = try await client.ask(path, cookie: cookie)
                #expect(!answer.text.contains(ServerFixture.studentName))
                #expect(!answer.text.contains("\"student\""))
            }
        }
    }
}
