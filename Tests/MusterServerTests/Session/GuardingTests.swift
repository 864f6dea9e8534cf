import Foundation
import HTTPTypes
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterLog
import Testing

@testable import MusterServer

/// What every answer carries, and what no request gets through.
struct GuardingTests {
    static let posts = [
        "/api/command", "/api/command-post", "/act", "/sign-out", "/sign-in", "/enrol/abc", "/roster/trial",
        "/roster/import", "/roster/link", "/roster/revoke",
    ]

    @Test(arguments: posts) func writesOfOtherSitesAreRefused(_ path: String) async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            for fields in [
                ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
                ["Origin": "https://evil.example"], ["Origin": "null"],
                ["Origin": "http://127.0.0.1.evil.example"],
            ] {
                let answer = try await client.ask(
                    path, .post, cookie: cookie, type: "application/json", body: school.lockdown(),
                    fields: fields)
                #expect(answer.status == .forbidden && answer.code == "foreign-origin")
            }
        }

    }

    @Test func everyAnswerHasTheSecurityHeaders() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            for path in ["/staff", "/api/state", "/sign-in", "/nowhere", "/health", "/metrics", "/skeleton"] {
                let answer = try await client.ask(path, cookie: cookie)
                let policy = try #require(answer.headers[.contentSecurityPolicy])
                #expect(policy.hasPrefix("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"))
                #expect(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"))
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[.referrerPolicy] == "same-origin")
                #expect(answer.headers[.permissionsPolicy]?.contains("geolocation=()") == true)
            }
        }
    }

    @Test func aPersonReadsAProblemAsAPageWithTheWayBack() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let fields = ["Accept": "text/html,*/*;q=0.8", "Referer": "http://127.0.0.1/staff?x=1"]
            let form = try await client.form("/act", "act=raise", cookie: cookie, fields: fields)
            #expect(form.status == .forbidden)
            #expect(form.headers[.contentType] == "text/html; charset=utf-8")
            #expect(form.text.contains(Problem.foreign.detail) && form.text.contains("href=\"/staff?x=1\""))
            let roster = try await client.ask("/roster", cookie: cookie, fields: fields)
            #expect(roster.status == .forbidden && roster.text.contains(Problem.notAdministrator.detail))
            let api = try await client.ask("/api/state", fields: fields)
            #expect(api.status == .unauthorized && api.code == "signed-out")
        }
    }

    @Test func whatIsNotThereSaysSo() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            for path in ["/nowhere", "/api/nowhere", "/assets/../Package.swift", "/assets/none.css"] {
                let answer = try await client.ask(path, cookie: cookie)
                #expect(answer.status == .notFound && answer.code == "not-found")
            }
        }
    }

    @Test func headIsGetWithoutABody() async throws {
        try await ServerFixture.run { school, client in
            for path in ["/health", "/sign-in"] {
                let answer = try await client.ask(path, .head)
                #expect(answer.status == .ok && answer.text.isEmpty)
            }
        }
    }

    @Test func anUnknownErrorIsNotTold() async throws {
        try await ServerFixture.run(log: BrokenLog()) { school, client in
            let health = try await client.ask("/health")
            #expect(health.status == .serviceUnavailable && health.code == "unhealthy")
            #expect(health.headers[.retryAfter] == "2")
            #expect(!health.text.contains(BrokenLog.secret))
            let cookie = try await school.signIn(.teacher)
            let answer = try await client.command(school.lockdown(), cookie: cookie)
            #expect(answer.status == .serviceUnavailable && answer.code == "log-unavailable")
            #expect(!answer.text.contains(BrokenLog.secret))
        }
    }

    @Test func aSessionReadsSoMuchAndNoMoreAndStillMayRaise() async throws {
        try await ServerFixture.run({ $0.readsPerTenSeconds = 3 }) { school, client in
            let (cookie, other) = (try await school.signIn(.teacher), try await school.signIn(.neighbour))
            for path in ["/staff", "/api/state", "/api/state"] {
                #expect(try await client.ask(path, cookie: cookie).status == .ok)
            }
            for path in ["/staff", "/api/state", "/api/feed?after=0"] {
                let answer = try await client.ask(path, cookie: cookie)
                #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] == "10")
            }
            // The same school, the same address, another session; and what protects is always taken.
            #expect(try await client.ask("/api/state", cookie: other).status == .ok)
            #expect(try await client.command(school.lockdown(), cookie: cookie).status == .ok)
            school.time.pass(.seconds(10))
            #expect(try await client.ask("/api/state", cookie: cookie).status == .ok)
        }
    }

    @Test func metricsNameNobody() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            _ = try await client.command(school.lockdown(), cookie: cookie)
            let text = try await client.ask("/metrics").text
            #expect(text.contains("muster_commands_total{outcome=\"accepted\"} 1"))
            for word in ["teacher", "oak", ServerFixture.studentName, "room-1"] {
                #expect(!text.localizedCaseInsensitiveContains(word))
            }
        }
    }
}
