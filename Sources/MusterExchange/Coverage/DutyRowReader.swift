package import MusterCore
import MusterLog

/// Reads one row of a table of duty data, from a file or from a form: the one place that knows what a row may say.
package struct DutyRowReader: Sendable {
    /// What came of a row.
    package struct Outcome: Sendable {
        /// What it says; `nil` when something is wrong with it.
        package let entry: DutyEntry?
        /// What is wrong with it.
        package let faults: [DutyFault]
    }

    private let context: DutyContext

    /// A reader for the rows of a site.
    package init(_ context: DutyContext) {
        self.context = context
    }

    /// Reads a row of any table but that of the lines, which are no entries.
    package func read(_ values: [DutyColumn: String], of table: DutyTable) -> Outcome {
        var cells = DutyCells(values, context)
        let entry = entry(&cells, table)
        precondition(entry != nil || !cells.faults.isEmpty, "what is not read is said")
        return Outcome(entry: cells.faults.isEmpty ? entry : nil, faults: cells.faults)
    }

    private func entry(_ cells: inout DutyCells, _ table: DutyTable) -> DutyEntry? {
        switch table {
        case .calendar: calendar(&cells)
        case .openings: opening(&cells)
        case .events: event(&cells)
        case .hours: hours(&cells)
        case .outsideDuty: outside(&cells)
        case .absences: absence(&cells)
        case .substitutes: substitute(&cells)
        case .qualifications: qualification(&cells)
        case .requirements: requirement(&cells)
        case .responders: responder(&cells)
        case .lines: preconditionFailure("the lines are the plan's")
        }
    }

    private func calendar(_ cells: inout DutyCells) -> DutyEntry? {
        let sort = cells.word(.kind, DutyVocabulary.calendar)
        let days = cells.days(.first, .last)
        let name = cells.optionalName(.name)
        var ends: Int32?
        if sort == .halfDay {
            if cells.text(.ends).isEmpty {
                cells.fault(.dutyHalfDay, .ends, "Say when school ends on a half day, such as 12:30.")
            } else {
                ends = cells.minute(.ends)
                if let end = ends, !(1...1440).contains(end) {
                    cells.fault(
                        .dutyTime, .ends, "School ends on the day itself: write a time such as 12:30.")
                }
            }
        }
        guard let sort, let days, let name else { return nil }
        return .calendar(CalendarSpan(sort, from: days.first, to: days.last, ends: ends, name: name))
    }

    private func opening(_ cells: inout DutyCells) -> DutyEntry? {
        let name = cells.name(.name, "what it is, such as School or After-school care")
        guard let when = cells.recurrence(), let name else { return nil }
        return .opening(Opening(name, when))
    }

    private func event(_ cells: inout DutyCells) -> DutyEntry? {
        let name = cells.name(.name, "what it is, such as Parents' evening")
        let people = cells.people(.people)
        guard let when = cells.stretch(in: context.zone, wholeDays: true), let name, let people else {
            return nil
        }
        return .event(SiteEvent(name, when, people: people))
    }

    private func hours(_ cells: inout DutyCells) -> DutyEntry? {
        let person = cells.person(.person)
        let onSite = cells.word(.place, DutyVocabulary.onSite, blank: true)
        guard let when = cells.recurrence(), let person, let onSite else { return nil }
        return .hours(WorkingHours(person, when, onSite: onSite))
    }

    private func outside(_ cells: inout DutyCells) -> DutyEntry? {
        let person = cells.person(.person)
        guard let when = cells.recurrence(), let person else { return nil }
        return .outside(OutsideDuty(person, when))
    }

    private func absence(_ cells: inout DutyCells) -> DutyEntry? {
        let person = cells.person(.person)
        guard let when = cells.stretch(in: context.zone, wholeDays: true), let person else { return nil }
        return .absence(Absence(person, when))
    }

    private func substitute(_ cells: inout DutyCells) -> DutyEntry? {
        let absent = cells.person(.absent)
        let substitute = cells.person(.substitute)
        let days = cells.days(.first, .last)
        let inLine = cells.word(.line, DutyVocabulary.yes, blank: false)
        guard let absent, let substitute, let days, let inLine else { return nil }
        guard absent != substitute else {
            cells.fault(.dutyPersonTwice, .substitute, "Nobody stands in for themselves. Name somebody else.")
            return nil
        }
        return .substitute(
            Substitute(substitute, for: absent, from: days.first, to: days.last, inLine: inLine))
    }

    private func qualification(_ cells: inout DutyCells) -> DutyEntry? {
        let person = cells.person(.person)
        let name = cells.name(.qualification, "what was learned, such as IS-100 or First aid")
        let count = cells.faults.count
        let expires = cells.day(.expires, required: false)
        guard let person, let name, cells.faults.count == count else { return nil }
        return .qualification(Qualification(person, Self.folded(name), expires: expires))
    }

    private func requirement(_ cells: inout DutyCells) -> DutyEntry? {
        let position = cells.word(.position, DutyVocabulary.position)
        let name = cells.name(.qualification, "what must have been learned, such as IS-100")
        guard let position, let name else { return nil }
        return .requirement(Requirement(position, Self.folded(name)))
    }

    private func responder(_ cells: inout DutyCells) -> DutyEntry? {
        let person = cells.person(.person)
        let sort = cells.word(.sort, DutyVocabulary.responder)
        guard let person, let sort else { return nil }
        return .responder(ExpectedResponder(person, sort))
    }

    /// One spelling a qualification: "IS 100", "is-100" and "IS-100" are the same.
    private static func folded(_ name: String) -> String {
        name.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }.joined(separator: "-")
    }
}
