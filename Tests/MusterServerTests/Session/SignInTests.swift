import Foundation
import HTTPTypes
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import Testing

@testable import MusterServer

/// Sign-in links and sessions over HTTP.
struct SignInTests {
    @Test func lookingAtALinkDoesNotUseItUpAndItWorksOnce() async throws {
        try await ServerFixture.run { school, client in
            let secret = try await school.server.doorkeeper.invite(
                id("teacher"), at: ServerFixture.site, for: 60_000)
            for _ in 0..<3 {
                let seen = try await client.ask("/enrol/\(secret)")
                #expect(seen.status == .ok && seen.text.contains("TEACHER"))
                #expect(seen.headers[.setCookie] == nil)
                #expect(seen.headers[.referrerPolicy] == "strict-origin")
            }
            let first = try await client.form("/enrol/\(secret)", "", cookie: nil)
            #expect(first.status == .seeOther && first.headers[.location] == "/")
            let again = try await client.form("/enrol/\(secret)", "", cookie: nil)
            #expect(again.status == .gone && again.headers[.setCookie] == nil)
            #expect(again.text.contains("used before"))
            #expect(try await client.ask("/enrol/\(secret)").status == .gone)
        }
    }

    @Test func theCookieIsForThisServerOnly() async throws {
        try await ServerFixture.run { school, client in
            let secret = try await school.server.doorkeeper.invite(
                id("teacher"), at: ServerFixture.site, for: 60_000)
            let cookie = try #require(
                try await client.form("/enrol/\(secret)", "", cookie: nil).headers[.setCookie])
            for flag in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=2592000"] {
                #expect(cookie.contains(flag))
            }
            // Without TLS a browser would drop a Secure cookie; with TLS it must be one.
            #expect(!cookie.contains("Secure"))
            let keeper = Doorkeeper(
                sessions: school.directory, books: school.server.books, time: school.time, lasts: 1000,
                isSecure: true)
            #expect(keeper.setCookie("x").hasPrefix("__Host-muster_session=x;"))
            #expect(keeper.secret(in: "a=b; __Host-muster_session=x") == "x")
            #expect(keeper.secret(in: "muster_session=x") == nil)
            #expect(keeper.setCookie("x").hasSuffix("; Secure") && keeper.clearCookie.hasSuffix("; Secure"))
            let value = try #require(cookie.split(separator: ";").first)
            #expect(try await client.ask("/staff", cookie: String(value)).status == .ok)
        }
    }

    @Test func secretsAreKeptAsDigestsOnly() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let secret = try #require(cookie.split(separator: "=").last)
            let files = try FileManager.default.contentsOfDirectory(atPath: school.folder)
            for file in files where file.hasPrefix("directory.sqlite") {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: school.folder + "/" + file))
                #expect(bytes.range(of: Data(secret.utf8)) == nil)
            }
        }
    }

    @Test func anExpiredLinkSaysSo() async throws {
        try await ServerFixture.run { school, client in
            let secret = try await school.server.doorkeeper.invite(
                id("teacher"), at: ServerFixture.site, for: 60_000)
            school.time.pass(.seconds(61))
            let seen = try await client.ask("/enrol/\(secret)")
            #expect(seen.status == .gone && seen.text.contains("too old"))
            #expect(try await client.form("/enrol/\(secret)", "", cookie: nil).status == .gone)
            #expect(try await client.ask("/enrol/\(String(repeating: "0", count: 64))").status == .gone)
        }
    }

    @Test func aPastedLinkLeadsToItsPage() async throws {
        try await ServerFixture.run { _, client in
            let secret = String(repeating: "a1", count: 32)
            let fine = try await client.form(
                "/sign-in", "link=http%3A%2F%2F127.0.0.1%2Fenrol%2F\(secret)", cookie: nil)
            #expect(fine.status == .seeOther && fine.headers[.location] == "/enrol/\(secret)")
            for bad in ["", "https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example"] {
                let answer = try await client.form("/sign-in", "link=\(bad)", cookie: nil)
                #expect(answer.status == .gone && answer.headers[.location] == nil)
            }
        }
    }

    @Test func aSessionEndsAfterItsTimeAndWhenItIsRevoked() async throws {
        try await ServerFixture.run { school, client in
            let first = try await school.signIn(.teacher)
            #expect(try await client.ask("/api/state", cookie: first).status == .ok)
            let device = try await school.session(first).device
            try await school.server.endSession(of: device)
            #expect(try await client.ask("/api/state", cookie: first).status == .unauthorized)
            #expect(try await client.command(school.lockdown(), cookie: first).status == .unauthorized)
            let second = try await school.signIn(.teacher)
            school.time.pass(.minutes(30 * 24 * 60))
            #expect(try await client.ask("/api/state", cookie: second).code == "signed-out")
        }
    }

    @Test func aSessionThatIsUsedGoesOn() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            for _ in 0..<3 {
                school.time.pass(.minutes(20 * 24 * 60))
                let page = try await client.ask("/staff", cookie: cookie)
                #expect(page.headers[.setCookie]?.hasPrefix("\(cookie); HttpOnly") == true)
                await school.server.seen.keep()
                #expect(try await school.session(cookie).seen == school.time.wall)
            }
            school.time.pass(.minutes(30 * 24 * 60))
            #expect(try await client.ask("/api/state", cookie: cookie).status == .unauthorized)
        }
    }

    @Test func signingOutEndsTheSession() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let answer = try await client.form("/sign-out", "", cookie: cookie)
            #expect(answer.status == .seeOther && answer.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(answer.headers[.clearSiteData] == "\"storage\"")
            #expect(try await client.ask("/api/state", cookie: cookie).status == .unauthorized)
        }
    }

    @Test func aTabSignsOutItsOwnSessionAndNoOther() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let (another, its) = (
                ["Muster-Device": "old"], ["Muster-Device": try await school.session(cookie).device.text]
            )
            let other = try await client.form("/sign-out", "", cookie: cookie, fields: another)
            #expect(other.json["outcome"] as? String == "signedOut")
            #expect(other.headers[.setCookie] == nil && other.headers[.clearSiteData] == nil)
            #expect(try await client.ask("/api/state", cookie: cookie).status == .ok)
            let own = try await client.form("/sign-out", "", cookie: cookie, fields: its)
            #expect(own.status == .ok && own.headers[.setCookie]?.contains("Max-Age=0") == true)
            #expect(try await client.ask("/api/state", cookie: cookie).status == .unauthorized)
        }
    }

    @Test func aSecondPersonOnAPhoneEndsTheFirstOnesSession() async throws {
        try await ServerFixture.run { school, client in
            let first = try await school.signIn(.teacher)
            let held = try await school.session(first).device.text
            // A link that does not work changes nothing.
            _ = try await client.form("/enrol/\(String(repeating: "0", count: 64))", "", cookie: first)
            #expect(try await client.ask("/api/state", cookie: first).status == .ok)
            let secret = try await school.server.doorkeeper.invite(
                id("officer"), at: ServerFixture.site, for: 60_000)
            let answer = try await client.form("/enrol/\(secret)", "", cookie: first)
            let second = String(try #require(answer.headers[.setCookie]?.split(separator: ";").first))
            #expect(try await client.ask("/api/state", cookie: first).status == .unauthorized)
            // Tabs share the cookie: what an older tab asks as the first person is not answered as the second.
            for (device, status) in [(held, 401), (try await school.session(second).device.text, 200)] {
                let fields = ["Muster-Device": device]
                let state = try await client.ask("/api/state", cookie: second, fields: fields)
                let raise = try await client.command(school.lockdown(device), cookie: second, fields: fields)
                #expect(state.status.code == status && raise.status.code == status)
            }
        }
    }

    @Test func aCommandOfAnEarlierSignInOfThePersonHasOneEffect() async throws {
        try await ServerFixture.run { school, client in
            let first = try await school.signIn(.teacher)
            let device = ["Muster-Device": try await school.session(first).device.text]
            let answer = try await client.command(school.lockdown(), cookie: first)
            let again = try await client.command(
                school.lockdown(), cookie: try await school.signIn(.teacher), fields: device)
            #expect(again.status == .ok && again.text == answer.text)
        }
    }

    @Test func somebodyWhoLeftTheSiteIsSignedOut() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.officer)
            #expect(try await client.ask("/responder", cookie: cookie).status == .ok)
            try await school.directory.setRoles([], of: id("officer"), at: ServerFixture.site)
            #expect(try await client.ask("/api/state", cookie: cookie).status == .unauthorized)
            #expect(try await client.ask("/responder", cookie: cookie).headers[.location] == "/sign-in")
        }
    }
}
