import HTTPTypes
import MusterCore
import MusterDesk
import MusterLog
import Testing

@testable import MusterServer

/// Commands over HTTP: what is taken, what is refused and how that is said.
struct CommandRouteTests {
    @Test func anAnswerHasThePositionAndTheHeadOfTheChain() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let answer = try await client.command(school.lockdown(), cookie: cookie)
            #expect(answer.status == .ok && answer.json["outcome"] as? String == "accepted")
            let head = try await school.log.head(ServerFixture.site.retyped())
            #expect(answer.json["head"] as? String == "\(head.digest)")
            #expect(answer.json["position"] as? Int == Int(head.position))
            let again = try await client.command(school.lockdown(), cookie: cookie)
            #expect(again.text == answer.text)
        }
    }

    @Test func aRefusalHasACodeASentenceAndNoRecord() async throws {
        try await ServerFixture.run { school, client in
            let incident = try await school.raise()
            let before = try await school.log.head(ServerFixture.site.retyped())
            let cookie = try await school.signIn(.teacher)
            let answer = try await client.command(
                school.envelope(.closeIncident(incident), "close"), cookie: cookie)
            #expect(answer.status == .forbidden && answer.code == "not-allowed")
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect((answer.json["detail"] as? String)?.isEmpty == false)
            #expect(try await school.log.head(ServerFixture.site.retyped()) == before)
        }
    }

    @Test func anotherSitesCommandIsRefused() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let raise = Raise(
                .lockdown, at: [ServerFixture.otherSite.retyped()], source: Source(at: school.time.wall))
            let answer = try await client.command(
                school.envelope(.raise(raise), "x", at: ServerFixture.otherSite), cookie: cookie)
            #expect(answer.status == .forbidden && answer.code == "other-site")
            let state = try await client.ask("/api/state?site=elm", cookie: cookie)
            #expect(state.status == .forbidden && state.code == "other-site")
        }
    }

    @Test(arguments: [
        ("{", "malformed"), ("", "malformed"), ("[]", "malformed"), ("{\"id\":\"a\"}", "malformed"),
        (
            #"{"id":"a","site":"oak","madeAt":1,"type":"openTheDoors","body":{}}"#, "malformed"
        ),
        (String(repeating: "[", count: 5000), "malformed"),
        (
            #"{"id":"a","id":"b","site":"oak","madeAt":1,"type":"expire","body":{"deadline":"d1"}}"#,
            "malformed"
        ),
    ]) func badTextIsRefusedWithThePlaceWhereItWentWrong(_ body: String, _ code: String) async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let answer = try await client.command(body, cookie: cookie)
            #expect(answer.status == .badRequest && answer.code == code)
            #expect(answer.json["offset"] is Int)
        }
    }

    @Test func otherTypesAndTooMuchAreRefused() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let plain = try await client.ask(
                "/api/command", .post, cookie: cookie, type: "text/plain", body: school.lockdown())
            #expect(plain.status == .unsupportedMediaType && plain.code == "not-json")
            let none = try await client.ask("/api/command", .post, cookie: cookie, body: school.lockdown())
            #expect(none.status == .unsupportedMediaType)
            let large = try await client.command(
                school.lockdown() + String(repeating: " ", count: 70_000), cookie: cookie)
            #expect(large.status == .contentTooLarge && large.code == "too-large")
            #expect(large.headers[.contentType] == "application/problem+json")
        }
    }

    @Test func deadlinesAreTheServersOwn() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let answer = try await client.command(
                school.envelope(.expire(id("d1")), "d1"), cookie: cookie)
            #expect(answer.status == .forbidden)
        }
    }

    @Test func aSessionThatSendsTooMuchWaitsAndStillMayRaise() async throws {
        try await ServerFixture.run({ $0.commandsPerTenSeconds = 5 }) { school, client in
            let incident = try await school.raise()
            let (cookie, other) = (try await school.signIn(.teacher), try await school.signIn(.neighbour))
            func note(_ name: String, _ cookie: String) async throws -> Heard {
                try await client.command(
                    school.envelope(
                        .writeNote(
                            incident, position: nil, corrects: nil, source: Source(at: school.time.wall),
                            text: "seen"), name), cookie: cookie)
            }
            for one in 0..<5 { #expect(try await note("n\(one)", cookie).status == .ok) }
            let sixth = try await note("n6", cookie)
            #expect(sixth.status == .tooManyRequests && sixth.code == "too-many")
            // The same school, the same address, another session.
            #expect(try await note("m1", other).status == .ok)
            for one in 0..<8 {
                #expect(
                    try await client.command(school.lockdown("raise-\(one)"), cookie: cookie).status == .ok)
            }
            school.time.pass(.seconds(10))
            #expect(try await note("n6", cookie).status == .ok)
        }
    }

    @Test func aDeviceSaysHowLongItHeldACommand() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let answer = try await client.command(
                school.lockdown(), cookie: cookie, fields: ["Muster-Held": "300000"])
            // A raise that waited five minutes is a report, not an alarm.
            #expect(answer.status == .ok && answer.json["kept"] as? String == "report")
        }
    }

    @Test func aSlowClockMakesNoReportOfAnAlarm() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let slow = school.lockdown()
            school.time.pass(.minutes(10))
            let answer = try await client.command(slow, cookie: cookie, fields: ["Muster-Held": "80"])
            #expect(answer.status == .ok && answer.json["kept"] == nil)
        }
    }

    @Test func anAlarmAndWhatSomebodySawDoNotWaitForADirectoryThatCannotBeRead() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            #expect(try await client.ask("/staff", cookie: cookie).status == .ok)
            let revoked = try await school.signIn(.neighbour)
            try await school.server.endSession(of: try await school.session(revoked).device)
            school.sessions.damage()
            #expect(
                try await client.command(school.lockdown("theirs"), cookie: revoked).status
                    == .serviceUnavailable)
            #expect(try await client.ask("/staff", cookie: cookie).status == .serviceUnavailable)
            #expect(try await client.command(school.lockdown(), cookie: cookie).status == .ok)
            let state = await (try school.server.registry.desk(ServerFixture.site)).replica.state
            let it = try #require(state.incidents.rows.first)
            #expect(it.isOpen)
            let note = Command.reportResponding(
                id("principal"), source: Source(at: school.time.wall), text: nil)
            #expect(try await client.command(school.envelope(note, "n1"), cookie: cookie).status == .ok)
            let act = Command.acceptPosition(it.id, .schoolCoordinator)
            #expect(
                try await client.command(school.envelope(act, "a1"), cookie: cookie).status
                    == .serviceUnavailable)
            let stranger = "\(Doorkeeper.cookie)=00"
            #expect(
                try await client.command(school.lockdown("other"), cookie: stranger).status
                    == .serviceUnavailable)
        }
    }

    @Test func aSlowClockMakesNoOldNewsOfARoomThatWasOpenedJustNow() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let slow = school.time.wall
            school.time.pass(.minutes(10))
            let cleared = Command.recordCleared(
                try await school.raise(), room: ServerFixture.room, source: Source(.radio, at: slow))
            let envelope = Envelope(cleared, id: id("cleared"), site: ServerFixture.site, madeAt: slow)
            let text = String(decoding: envelope.encoded(), as: UTF8.self)
            school.time.pass(.seconds(5))
            let answer = try await client.command(text, cookie: cookie, fields: ["Muster-Held": "80"])
            #expect(answer.status == .ok && answer.json["kept"] == nil)
        }
    }

    @Test func whatProtectsIsNeverTooMany() {
        let gate = CommandGate(limit: 0)
        let now = Instant(milliseconds: 1_700_000_000_000)
        let protecting: [Command] = [
            .raise(Raise(.lockdown, at: [], source: Source(at: now))), .turnActual(.none),
            .setAction(.none, places: [], action: .lockdown, hazard: nil),
            .acceptPosition(.none, .schoolCoordinator),
            .reportResponding(.none, source: Source(at: now), text: nil),
        ]
        for command in protecting { #expect(gate.admits(command, from: id("phone"), at: now)) }
        #expect(!gate.admits(.closeIncident(.none), from: id("phone"), at: now))
        #expect(Problem(LogError(.overloaded, "full")).status == .serviceUnavailable)
    }

    @Test func aFormNeedsItsTokenAndLeadsBack() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let fields = "act=raise&action=lockdown&kind=actual&level=protective"
            for bad in [fields, fields + "&token=", fields + "&token=00"] {
                let answer = try await client.form("/act", bad, cookie: cookie)
                #expect(answer.status == .forbidden && answer.code == "foreign-origin")
            }
            let token = try await school.token(cookie)
            let good = try await client.form(
                "/act", "\(fields)&id=form1&token=\(token)", cookie: cookie,
                fields: ["Referer": "http://127.0.0.1/staff?x=1"])
            #expect(good.status == .seeOther && good.headers[.location] == "/staff?x=1")
            let stranger = try await client.form(
                "/act", "\(fields)&id=form1&token=\(token)", cookie: cookie,
                fields: ["Referer": "http://evil.example//evil.example/"])
            #expect(stranger.headers[.location]?.hasPrefix("//") == false)
            // Decoded it would be "/\\evil.example", which browsers read as another server's address.
            let hidden = try await client.form(
                "/act", "\(fields)&id=form1&token=\(token)", cookie: cookie,
                fields: ["Referer": "http://evil.example/%5Cevil.example"])
            #expect(hidden.headers[.location] == "/%5Cevil.example")
            let wrong = try await client.form("/act", "act=dance&token=\(token)", cookie: cookie)
            #expect(wrong.status == .conflict && wrong.text.contains("This was not done"))
            let state = await (try school.server.registry.desk(ServerFixture.site)).replica.state
            #expect(state.incidents.rows.count == 1)
        }
    }

    @Test func anErasedTextLeavesTheLogAndTheChainHolds() async throws {
        try await ServerFixture.run { school, client in
            let incident = try await school.raise()
            let cookie = try await school.signIn(.principal)
            let note = try await client.command(
                school.envelope(
                    .writeNote(
                        incident, position: nil, corrects: nil, source: Source(at: school.time.wall),
                        text: "a name that should not be here"), "n1"), cookie: cookie)
            let position = Int64(try #require(note.json["position"] as? Int))
            let erased = try await client.command(
                school.envelope(.eraseText(position: position), "e1"), cookie: cookie)
            #expect(erased.status == .ok)
            let state = try await client.ask("/api/state", cookie: cookie)
            #expect(!state.text.contains("a name that should not be here"))
            #expect(try await LogVerifier.verify(school.log, ServerFixture.site.retyped()).fault == nil)
        }
    }
}
