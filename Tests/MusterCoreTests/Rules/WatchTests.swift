import MusterCore
import Testing

@Suite("The watch proposes, never acts, and is quiet on a good day")
struct WatchTests {
    private func findings(_ given: Given) -> [WatchFinding] {
        Watch(given.it, given.state, at: given.now).findings
    }

    private func held(_ plan: SitePlan = School.fullPlan()) -> Given {
        Given(plan).raised(.hold).seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .liaison) }
    }

    @Test("A position without any sign of its holder for the plan's time")
    func silent() {
        let start = held()
        #expect(findings(start).isEmpty)
        let silent = start.jump(.minutes(6))
        #expect(findings(silent).contains(.silent(.liaison, School.nurse, since: start.now)))
        // Said by radio and entered by somebody else, it is a sign of life as well.
        let heard = silent.reported(
            School.roomA1, .allHere, by: School.teacher, source: silent.seen(.radio, by: School.nurse))
        #expect(!findings(heard).contains { if case .silent = $0 { true } else { false } })
        let closed = start.ended(.coordinator).when(School.principal) { .closeIncident($0) }
        #expect(findings(closed.jump(.minutes(6))).isEmpty)
    }

    @Test("From a room in Lockdown no sign is expected")
    func hiding() {
        let led = Given(School.fullPlan()).raised().seated()
            .when(School.principal) { .offerPosition($0, .safety, to: School.teacher) }
            .when(School.teacher) { .acceptPosition($0, .safety) }
        #expect(!findings(led.jump(.minutes(6))).contains { if case .silent = $0 { true } else { false } })
    }

    @Test("Up to five people report to one; over seven it says what could go under a deputy")
    func span() {
        let people = [
            School.nurse, School.teacher, School.neighbour, School.county, School.sro, School.office,
            School.duty, School.student,
        ]
        let positions: [Position] = [
            .liaison, .publicInformation, .safety, .planning, .accountabilityLead, .reunificationDirector,
            .medical, .caller911,
        ]
        let seated = Given(School.fullPlan()).raised(.hold).seated()
        func with(_ count: Int) -> Given {
            let taken = zip(positions, people).prefix(count).map { position, person in
                Event.coordination(
                    .positionTaken(seated.incident, position, by: person, caretaker: false))
            }
            return seated.recorded(Array(taken))
        }
        #expect(findings(with(5)).isEmpty)
        #expect(findings(with(6)) == [.span(6, split: [], deputy: School.deputy)])
        #expect(
            findings(with(8)) == [
                .span(
                    8, split: [.accountabilityLead, .reunificationDirector, .medical, .caller911],
                    deputy: School.deputy)
            ])
    }

    @Test("What waits for the coordinator, and what of it could be given to others")
    func load() {
        let steps = (1...8).map { School.step($0, $0 % 2 == 0 ? .liaison : .finance) }
        let busy = School.fullPlan { $0.courses.put(School.course(School.id("many"), .request, steps)) }
        let asked = Given(busy).raised(.hold).seated()
        #expect(findings(asked).isEmpty)
        let loaded = asked.when(School.principal) { .openCourse($0, School.id("many")) }
        guard case .load(let load) = findings(loaded).first else {
            Issue.record("nothing was said")
            return
        }
        #expect(load.tasks == 8 && load.decisions == 0 && load.oldest == nil)
        // Nobody stands in the line of finance.
        #expect(load.delegations.map { $0.position } == [.liaison])
        #expect(load.delegations.first?.person == School.deputy && load.delegations.first?.tasks == 4)
        let given = loaded.when(School.principal) { .offerPosition($0, .liaison, to: nil) }
            .when(School.deputy) { .acceptPosition($0, .liaison) }
        #expect(findings(given).isEmpty)
        // A single claim weighs once it has waited.
        let claimed = asked.when(School.teacher) { .claimMistake($0) }
        #expect(findings(claimed).isEmpty)
        #expect(findings(claimed.jump(.minutes(6))).contains { if case .load = $0 { true } else { false } })
    }

    @Test("Reports that nobody has looked at weigh by their age, and can be given to whoever reads them")
    func unread() {
        let plan = School.fullPlan {
            $0.lines.put(PositionLine(.accountabilityLead, [LineMember(School.neighbour, onSite: true)]))
        }
        func load(_ given: Given) -> WatchLoad? {
            for case .load(let load) in findings(given) { return load }
            return nil
        }
        let quiet = Given(plan).raised(.hold).seated().after(.seconds(10))
        let one = quiet.reported(School.roomA1, .allHere).noted("A window is open.")
        #expect(load(one) == nil)
        // It is heavy by the clock alone: no event comes.
        let waited = one.jump(.minutes(6))
        #expect(load(waited)?.unread.count == 2 && load(waited)?.unread.oldest == one.now)
        #expect(load(waited)?.delegations.map { $0.position } == [.accountabilityLead])
        #expect(load(waited)?.delegations.first?.reads == true)
        #expect(load(waited)?.delegations.first?.person == School.neighbour)
        // Any act of whoever reads is enough; no press says "seen".
        #expect(load(waited.noted("Seen.", by: School.principal)) == nil)
        let led = waited.when(School.principal) { .offerPosition($0, .accountabilityLead, to: nil) }
            .when(School.neighbour) { .acceptPosition($0, .accountabilityLead) }.after(.seconds(5))
            .reported(School.roomB1, .needsHelp).jump(.minutes(6))
        #expect(load(led)?.unread.count == 1)
        #expect(load(led)?.delegations.contains { $0.reads } == false)
        // A flood is a load once it has stood for a minute.
        let flood = (0..<8).reduce(quiet) { given, _ in given.noted("Smoke.") }
        #expect(load(flood.jump(.seconds(50))) == nil)
        #expect(load(flood.jump(.seconds(61)))?.unread.count == 8)
    }

    @Test("Whoever has held a position for the plan's time, and who could relieve them")
    func relief() {
        let start = held(School.fullPlan { $0.timings.reliefAfter = .minutes(30) })
        let late = start.jump(.minutes(31))
        let relief = findings(late).filter { if case .relief = $0 { true } else { false } }
        #expect(
            relief == [
                .relief(
                    .schoolCoordinator, School.principal, since: start.now,
                    by: [School.deputy, School.county]),
                .relief(.liaison, School.nurse, since: start.now, by: [School.deputy, School.neighbour]),
            ])
        #expect(School.plan().timings.reliefAfter == .minutes(120))
        #expect(!School.plan { $0.timings.reliefAfter = .seconds(1) }.isSafe)
    }

    @Test("The chart has every position in one place, held or offered, and the rest apart")
    func chart() {
        let given = held().when(School.principal) { .offerPosition($0, .medical, to: School.teacher) }
        let chart = OrgChart(given.it)
        #expect(chart.groups.map { $0.group } == [.commandStaff, .operations])
        #expect(chart.groups.flatMap { $0.holdings.map { $0.position } } == [.liaison, .medical])
        #expect(chart.unopened.count == Position.allCases.count - 3)
        #expect(Position.allCases.filter { $0.group == nil } == [.schoolCoordinator])
    }
}
