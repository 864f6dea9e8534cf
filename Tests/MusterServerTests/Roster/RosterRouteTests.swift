import Foundation
import HTTPTypes
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterExchange
import MusterLog
import MusterSQLite
import NIOCore
import Testing

@testable import MusterServer

/// The roster page: trials, imports, links, devices.
struct RosterRouteTests {
    @Test func aTrialChangesNothingAndTheSameFileIsThenTakenInOnce() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let before = try await school.directory.version()
            let page = try await upload(try RosterZip.demo(in: school.folder), school, client, cookie)
            #expect(page.status == .ok && page.text.contains("Take it in"))
            #expect(try await school.directory.version() == before)
            let key = try #require(page.text.value(of: "trial"))
            let token = try await school.token(cookie)
            let taken = try await client.form(
                "/roster/import", "trial=\(key)&token=\(token)", cookie: cookie)
            #expect(taken.status == .seeOther)
            #expect(try await school.directory.version() > before)
            let again = try await client.form(
                "/roster/import", "trial=\(key)&token=\(token)&removal=allowed", cookie: cookie)
            #expect(again.status == .gone && again.code == "trial-over")
            #expect(try FileManager.default.contentsOfDirectory(atPath: school.folder + "/uploads").isEmpty)
        }
    }

    @Test func theGuardStopsAnImportThatWouldRemoveTheSchool() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            var changes = RosterChanges()
            changes.people.added = (0..<20).map { number in
                var person = RosterPerson(id: id("old-\(number)"), sourcedID: "old-\(number)")
                person.roles = [RosterRole(tenant: id("oak-school"), role: .teacher)]
                return person
            }
            _ = try await school.directory.apply(
                changes, of: RosterSource("oneroster"), at: RosterVersion(0))
            let page = try await upload(try RosterZip.demo(in: school.folder), school, client, cookie)
            #expect(page.text.contains("active people would vanish"))
            let key = try #require(page.text.value(of: "trial"))
            let token = try await school.token(cookie)
            let taken = try await client.form(
                "/roster/import", "trial=\(key)&token=\(token)", cookie: cookie)
            #expect(taken.status == .conflict && taken.code == "refused")
        }
    }

    @Test func namesThatNobodySaidYesToAreGoneAfterAQuarterOfAnHour() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            _ = try await upload(try RosterZip.demo(in: school.folder), school, client, cookie)
            func waiting() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: school.folder + "/uploads").count
            }
            #expect(try waiting() == 1)
            school.time.pass(.minutes(16))
            while try waiting() > 0 { try await Task.sleep(for: .milliseconds(20)) }
        }
    }

    @Test func aTrialOfSomebodyElseOrOfYesterdayIsNotTakenIn() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let key = try #require(
                try await upload(try RosterZip.demo(in: school.folder), school, client, cookie)
                    .text.value(of: "trial"))
            let other = try await school.signIn(.principal)
            let theirs = try await client.form(
                "/roster/import", "trial=\(key)&token=\(try await school.token(other))", cookie: other)
            #expect(theirs.status == .gone)
            school.time.pass(.minutes(16))
            let late = try await client.form(
                "/roster/import", "trial=\(key)&token=\(try await school.token(cookie))", cookie: cookie)
            #expect(late.status == .gone)
        }
    }

    @Test func whatIsNoRosterIsRefusedAndRemoved() async throws {
        try await ServerFixture.run({ $0.rosterBytes = 100_000 }) { school, client in
            let cookie = try await school.signIn(.principal)
            let noise = try await upload(Data("not a zip".utf8), school, client, cookie)
            #expect(noise.status == .unprocessableContent && noise.code == "source.not-an-archive")
            let large = try await upload(Data(count: 200_000), school, client, cookie)
            #expect(large.status == .contentTooLarge && large.code == "too-large")
            let none = try await upload(Data(), school, client, cookie)
            #expect(none.status == .badRequest && none.code == "no-file")
            let foreign = try await upload(Data("x".utf8), school, client, cookie, token: "00")
            #expect(foreign.status == .forbidden)
            let cut = try await client.ask(
                "/roster/trial", .post, cookie: cookie, type: "multipart/form-data; boundary=x",
                body: "--x\r\n")
            #expect(cut.status == .badRequest && cut.code == "malformed")
            let kept = try FileManager.default.contentsOfDirectory(atPath: school.folder + "/uploads")
            #expect(kept.isEmpty)
        }
    }

    @Test func newRoomsAppearOnTheStreamAfterAnImport() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            var changes = RosterChanges()
            changes.places.added = [
                RosterPlace(id: id("room-3"), tenant: id("oak-school"), sourcedID: "p9", name: "109")
            ]
            let source = RosterSource("oneroster")
            let held = try await school.directory.roster(of: source)
            _ = try await school.directory.apply(changes, of: source, at: held.version)
            let visit = try #require(try await school.server.doorkeeper.visit(cookies: cookie))
            #expect(try await PlacePublisher(school.server).publish(of: ServerFixture.site, by: visit.actor))
            let state = await (try school.server.registry.desk(ServerFixture.site)).replica.state
            #expect(state.places[id("room-3")] != nil)
            // Nothing is said again when nothing has changed.
            #expect(try await !PlacePublisher(school.server).publish(of: ServerFixture.site, by: visit.actor))
        }
    }

    @Test func aLinkIsShownOnceWithItsCodeAndSignsThatPersonIn() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let token = try await school.token(cookie)
            let page = try await client.form("/roster/link", "person=teacher&token=\(token)", cookie: cookie)
            #expect(page.status == .ok && page.text.contains("<svg class=\"qr\""))
            let link = try #require(page.text.firstMatch(of: /\/enrol\/([0-9a-f]{64})/)?.1)
            let signedIn = try await client.form("/enrol/\(link)", "", cookie: nil)
            #expect(signedIn.headers[.setCookie] != nil)
            #expect(try await client.ask("/roster", cookie: cookie).text.contains(link) == false)
            let nobody = try await client.form("/roster/link", "person=ghost&token=\(token)", cookie: cookie)
            #expect(nobody.status == .notFound)
        }
    }

    @Test func anAdministratorOfOneTenantLooksAfterItsPeopleAndNobodyElse() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.official)
            let oak: TenantID = id("oak-school")
            let person = try await school.session(cookie).person
            try await school.directory.giveRole(
                RoleGrant(.administrator, for: oak), to: person, at: ServerFixture.site)
            // A guest of the church next door, whose people share the site.
            let guest = try await school.directory.addAdult("Pat Guest", title: "Caretaker", phone: nil)
            try await school.directory.giveRole(
                RoleGrant(.staff, for: id("church")), to: guest, at: ServerFixture.site)
            let token = try await school.token(cookie)
            let page = try await client.ask("/roster", cookie: cookie)
            #expect(page.status == .ok && !page.text.contains("Pat Guest"))
            func link(_ person: String) async throws -> HTTPResponse.Status {
                try await client.form("/roster/link", "person=\(person)&token=\(token)", cookie: cookie)
                    .status
            }
            #expect(try await link("teacher") == .ok)
            #expect(try await link(guest.text) == .notFound)
            #expect(
                try await link("principal") == .notFound, "it would sign in as the whole site's administrator"
            )
            let theirs = try await school.session(try await school.signIn(.principal)).device
            let revoked = try await client.form(
                "/roster/revoke", "device=\(theirs)&token=\(token)", cookie: cookie)
            #expect(revoked.status == .notFound)
            let trial = try await upload(try RosterZip.demo(in: school.folder), school, client, cookie)
            #expect(trial.status == .forbidden && trial.text.contains("every school of the site"))
            let visit = try #require(try await school.server.doorkeeper.visit(cookies: cookie))
            #expect(!visit.roles.contains(.administrator), "the site's plan is not one tenant's")
            #expect(visit.roles.contains(.staff), "in danger there are no tenants")
        }
    }

    @Test func aDeviceOfThisSiteIsSignedOut() async throws {
        try await ServerFixture.run { school, client in
            let (cookie, lost) = (try await school.signIn(.principal), try await school.signIn(.teacher))
            let device = try await school.session(lost).device
            let token = try await school.token(cookie)
            #expect(try await client.ask("/roster?view=devices", cookie: cookie).text.contains(device.text))
            let answer = try await client.form(
                "/roster/revoke", "device=\(device)&token=\(token)", cookie: cookie)
            #expect(answer.status == .seeOther)
            #expect(try await client.ask("/api/state", cookie: lost).status == .unauthorized)
            let other = try await client.form(
                "/roster/revoke", "device=elsewhere&token=\(token)", cookie: cookie)
            #expect(other.status == .notFound)
        }
    }

    private func upload(
        _ file: Data, _ school: ServerFixture, _ client: any TestClientProtocol, _ cookie: String,
        token: String? = nil
    ) async throws -> Heard {
        let real = try await school.token(cookie)
        var body = Data(
            "--line\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(token ?? real)\r\n".utf8)
        body += Data("--line\r\nContent-Disposition: form-data; name=\"file\"; filename=\"r.zip\"\r\n".utf8)
        body += Data("Content-Type: application/zip\r\n\r\n".utf8) + file + Data("\r\n--line--\r\n".utf8)
        let answer = try await client.execute(
            uri: "/roster/trial", method: .post,
            headers: [.cookie: cookie, .contentType: "multipart/form-data; boundary=line"],
            body: ByteBuffer(bytes: body))
        return Heard(status: answer.status, headers: answer.headers, text: String(buffer: answer.body))
    }
}

extension String {
    /// The value of a hidden field.
    func value(of name: String) -> String? {
        guard let start = range(of: "name=\"\(name)\" value=\"") else { return nil }
        return String(self[start.upperBound...].prefix { $0 != "\"" })
    }
}
