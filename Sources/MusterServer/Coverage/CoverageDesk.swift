import HTTPTypes
import Logging
import MusterCore
import MusterDesk
import MusterLog
import MusterViews

/// Gathers what the pages of coverage show to a visitor, and settles findings.
struct CoverageDesk {
    let server: Server
    let visit: Visit

    private var directory: any SiteDirectory & DutyDirectory & CoverageNotes { server.stores.directory }
    private var site: SiteID { visit.session.site }
    private var reader: CoverageReader { CoverageReader(server.stores.directory) }

    /// Seven days of the visitor's site; without a first one the week that has begun.
    func sheet(
        from first: CivilDay?, trying changes: (CoverageQuestion) throws -> [DutyChange] = { _ in [] },
        asking: (CoverageQuestion) throws -> CoverageHour? = { _ in nil }
    ) async throws -> CoverageSheet {
        let now = server.stores.time.wall
        let book = try await server.books.book(of: site)
        let state = try await server.registry.desk(site).replica.state
        let monday: CivilDay
        if let first { monday = first } else { monday = try await reader.monday(of: site, at: now) }
        let question = try await reader.question(of: site, state.plan, from: monday, days: 7)
        let coverage = Coverage(question)
        var sheet = CoverageSheet(
            site: book.card.name, clock: question.clock, first: monday, coverage: coverage,
            directory: try await names(book))
        // Another week than this one says nothing of now.
        var present = question
        if !question.period.contains(now) { present = try await moment(of: site, state.plan) }
        sheet.now = present.now(now, in: state)
        let notes = try await directory.coverageNotes(of: site)
        let mends = question.mends(coverage.findings)
        sheet.items = zip(coverage.findings, mends).map { finding, mend in
            CoverageItem(finding, mend: mend, notes: notes, on: question.clock, at: now)
        }
        sheet.events = question.book.events.filter { $0.when.meets(question.period) }
        sheet.people = question.peopleInLines
        let changes = try changes(question)
        if !changes.isEmpty { sheet.trial = CoverageTrial(changes, question, before: coverage) }
        sheet.hour = try asking(question)
        sheet.caveats = question.caveats(zone: try await directory.siteZone(of: site).name)
        sheet.maySettle = true
        sheet.mode = Mode(of: state.incidents.rows.filter(\.isOpen))
        sheet.links = PageLink.all(for: visit.viewer, on: "/coverage")
        return sheet
    }

    /// Every site in whose line the visitor stands or that the visitor administers, as it is now.
    func district() async throws -> [DistrictRow] {
        var rows: [DistrictRow] = []
        for card in try await directory.sites() {
            let book = try await server.books.book(of: card.site)
            guard let adult = book.adult(visit.session.person),
                adult.roles.contains(.line) || adult.roles.contains(.administrator)
            else { continue }
            rows.append(try await row(card, book))
        }
        return rows
    }

    private func row(_ card: SiteCard, _ book: SiteBook) async throws -> DistrictRow {
        var row = DistrictRow(card.site, card.name)
        // A site whose record cannot be read stands in the list all the same, and says so.
        guard let state = try? await server.registry.desk(card.site).replica.state else { return row }
        let names = try await names(book)
        row.mode = Mode(of: state.incidents.rows.filter(\.isOpen))
        let now = server.stores.time.wall
        let today = try await reader.monday(of: card.site, at: now)
        let question = try await reader.question(
            of: card.site, state.plan, from: today, days: 14, alone: true)
        let coverage = Coverage(question)
        row.now = question.now(now, in: state)
        row.caveats = question.caveats(zone: try await directory.siteZone(of: card.site).name)
        row.first = row.now?.first.map { names.name(of: $0) }
        row.outsideDuty = row.now?.outsideDuty.map { names.name(of: $0) }
        let notes = try await directory.coverageNotes(of: card.site)
        let week = Stretch(from: now, to: now + .minutes(7 * 1440))
        row.open = Int32(
            coverage.findings.filter { finding in
                finding.when.contains { $0.meets(week) }
                    && !notes.contains {
                        $0.finding == finding.hit.name
                            && $0.standing(of: finding, on: question.clock, at: now) == .accepted
                    }
            }.count)
        let next = coverage.stretches.first { stretch in
            stretch.when.from > now && stretch.when.from < now + .minutes(1440)
                && (stretch.worst?.grade ?? .fine) > row.grade
        }
        row.next = next.flatMap { stretch in
            stretch.worst.map { "\($0.gap.label) from \(question.clock.words(at: stretch.when.from))" }
        }
        return row
    }

    /// What is asked of this very week.
    private func moment(of site: SiteID, _ plan: SitePlan) async throws -> CoverageQuestion {
        let today = try await reader.monday(of: site, at: server.stores.time.wall)
        return try await reader.question(of: site, plan, from: today, days: 7)
    }

    /// Names of the site's adults, and of whoever else stands in its lines.
    private func names(_ book: SiteBook) async throws -> DirectorySlice {
        var slice = DirectoryCut(book).slice(for: .command)
        for adult in try await directory.everyAdult() where slice.people[adult.person] == nil {
            var entry = PersonEntry()
            entry.person = adult.person
            entry.name = adult.name
            entry.title = adult.title
            slice.people.put(entry)
        }
        return slice
    }

    /// Names who sees to a finding.
    func assign(_ finding: String, to person: PersonID) async throws {
        guard try await directory.everyAdult().contains(where: { $0.person == person }) else {
            throw Problem.notFound
        }
        try await settle(finding) { $0.assign(person, by: $1, at: $2) }
    }

    /// Keeps why a finding is accepted as it is: for the hours that it has in the week from a day on, or in this one.
    func accept(_ name: String, _ reason: String, from first: CivilDay?) async throws {
        let reason = String(reason.trimmingPrefix { $0.isWhitespace }.prefix(500))
        guard !reason.isEmpty else {
            throw Problem(
                .unprocessableContent, "no-reason", "Say why it is accepted as it is, in a few words.")
        }
        let state = try await server.registry.desk(site).replica.state
        let monday: CivilDay
        if let first {
            monday = first
        } else {
            monday = try await reader.monday(of: site, at: server.stores.time.wall)
        }
        let question = try await reader.question(of: site, state.plan, from: monday, days: 7)
        guard let finding = Coverage(question).findings.first(where: { $0.hit.name == name }) else {
            throw Problem.notFound
        }
        try await settle(name) { $0.accept(finding, because: reason, on: question.clock, by: $1, at: $2) }
    }

    /// Opens a finding again that was accepted.
    func reopen(_ finding: String) async throws {
        try await directory.dropCoverageNote(of: finding, at: site)
        server.audit("a coverage finding was opened again", by: visit.session, ["finding": "\(finding)"])
    }

    private func settle(
        _ finding: String, _ change: @escaping @Sendable (inout CoverageNote, PersonID, Instant) -> Void
    ) async throws {
        guard CoverageHit.isName(finding) else { throw Problem.notFound }
        let (person, now) = (visit.session.person, server.stores.time.wall)
        try await directory.changeCoverageNote(of: finding, at: site) { change(&$0, person, now) }
        server.audit("a coverage finding was settled", by: visit.session, ["finding": "\(finding)"])
    }
}
