import MusterCore
import Testing

@Suite("Rule: a planned relief asks when its time comes, and empties nothing")
struct ShiftTests {
    private func seated(_ action: ProtectiveAction = .hold) -> Given {
        Given(School.fullPlan()).raised(action).seated()
    }

    private func planned(
        _ person: PersonID = School.nurse, for position: Position = .schoolCoordinator,
        in span: TimeSpan = .minutes(15), _ action: ProtectiveAction = .hold
    ) -> Given {
        let seated = seated(action)
        let from = seated.now + span
        return seated.when(School.principal) { .planShift($0, position, person, from: from) }
    }

    /// The coordinator says something each minute, so that the silence is nobody's.
    private func lively(_ given: Given, _ minutes: Int) -> Given {
        (0..<minutes).reduce(given) { given, _ in
            given.after(.minutes(1)).noted("all well", by: School.principal)
        }
    }

    @Test("Planned, planned anew and taken back, by the coordinator or whoever holds the position")
    func planning() {
        let first = planned().then(.shiftPlanned)
        #expect(first.it.coordination.shifts[.schoolCoordinator]?.person == School.nurse)
        let other = first.when(School.principal) {
            .planShift($0, .schoolCoordinator, School.county, from: first.now)
        }
        #expect(other.it.coordination.shifts.rows.map { $0.person } == [School.county])
        let none = other.when(School.principal) { .cancelShift($0, .schoolCoordinator) }.then(.shiftCancelled)
        #expect(none.it.coordination.shifts.isEmpty)
        none.when(School.principal) { .cancelShift($0, .schoolCoordinator) }.refused(.noShift)
        first.when(School.teacher) { .cancelShift($0, .schoolCoordinator) }.refused(.notAllowed(.assign))
        first.when(School.principal) { .planShift($0, .safety, School.student, from: first.now) }
            .refused(.unknownPerson(School.student))
        first.when(School.principal) { .planShift($0, .schoolCoordinator, School.principal, from: first.now) }
            .refused(.notAble)
    }

    @Test("When it is due the person is asked, and the holder holds it until they accept")
    func due() {
        let before = lively(planned(), 14)
        #expect(before.asked.isEmpty)
        let due = before.after(.minutes(1))
        #expect(due.coordinator == School.principal && due.asked == [School.nurse])
        #expect(due.it.coordination.handover?.cause == .relief && due.it.coordination.shifts.isEmpty)
        #expect(due.it.coordination.coordinator?.attends == true)
        let taken = due.seated(School.nurse)
        #expect(taken.coordinator == School.nurse && taken.it.coordination.former == [School.principal])
        // The holder may keep it after all.
        #expect(due.seated(School.principal).it.coordination.ladder == nil)
    }

    @Test("Without an answer the deputy is asked, then the line; a no does not wait")
    func unanswered() {
        let start = planned(in: .minutes(1)).when(School.principal) {
            .nameDeputy($0, .schoolCoordinator, School.teacher)
        }
        let due = start.after(.minutes(1))
        #expect(due.asked == [School.nurse])
        #expect(due.after(.minutes(1)).asked == [School.nurse, School.teacher])
        #expect(due.after(.minutes(2)).asked.contains(School.county))
        let no = due.when(School.nurse) { .declineOffer($0, .schoolCoordinator) }
        #expect(no.asked == [School.teacher])
        #expect(no.after(.minutes(5)).coordinator == School.principal)
    }

    @Test("Whoever is responding or away at that time is skipped, and nobody else is given the position")
    func skipped() {
        let start = planned(in: .minutes(1))
        let busy = start.responding(School.nurse).after(.minutes(1))
        #expect(busy.asked == [School.county, School.deputy, School.duty])
        #expect(busy.coordinator == School.principal)
        let away = start.when(School.nurse, .setAvailability(School.nurse, available: false)).after(
            .minutes(1))
        #expect(!away.asked.contains(School.nurse) && away.asked.contains(School.deputy))
        // With free hands by then it is as planned.
        #expect(start.responding(School.nurse).free(School.nurse).after(.minutes(1)).asked == [School.nurse])
    }

    @Test("Another position is offered, with its clock; where nobody holds it as well")
    func others() {
        let start = planned(School.teacher, for: .liaison, in: .minutes(1))
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .liaison) }
        let due = start.after(.minutes(1))
        #expect(due.it.coordination.others[.liaison]?.asked == School.teacher)
        #expect(due.it.coordination.others[.liaison]?.holder == School.nurse)
        let next = due.after(.minutes(1))
        #expect(next.it.coordination.others[.liaison]?.asked == School.deputy)
        #expect(next.it.coordination.others[.liaison]?.holder == School.nurse)
        // Whoever holds another position by then is skipped.
        let other = start.when(School.principal) { .offerPosition($0, .safety, to: School.teacher) }
            .when(School.teacher) { .acceptPosition($0, .safety) }.after(.minutes(1))
        #expect(other.it.coordination.others[.liaison]?.asked == School.deputy)
    }

    @Test(
        "Beside busy hands the relief is asked with the others, and a relief who has taken it is planned no more"
    )
    func beside() {
        let busy = planned(in: .minutes(1)).responding(School.principal).after(.minutes(1))
        #expect(busy.asked == [School.county, School.deputy, School.duty, School.nurse])
        #expect(busy.it.coordination.coordinator?.handsBusySince != nil)
        let taken = planned(in: .minutes(9)).when(School.principal) { .handOver($0, to: School.nurse) }
            .seated(School.nurse)
        #expect(taken.it.coordination.shifts.isEmpty)
    }

    @Test("In a Lockdown nobody on the site is rung for it")
    func lockdown() {
        let due = planned(in: .minutes(1), .lockdown).after(.minutes(1))
        #expect(due.asked == [School.county, School.duty] && due.coordinator == School.principal)
        #expect(
            planned(School.county, in: .minutes(1), .lockdown).after(.minutes(1)).asked == [School.county])
    }

    @Test(
        "A clock that was set forward makes it due once; closing and a drill that turns real end what was planned"
    )
    func clock() {
        let jumped = planned().jump(.minutes(120))
        let due = jumped.state.deadlines.filter { $0.kind == .shift(.schoolCoordinator) }
        jumped.when(School.timer, .expire(due[0].id)).then(.shiftBegan, .handoverStarted, .coordinatorAsked)
            .when(School.timer, .expire(due[0].id)).refused(.unknownDeadline)
        planned().when(School.timer, .expire(planned().state.deadlines[1].id)).refused(.notDue)
        let closed = planned().ended(.coordinator).when(School.principal) { .closeIncident($0) }
        #expect(closed.it.coordination.shifts.isEmpty)
        let drill = Given(School.fullPlan()).raised(.hold, by: School.principal, kind: .drill).seated()
        let turned = drill.when(School.principal) {
            .planShift($0, .schoolCoordinator, School.nurse, from: drill.now)
        }.when(School.principal) { .turnActual($0) }
        #expect(turned.it.coordination.shifts.isEmpty)
    }

    @Test("What was planned arrives too late after two minutes, and stays with the line")
    func late() {
        seated().jump(.minutes(5)).when(School.principal, late: .seconds(121)) {
            .planShift($0, .safety, School.nurse, from: .zero)
        }.refused(.tooLate)
        let given = planned()
        for slice in Slices.all.dropFirst() {
            #expect(given.state.cut(for: slice).incidents.rows[0].coordination.shifts.isEmpty)
            #expect(Slices.lawHolds(given.records, slice))
        }
    }
}
