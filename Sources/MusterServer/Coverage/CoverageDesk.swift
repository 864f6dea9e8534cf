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
    func sheet(from first: CivilDay?, trying change: (CoverageQuestion) throws -> DutyChange? = { _ in nil })
        async throws -> CoverageSheet
    {
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
        if question.period.contains(now) {
            sheet.now = coverage.at(now)
        } else {
            sheet.now = try await moment(of: site, state.plan)
        }
        let notes = try await directory.coverageNotes(of: site)
        sheet.items = coverage.findings.map { finding in
            CoverageItem(
                finding, mend: question.mend(finding),
                note: notes.first { $0.finding == finding.hit.name })
        }
        sheet.events = question.book.events.filter { $0.when.meets(question.period) }
        sheet.people = question.peopleInLines
        if let change = try change(question) {
            sheet.trial = CoverageTrial(
                change, CoverageDifference(from: coverage, to: Coverage(question.after(change))))
        }
        sheet.hasHours = !question.book.hours.isEmpty
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
        row.now = coverage.at(now)
        row.first = row.now?.first.map { names.name(of: $0) }
        row.outsideDuty = row.now?.outsideDuty.map { names.name(of: $0) }
        let notes = try await directory.coverageNotes(of: card.site)
        let week = Stretch(from: now, to: now + .minutes(7 * 1440))
        row.open = Int32(
            coverage.findings.filter { finding in
                finding.when.contains { $0.meets(week) }
                    && !notes.contains { $0.finding == finding.hit.name && $0.accepted != nil }
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

    /// Who would coordinate at a site at this moment.
    private func moment(of site: SiteID, _ plan: SitePlan) async throws -> CoverageStretch? {
        let now = server.stores.time.wall
        let today = try await reader.monday(of: site, at: now)
        let question = try await reader.question(of: site, plan, from: today, days: 7)
        return Coverage(question).at(now)
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
        try await settle(finding) { $0.assigned = person }
    }

    /// Keeps why a finding is accepted as it is.
    func accept(_ finding: String, _ reason: String) async throws {
        let reason = String(reason.trimmingPrefix { $0.isWhitespace }.prefix(500))
        guard !reason.isEmpty else {
            throw Problem(
                .unprocessableContent, "no-reason", "Say why it is accepted as it is, in a few words.")
        }
        try await settle(finding) { $0.accepted = reason }
    }

    /// Opens a finding again that was accepted.
    func reopen(_ finding: String) async throws {
        try await directory.dropCoverageNote(of: finding, at: site)
        server.audit("a coverage finding was opened again", by: visit.session, ["finding": "\(finding)"])
    }

    private func settle(_ finding: String, _ change: (inout CoverageNote) -> Void) async throws {
        guard CoverageHit.isName(finding) else { throw Problem.notFound }
        var note =
            try await directory.coverageNotes(of: site).first { $0.finding == finding } ?? CoverageNote()
        note.finding = finding
        note.by = visit.session.person
        note.at = server.stores.time.wall
        change(&note)
        try await directory.keepCoverageNote(note, at: site)
        server.audit("a coverage finding was settled", by: visit.session, ["finding": "\(finding)"])
    }
}
