package import MusterCore

/// Answers who would coordinate by looking at every single minute, in the plainest way: slow, and easy to believe.
///
/// It shares nothing with the analysis but the types of the data: its clock is a list of what the wall clock showed at
/// each minute.
package struct CoverageOracle {
    private let question: CoverageQuestion
    /// What the wall clock shows at each minute, from two days before the period to two days after it: minutes since
    /// the first day of 1970.
    private let shown: [Int64]
    private let start: Int64
    /// The first minute of the list at which the clock shows a time or a later one.
    private let firsts: [Int64: Int64]
    private let memory = Memory()

    /// Looks at a question; its clock is written down minute by minute.
    package init(_ question: CoverageQuestion) {
        self.question = question
        start = question.period.from.milliseconds / 60_000 - 2 * 1440
        let end = question.period.to.milliseconds / 60_000 + 3 * 1440
        let turns = question.clock.turns
        var shown: [Int64] = []
        for minute in start..<end {
            var offset = Int64(question.clock.turns[0].offsetMinutes)
            for turn in turns where turn.from.milliseconds <= minute * 60_000 {
                offset = Int64(turn.offsetMinutes)
            }
            shown.append(minute + offset)
        }
        self.shown = shown
        var firsts: [Int64: Int64] = [:]
        var reached = shown[0] - 1
        for (index, time) in shown.enumerated() where time > reached {
            for leapt in (reached + 1)...time { firsts[leapt] = start + Int64(index) }
            reached = time
        }
        self.firsts = firsts
        memory.openings = book.openings.map { self.turns(of: $0.when) }
        memory.outside = book.outside.map { self.turns(of: $0.when) }
        memory.hours = book.hours.map { self.turns(of: $0.when) }
    }

    /// What is so at a minute.
    package struct Answer: Equatable {
        /// Whether people are on the site.
        package var isOccupied = false
        /// Who could take the position, in order.
        package var standby: [Standby] = []
        /// Who would be seated as caretaker.
        package var outsideDuty: PersonID?
        /// What is wrong.
        package var hits: [CoverageHit] = []
    }

    private var book: DutyBook { question.book }
    private var plan: SitePlan { question.plan }

    /// What is so at a minute, counted from the beginning of 1970.
    package func answer(at minute: Int64) -> Answer {
        var answer = Answer()
        answer.isOccupied =
            memory.openings.contains { $0.contains { $0.holds(minute) } }
            || book.events.contains { within($0.when, minute) }
        let named = namedForHour(minute)
        answer.outsideDuty = seated(named)
        var line = available(plan.line.map(\.person), minute)
        if let named, isThere(named, minute), !line.contains(named) { line.append(named) }
        answer.standby = line.map { person in
            var standby = Standby()
            standby.person = person
            standby.isOutside = !onSite(person, minute)
            standby.responds = responds(person)
            return standby
        }
        let asleep = [named].compactMap { $0 }.filter { question.unavailable.contains($0) }.map { person in
            var reason = NotCounted()
            reason.person = person
            reason.why = .unavailable
            return reason
        }
        if let seated = answer.outsideDuty {
            if seated != named {
                let gap: CoverageGap = isAbsent(seated, minute) ? .planAway : .planDuty
                answer.hits.append(hit(gap, .schoolCoordinator, [seated], asleep))
            }
        } else {
            answer.hits.append(hit(.noOutsideDuty, .schoolCoordinator, [], asleep))
        }
        guard answer.isOccupied else { return answer }
        var seats: [(Position, [PersonID])] = []
        for position in [.schoolCoordinator] + plan.lines.rows.map(\.position) {
            let members = position == .schoolCoordinator ? plan.line : plan.lines[position]?.members ?? []
            let all = position == .schoolCoordinator ? line : available(members.map(\.person), minute)
            let counted = all.filter { position == .medical || !responds($0) }
            answer.hits += gaps(position, members.map(\.person), all, counted, minute)
            seats.append((position, counted))
        }
        if !plan.smallSchool { answer.hits += doubled(seats) }
        let everybody = Set(
            plan.line.map(\.person) + plan.lines.rows.flatMap { $0.members.map(\.person) }
                + book.outside.map(\.person) + (plan.outsideDuty.map { [$0] } ?? [])
                + book.substitutes.filter(\.inLine).map(\.substitute))
        for person in everybody.sorted()
        where onSite(person, minute)
            && book.elsewhere.contains(where: { $0.person == person && within($0.when, minute) })
        {
            answer.hits.append(hit(.countedTwice, .schoolCoordinator, [person]))
        }
        return answer
    }

    private func gaps(
        _ position: Position, _ members: [PersonID], _ all: [PersonID], _ counted: [PersonID], _ minute: Int64
    ) -> [CoverageHit] {
        let others = members.filter { !counted.contains($0) }.map { person in
            var reason = NotCounted()
            reason.person = person
            reason.why = why(person, minute)
            return reason
        }
        var hits: [CoverageHit] = []
        switch (all.count, counted.count) {
        case (0, _): hits.append(hit(.nobody, position, [], others))
        case (_, 0): hits.append(hit(.onlyResponders, position, all, others))
        case (_, 1): hits.append(hit(.oneDeep, position, counted, others))
        default: break
        }
        if position == .schoolCoordinator, !all.isEmpty, counted.allSatisfy({ onSite($0, minute) }) {
            hits.append(hit(.nobodyOutside, position))
        }
        if let first = counted.first {
            let asked = book.requirements.filter { $0.position == position }.map(\.name)
            let hasAll = asked.allSatisfy { name in
                book.qualifications.contains { row in
                    guard row.person == first, row.name == name else { return false }
                    guard let expires = row.expires else { return true }
                    return minute < moment(expires, 1440)
                }
            }
            if !hasAll { hits.append(hit(.unqualified, position, [first])) }
        }
        return hits
    }

    /// The positions that stay empty in the best way of giving each a person of its own, tried one way after another.
    private func doubled(_ seats: [(Position, [PersonID])]) -> [CoverageHit] {
        let open = seats.filter { !$0.1.isEmpty }
        var kept: [(Position, [PersonID])] = []
        var hits: [CoverageHit] = []
        for seat in open {
            if canFill(kept + [seat], taken: []) {
                kept.append(seat)
            } else {
                hits.append(hit(.fallsToOne, seat.0, [seat.1[0]]))
            }
        }
        return hits
    }

    private func canFill(_ seats: [(Position, [PersonID])], taken: Set<PersonID>) -> Bool {
        guard let seat = seats.first else { return true }
        return seat.1.contains { person in
            !taken.contains(person) && canFill(Array(seats.dropFirst()), taken: taken.union([person]))
        }
    }

    private func available(_ line: [PersonID], _ minute: Int64) -> [PersonID] {
        var found: [PersonID] = []
        for person in line {
            let inPlace = book.substitutes.filter { row in
                row.inLine && row.absent == person && minute >= moment(row.first, 0)
                    && minute < moment(row.last, 1440)
            }
            for candidate in [person] + inPlace.map(\.substitute)
            where isThere(candidate, minute) && !found.contains(candidate) {
                found.append(candidate)
            }
        }
        return found
    }

    private func isThere(_ person: PersonID, _ minute: Int64) -> Bool {
        if question.unavailable.contains(person) { return false }
        let onDuty = zip(book.outside, memory.outside).contains { row, turns in
            row.person == person && turns.contains { $0.holds(minute) }
        }
        return onSite(person, minute)
            || ((works(person, onSite: false, minute) || onDuty) && !isAbsent(person, minute))
    }

    private func onSite(_ person: PersonID, _ minute: Int64) -> Bool {
        if memory.minute != minute {
            memory.minute = minute
            memory.onSite = [:]
        }
        if let known = memory.onSite[person] { return known }
        let isOnSite = looksOnSite(person, minute)
        memory.onSite[person] = isOnSite
        return isOnSite
    }

    private func looksOnSite(_ person: PersonID, _ minute: Int64) -> Bool {
        let marks = book.presences.filter { $0.person == person }.sorted { $0.at < $1.at }
        if let last = marks.last(where: { $0.at.milliseconds <= minute * 60_000 }) {
            if last.arrived {
                if minute * 60_000 < last.at.milliseconds + 4 * 3_600_000 { return true }
            } else {
                let day = CivilDay(number: Int32(floorDiv(time(at: last.at.milliseconds / 60_000), 1440)))
                if minute < moment(day, 1440) { return false }
            }
        }
        let attends = book.events.contains { $0.people.contains(person) && within($0.when, minute) }
        return (works(person, onSite: true, minute) || attends) && !isAbsent(person, minute)
    }

    private func works(_ person: PersonID, onSite: Bool, _ minute: Int64) -> Bool {
        for (number, hours) in book.hours.enumerated() where hours.onSite == onSite {
            for turn in memory.hours[number] where turn.holds(minute) {
                if hours.person == person { return true }
                let standsIn = book.substitutes.contains { row in
                    row.substitute == person && row.absent == hours.person && row.first <= turn.day
                        && turn.day <= row.last
                }
                if standsIn { return true }
            }
        }
        return false
    }

    private func isAbsent(_ person: PersonID, _ minute: Int64) -> Bool {
        if book.absences.contains(where: { $0.person == person && within($0.when, minute) }) { return true }
        return book.substitutes.contains { row in
            row.absent == person && minute >= moment(row.first, 0) && minute < moment(row.last, 1440)
        }
    }

    /// Who has outside duty by an hour that is entered.
    private func namedForHour(_ minute: Int64) -> PersonID? {
        zip(book.outside, memory.outside).filter { $0.1.contains { $0.holds(minute) } }.map(\.0.person)
            .filter { !isAbsent($0, minute) }.min()
    }

    /// Who would be seated: the one of the hour, else the plan's own, each where available.
    private func seated(_ named: PersonID?) -> PersonID? {
        [named, plan.outsideDuty].compactMap { $0 }.first { !question.unavailable.contains($0) }
    }

    private func why(_ person: PersonID, _ minute: Int64) -> WhyNot {
        if isThere(person, minute) { return .responds }
        if question.unavailable.contains(person) { return .unavailable }
        if isAbsent(person, minute) { return .absent }
        let marks = book.presences.filter { $0.person == person }.sorted { $0.at < $1.at }
        if let last = marks.last(where: { $0.at.milliseconds <= minute * 60_000 }), !last.arrived {
            let day = CivilDay(number: Int32(floorDiv(time(at: last.at.milliseconds / 60_000), 1440)))
            if minute < moment(day, 1440) { return .left }
        }
        return book.knowsHours(of: person) ? .off : .hoursUnknown
    }

    private func responds(_ person: PersonID) -> Bool { book.responders.contains { $0.person == person } }

    private func hit(
        _ gap: CoverageGap, _ position: Position = .schoolCoordinator, _ persons: [PersonID] = [],
        _ notCounted: [NotCounted] = []
    ) -> CoverageHit {
        var hit = CoverageHit()
        hit.gap = gap
        hit.position = position
        hit.persons = persons
        hit.notCounted = notCounted
        return hit
    }

    // MARK: The clock

    private func time(at minute: Int64) -> Int64 {
        let index = Int(minute - start)
        return index < 0 ? shown[0] + Int64(index) : shown[min(index, shown.count - 1)]
    }

    /// The first minute at which the clock shows this time of this day or a later one; far away where the list ends.
    private func moment(_ day: CivilDay, _ minute: Int32) -> Int64 {
        let time = Int64(day.number) * 1440 + Int64(minute)
        if let first = firsts[time] { return first }
        return time < shown[0] ? .min : .max
    }

    private func within(_ stretch: Stretch, _ minute: Int64) -> Bool {
        stretch.from.milliseconds <= minute * 60_000 && minute * 60_000 < stretch.to.milliseconds
    }

    /// One turn of a recurrence: the day on which it begins, its first minute, and the one at which it is over.
    private struct Turn {
        let day: CivilDay
        let begins: Int64
        let ends: Int64

        func holds(_ minute: Int64) -> Bool { begins <= minute && minute < ends }
    }

    /// What was worked out before: turns for every minute, who is on the site for this one.
    private final class Memory {
        var openings: [[Turn]] = []
        var outside: [[Turn]] = []
        var hours: [[Turn]] = []
        var minute = Int64.min
        var onSite: [PersonID: Bool] = [:]
    }

    private func turns(of when: Recurrence) -> [Turn] {
        let days = Int32(floorDiv(shown[0], 1440))...Int32(floorDiv(shown[shown.count - 1], 1440))
        return days.compactMap { turn(of: when, on: CivilDay(number: $0)) }
    }

    private func turn(of when: Recurrence, on day: CivilDay) -> Turn? {
        if let first = when.first, day < first { return nil }
        if let last = when.last, day > last { return nil }
        // 1 January 1970 was a Thursday.
        let weekday = Weekday.allCases[Int(floorMod(Int64(day.number) + 3, 7))]
        guard when.weekdays.days.contains(weekday) else { return nil }
        func isIn(_ sort: CalendarSort) -> Bool {
            book.calendar.contains { $0.sort == sort && $0.first <= day && day <= $0.last }
        }
        let mayBe = !isIn(.holiday) && weekday != .saturday && weekday != .sunday
        let isSchool = mayBe && isIn(.term)
        let isSummer = mayBe && !isIn(.term) && isIn(.summer)
        switch when.days {
        case .schoolDays: if !isSchool { return nil }
        case .summerDays: if !isSummer { return nil }
        case .freeDays: if isSchool || isSummer { return nil }
        case .everyDay: break
        }
        var ends = when.ends > when.begins ? when.ends : when.ends + 1440
        if when.days != .everyDay, isSchool || isSummer {
            for span in book.calendar where span.sort == .halfDay && span.first <= day && day <= span.last {
                ends = min(ends, span.ends ?? 1440)
            }
        }
        guard when.begins < ends else { return nil }
        return Turn(day: day, begins: moment(day, when.begins), ends: moment(day, ends))
    }

    private func floorDiv(_ value: Int64, _ unit: Int64) -> Int64 {
        value >= 0 ? value / unit : -((-value + unit - 1) / unit)
    }

    private func floorMod(_ value: Int64, _ unit: Int64) -> Int64 { value - floorDiv(value, unit) * unit }
}
