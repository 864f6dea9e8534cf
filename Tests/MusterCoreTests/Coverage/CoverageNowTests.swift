import MusterCore
import Testing

@Suite("Coverage: whom it counts is whom the alarm asks")
struct CoverageNowTests {
    @Test(
        "On random sites the ladder asks in the order that coverage shows, and seats whom it names",
        arguments: 0..<120 as Range<UInt64>)
    func ladder(seed: UInt64) {
        var question = RandomSite(seed: seed).question
        question.unavailable = []
        let coverage = Coverage(question)
        for stretch in coverage.stretches {
            let duty = question.duty(at: stretch.when.from)
            let raised = Given(question.plan, duty: duty).raised(.hold)
            let asked = raised.state.askable(raised.it).map(\.person)
            // Where nobody of the line can be asked, that person sits there already.
            let seated = raised.it.coordination.coordinator?.person
            #expect(
                (seated ?? raised.state.outsideDuty(for: raised.it)) == stretch.outsideDuty, "seed \(seed)")
            // The outside duty person may stand in no line, and is asked beside it.
            let shown = stretch.standby.map(\.person).filter { asked.contains($0) || $0 != duty?.outside }
            #expect(asked.filter { shown.contains($0) } == shown, "seed \(seed)")
            if !question.book.hours.isEmpty {
                #expect(Array(asked.prefix(shown.count)) == shown, "seed \(seed)")
            }
        }
    }

    @Test("Whoever is set to not available is not asked first now, and is at any other time")
    func unavailable() throws {
        let school = DutySchool.rural
        var state = SiteState()
        var row = Unavailable()
        row.person = DutySchool.principal
        state.unavailable.put(row)
        let now = try #require(school.question.now(school.at(2, 10), in: state))
        #expect(now.first == DutySchool.secretary)
        #expect(school.coverage.at(school.at(2, 10))?.first == DutySchool.principal)
        row.person = DutySchool.district
        state.unavailable.put(row)
        // The district has the hour: nobody else is named, and the plan names nobody.
        let nobody = try #require(school.question.now(school.at(2, 10), in: state))
        #expect(nobody.outsideDuty == nil)
        #expect(nobody.hits.first?.gap == .noOutsideDuty)
        #expect(nobody.hits.first?.notCounted.map(\.why) == [.unavailable])
    }

    @Test("Whoever is responding now is shown and not counted")
    func responding() throws {
        var state = SiteState()
        var row = Responding()
        row.person = DutySchool.principal
        state.responding.put(row)
        let now = try #require(DutySchool.rural.question.now(DutySchool.rural.at(2, 10), in: state))
        #expect(now.first == DutySchool.secretary)
        #expect(now.standby.first?.person == DutySchool.principal)
    }

    @Test(
        "A substitute who stands in the line is asked in that place, may claim, and holds the command slice")
    func substitute() {
        let duty = TakenDuty(
            outside: nil, away: [School.principal],
            substitutes: [StandIn(School.teacher, for: School.principal)])
        let raised = Given(duty: duty).raised(.hold)
        #expect(raised.asked == [School.teacher])
        raised.when(School.teacher) { .acceptPosition($0, .schoolCoordinator) }
            .expect { $0.coordinator == School.teacher }
        let lockdown = Given(duty: duty).raised(.lockdown)
        #expect(lockdown.asked.contains(School.teacher))
        #expect(SliceClaims(raised.state, at: raised.now).people.contains(School.teacher))
        // Without the duty data nobody asks the teacher.
        Given().raised(.hold).when(School.teacher) { .acceptPosition($0, .schoolCoordinator) }.refused(
            .notAsked)
    }

    @Test("Of another position's line whoever is away is asked last, and a substitute in place")
    func otherLines() {
        let plan = School.plan {
            $0.lines.put(
                PositionLine(
                    .liaison,
                    [LineMember(School.nurse, onSite: true), LineMember(School.neighbour, onSite: false)]))
        }
        let away = TakenDuty(outside: nil, away: [School.nurse])
        let raised = Given(plan, duty: away).raised(.hold)
        #expect(
            raised.state.able(for: .liaison, in: raised.it).map(\.person) == [School.neighbour, School.nurse])
        let stands = TakenDuty(
            outside: nil, away: [School.nurse], substitutes: [StandIn(School.teacher, for: School.nurse)])
        let other = Given(plan, duty: stands).raised(.hold)
        #expect(
            other.state.able(for: .liaison, in: other.it).map(\.person)
                == [School.teacher, School.neighbour, School.nurse])
    }

    @Test(
        "Where nobody has the hour the plan's own person is seated, shown as that, and counted on at no hour by it"
    )
    func planDuty() throws {
        let school = DutySchool.rural.with {
            $0.book.outside.removeLast()
            $0.plan.outsideDuty = DutySchool.county
        }
        let finding = try #require(school.finding(.planDuty))
        #expect(finding.hit.persons == [DutySchool.county])
        #expect(finding.minutes == 4200)
        let night = try #require(school.coverage.at(school.at(1, 2)))
        #expect(night.outsideDuty == DutySchool.county)
        #expect(night.first == nil && night.grade == .serious)
        #expect(school.question.mend(finding) == [.outsideDuty(DutySchool.county, finding.when)])
        // Whom the plan names and who is away is as grave as nobody.
        let away = school.with {
            $0.book.absences.append(Absence(DutySchool.county, Stretch(from: $0.at(0, 0), to: $0.at(7, 0))))
        }
        #expect(away.finding(.planAway)?.hit.grade == .serious)
        #expect(away.coverage.at(away.at(1, 2))?.outsideDuty == DutySchool.county)
    }

    @Test(
        "Taking every hour of outside duty away makes no hour look better",
        arguments: 0..<120 as Range<UInt64>)
    func withoutRows(seed: UInt64) {
        let question = RandomSite(seed: seed).question
        var bare = question
        bare.book.outside = []
        let before = Coverage(question)
        for stretch in Coverage(bare).stretches {
            for known in before.stretches where known.when.meets(stretch.when) {
                #expect(stretch.depth <= known.depth, "seed \(seed)")
                let lacked = known.hits.contains { $0.gap == .noOutsideDuty }
                #expect(!lacked || stretch.hits.contains { $0.gap == .noOutsideDuty }, "seed \(seed)")
            }
        }
    }

    @Test("What nobody entered is said")
    func caveats() {
        #expect(DutySchool.rural.question.caveats(zone: "America/Chicago") == [])
        #expect(DutySchool.rural.question.caveats(zone: "Etc/UTC") == [.noZone])
        let empty = DutySchool.rural.with { $0.book = DutyBook() }
        #expect(empty.question.caveats(zone: "Europe/Berlin") == [.noHours, .noOpenings])
    }

    @Test("A position to which a course gives steps and that has no line is a finding")
    func noLine() throws {
        var course = Course()
        course.id = CourseID("course", 1)
        var step = CourseStep()
        step.number = 1
        step.position = .caller911
        course.steps = [step]
        let school = DutySchool.rural.with { $0.plan.courses.put(course) }
        let finding = try #require(school.finding(.noLine, .caller911))
        #expect(school.question.mend(finding).count == 3)
        let named = school.with {
            $0.plan.lines.put(PositionLine(.caller911, [LineMember(DutySchool.secretary, onSite: true)]))
        }
        #expect(named.finding(.noLine, .caller911) == nil)
    }
}
