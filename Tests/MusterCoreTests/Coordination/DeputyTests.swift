import MusterCore
import Testing

@Suite("Rule: a deputy is asked first, and is nobody who cannot take over")
struct DeputyTests {
    private func named(
        _ person: PersonID = School.nurse, of position: Position = .schoolCoordinator,
        _ action: ProtectiveAction = .hold, _ plan: SitePlan = School.fullPlan()
    ) -> Given {
        Given(plan).raised(action).seated().when(School.principal) { .nameDeputy($0, position, person) }
    }

    private func deputy(_ given: Given, of position: Position = .schoolCoordinator) -> PersonID? {
        given.it.coordination.deputy(of: position)
    }

    @Test("The coordinator names one, another in their place, or nobody; said twice it is one")
    func naming() {
        let first = named().then(.deputyNamed)
        #expect(deputy(first) == School.nurse)
        first.when(School.principal) { .nameDeputy($0, .schoolCoordinator, School.nurse) }.then()
        let other = first.when(School.principal) { .nameDeputy($0, .schoolCoordinator, School.teacher) }
        #expect(deputy(other) == School.teacher)
        let none = other.when(School.principal) { .nameDeputy($0, .schoolCoordinator, nil) }.then(
            .deputyNamed)
        #expect(deputy(none) == nil)
        none.when(School.principal) { .nameDeputy($0, .schoolCoordinator, nil) }.then()
    }

    @Test("Whoever holds a position names its deputy; nobody else but the coordinator does")
    func right() {
        let held = Given(School.fullPlan()).raised(.hold).seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .liaison) }
        let own = held.when(School.nurse) { .nameDeputy($0, .liaison, School.teacher) }.then(.deputyNamed)
        #expect(deputy(own, of: .liaison) == School.teacher)
        held.when(School.nurse) { .nameDeputy($0, .safety, School.teacher) }.refused(.notAllowed(.assign))
        held.when(School.teacher) { .nameDeputy($0, .liaison, School.teacher) }.refused(.notAllowed(.assign))
        // A replaced coordinator's wish is kept for the present one.
        held.when(School.principal) { .handOver($0, to: School.county) }.seated(School.county)
            .when(School.principal) { .nameDeputy($0, .liaison, School.teacher) }.then(.suggestionKept)
    }

    @Test("Nobody who is responding, not available, unknown here, or holds the position")
    func able() {
        let seated = Given(School.fullPlan()).raised(.hold).seated()
        func name(_ given: Given, _ person: PersonID) -> Given {
            given.when(School.principal) { .nameDeputy($0, .schoolCoordinator, person) }
        }
        name(seated.responding(School.deputy), School.deputy).refused(.responding)
        let away = seated.when(School.deputy, .setAvailability(School.deputy, available: false))
        name(away, School.deputy).refused(.notAble)
        name(seated, School.principal).refused(.notAble)
        name(seated, School.student).refused(.unknownPerson(School.student))
        name(seated, School.police).refused(.unknownPerson(School.police))
    }

    @Test(
        "In a large school a deputy holds no other position and is no other's deputy; in a small one they may"
    )
    func large() {
        let steps: (Given) -> Given = { given in
            given.when(School.principal) { .offerPosition($0, .planning, to: School.teacher) }
                .when(School.teacher) { .acceptPosition($0, .planning) }
        }
        steps(named()).when(School.principal) { .nameDeputy($0, .liaison, School.teacher) }
            .refused(.holdsAnother(.planning))
        named().when(School.principal) { .nameDeputy($0, .liaison, School.nurse) }
            .refused(.deputyOfAnother(.schoolCoordinator))
        // Whoever takes another position is not free any more.
        let taken = steps(named(School.teacher))
        #expect(deputy(taken) == nil)
        let small = named(
            School.teacher, of: .schoolCoordinator, .hold, School.fullPlan { $0.smallSchool = true })
        let both = steps(small).when(School.principal) { .nameDeputy($0, .liaison, School.teacher) }
        #expect(deputy(both) == School.teacher && deputy(both, of: .liaison) == School.teacher)
    }

    @Test("Who responds or becomes unavailable is deputy no more, nor is who takes the position")
    func ends() {
        #expect(deputy(named().responding(School.nurse)) == nil)
        #expect(deputy(named().when(School.nurse, .setAvailability(School.nurse, available: false))) == nil)
        let taken = named().when(School.principal) { .handOver($0, to: School.nurse) }.seated(School.nurse)
        #expect(taken.coordinator == School.nurse && deputy(taken) == nil)
    }

    @Test("Asked before the line when the coordinator's hands are busy, and soon after it all the line")
    func first() {
        let busy = named().responding(School.principal)
            .then(.respondingReported, .handoverStarted, .coordinatorAsked)
        #expect(busy.asked == [School.nurse])
        #expect(busy.after(.seconds(20)).asked == [School.county, School.deputy, School.duty, School.nurse])
        // A no does not make the line wait.
        let declined = busy.when(School.nurse) { .declineOffer($0, .schoolCoordinator) }
            .then(.offerDeclined, .coordinatorAsked)
        #expect(declined.asked == [School.county, School.deputy, School.duty])
        // Nor do busy hands.
        #expect(busy.responding(School.nurse).asked == [School.county, School.deputy, School.duty])
        // Whoever of the line is quicker may take it at any moment.
        #expect(busy.seated(School.deputy).coordinator == School.deputy)
        #expect(busy.seated(School.nurse).coordinator == School.nurse)
        let given = named().when(School.principal) { .handOver($0, to: nil) }
        #expect(given.asked == [School.nurse])
    }

    @Test("In a Lockdown all are asked at once, the deputy among them")
    func lockdown() {
        let busy = named(School.nurse, of: .schoolCoordinator, .lockdown).responding(School.principal)
        #expect(busy.asked == [School.county, School.deputy, School.duty, School.nurse])
        // Asked again later is only who is off the site: the deputy is not.
        let again = busy.after(.minutes(3)).records.dropFirst(busy.records.count)
        #expect(again.count > 2)
        for record in again {
            guard case .coordination(.coordinatorAsked(_, let persons, _, _)) = record.event else { continue }
            #expect(persons == [School.county, School.duty])
        }
    }

    @Test("The deputy of another position is asked before its line, once")
    func others() {
        let named = named(School.teacher, of: .liaison)
        let asked = named.when(School.principal) { .offerPosition($0, .liaison, to: nil) }
        #expect(asked.it.coordination.others[.liaison]?.asked == School.teacher)
        let next = asked.when(School.teacher) { .declineOffer($0, .liaison) }
        #expect(next.it.coordination.others[.liaison]?.asked == School.deputy)
    }

    @Test("A deputy holds the command slice; no other slice knows who it is")
    func slice() {
        let given = named()
        let claims = SliceClaims(given.state, at: given.now)
        #expect(claims.slice(of: School.nurse, [.staff], rooms: []) == .command)
        for slice in Slices.all.dropFirst() {
            #expect(given.state.cut(for: slice).incidents.rows[0].coordination.deputies.isEmpty)
            #expect(Slices.lawHolds(given.records, slice))
        }
    }
}
