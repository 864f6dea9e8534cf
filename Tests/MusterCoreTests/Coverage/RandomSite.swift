import MusterCore

/// A made-up site with duty data of every sort, and a few days to look at.
struct RandomSite {
    var question: CoverageQuestion

    /// Clocks and the days around which they turn: New York in autumn and spring, Lord Howe's half hour, Apia's lost
    /// day, and one that never turns, over a leap day.
    private static let clocks: [(name: String, day: CivilDay, turns: [(Int64, Int32)])] = [
        ("autumn", day(2026, 10, 31), [(0, -240), (1_793_512_800, -300)]),
        ("spring", day(2026, 3, 7), [(0, -300), (1_772_953_200, -240)]),
        ("half an hour", day(2026, 4, 4), [(0, 660), (1_775_314_800, 630)]),
        ("a day lost", day(2011, 12, 29), [(0, -600), (1_325_239_200, 840)]),
        ("leap day", day(2028, 2, 28), [(0, 120)]),
        ("no leap day", day(2027, 2, 27), [(0, 0)]),
    ]

    private var random: SplitMix
    private let day: CivilDay
    private let clock: SiteClock
    private var people: [PersonID] = []

    init(seed: UInt64) {
        random = SplitMix(seed)
        let place = Self.clocks[Int(random.next() % UInt64(Self.clocks.count))]
        day = place.day
        clock = SiteClock(
            place.turns.map {
                SiteClock.Turn(from: Instant(milliseconds: $0.0 * 1000), offsetMinutes: $0.1)
            })
        question = CoverageQuestion(SitePlan(), DutyBook(), clock, Stretch())
        question.period = Stretch(
            from: clock.instant(day, minute: number(0..<1440)),
            to: clock.instant(day.advanced(by: 1), minute: number(180..<1441)))
        people = (1...Int64(number(1..<9))).map { PersonID("p", $0) }
        makeCalendar()
        makeHours()
        makeChanges()
        makeQualifications()
        makePlan()
        // What is drawn last changes nothing of what a seed gave before.
        makeCourses()
        if chance(30) { question.unavailable = [someone()] }
        question.teaching = people.filter { _ in chance(30) }
    }

    private mutating func makeCourses() {
        guard chance(40) else { return }
        var course = Course()
        course.id = CourseID("course", 1)
        for position in [Position.caller911, .liaison, .schoolCoordinator] {
            var step = CourseStep()
            step.number = Int32(course.steps.count) + 1
            step.position = position
            course.steps.append(step)
        }
        question.plan.courses.put(course)
    }

    private mutating func makeCalendar() {
        if chance(90) { add(.term, from: day.advanced(by: -20), to: day.advanced(by: number(-1..<20))) }
        if chance(20) { add(.summer, from: day.advanced(by: -5), to: day.advanced(by: 5)) }
        if chance(20) { add(.holiday, from: day.advanced(by: number(-1..<3))) }
        if chance(30) { add(.halfDay, from: day.advanced(by: number(-1..<3)), ends: number(60..<1440)) }
        for _ in 0..<number(0..<4) { question.book.openings.append(Opening("school", recurrence())) }
    }

    private mutating func makeHours() {
        for _ in 0..<number(0..<10) {
            question.book.hours.append(WorkingHours(someone(), recurrence(), onSite: chance(60)))
        }
        for _ in 0..<number(0..<3) where chance(60) {
            question.book.outside.append(OutsideDuty(someone(), recurrence()))
        }
        for _ in 0..<number(0..<3) {
            let guests = chance(70) ? [someone()] : []
            question.book.events.append(SiteEvent("a game", stretch(), people: guests))
        }
    }

    private mutating func makeChanges() {
        for _ in 0..<number(0..<4) { question.book.absences.append(Absence(someone(), stretch())) }
        for _ in 0..<number(0..<5) {
            question.book.presences.append(PresenceMark(someone(), at: stretch().from, arrived: chance(50)))
        }
        for _ in 0..<number(0..<3) where people.count > 1 {
            let absent = someone()
            let other = pick(people.filter { $0 != absent })
            let first = day.advanced(by: number(-1..<3))
            question.book.substitutes.append(
                Substitute(
                    other, for: absent, from: first, to: first.advanced(by: number(0..<2)),
                    inLine: chance(60)))
        }
        if chance(30) { question.book.elsewhere.append(Absence(someone(), stretch())) }
    }

    private mutating func makeQualifications() {
        for _ in 0..<number(0..<3) {
            question.book.requirements.append(
                Requirement(pick([.schoolCoordinator, .logistics]), pick(["is-100", "is-362"])))
        }
        for _ in 0..<number(0..<8) {
            let expires = chance(60) ? day.advanced(by: number(-2..<4)) : nil
            question.book.qualifications.append(
                Qualification(someone(), pick(["is-100", "is-362"]), expires: expires))
        }
        for _ in 0..<number(0..<3) { question.book.responders.append(ExpectedResponder(someone(), .sro)) }
    }

    private mutating func makePlan() {
        question.plan.line = line()
        question.plan.smallSchool = chance(30)
        if chance(60) { question.plan.outsideDuty = someone() }
        for position in [Position.liaison, .logistics, .medical, .accountabilityLead] where chance(40) {
            question.plan.lines.put(PositionLine(position, line()))
        }
    }

    private mutating func line() -> [LineMember] {
        var members: [LineMember] = []
        for _ in 0..<number(0..<5) {
            let person = someone()
            let isIn = members.contains { $0.person == person }
            if !isIn { members.append(LineMember(person, onSite: true)) }
        }
        return members
    }

    private mutating func recurrence() -> Recurrence {
        let begins = number(0..<288) * 5
        var ends = number(1..<289) * 5
        if ends == begins { ends = begins == 1435 ? 5 : begins + 5 }
        let days: DutyDays = pick(
            [.schoolDays, .schoolDays, .everyDay, .everyDay, .freeDays, .summerDays])
        let weekdays = chance(70) ? Weekdays.all : Weekdays(bits: number(1..<128))
        var when = Recurrence(begins, to: ends, on: days, weekdays)
        if chance(20) { when.first = day.advanced(by: number(-3..<4)) }
        if chance(20) { when.last = day.advanced(by: number(-2..<5)) }
        return when
    }

    private mutating func stretch() -> Stretch {
        let from = clock.instant(day.advanced(by: number(-1..<3)), minute: number(0..<1440))
        return Stretch(from: from, to: from + .minutes(Int64(number(1..<2000))))
    }

    private mutating func add(
        _ sort: CalendarSort, from first: CivilDay, to last: CivilDay? = nil, ends: Int32? = nil
    ) {
        question.book.calendar.append(CalendarSpan(sort, from: first, to: last ?? first, ends: ends))
    }

    private mutating func pick<T>(_ values: [T]) -> T { values[Int(random.next() % UInt64(values.count))] }

    private mutating func someone() -> PersonID { pick(people) }

    private mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

    private mutating func number(_ range: Range<Int32>) -> Int32 {
        range.lowerBound + Int32(random.next() % UInt64(range.upperBound - range.lowerBound))
    }

    private static func day(_ year: Int32, _ month: Int32, _ day: Int32) -> CivilDay {
        guard let day = CivilDay(year: year, month: month, day: day) else { preconditionFailure("a day") }
        return day
    }
}
