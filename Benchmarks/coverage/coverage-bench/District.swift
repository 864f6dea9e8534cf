import MusterCore

/// A made-up district: sites of 14 to 70 staff with lines, hours, absences, evening events and an officer each.
struct District {
    let questions: [CoverageQuestion]

    init(sites: Int, from first: CivilDay, days: Int32, seed: UInt64) {
        var random = Numbers(seed)
        questions = (0..<sites).map { Self.site($0, from: first, days: days, &random) }
    }

    private static func site(
        _ number: Int, from first: CivilDay, days: Int32, _ random: inout Numbers
    ) -> CoverageQuestion {
        let clock = SiteClock(offsetMinutes: -300)
        let staff = (0..<Int64(14 + random.below(57))).map { PersonID("p", Int64(number) * 1000 + $0) }
        let duty = PersonID("d", Int64(number / 20))
        var book = DutyBook()
        book.calendar = [CalendarSpan(.term, from: first.advanced(by: -30), to: first.advanced(by: 400))]
        for week in 0..<(days / 7) where random.below(8) == 0 {
            let day = first.advanced(by: week * 7 + Int32(random.below(5)))
            book.calendar.append(
                random.below(2) == 0
                    ? CalendarSpan(.holiday, from: day, to: day)
                    : CalendarSpan(.halfDay, from: day, to: day, ends: 720))
        }
        book.openings = [
            Opening("School", Recurrence(465, to: 915)), Opening("Before school", Recurrence(420, to: 465)),
            Opening("After school", Recurrence(915, to: 1080)),
        ]
        for person in staff {
            let begins = 420 + Int32(random.below(5)) * 15
            book.hours.append(
                WorkingHours(person, Recurrence(begins, to: begins + 480 + Int32(random.below(9)) * 15)))
        }
        book.hours.append(
            WorkingHours(duty, Recurrence(360, to: 1260, on: .everyDay, .all), onSite: false))
        book.outside = [OutsideDuty(duty, Recurrence(360, to: 1320, on: .everyDay, .all))]
        book.responders = [ExpectedResponder(staff[3], .sro), ExpectedResponder(staff[4], .nurse)]
        for _ in 0..<(days / 7 * 3) {
            let from = clock.instant(first.advanced(by: Int32(random.below(UInt64(days)))), minute: 0)
            let person = staff[
                random.below(2) == 0 ? Int(random.below(6)) : Int(random.below(UInt64(staff.count)))]
            book.absences.append(Absence(person, Stretch(from: from, to: from + .minutes(1440))))
        }
        for _ in 0..<max(1, days / 7) {
            let day = first.advanced(by: Int32(random.below(UInt64(days))))
            let when = Stretch(from: clock.instant(day, minute: 1080), to: clock.instant(day, minute: 1260))
            book.events.append(SiteEvent("Evening", when, people: [staff[Int(random.below(6))]]))
        }
        var plan = SitePlan()
        plan.line = staff.prefix(4).map { LineMember($0, onSite: true) } + [LineMember(duty, onSite: false)]
        for (position, start) in [(Position.accountabilityLead, 1), (.reunificationDirector, 5)] {
            plan.lines.put(
                PositionLine(position, staff[start..<(start + 3)].map { LineMember($0, onSite: true) }))
        }
        let period = Stretch(
            from: clock.instant(first, minute: 0), to: clock.instant(first.advanced(by: days), minute: 0))
        return CoverageQuestion(plan, book, clock, period)
    }
}

/// A small seeded generator.
struct Numbers {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func below(_ limit: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % limit
    }
}
