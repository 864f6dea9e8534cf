package import MusterCore
import MusterLog

/// Writes entries as the rows of their tables, so that the reader makes the same of them.
package struct DutyCellWriter: Sendable {
    private let people: AdultFinder
    private let zone: SiteZone

    /// A writer for the rows of a site.
    package init(_ context: DutyContext) {
        people = context.people
        zone = context.zone
    }

    /// The cells of an entry, by columns; nothing for presence.
    package func cells(of entry: DutyEntry) -> [DutyColumn: String] {
        switch entry {
        case .calendar(let span):
            return [
                .kind: DutyVocabulary.calendar.word(span.sort), .first: span.first.text,
                .last: span.last.text,
                .ends: span.ends.map { DutyText.time($0) } ?? "", .name: span.name,
            ]
        case .opening(let opening): return cells(of: opening.when, [.name: opening.name])
        case .event(let event):
            return cells(
                of: event.when,
                [.name: event.name, .people: event.people.map { name($0) }.joined(separator: "; ")])
        case .hours(let hours):
            return cells(
                of: hours.when,
                [.person: name(hours.person), .place: DutyVocabulary.onSite.word(hours.onSite)])
        case .outside(let duty): return cells(of: duty.when, [.person: name(duty.person)])
        case .absence(let absence): return cells(of: absence.when, [.person: name(absence.person)])
        case .substitute(let stand):
            return [
                .absent: name(stand.absent), .substitute: name(stand.substitute), .first: stand.first.text,
                .last: stand.last.text, .line: DutyVocabulary.yes.word(stand.inLine),
            ]
        case .qualification(let learned):
            return [
                .person: name(learned.person), .qualification: learned.name,
                .expires: learned.expires?.text ?? "",
            ]
        case .requirement(let asked):
            return [
                .position: DutyVocabulary.position.word(asked.position), .qualification: asked.name,
            ]
        case .responder(let responder):
            return [
                .person: name(responder.person), .sort: DutyVocabulary.responder.word(responder.sort),
            ]
        case .presence: return [:]
        }
    }

    /// The cells of a member of a line.
    package func cells(of member: LineMember, in position: Position, order: Int) -> [DutyColumn: String] {
        [
            .position: DutyVocabulary.position.word(position), .order: "\(order)",
            .person: name(member.person), .place: DutyVocabulary.place.word(member.onSite),
        ]
    }

    private func name(_ person: PersonID) -> String { people.spelling(of: person) }

    private func cells(of when: Recurrence, _ others: [DutyColumn: String]) -> [DutyColumn: String] {
        let own: [DutyColumn: String] = [
            .days: when.weekdays.text, .from: DutyText.time(when.begins),
            .to: DutyText.time(when.endsAfter), .on: DutyVocabulary.days.word(when.days),
            .first: when.first?.text ?? "", .last: when.last?.text ?? "",
        ]
        return own.merging(others) { first, _ in first }
    }

    private func cells(of when: Stretch, _ others: [DutyColumn: String]) -> [DutyColumn: String] {
        [.from: moment(when.from), .to: moment(when.to)].merging(others) { first, _ in first }
    }

    /// A moment on the site's clock, with the distance from UTC where the clock shows that minute twice.
    package func moment(_ moment: Instant) -> String {
        let whole = Instant(
            milliseconds: moment.milliseconds - (moment.milliseconds % 60_000 + 60_000) % 60_000)
        let shown = zone.shows(whole)
        let text = DutyText.moment(shown)
        guard zone.instant(shown.day, minute: shown.minute) != whole else { return text }
        let offset = zone.offset(at: whole)
        return text + (offset < 0 ? "-" : "+") + DutyText.time(abs(offset))
    }
}

/// The tables of a site's duty data as comma-separated text.
package enum DutyExport {
    /// Each table that has rows, with its text, in the order of the tables.
    package static func tables(
        _ rows: [DutyRow], _ lines: [PositionLine], _ context: DutyContext
    ) -> [(table: DutyTable, text: [UInt8])] {
        let writer = DutyCellWriter(context)
        var cells: [DutyTable: [[DutyColumn: String]]] = [:]
        for row in rows {
            guard let table = DutyTable(row.entry.wireCase) else { continue }
            cells[table, default: []].append(writer.cells(of: row.entry))
        }
        for line in lines {
            for (index, member) in line.members.enumerated() {
                cells[.lines, default: []].append(
                    writer.cells(of: member, in: line.position, order: index + 1))
            }
        }
        return DutyTable.allCases.compactMap { table in
            guard let rows = cells[table], !rows.isEmpty else { return nil }
            return (table, text(of: table, rows.map { row in table.columns.map { row[$0] ?? "" } }))
        }
    }

    /// A table with its header; rows are sorted where their order says nothing.
    package static func text(of table: DutyTable, _ rows: [[String]]) -> [UInt8] {
        var bytes: [UInt8] = []
        let sorted = table == .lines ? rows : rows.sorted { $0.lexicographicallyPrecedes($1) }
        for row in [table.columns.map(\.rawValue)] + sorted { CSVRow.append(row, to: &bytes) }
        return bytes
    }
}
