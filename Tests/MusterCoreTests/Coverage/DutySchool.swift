import MusterCore

/// A school with duty data, changed step by step, so that a test reads as a sentence.
///
/// The week begins on Monday, 7 September 2026; the clock is four hours behind UTC.
struct DutySchool {
    var plan = SitePlan()
    var book = DutyBook()
    var clock = SiteClock(offsetMinutes: -240)

    static let monday = day("2026-09-07")
    static let principal = person("principal")
    static let deputy = person("deputy")
    static let secretary = person("secretary")
    static let district = person("district")
    static let county = person("county")
    static let officer = person("officer")
    static let nurse = person("nurse")

    /// School from 8:00 to 15:00 on Monday to Friday; nobody works yet.
    init() {
        book.calendar = [CalendarSpan(.term, from: Self.day("2026-09-01"), to: Self.day("2027-06-11"))]
        book.openings = [Opening("School", Recurrence(480, to: 900))]
    }

    /// A rural school with fourteen staff: the principal, the secretary and eleven teachers work all day, the nurse two
    /// days a week; the district's coordinator and the county take turns off site.
    static var rural: DutySchool {
        var school = DutySchool()
        school.plan.smallSchool = true
        school.works(principal, 420, 960)
        school.works(secretary, 420, 990)
        school.works(nurse, 480, 780)
        for number in 1...11 { school.works(PersonID("teacher", Int64(number)), 450, 930) }
        school.book.responders = [ExpectedResponder(nurse, .nurse)]
        school.book.hours += [
            WorkingHours(district, Recurrence(360, to: 1200, on: .everyDay, .all), onSite: false)
        ]
        school.book.outside = [
            OutsideDuty(district, Recurrence(360, to: 1200, on: .everyDay, .all)),
            OutsideDuty(county, Recurrence(1200, to: 360, on: .everyDay, .all)),
        ]
        school.line(principal, secretary)
        school.plan.line.append(LineMember(district, onSite: false))
        return school
    }

    /// A person works on school days, from and to in minutes from midnight.
    mutating func works(_ person: PersonID, _ from: Int32, _ to: Int32) {
        book.hours.append(WorkingHours(person, Recurrence(from, to: to)))
    }

    mutating func line(_ people: PersonID...) {
        plan.line = people.map { LineMember($0, onSite: true) }
    }

    /// The moment at which the clock shows a time of a day of the week that is looked at, Monday being 0.
    func at(_ day: Int32, _ hour: Int32, _ minute: Int32 = 0) -> Instant {
        clock.instant(Self.monday.advanced(by: day), minute: hour * 60 + minute)
    }

    /// The week from Monday to Sunday.
    var question: CoverageQuestion {
        CoverageQuestion(plan, book, clock, Stretch(from: at(0, 0), to: at(7, 0)))
    }

    var coverage: Coverage { Coverage(question) }

    func finding(_ gap: CoverageGap, _ position: Position = .schoolCoordinator) -> CoverageFinding? {
        coverage.findings.first { $0.hit.gap == gap && $0.hit.position == position }
    }

    /// A copy with a change.
    func with(_ change: (inout DutySchool) -> Void) -> DutySchool {
        var copy = self
        change(&copy)
        return copy
    }

    static func day(_ text: String) -> CivilDay {
        guard let day = CivilDay(text) else { preconditionFailure("a day") }
        return day
    }

    static func person(_ text: String) -> PersonID {
        guard let id = PersonID(text) else { preconditionFailure("an id") }
        return id
    }
}
