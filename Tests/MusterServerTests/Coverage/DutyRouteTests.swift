import Foundation
import HTTPTypes
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import NIOCore
import Testing
import MusterViews

@testable import MusterServer

/// The duty page: forms, lines, imports, and what people say of themselves.
struct DutyRouteTests {
    private func rows(_ school: ServerFixture) async throws -> [DutyRow] {
        try await school.directory.duty(of: ServerFixture.site)
    }

    @Test func aFormAddsARowAndTheConfirmedRemovalTakesItAway() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let token = try await school.token(cookie)
            let added = try await client.form(
                "/duty/add",
                "table=hours&person=teacher&days=Mon&days=Wed&from=07:30&to=15:30&on=school+days&where=on+site"
                    + "&first=&last=&token=\(token)", cookie: cookie)
            #expect(added.status == .seeOther && added.headers[.location] == "/duty?view=hours&done=saved")
            let row = try #require(try await rows(school).first)
            let when = Recurrence(450, to: 930, on: .schoolDays, Weekdays([.monday, .wednesday]))
            #expect(row.entry == .hours(WorkingHours(id("teacher"), when)) && row.origin == "page")
            let page = try await client.ask("/duty?view=hours&done=saved", cookie: cookie)
            #expect(
                page.text.contains("TEACHER") && page.text.contains("Mon, Wed on school days, 07:30 to 15:30")
            )
            let asked = try await client.ask("/duty/remove?view=hours&row=\(row.id)", cookie: cookie)
            #expect(asked.status == .ok && asked.text.contains("Remove this?"))
            #expect(try await rows(school).count == 1)
            let removed = try await client.form(
                "/duty/remove", "row=\(row.id)&view=hours&token=\(token)", cookie: cookie)
            #expect(removed.status == .seeOther)
            #expect(try await rows(school).isEmpty)
        }
    }

    @Test func whatIsWrongStandsBesideItsFieldAndWhatWasTypedStays() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let answer = try await client.form(
                "/duty/add",
                "table=outside-duty&person=principal&from=18:00&to=06:00&on=every+day&token="
                    + (try await school.token(cookie)), cookie: cookie)
            #expect(answer.status == .unprocessableContent)
            #expect(
                answer.text.contains("This was not saved") && answer.text.contains("Choose at least one day"))
            #expect(answer.text.contains("It ends before it begins"))
            #expect(answer.text.contains("value=\"18:00\""))
            #expect(answer.text.contains("<option value=\"principal\" selected"))
            #expect(try await rows(school).isEmpty)
            let night = try await client.form(
                "/duty/add",
                "table=outside-duty&person=principal&days=Sat&from=18:00&to=06:00&next=yes&on=every+day&token="
                    + (try await school.token(cookie)), cookie: cookie)
            #expect(night.status == .seeOther)
            let when = Recurrence(1080, to: 360, on: .everyDay, Weekdays([.saturday]))
            #expect(try await rows(school).map(\.entry) == [.outside(OutsideDuty(id("principal"), when))])
        }
    }

    @Test func aLineIsSetThroughTheRunningDesk() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let token = try await school.token(cookie)
            func set(_ fields: String) async throws -> HTTPResponse.Status {
                try await client.form("/duty/lines", fields + "&token=\(token)", cookie: cookie).status
            }
            let two = "person=principal&where=on+site&person=official&where=off+site&person=&where=on+site"
            #expect(try await set("position=liaison&\(two)") == .seeOther)
            #expect(try await set("position=schoolCoordinator&\(two)") == .seeOther)
            let plan = try await SchoolSetup(school.server).plan(of: ServerFixture.site)
            let members = [
                LineMember(id("principal"), onSite: true), LineMember(id("official"), onSite: false),
            ]
            #expect(plan.line == members && plan.lines.rows == [PositionLine(.liaison, members)])
            #expect(plan.outsideDuty == id("official"))
            let adults = try await school.directory.adults(of: ServerFixture.site, at: school.time.wall)
            #expect(
                adults.filter { $0.roles.contains(.line) }.map(\.person).sorted() == [
                    id("official"), id("principal"),
                ])
            #expect(
                try await set("position=schoolCoordinator&person=&where=on+site") == .unprocessableContent)
            #expect(
                try await set("position=liaison&person=teacher&where=on+site&person=teacher&where=on+site")
                    == .unprocessableContent)
            #expect(try await set("position=liaison&person=&where=on+site") == .seeOther)
            let now = try await SchoolSetup(school.server).plan(of: ServerFixture.site)
            #expect(now.lines.isEmpty && now.line == members)
        }
    }

    private func upload(
        _ text: String, named name: String, _ school: ServerFixture, _ client: any TestClientProtocol,
        _ cookie: String, fields: [String: String] = [:]
    ) async throws -> Heard {
        var body = ""
        let all = fields.merging(["token": try await school.token(cookie)]) { first, _ in first }
        for (name, value) in all {
            body += "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        body +=
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n\(text)\r\n--b--\r\n"
        return try await client.ask(
            "/duty/trial", .post, cookie: cookie, type: "multipart/form-data; boundary=b", body: body)
    }

    @Test func aTrialChangesNothingAndIsSavedOnce() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let token = try await school.token(cookie)
            let text = "person,from,to\nTEACHER,07:30,15:30\n"
            let page = try await upload(text, named: "hours.csv", school, client, cookie)
            #expect(page.status == .ok && page.text.contains("Save it"))
            #expect(try await rows(school).isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: school.folder + "/uploads").isEmpty)
            let key = try #require(page.text.value(of: "trial"))
            let other = try await school.signIn(.principal)
            let theirs = try await client.form(
                "/duty/import", "trial=\(key)&token=\(try await school.token(other))", cookie: other)
            #expect(theirs.status == .gone)
            let saved = try await client.form("/duty/import", "trial=\(key)&token=\(token)", cookie: cookie)
            #expect(saved.status == .seeOther)
            #expect(try await rows(school).map(\.origin) == ["csv:hours.csv"])
            let again = try await client.form("/duty/import", "trial=\(key)&token=\(token)", cookie: cookie)
            #expect(again.status == .gone && again.code == "trial-over")
            let table = try await client.ask("/duty/table?name=hours", cookie: cookie)
            #expect(table.text.contains("TEACHER,Mon-Sun,07:30,15:30,school days,on site,,"))
        }
    }

    @Test func aFileWithMistakesCannotBeSavedAndSaysWhere() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let page = try await upload(
                "person,from,to\nNED,07:30,15:30\n", named: "hours.csv", school, client, cookie)
            #expect(
                page.text.contains("This file cannot be saved") && page.text.contains("duty.person-unknown"))
            #expect(page.text.contains("line 2") && !page.text.contains("Save it"))
            school.time.pass(.minutes(16))
            let stale = try await upload(
                "person,from,to\nTEACHER,07:30,15:30\n", named: "hours.csv", school, client, cookie)
            let key = try #require(stale.text.value(of: "trial"))
            school.time.pass(.minutes(16))
            let late = try await client.form(
                "/duty/import", "trial=\(key)&token=\(try await school.token(cookie))", cookie: cookie)
            #expect(late.status == .gone)
        }
    }

    @Test func aCalendarIsSavedAsTheTimesOfSomebody() async throws {
        try await ServerFixture.run({ $0.dutyBytes = 4000 }) { school, client in
            let cookie = try await school.signIn(.principal)
            let calendar =
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20270201\r\nSUMMARY:Surgery\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR\r\n"
            let nobody = try await upload(
                calendar, named: "away.ics", school, client, cookie, fields: ["purpose": "absences"])
            #expect(nobody.status == .unprocessableContent && nobody.text.contains("Choose whose absences"))
            let page = try await upload(
                calendar, named: "away.ics", school, client, cookie,
                fields: ["purpose": "absences", "person": "teacher"])
            #expect(page.status == .ok && !page.text.contains("Surgery"))
            let key = try #require(page.text.value(of: "trial"))
            _ = try await client.form(
                "/duty/import", "trial=\(key)&token=\(try await school.token(cookie))", cookie: cookie)
            let row = try #require(try await rows(school).first)
            guard case .absence(let absence) = row.entry else {
                Issue.record("an absence was saved")
                return
            }
            #expect(absence.person == id("teacher") && absence.when.minutes == 1440)
            let large = try await upload(
                String(repeating: "x", count: 5000), named: "away.ics", school, client, cookie)
            #expect(large.status == .contentTooLarge)
        }
    }

    @Test func anybodySaysOfThemselvesAndOfNobodyElse() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.teacher)
            let token = try await school.token(cookie)
            func send(_ path: String, _ fields: String) async throws -> HTTPResponse.Status {
                try await client.form(path, fields + "&token=\(token)", cookie: cookie).status
            }
            #expect(try await send("/duty/me/presence", "state=here") == .seeOther)
            school.time.pass(.minutes(5))
            #expect(try await send("/duty/me/presence", "state=left") == .seeOther)
            let mark = PresenceMark(id("teacher"), at: school.time.wall, arrived: false)
            #expect(try await rows(school).map(\.entry) == [.presence(mark)])
            #expect(try await send("/duty/me/presence", "state=dancing") == .notFound)
            #expect(try await send("/duty/me/absence", "quick=tomorrow&person=principal") == .seeOther)
            #expect(
                try await send("/duty/me/absence", "from=2027-02-01T08:00&to=2027-02-01T07:00")
                    == .unprocessableContent)
            let absences = try await rows(school).filter { $0.entry.wireCase == .absence }
            #expect(absences.count == 1 && absences[0].entry.people == [id("teacher")])
            let others = DutyRow(
                id("theirs"), .absence(Absence(id("principal"), Stretch(from: .zero, to: school.time.wall))),
                origin: "page")
            try await school.directory.putDuty([others], at: ServerFixture.site)
            #expect(try await send("/duty/me/remove", "row=theirs") == .notFound)
            #expect(try await send("/duty/me/remove", "row=\(absences[0].id)") == .seeOther)
            #expect(try await rows(school).filter { $0.entry.wireCase == .absence } == [others])
            let page = try await client.ask("/duty/me", cookie: cookie)
            #expect(page.text.contains("You said that you had left") && !page.text.contains("PRINCIPAL"))
        }
    }

    @Test func anotherSitesDutyIsNeitherShownNorTouched() async throws {
        try await ServerFixture.run { school, client in
            let theirs = DutyRow(
                id("theirs"), .opening(Opening("Elm evening", Recurrence(1080, to: 1200))), origin: "page")
            try await school.directory.putDuty([theirs], at: ServerFixture.otherSite)
            let cookie = try await school.signIn(.principal)
            let token = try await school.token(cookie)
            let page = try await client.ask("/duty?view=calendar", cookie: cookie)
            #expect(page.status == .ok && !page.text.contains("Elm evening"))
            #expect(try await client.ask("/duty/remove?row=theirs", cookie: cookie).status == .notFound)
            let removed = try await client.form("/duty/remove", "row=theirs&token=\(token)", cookie: cookie)
            #expect(removed.status == .notFound)
            #expect(try await school.directory.duty(of: ServerFixture.otherSite) == [theirs])
        }
    }

    @Test func aFormOfAnotherPageIsRefused() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            for path in [
                "/duty/add", "/duty/remove", "/duty/lines", "/duty/zone", "/duty/import", "/duty/me/presence",
                "/duty/me/absence", "/duty/me/remove",
            ] {
                let answer = try await client.form(path, "token=00&table=hours", cookie: cookie)
                #expect(answer.status == .forbidden && answer.code == "foreign-origin", "\(path)")
            }
        }
    }

    @Test func aZoneIsNamedOnThePage() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let token = try await school.token(cookie)
            let wrong = try await client.form(
                "/duty/zone", "zone=America/Gotham&token=\(token)", cookie: cookie)
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("America/Gotham"))
            let right = try await client.form(
                "/duty/zone", "zone=America/Denver&token=\(token)", cookie: cookie)
            #expect(right.status == .seeOther)
            #expect(try await school.directory.zone(of: ServerFixture.site) == "America/Denver")
        }
    }

    @Test func namingTheZoneKeepsTheTimeOfDayThatWasTyped() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let token = try await school.token(cookie)
            let site = ServerFixture.site
            let old = try await school.directory.siteZone(of: site)
            let day = try #require(CivilDay("2027-01-19"))
            let when = Stretch(from: old.instant(day, minute: 480), to: old.instant(day, minute: 960))
            try await school.directory.putDuty(
                [
                    DutyRow(id("a"), .absence(Absence(id("principal"), when)), origin: "page"),
                    DutyRow(id("b"), .absence(Absence(id("teacher"), when)), origin: "ical:absences:teacher"),
                ], at: site)
            let answer = try await client.form(
                "/duty/zone", "zone=Pacific/Auckland&token=\(token)", cookie: cookie)
            #expect(answer.status == .seeOther)
            let rows = try await school.directory.duty(of: site)
            let zone = try await school.directory.siteZone(of: site)
            let kept = Stretch(from: zone.instant(day, minute: 480), to: zone.instant(day, minute: 960))
            #expect(rows.first { $0.id == id("a") }?.entry == .absence(Absence(id("principal"), kept)))
            #expect(rows.first { $0.id == id("b") }?.entry == .absence(Absence(id("teacher"), when)))
            // Incidents go by the same clock: what is typed is read as it is shown.
            let clock = await school.server.pageClock(of: site)
            #expect(clock.utcOffsetMinutes == zone.offset(at: school.time.wall))
            let book = try await school.server.books.book(of: site)
            for audience in Audience.allCases {
                let told = DirectoryCut(book).slice(for: audience).clock
                #expect(told?.offset(at: school.time.wall) == zone.offset(at: school.time.wall))
            }
        }
    }

    @Test func whoSaysToHaveLeftDuringAnAlarmHasLeftIt() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let incident = try await school.raise()
            let token = try await school.token(cookie)
            for (state, isHere) in [("left", false), ("here", true)] {
                let answer = try await client.form(
                    "/duty/me/presence", "state=\(state)&token=\(token)", cookie: cookie)
                #expect(answer.status == .seeOther)
                let duty = try await school.server.registry.desk(ServerFixture.site).replica.state
                    .incidents[incident]?.coordination.duty
                #expect(duty?.arrived == (isHere ? [id("principal")] : []))
                #expect(duty?.left == (isHere ? [] : [id("principal")]))
            }
        }
    }

}
