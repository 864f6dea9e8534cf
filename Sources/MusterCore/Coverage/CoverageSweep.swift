/// Goes through a period from change to change.
///
/// Whatever begins or ends is an edge in time; between two edges nothing changes. Each thing that can be so has a slot
/// that counts how many reasons there are for it, so that hours that overlap need no care.
struct CoverageSweep {
    /// What can be so of one person.
    enum Fact: Int32, CaseIterable {
        case onSite, reachable, arrived, left, absent, elsewhere, duty, unavailable
    }

    private struct Edge {
        let at: Int64
        let slot: Int32
        let step: Int32
    }

    /// Somebody of a line, as numbers.
    struct Member {
        let person: Int32
        /// Who takes the place in the line on some days, and the slot that says so.
        var substitutes: [(person: Int32, slot: Int32)] = []
    }

    /// The line of one position, as numbers.
    struct Line {
        let position: Position
        var members: [Member] = []
        /// What the position asks for, as slots of each person.
        var required: [Int32] = []
    }

    let question: CoverageQuestion
    /// Everybody who matters, sorted.
    let people: [PersonID]
    private(set) var lines: [Line] = []
    private(set) var responds: [Bool]
    private(set) var knowsHours: [Bool]
    private var counts: [Int32]
    /// For each slot, a bit that says whether there is a reason for what it stands for.
    private var holding: [UInt64]
    private var edges: [Edge] = []
    /// The first edge that was not passed.
    private var next: Int32 = 0
    /// The moment that was reached.
    private var reached: Int64
    /// The hours of whoever matters, and of whoever such a person stands in for.
    private var relevant: [WorkingHours] = []
    private let occupied: Int32
    private let names: [String]
    private let qualified: Int32

    init(_ question: CoverageQuestion) {
        self.question = question
        reached = question.period.from.milliseconds
        let plan = question.plan
        let book = question.book
        let positions = plan.positionsToFill
        var people: [PersonID] = []
        for position in positions {
            for member in plan.members(for: position) { people.append(member.person) }
        }
        for duty in book.outside { people.append(duty.person) }
        if let duty = plan.outsideDuty { people.append(duty) }
        for row in book.substitutes where row.inLine { people.append(row.substitute) }
        self.people = people.sortedOnce
        names = book.requirements.map { $0.name }
        let count = Int32(self.people.count)
        occupied = count * Self.factCount
        qualified = occupied + 1
        let inLine = qualified + count * Int32(names.count)
        counts = [Int32](repeating: 0, count: Int(inLine) + book.substitutes.count)
        holding = [UInt64](repeating: 0, count: counts.count / 64 + 1)
        responds = self.people.map { book.responds($0) }
        knowsHours = self.people.map { book.knowsHours(of: $0) }
        edges.reserveCapacity(256)
        for position in positions {
            var line = Line(position: position)
            for member in plan.members(for: position) {
                guard let person = index(of: member.person) else { continue }
                var entry = Member(person: person)
                for (number, row) in book.substitutes.enumerated()
                where row.inLine && row.absent == member.person {
                    guard let substitute = index(of: row.substitute) else { continue }
                    entry.substitutes.append((substitute, inLine + Int32(number)))
                }
                line.members.append(entry)
            }
            line.required = names.indices.filter { book.requirements[$0].position == position }.map {
                Int32($0)
            }
            lines.append(line)
        }
        relevant = book.hours.filter { hours in
            index(of: hours.person) != nil || book.substitutes.contains { $0.absent == hours.person }
        }
        collect(inLine: inLine)
        edges.sort { $0.at < $1.at }
    }

    /// The period in stretches over which nothing changes.
    ///
    /// Days are like each other: what was judged once is not judged again.
    mutating func stretches() -> [CoverageStretch] {
        var found: [CoverageStretch] = []
        var judged: [(holding: [UInt64], stretch: CoverageStretch)] = []
        while let when = advance() {
            let known = judged.first { $0.holding == holding }?.stretch
            var stretch = known ?? judge()
            if known == nil, judged.count < Self.mostJudged { judged.append((holding, stretch)) }
            stretch.when = when
            if let last = found.last, last.isSame(as: stretch) {
                found[found.count - 1].when.to = when.to
            } else {
                found.append(stretch)
            }
        }
        return found
    }

    /// Goes on to the next stretch over which nothing begins or ends; `nil` at the end of the period.
    mutating func advance() -> Stretch? {
        let end = question.period.to.milliseconds
        guard reached < end else { return nil }
        let from = reached
        while next < edges.count, edges[Int(next)].at <= from {
            count(edges[Int(next)])
            next += 1
        }
        reached = next < edges.count ? min(edges[Int(next)].at, end) : end
        return Stretch(from: Instant(milliseconds: from), to: Instant(milliseconds: reached))
    }

    private mutating func count(_ edge: Edge) {
        counts[Int(edge.slot)] += edge.step
        let word = Int(edge.slot / 64)
        let bit: UInt64 = 1 << UInt64(edge.slot % 64)
        holding[word] = counts[Int(edge.slot)] > 0 ? holding[word] | bit : holding[word] & ~bit
    }

    /// Whether people are on the site.
    var isOccupied: Bool { isOn(occupied) }

    /// Whether something is so of a person now.
    func isSo(_ fact: Fact, of person: Int32) -> Bool { isOn(person * Self.factCount + fact.rawValue) }

    /// Whether a person has learned what a line asks for.
    func isQualified(_ person: Int32, for line: Line) -> Bool {
        line.required.allSatisfy { isOn(qualified + person * Int32(names.count) + $0) }
    }

    /// Whether there is a reason for what a slot stands for.
    func isOn(_ slot: Int32) -> Bool { holding[Int(slot / 64)] & 1 << UInt64(slot % 64) != 0 }

    /// A person by number.
    func person(_ number: Int32) -> PersonID { people[Int(number)] }

    /// As many are looked through faster than one is judged.
    private static let mostJudged = 64

    private static let factCount = Int32(Fact.allCases.count)

    /// The number of a person.
    func index(of person: PersonID) -> Int32? {
        var low = 0
        var high = people.count
        while low < high {
            let middle = (low + high) / 2
            if people[middle] < person { low = middle + 1 } else { high = middle }
        }
        return low < people.count && people[low] == person ? Int32(low) : nil
    }
}

extension CoverageSweep {
    /// Notes whatever begins and ends within the period.
    private mutating func collect(inLine: Int32) {
        let book = question.book
        let firstDay = question.clock.shows(question.period.from).day.advanced(by: -1)
        let lastDay = question.clock.shows(question.period.to).day
        // What a day is, is asked for often: looked up once a day.
        var day = firstDay
        while day <= lastDay {
            collect(day, book.sort(of: day))
            day = day.advanced(by: 1)
        }
        for event in book.events {
            add(occupied, event.when)
            for person in event.people { add(.onSite, person, event.when) }
        }
        for absence in book.absences { add(.absent, absence.person, absence.when) }
        for absence in book.elsewhere { add(.elsewhere, absence.person, absence.when) }
        for person in question.unavailable { add(.unavailable, person, question.period) }
        for (number, row) in book.substitutes.enumerated() {
            let when = days(from: row.first, to: row.last)
            add(.absent, row.absent, when)
            if row.inLine { add(inLine + Int32(number), when) }
        }
        for row in book.qualifications {
            guard let person = index(of: row.person) else { continue }
            let end = row.expires.map { question.clock.instant($0, minute: 1440) } ?? question.period.to
            for (number, name) in names.enumerated() where name == row.name {
                add(
                    qualified + person * Int32(names.count) + Int32(number),
                    Stretch(from: question.period.from, to: end))
            }
        }
        collectPresences()
    }

    private mutating func collect(_ day: CivilDay, _ sort: DaySort) {
        let book = question.book
        let clock = question.clock
        for opening in book.openings {
            if let when = opening.when.stretch(on: day, sort, clock) { add(occupied, when) }
        }
        for duty in book.outside {
            if let when = duty.when.stretch(on: day, sort, clock) { add(.duty, duty.person, when) }
        }
        for hours in relevant {
            guard let when = hours.when.stretch(on: day, sort, clock) else { continue }
            let fact: Fact = hours.onSite ? .onSite : .reachable
            add(fact, hours.person, when)
            for row in book.substitutes
            where row.absent == hours.person && row.first <= day && day <= row.last {
                add(fact, row.substitute, when)
            }
        }
    }

    private mutating func collectPresences() {
        let marks = question.book.presences.sorted { ($0.person, $0.at) < ($1.person, $1.at) }
        for (number, mark) in marks.enumerated() {
            let next =
                number + 1 < marks.count && marks[number + 1].person == mark.person
                ? marks[number + 1].at : nil
            let lasts =
                mark.arrived
                ? mark.at + PresenceMark.lasts
                : question.clock.instant(question.clock.shows(mark.at).day, minute: 1440)
            let end = next.map { min($0, lasts) } ?? lasts
            add(mark.arrived ? .arrived : .left, mark.person, Stretch(from: mark.at, to: end))
        }
    }

    private func days(from first: CivilDay, to last: CivilDay) -> Stretch {
        Stretch(
            from: question.clock.instant(first, minute: 0), to: question.clock.instant(last, minute: 1440))
    }

    private mutating func add(_ fact: Fact, _ person: PersonID, _ when: Stretch) {
        guard let index = index(of: person) else { return }
        add(index * Self.factCount + fact.rawValue, when)
    }

    private mutating func add(_ slot: Int32, _ when: Stretch) {
        let from = max(when.from, question.period.from)
        guard from < when.to, from < question.period.to else { return }
        edges.append(Edge(at: from.milliseconds, slot: slot, step: 1))
        guard when.to < question.period.to else { return }
        edges.append(Edge(at: when.to.milliseconds, slot: slot, step: -1))
    }
}
