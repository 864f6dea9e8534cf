/// The duty data of one site, sorted by what it says.
package struct DutyBook: Equatable, Sendable {
    /// The school calendar.
    package var calendar: [CalendarSpan] = []
    /// When people are on the site.
    package var openings: [Opening] = []
    /// When else they are.
    package var events: [SiteEvent] = []
    /// Who works when.
    package var hours: [WorkingHours] = []
    /// Who has outside duty when.
    package var outside: [OutsideDuty] = []
    /// Who is away when.
    package var absences: [Absence] = []
    /// Who arrived and left, in any order.
    package var presences: [PresenceMark] = []
    /// Who stands in for whom.
    package var substitutes: [Substitute] = []
    /// Who has learned what.
    package var qualifications: [Qualification] = []
    /// What positions ask for.
    package var requirements: [Requirement] = []
    /// Who is expected to respond.
    package var responders: [ExpectedResponder] = []
    /// When people of this site are on another one.
    package var elsewhere: [Absence] = []

    /// No data.
    package init() {}

    /// The data of these entries.
    package init(_ entries: [DutyEntry]) {
        for entry in entries { add(entry) }
    }

    /// Takes one more fact in.
    package mutating func add(_ entry: DutyEntry) {
        switch entry {
        case .calendar(let value): calendar.append(value)
        case .opening(let value): openings.append(value)
        case .event(let value): events.append(value)
        case .hours(let value): hours.append(value)
        case .outside(let value): outside.append(value)
        case .absence(let value): absences.append(value)
        case .presence(let value): presences.append(value)
        case .substitute(let value): substitutes.append(value)
        case .qualification(let value): qualifications.append(value)
        case .requirement(let value): requirements.append(value)
        case .responder(let value): responders.append(value)
        }
    }

    /// What a day is: a holiday before a half day, a half day before a term, a term before summer school.
    package func sort(of day: CivilDay) -> DaySort {
        var isTerm = false
        var isSummer = false
        var until: Int32?
        let isWorkday = Weekdays.workdays.contains(day.weekday)
        for span in calendar where span.first <= day && day <= span.last {
            switch span.sort {
            case .holiday: return .free
            case .halfDay: until = min(until ?? 1440, span.ends ?? 1440)
            case .term: isTerm = isWorkday
            case .summer: isSummer = isWorkday
            }
        }
        if isTerm { return .school(until: until) }
        return isSummer ? .summer(until: until) : .free
    }

    /// Whether a person is expected to respond here.
    package func responds(_ person: PersonID) -> Bool {
        responders.contains { $0.person == person }
    }
}

extension Recurrence {
    /// The stretch that begins on a day of this sort, if one does.
    package func stretch(on day: CivilDay, _ sort: DaySort, _ clock: SiteClock) -> Stretch? {
        guard weekdays.contains(day.weekday), days.includes(sort), first.map({ $0 <= day }) ?? true,
            last.map({ day <= $0 }) ?? true
        else { return nil }
        var end = endsAfter
        if days != .everyDay, let until = sort.until { end = min(end, until) }
        guard begins < end else { return nil }
        let from = clock.instant(day, minute: begins)
        let to =
            end > 1440
            ? clock.instant(day.advanced(by: 1), minute: end - 1440) : clock.instant(day, minute: end)
        return from < to ? Stretch(from: from, to: to) : nil
    }
}

extension DaySort {
    /// When the day's school ends early, in minutes from midnight.
    var until: Int32? {
        switch self {
        case .school(let until), .summer(let until): until
        case .free: nil
        }
    }
}
