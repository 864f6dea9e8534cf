import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MusterCore
import Testing

@testable import MusterServer

/// `Documentation/openapi.yaml` says what the server does, no less and no more.
struct OpenAPITests {
    @Test func everyRouteOfTheApiIsDescribedAndNoOther() async throws {
        let described = Set(try ApiDescription().statuses.keys)
        let fixture = try await ServerFixture()
        var routes = Set(
            fixture.server.router().routes.map { "\($0.method) \($0.path)" }
                .filter { ($0.contains(" /api/") || $0.contains(" /health") || $0.contains(" /metrics")) }
        )
        .filter { !$0.hasPrefix("HEAD") }
        // The feed has its own path on the sockets, past the router.
        routes.insert("GET /api/feed")
        #expect(described == routes)
    }

    @Test func everyCommandIsNamed() throws {
        #expect(try ApiDescription().commands == Set(CommandName.allCases.map(\.rawValue)))
    }

    @Test func answersHaveTheStatusesThatAreDescribed() async throws {
        let described = try ApiDescription().statuses
        try await ServerFixture.run({ $0.commandsPerTenSeconds = 100 }) { school, client in
            let (teacher, agency) = (try await school.signIn(.teacher), try await school.signIn(.agency))
            let foreign = ["Sec-Fetch-Site": "cross-site"]
            var seen: [String: Set<Int>] = [:]
            func note(_ route: String, _ heard: Heard) {
                seen[route, default: []].insert(heard.status.code)
                let isProblem = heard.status.code >= 400
                #expect((heard.headers[.contentType] == "application/problem+json") == isProblem)
                guard isProblem else { return }
                for key in ["type", "status", "code", "detail"] { #expect(heard.json[key] != nil) }
            }
            for (body, cookie, fields) in [
                (school.lockdown(), teacher as String?, [:]), ("{", teacher, [:]), ("{}", nil, [:]),
                (school.lockdown(), teacher, foreign),
                (school.envelope(.cancelRaise(id("nothing")), "c"), teacher, [:]),
                (String(repeating: " ", count: 70_000), teacher, [:]),
            ] {
                note("POST /api/command", try await client.command(body, cookie: cookie, fields: fields))
            }
            note("POST /api/command", try await client.form("/api/command", "a=b", cookie: teacher))
            let declared = #"{"declared":true}"#
            for (cookie, body, fields) in [
                (teacher as String?, declared, [:]), (nil, declared, [:]), (teacher, declared, foreign),
                (teacher, "true", [:]),
            ] {
                note(
                    "POST /api/command-post",
                    try await client.ask(
                        "/api/command-post", .post, cookie: cookie, type: "application/json", body: body,
                        fields: fields))
            }
            for cookie in [teacher, agency, nil] {
                note("GET /api/state", try await client.ask("/api/state?site=oak", cookie: cookie))
            }
            note("GET /api/state", try await client.ask("/api/state?site=elm", cookie: teacher))
            note("GET /health", try await client.ask("/health"))
            note("GET /metrics", try await client.ask("/metrics"))
            for (route, statuses) in seen {
                #expect(statuses.isSubset(of: described[route] ?? []), "\(route)")
            }
            #expect(seen["POST /api/command-post"] == [204, 400, 401, 403])
            #expect(seen["POST /api/command"]?.isSuperset(of: [200, 400, 401, 403, 413, 415]) == true)
        }
    }

    @Test func theStateHasItsParts() async throws {
        try await ServerFixture.run { school, client in
            let state = try await client.ask("/api/state", cookie: try await school.signIn(.teacher)).json
            #expect(
                Set(state.keys) == [
                    "position", "tag", "now", "utcOffsetMinutes", "state", "directory", "viewer",
                ])
        }
    }
}
