import MusterCore
import MusterLog

/// The duty data of a demo site: a school year around today, with a few things to mend, as every real one has.
struct DemoDuty {
    /// What marks the rows.
    static let origin = "demo"

    /// The rows.
    let rows: [DutyRow]

    init(
        staff: [PersonID], line: [PersonID], outside: PersonID, officer: PersonID, around day: SchoolDay
    ) {
        guard let today = day.civil else { preconditionFailure("today is a day") }
        let index = Int32(Weekday.allCases.firstIndex(of: today.weekday) ?? 0)
        let monday = today.advanced(by: -index)
        var entries: [DutyEntry] = [
            .calendar(
                CalendarSpan(
                    .term, from: monday.advanced(by: -63), to: monday.advanced(by: 200), name: "Term")),
            .calendar(
                CalendarSpan(
                    .halfDay, from: monday.advanced(by: 9), to: monday.advanced(by: 9), ends: 720,
                    name: "Half day")),
            .opening(Opening("School", Recurrence(470, to: 910))),
            .opening(Opening("Before-school care", Recurrence(420, to: 470))),
            .opening(Opening("After-school care", Recurrence(910, to: 1050))),
            .hours(WorkingHours(outside, Recurrence(420, to: 1140, on: .everyDay), onSite: false)),
            .hours(WorkingHours(officer, Recurrence(450, to: 930))),
            .outside(OutsideDuty(outside, Recurrence(300, to: 1380, on: .everyDay, .all))),
            .responder(ExpectedResponder(officer, .sro)),
            .requirement(Requirement(.schoolCoordinator, "is-100")),
        ]
        for person in staff where person != outside && person != officer {
            let isLeader = line.contains(person)
            let when = isLeader ? Recurrence(420, to: 960) : Recurrence(450, to: 930)
            entries.append(.hours(WorkingHours(person, when)))
        }
        for person in line + [outside] {
            entries.append(.qualification(Qualification(person, "is-100", expires: monday.advanced(by: 300))))
        }
        rows = entries.map { DutyRow(.fresh(), $0, origin: Self.origin) }
    }
}
