import MusterCore
import Testing

@Suite("Rule: an offer of a position has a clock")
struct OfferClockTests {
    private func offered(_ action: ProtectiveAction = .hold, to person: PersonID? = nil) -> Given {
        Given(School.fullPlan()).raised(action).seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: person) }
    }

    private func liaison(_ given: Given) -> Holding? { given.it.coordination.others[.liaison] }

    @Test("By the line it goes on to the next, one step at a time, and to nobody twice")
    func next() {
        let first = offered()
        #expect(liaison(first.after(.seconds(59)))?.asked == School.deputy)
        let second = first.after(.seconds(60))
        #expect(liaison(second)?.asked == School.nurse && liaison(second)?.passed == [School.deputy])
        let last = second.after(.minutes(1))
        #expect(liaison(last)?.asked == School.neighbour)
        let open = last.after(.minutes(10))
        #expect(liaison(open)?.asked == School.neighbour && liaison(open)?.isUnanswered == true)
        let rung = open.records.count { $0.event.wireCase == .positionOffered }
        #expect(rung == 3)
    }

    @Test("A yes that was on its way still counts, until somebody has the position")
    func lateYes() {
        let second = offered().after(.seconds(60))
        let taken = second.when(School.deputy) { .acceptPosition($0, .liaison) }.then(.positionTaken)
        #expect(liaison(taken)?.holder == School.deputy && liaison(taken)?.asked == nil)
        taken.when(School.nurse) { .acceptPosition($0, .liaison) }.refused(.notAsked)
        let other = second.when(School.nurse) { .acceptPosition($0, .liaison) }
        other.when(School.deputy) { .acceptPosition($0, .liaison) }.refused(.notAsked)
        second.responding(School.deputy).when(School.deputy) { .acceptPosition($0, .liaison) }
            .refused(.responding)
    }

    @Test(
        "Whoever takes a position is asked for no other: the next of the line is; in a small school both are theirs"
    )
    func taken() {
        let offered = offered()
        #expect(liaison(offered)?.asked == School.deputy)
        let moved = offered.when(School.principal) { .handOver($0, to: School.deputy) }.seated(School.deputy)
            .then(.positionTaken, .positionOffered)
        #expect(liaison(moved)?.asked == School.nurse)
        let named = self.offered(to: School.deputy).when(School.principal) {
            .handOver($0, to: School.deputy)
        }
        .seated(School.deputy).then(.positionTaken)
        #expect(liaison(named)?.asked == nil)
        var plan = School.fullPlan()
        plan.smallSchool = true
        let small = Given(plan).raised(.hold).seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.deputy) }
            .when(School.principal) { .handOver($0, to: School.deputy) }.seated(School.deputy).then(
                .positionTaken)
        #expect(liaison(small)?.asked == School.deputy)
    }

    @Test("To a person by name it stays open, and the watch says so; asked for the next, the line is")
    func byName() {
        let open = offered(to: School.teacher).after(.minutes(2))
        #expect(liaison(open)?.asked == School.teacher)
        let watch = Watch(open.it, open.state, at: open.now).findings
        #expect(watch == [.unanswered(.liaison, School.teacher, since: open.now + .minutes(-2))])
        #expect(Watch(offered().it, offered().state, at: offered().now).findings.isEmpty)
        let next = open.when(School.principal) { .offerPosition($0, .liaison, to: nil) }
        #expect(liaison(next)?.asked == School.deputy)
        #expect(Watch(next.it, next.state, at: next.now).findings.isEmpty)
    }

    @Test("After a pause it climbs one step, and the next has the whole time")
    func pause() {
        let woken = offered().jump(.minutes(30))
        let due = woken.state.deadlines.filter { $0.due <= woken.now && $0.kind == .offer(.liaison) }
        #expect(due.count == 1)
        let next = woken.when(School.timer, .expire(due[0].id)).then(.offerUnanswered, .positionOffered)
        #expect(liaison(next)?.asked == School.nurse)
        let deadline = next.state.deadlines.first { $0.kind == .offer(.liaison) }
        #expect(deadline?.due == next.now + .seconds(60))
        next.when(School.timer, .expire(due[0].id)).refused(.unknownDeadline)
    }

    @Test("In a Lockdown no clock rings anybody on the site, and nobody is rung there again")
    func lockdown() {
        let first = offered(.lockdown)
        let open = first.after(.minutes(3))
        #expect(liaison(open)?.asked == School.deputy && liaison(open)?.isUnanswered == true)
        // Asked for by the coordinator the others are asked once, and then nobody more.
        let all = open.when(School.principal) { .offerPosition($0, .liaison, to: nil) }
            .when(School.principal) { .offerPosition($0, .liaison, to: nil) }
        #expect(liaison(all)?.asked == School.neighbour)
        all.when(School.principal) { .offerPosition($0, .liaison, to: nil) }.refused(.nobodyAble)
        // Somebody off the site is outside the danger.
        let outside = Given(
            School.fullPlan {
                $0.lines.put(
                    PositionLine(
                        .liaison,
                        [LineMember(School.deputy, onSite: true), LineMember(School.county, onSite: false)]))
            }
        ).raised().seated().when(School.principal) { .offerPosition($0, .liaison, to: nil) }
        #expect(liaison(outside.after(.seconds(60)))?.asked == School.county)
    }
}
