import GRDB
import HTTPTypes
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import Testing

@testable import MusterServer

/// The register over HTTP: who settles it, who keeps it, who reads it, and that nobody else learns a word of it.
struct RegisterRouteTests {
    /// Words of a row that must be seen by its readers only.
    private static let secret = "Quillon"
    private static let note = "Board+policy+7.12,+counsel+of+4+May"
    private static let row = "name=\(secret)&appearance=Green+band&armed=yes&dress=plain"

    private static func allow(
        _ school: ServerFixture, _ client: any TestClientProtocol,
        _ fields: String = "legalNote=\(note)&holders=official&command=agency"
    ) async throws -> Heard {
        let principal = try await school.signIn(.principal)
        return try await client.form(
            "/register/setting", "\(fields)&token=\(try await school.token(principal))", cookie: principal)
    }

    private static func keep(
        _ school: ServerFixture, _ client: any TestClientProtocol, by cookie: String, _ fields: String = row
    ) async throws -> Heard {
        try await client.form(
            "/register/keep", "\(fields)&token=\(try await school.token(cookie))", cookie: cookie)
    }

    @Test func thereIsNoneUntilItIsSettledOnWhatItRests() async throws {
        try await ServerFixture.run { school, client in
            let official = try await school.signIn(.official)
            #expect(try await client.ask("/register", cookie: official).status == .notFound)
            #expect(try await Self.keep(school, client, by: official).status == .notFound)
            let bare = try await Self.allow(school, client, "legalNote=yes&holders=official")
            #expect(bare.status == .unprocessableContent && bare.text.contains("Write down the law"))
            let nobody = try await Self.allow(school, client, "legalNote=\(Self.note)")
            #expect(
                nobody.status == .unprocessableContent && nobody.text.contains("at least one lawful holder"))
            let teacher = try await Self.allow(
                school, client, "legalNote=\(Self.note)&holders=official&command=teacher")
            #expect(teacher.status == .unprocessableContent && teacher.text.contains("Resource Officers"))
            #expect(try await school.directory.registerSetting(of: ServerFixture.site) == RegisterSetting())
            #expect(try await Self.allow(school, client).status == .seeOther)
            #expect(try await client.ask("/register", cookie: official).status == .ok)
        }
    }

    @Test(arguments: ServerFixture.Who.allCases) func onlyItsReadersSeeAWord(
        _ who: ServerFixture.Who
    ) async throws {
        // NeedToKnow: not on a page, not in a state, not in the record.
        try await ServerFixture.run { school, client in
            _ = try await Self.allow(school, client)
            let holder = try await school.signIn(.official)
            #expect(try await Self.keep(school, client, by: holder).status == .seeOther)
            let incident = try await school.raise()
            let cookie = try await school.signIn(who)
            let mayRead = who == .official || who == .agency
            let answer = try await client.ask("/register", cookie: cookie)
            #expect(answer.status == (mayRead ? .ok : .notFound))
            #expect(answer.text.contains(Self.secret) == mayRead)
            for path in [
                "/staff", "/board", "/responder", "/roster", "/api/state", "/duty", "/coverage", "/plan",
                "/register/setting", "/board?incident=\(incident)",
            ] {
                let text = try await client.ask(path, cookie: cookie).text
                #expect(!text.contains(Self.secret), "\(path)")
                if !mayRead, path != "/register/setting" { #expect(!text.contains("/register\""), "\(path)") }
            }
            let state = try await school.server.registry.desk(ServerFixture.site).replica.state
            #expect(!String(decoding: state.encoded(), as: UTF8.self).contains(Self.secret))
        }
    }

    @Test func lawEnforcementWaitsUntilSomethingRealIsGoingOn() async throws {
        try await ServerFixture.run { school, client in
            _ = try await Self.allow(school, client)
            let holder = try await school.signIn(.official)
            _ = try await Self.keep(school, client, by: holder)
            let agency = try await school.signIn(.agency)
            let before = try await client.ask("/register", cookie: agency)
            #expect(before.status == .ok && !before.text.contains(Self.secret))
            _ = try await school.raise(.drill)
            #expect(!(try await client.ask("/register", cookie: agency)).text.contains(Self.secret))
            _ = try await school.raise(.actual, "r2")
            let during = try await client.ask("/register", cookie: agency)
            #expect(during.text.contains(Self.secret))
            // A reader changes nothing.
            #expect(try await Self.keep(school, client, by: agency).status == .notFound)
            #expect(!during.text.contains("/register/keep"))
        }
    }

    @Test func eachLookIsTakenDownAndNoneIsEverTakenAway() async throws {
        try await ServerFixture.run { school, client in
            _ = try await Self.allow(school, client)
            let holder = try await school.signIn(.official)
            _ = try await Self.keep(school, client, by: holder)
            _ = try await client.ask("/register", cookie: holder)
            let site = ServerFixture.site
            let looks = try await school.directory.registerLooks(of: site, last: 10)
            #expect(looks.map(\.step) == [.read, .added, .allowed])
            #expect(looks.first?.person == ServerFixture.Who.official.person)
            let file = try DatabaseQueue(path: school.folder + "/directory.sqlite")
            for statement in ["DELETE FROM register_look", "UPDATE register_look SET body = ''"] {
                #expect(throws: DatabaseError.self) { try file.write { try $0.execute(sql: statement) } }
            }
            let principal = try await school.signIn(.principal)
            let token = try await school.token(principal)
            let ended = try await client.form("/register/forbid", "token=\(token)", cookie: principal)
            #expect(ended.status == .seeOther)
            #expect(try await school.directory.armedAdults(of: site).isEmpty)
            #expect(try await school.directory.registerLooks(of: site, last: 10).first?.step == .forbidden)
            #expect(try await client.ask("/register", cookie: holder).status == .notFound)
        }
    }

    @Test func aRowIsKeptMarkedChangedAndTakenOut() async throws {
        try await ServerFixture.run { school, client in
            _ = try await Self.allow(school, client)
            let holder = try await school.signIn(.official)
            let site = ServerFixture.site
            let bad = try await Self.keep(
                school, client, by: holder, "name=A&appearance=Coat&armed=no&dress=plain")
            #expect(
                bad.status == .unprocessableContent && bad.text.contains("does not belong in this register"))
            #expect(bad.text.contains("value=\"Coat\""))
            #expect(try await school.directory.armedAdults(of: site).isEmpty)
            _ = try await Self.keep(
                school, client, by: holder, "name=%3Cb%3EX&appearance=Band&armed=yes&dress=marked")
            let adult = try #require(try await school.directory.armedAdults(of: site).first)
            #expect(try await client.ask("/register", cookie: holder).text.contains("&lt;b&gt;X"))
            let token = try await school.token(holder)
            _ = try await client.form(
                "/register/mark", "row=\(adult.id)&state=left&token=\(token)", cookie: holder)
            #expect(try await school.directory.armedAdults(of: site).first?.isHere == false)
            let odd = try await client.form(
                "/register/mark", "row=\(adult.id)&state=read&token=\(token)", cookie: holder)
            #expect(odd.status == .notFound)
            _ = try await Self.keep(school, client, by: holder, "row=\(adult.id)&" + Self.row)
            #expect(try await school.directory.armedAdults(of: site).map(\.name) == [Self.secret])
            _ = try await client.form("/register/remove", "row=\(adult.id)&token=\(token)", cookie: holder)
            #expect(try await school.directory.armedAdults(of: site).isEmpty)
            let gone = try await client.form(
                "/register/remove", "row=\(adult.id)&token=\(token)", cookie: holder)
            #expect(gone.status == .notFound)
        }
    }
}
