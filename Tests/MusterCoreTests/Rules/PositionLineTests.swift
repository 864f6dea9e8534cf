import MusterCore
import Testing

@Suite("Rule: a position is offered to its line, in order, and never to whoever is responding")
struct PositionLineTests {
    private let offer: (IncidentID) -> Command = { .offerPosition($0, .liaison, to: nil) }

    private func asked(_ given: Given) -> PersonID? { given.it.coordination.others[.liaison]?.asked }

    @Test("The first who can is asked, and after a no the next; with nobody left it says so")
    func order() {
        let seated = Given(School.fullPlan()).raised(.hold).seated()
        let first = seated.when(School.principal, offer).then(.positionOffered)
        #expect(asked(first) == School.deputy)
        let second = first.when(School.deputy) { .declineOffer($0, .liaison) }
            .then(.offerDeclined, .positionOffered)
        #expect(asked(second) == School.nurse)
        let third = second.when(School.nurse) { .declineOffer($0, .liaison) }
        #expect(asked(third) == School.neighbour)
        let none = third.when(School.neighbour) { .declineOffer($0, .liaison) }.then(.offerDeclined)
        #expect(asked(none) == nil)
        // Asked once more, whoever said no is better than nobody.
        #expect(asked(none.when(School.principal, offer)) == School.deputy)
        seated.when(School.principal) { .offerPosition($0, .finance, to: nil) }.refused(.nobodyAble)
    }

    @Test("Nobody who is responding, not available, or holds another position of a large school")
    func able() {
        let seated = Given(School.fullPlan()).raised(.hold).seated()
        #expect(asked(seated.responding(School.deputy).when(School.principal, offer)) == School.nurse)
        let away = seated.when(School.deputy, .setAvailability(School.deputy, available: false))
        #expect(asked(away.when(School.principal, offer)) == School.nurse)
        let other = seated.when(School.principal) { .offerPosition($0, .planning, to: School.deputy) }
            .when(School.deputy) { .acceptPosition($0, .planning) }
        #expect(asked(other.when(School.principal, offer)) == School.nurse)
        let small = Given(School.fullPlan { $0.smallSchool = true }).raised(.hold).seated()
            .when(School.principal) { .offerPosition($0, .planning, to: School.deputy) }
            .when(School.deputy) { .acceptPosition($0, .planning) }
        #expect(asked(small.when(School.principal, offer)) == School.deputy)
    }

    @Test("Whoever is asked and begins to respond, or leaves, is passed over at once")
    func passedOver() {
        let first = Given(School.fullPlan()).raised(.hold).seated().when(School.principal, offer)
        #expect(asked(first.responding(School.deputy)) == School.nurse)
        #expect(
            asked(first.when(School.deputy, .setAvailability(School.deputy, available: false)))
                == School.nurse)
        // An offer to a person by name is nobody else's.
        let named = first.when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
        #expect(asked(named.when(School.nurse) { .declineOffer($0, .liaison) }) == nil)
        #expect(asked(named.responding(School.nurse)) == nil)
    }

    @Test("Members of a position's line count as planned people for it, and hold the command slice")
    func planned() {
        let plan = School.fullPlan {
            $0.lines.put(PositionLine(.logistics, [LineMember(School.student, onSite: true)]))
        }
        let seated = Given(plan).raised(.hold).seated()
        seated.when(School.principal) { .offerPosition($0, .logistics, to: School.student) }.then(
            .positionOffered)
        seated.when(School.principal) { .offerPosition($0, .finance, to: School.student) }
            .refused(.unknownPerson(School.student))
        let claims = SliceClaims(Given(plan).state, at: Given(plan).now)
        #expect(claims.slice(of: School.nurse, [.staff], rooms: []) == .command)
        #expect(claims.slice(of: School.police, [.agency], rooms: []) == nil)
    }

    @Test("Lines and courses leave with no plan that is cut")
    func cut() {
        let cut = Given(School.fullPlan()).state.cut(for: Slice(.staff, rooms: School.rooms))
        #expect(cut.plan.lines.isEmpty && cut.plan.courses.isEmpty)
    }
}
