import MusterCore
import Testing

@Suite(
    "Rule: a position whose holder has busy hands or left is offered on at once, and held until somebody accepts"
)
struct BusyHolderTests {
    private func held(_ action: ProtectiveAction = .hold) -> Given {
        Given(School.fullPlan()).raised(action).seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .liaison) }
    }

    private func liaison(_ given: Given) -> Holding? { given.it.coordination.others[.liaison] }

    @Test("To the deputy, then to the line; the holder is shown with busy hands until somebody has accepted")
    func responding() {
        let busy = held().when(School.principal) { .nameDeputy($0, .liaison, School.teacher) }
            .responding(School.nurse).then(.respondingReported, .positionOffered)
        #expect(liaison(busy)?.holder == School.nurse && liaison(busy)?.handsBusySince == busy.now)
        #expect(liaison(busy)?.asked == School.teacher)
        let next = busy.when(School.teacher) { .declineOffer($0, .liaison) }
        #expect(liaison(next)?.asked == School.deputy)
        // Free hands alone end it as little as the coordinator's.
        #expect(liaison(next.free(School.nurse))?.handsBusySince != nil)
        let taken = next.when(School.deputy) { .acceptPosition($0, .liaison) }.then(.positionTaken)
        #expect(liaison(taken)?.holder == School.deputy && liaison(taken)?.handsBusySince == nil)
        #expect(liaison(taken)?.former == [School.nurse])
        // Said twice, nobody is asked twice.
        busy.responding(School.nurse).then(.respondingReported)
    }

    @Test("So it is with a holder who is not available any more, and of every position of one person")
    func leaving() {
        held().when(School.nurse, .setAvailability(School.nurse, available: false))
            .then(.availabilitySet, .positionOffered)
            .expect { liaison($0)?.asked == School.deputy && liaison($0)?.handsBusySince != nil }
        let small = Given(School.fullPlan { $0.smallSchool = true }).raised(.hold).seated()
        let both = [Position.liaison, .safety].reduce(small) { given, position in
            given.when(School.principal) { .offerPosition($0, position, to: School.nurse) }
                .when(School.nurse) { .acceptPosition($0, position) }
        }
        both.responding(School.nurse).then(.respondingReported, .positionOffered, .positionOffered)
    }

    @Test("A holder with free hands may go on; one who is responding may not")
    func goesOn() {
        let busy = held().responding(School.nurse)
        busy.when(School.nurse) { .acceptPosition($0, .liaison) }.refused(.responding)
        let on = busy.free(School.nurse).when(School.nurse) { .acceptPosition($0, .liaison) }
        #expect(liaison(on)?.holder == School.nurse && liaison(on)?.asked == nil)
        #expect(liaison(on)?.handsBusySince == nil)
        on.when(School.nurse) { .acceptPosition($0, .liaison) }.refused(.notAsked)
    }

    @Test("Where nobody can be asked, the next who can is asked as soon as there is one")
    func later() {
        let none = held().responding(School.deputy).responding(School.neighbour).responding(School.nurse)
            .then(.respondingReported)
        #expect(liaison(none)?.asked == nil && liaison(none)?.holder == School.nurse)
        none.free(School.neighbour).then(.respondingEnded, .positionOffered)
            .expect { liaison($0)?.asked == School.neighbour }
    }

    @Test("Closed and opened again, and from a drill to the real thing, somebody is asked anew")
    func anew() {
        let over = held().responding(School.nurse).ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        over.when(School.principal) { .reopenIncident($0) }
            .then(.incidentReopened, .positionOffered)
        let drill = Given(School.fullPlan()).raised(.hold, by: School.principal, kind: .drill).seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .liaison) }.responding(School.nurse)
        let real = drill.when(School.principal) { .turnActual($0) }
        #expect(liaison(real)?.asked == School.deputy)
    }

    @Test("Whose hands are busy stays with the line")
    func slices() {
        let busy = held().responding(School.nurse)
        for slice in Slices.all.dropFirst() {
            let holding = busy.state.cut(for: slice).incidents.rows[0].coordination.others[.liaison]
            #expect(holding?.holder == School.nurse && holding?.handsBusySince == nil)
            #expect(holding?.asked == nil && holding?.askedAt == nil)
            #expect(Slices.lawHolds(busy.records, slice))
        }
    }
}
