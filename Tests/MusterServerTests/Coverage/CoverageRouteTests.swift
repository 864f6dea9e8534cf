import HTTPTypes
import HummingbirdTesting
import MusterCore
import MusterDesk
import MusterLog
import MusterSQLite
import MusterViews
import NIOCore
import Testing

@testable import MusterServer

/// The coverage pages over HTTP: what is entered decides what is shown, and only the line settles findings.
struct CoverageRouteTests {
    @Test func whatIsToBeMendedFollowsFromTheDutyData() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let before = try await client.ask("/coverage?from=2026-09-07", cookie: cookie)
            #expect(before.status == .ok && before.text.contains("No working hours are known yet"))
            try await enterHours(school)
            let after = try await client.ask("/coverage?view=findings&from=2026-09-07", cookie: cookie)
            #expect(after.status == .ok && !after.text.contains("No working hours are known yet"))
            #expect(after.text.contains("No outside duty") || after.text.contains("One deep"))
        }
    }

    @Test func aFindingIsAcceptedWithAReasonAndOpenedAgain() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            try await enterHours(school)
            let token = try await school.token(cookie)
            let name = try await finding(school)
            let empty = try await client.form(
                "/coverage/accept", "finding=\(name)&reason=%20&token=\(token)", cookie: cookie)
            #expect(empty.status == .unprocessableContent && empty.code == "no-reason")
            let bad = try await client.form(
                "/coverage/accept", "finding=anything&reason=x&token=\(token)", cookie: cookie)
            #expect(bad.status == .notFound)
            let accepted = try await client.form(
                "/coverage/accept", "finding=\(name)&reason=rural&from=2026-09-07&token=\(token)",
                cookie: cookie)
            #expect(accepted.status == .seeOther)
            let site = ServerFixture.site
            let notes = try await school.directory.coverageNotes(of: site)
            #expect(
                notes.map(\.accepted) == ["rural"] && notes.allSatisfy { $0.until != nil && $0.hours != nil })
            // What is not there in those days cannot be accepted.
            let absent = try await client.form(
                "/coverage/accept", "finding=countedTwice/liaison&reason=x&from=2026-09-07&token=\(token)",
                cookie: cookie)
            #expect(absent.status == .notFound)
            _ = try await client.form("/coverage/reopen", "finding=\(name)&token=\(token)", cookie: cookie)
            #expect(try await school.directory.coverageNotes(of: site).isEmpty)
        }
    }

    @Test func whoeverHasARoleThatRespondsIsNotCountedOn() async throws {
        try await ServerFixture.run { school, client in
            func findings() async throws -> String {
                let cookie = try await school.signIn(.principal)
                return try await client.ask("/coverage?view=findings&from=2026-09-07", cookie: cookie).text
            }
            try await enterHours(school)
            #expect(try await !findings().contains("Only responders"))
            try await school.directory.setRoles(
                [.line, .administrator, .sro], of: id("principal"), at: ServerFixture.site)
            #expect(try await findings().contains("Only responders"))
        }
    }

    @Test func aForeignFormSettlesNothing() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let answer = try await client.form(
                "/coverage/accept", "finding=nobody/schoolCoordinator&reason=x&token=none", cookie: cookie)
            #expect(answer.status == .forbidden)
        }
    }

    @Test(arguments: ["yesterday", "2026-02-30", "9999-01-01"])
    func aDayThatIsNoneIsNamed(day: String) async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            let answer = try await client.ask("/coverage?from=\(day)", cookie: cookie)
            #expect(answer.status == .badRequest)
        }
    }

    @Test func aWhatIfChangesNothing() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            try await enterHours(school)
            let version = try await school.directory.version()
            let token = try await school.token(cookie)
            let site = ServerFixture.site
            let plan = try await school.server.registry.desk(site).replica.state.plan
            let person = try #require(plan.line.first?.person)
            let answer = try await client.form(
                "/coverage?view=what-if&from=2026-09-07", "person=\(person)&token=\(token)", cookie: cookie)
            #expect(answer.status == .ok && answer.text.contains("is away."))
            #expect(try await school.directory.version() == version)
            let stranger = try await client.form(
                "/coverage?view=what-if", "person=nobody&token=\(token)", cookie: cookie)
            #expect(stranger.status == .notFound)
        }
    }

    @Test func oneHourIsAnsweredForALinkAndForAForm() async throws {
        try await ServerFixture.run { school, client in
            let cookie = try await school.signIn(.principal)
            try await enterHours(school)
            let link = try await client.ask("/coverage?view=hour&at=2026-09-10T10:30", cookie: cookie)
            #expect(link.status == .ok && link.text.contains("Thu 10 Sep, 10:30"))
            #expect(link.text.contains("would be asked first"))
            let form = try await client.ask(
                "/coverage?view=hour&from=2026-09-07&day=2026-09-10&time=10%3A30", cookie: cookie)
            #expect(form.text.contains("Thu 10 Sep, 10:30"))
            for bad in ["at=noon", "day=2026-09-10&time=25%3A00", "day=x&time=10%3A00"] {
                let answer = try await client.ask("/coverage?view=hour&\(bad)", cookie: cookie)
                #expect(answer.status == .badRequest, "\(bad)")
            }
            let stranger = try await client.ask(
                "/coverage?view=hour&at=2026-09-10T10:30&away=nobody", cookie: cookie)
            #expect(stranger.status == .notFound)
        }
    }

    /// The name of a finding of the week from 7 September 2026.
    private func finding(_ school: ServerFixture) async throws -> String {
        let site = ServerFixture.site
        let plan = try await school.server.registry.desk(site).replica.state.plan
        let monday = try #require(CivilDay("2026-09-07"))
        let question = try await CoverageReader(school.directory).question(
            of: site, plan, from: monday, days: 7)
        return try #require(Coverage(question).findings.first).hit.name
    }

    private func enterHours(_ school: ServerFixture) async throws {
        let site = ServerFixture.site
        let plan = try await school.server.registry.desk(site).replica.state.plan
        let monday = try #require(CivilDay("2026-09-07"))
        var entries: [DutyEntry] = [
            .calendar(CalendarSpan(.term, from: monday, to: monday.advanced(by: 100))),
            .opening(Opening("School", Recurrence(480, to: 900))),
        ]
        for member in plan.line {
            entries.append(
                .hours(WorkingHours(member.person, Recurrence(420, to: 960), onSite: member.onSite)))
        }
        let rows = entries.map { DutyRow(.fresh(), $0, origin: "page") }
        try await school.directory.putDuty(rows, at: site)
    }
}
