/// What is asked: who would coordinate at a site, at every moment of a period.
package struct CoverageQuestion: Sendable {
    /// The plan in force: the lines, and whether it is a small school.
    package var plan: SitePlan
    /// The duty data.
    package var book: DutyBook
    /// The wall clock of the site.
    package var clock: SiteClock
    /// The period that is looked at.
    package var period: Stretch
    /// Who is not available for the line; the state knows that of this moment only.
    package var unavailable: [PersonID] = []
    /// Who has a class, and is proposed for a line after those who have none.
    package var teaching: [PersonID] = []

    /// A question.
    package init(_ plan: SitePlan, _ book: DutyBook, _ clock: SiteClock, _ period: Stretch) {
        self.plan = plan
        self.book = book
        self.clock = clock
        self.period = period
    }
}

/// Somebody who could take the school coordinator's position at a moment.
package struct Standby: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// Whether the person would be outside the danger.
    package var isOutside = false
    /// Whether the person is expected to respond, and therefore not counted on.
    package var responds = false

    /// A blank standby, to be filled by the codec.
    package init() {}

    init(_ person: PersonID, isOutside: Bool, responds: Bool) {
        self.person = person
        self.isOutside = isOutside
        self.responds = responds
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("isOutside", &isOutside)
        visitor.field("responds", &responds)
    }
}

/// A stretch of time over which nothing changes in who would coordinate.
package struct CoverageStretch: WireValue, Equatable, Sendable {
    /// When.
    package var when = Stretch()
    /// Whether people are on the site, so that somebody must be able to coordinate.
    package var isOccupied = false
    /// Who could take the position, in the order of the line.
    package var standby: [Standby] = []
    /// Who would be seated as caretaker, the plan's own person where nobody has the hour.
    package var outsideDuty: PersonID?
    /// What is wrong.
    package var hits: [CoverageHit] = []

    /// A blank stretch, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("when", &when)
        visitor.field("isOccupied", &isOccupied)
        visitor.field("standby", &standby)
        visitor.field("outsideDuty", &outsideDuty)
        visitor.field("hits", &hits)
    }

    /// How many could coordinate who are not expected to respond.
    package var depth: Int32 { Int32(clamping: standby.filter { !$0.responds }.count) }

    /// Who would be asked first and is counted on.
    package var first: PersonID? { standby.first { !$0.responds }?.person }

    /// How grave it is: without anybody who would be asked first no moment is good, whether people are due there or not.
    package var grade: CoverageGrade {
        let worst = hits.map { $0.grade }.max() ?? .fine
        return first == nil ? max(worst, isOccupied ? .gravest : .serious) : worst
    }

    /// What is gravest; of equal ones the first.
    package var worst: CoverageHit? { hits.max { ($0.grade, $1.gap.rank) < ($1.grade, $0.gap.rank) } }

    /// Whether everything but the time is the same.
    func isSame(as other: CoverageStretch) -> Bool {
        isOccupied == other.isOccupied && outsideDuty == other.outsideDuty && standby == other.standby
            && hits == other.hits
    }
}

/// Who would coordinate at a site over a period, and what is to be mended.
package struct Coverage: WireValue, Equatable, Sendable {
    /// The period.
    package var period = Stretch()
    /// The period in stretches, without a gap between them.
    package var stretches: [CoverageStretch] = []
    /// What is to be mended, the gravest first.
    package var findings: [CoverageFinding] = []

    /// A blank answer, to be filled by the codec.
    package init() {}

    /// Answers a question; the time it takes grows with the changes in the period, not with its minutes.
    package init(_ question: CoverageQuestion) {
        period = question.period
        guard period.from < period.to else { return }
        var sweep = CoverageSweep(question)
        stretches = sweep.stretches()
        findings = Self.findings(of: stretches) + Self.standing(question)
        findings.sort { $0.comesBefore($1) }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("period", &period)
        visitor.field("stretches", &stretches)
        visitor.field("findings", &findings)
    }

    /// What holds at a moment of the period.
    package func at(_ moment: Instant) -> CoverageStretch? {
        let low = firstIndex(endingAfter: moment)
        return low < stretches.count && stretches[low].when.contains(moment) ? stretches[low] : nil
    }

    /// The stretches of equal gaps put together: one finding for each name, whatever keeps the others from counting.
    private static func findings(of stretches: [CoverageStretch]) -> [CoverageFinding] {
        var found: [CoverageFinding] = []
        for stretch in stretches {
            for hit in stretch.hits {
                guard let index = found.firstIndex(where: { $0.hit.isSameLack(as: hit) }) else {
                    found.append(CoverageFinding(hit, [stretch.when]))
                    continue
                }
                for reason in hit.notCounted where !found[index].hit.notCounted.contains(reason) {
                    found[index].hit.notCounted.append(reason)
                }
                let last = found[index].when.count - 1
                if found[index].when[last].to == stretch.when.from {
                    found[index].when[last].to = stretch.when.to
                } else {
                    found[index].when.append(stretch.when)
                }
            }
        }
        return found
    }

    /// What is wrong with the lines as such, whatever the hour.
    private static func standing(_ question: CoverageQuestion) -> [CoverageFinding] {
        var found: [CoverageFinding] = []
        let plan = question.plan
        for position in plan.positionsToFill {
            let members = plan.members(for: position)
            if members.count < 3, position == .schoolCoordinator || !members.isEmpty {
                let persons = members.map { $0.person }
                found.append(CoverageFinding(CoverageHit(.shortLine, position, persons), [question.period]))
            }
            for member in members where !question.book.knowsHours(of: member.person) {
                let hit = CoverageHit(.hoursUnknown, position, [member.person])
                found.append(CoverageFinding(hit, [question.period]))
            }
        }
        for position in plan.positionsWithoutLine {
            found.append(CoverageFinding(CoverageHit(.noLine, position), [question.period]))
        }
        return found
    }
}

extension CoverageFinding {
    /// The graver one first, the school coordinator's before others', then by what lacks and by position, then the one
    /// that comes first.
    fileprivate func comesBefore(_ other: CoverageFinding) -> Bool {
        if hit.grade != other.hit.grade { return other.hit.grade < hit.grade }
        let isMine = hit.position == .schoolCoordinator
        if isMine != (other.hit.position == .schoolCoordinator) { return isMine }
        if hit.gap != other.hit.gap { return hit.gap.rank < other.hit.gap.rank }
        if hit.position != other.hit.position { return hit.position < other.hit.position }
        let mine = when.first?.from ?? .zero
        let others = other.when.first?.from ?? .zero
        if mine != others { return mine < others }
        return hit.persons.lexicographicallyPrecedes(other.hit.persons)
    }
}

extension SitePlan {
    /// The positions that must find somebody: the school coordinator's, and each that the plan has a line for.
    package var positionsToFill: [Position] {
        [.schoolCoordinator] + lines.rows.map { $0.position }.filter { $0 != .schoolCoordinator }
    }

    /// The positions to which a course gives a step, and for which nobody would be asked.
    package var positionsWithoutLine: [Position] {
        Position.allCases.filter { position in
            position != .schoolCoordinator && members(for: position).isEmpty
                && courses.rows.contains { course in course.steps.contains { $0.position == position } }
        }
    }
}

extension DutyBook {
    /// Whether anything says when a person works or can be reached.
    package func knowsHours(of person: PersonID) -> Bool {
        hours.contains { $0.person == person } || outside.contains { $0.person == person }
            || substitutes.contains { $0.substitute == person }
    }
}
