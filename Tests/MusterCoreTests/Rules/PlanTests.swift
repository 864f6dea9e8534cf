import MusterCore
import Testing

@Suite("Rule: the plan is data, and a slip of the pen in it hurts nobody")
struct PlanTests {
    @Test("A plan is published as the next version, by an administrator")
    func publish() {
        let next = School.plan { $0.version = 2 }
        Given().when(School.office, .publishPlan(next)).then(.planPublished)
        Given().when(School.office, .publishPlan(School.plan())).refused(.planVersion(expected: 2))
        Given().when(School.principal, .publishPlan(next)).refused(.notAllowed(.administer))
        Given().when(
            School.office,
            .listPlaces(first: false, places: [PlaceFact(School.place("new"), in: nil, kind: .area)])
        )
        .then(.placesListed).expect { $0.state.places.rows.count == 8 }
        Given().when(School.teacher, .listPlaces(first: true, places: [])).refused(.notAllowed(.administer))
    }

    @Test("An unsafe plan is refused", arguments: 0..<11)
    func unsafe(index: Int) {
        let changes: [(inout SitePlan) -> Void] = [
            { $0.lockdownEnds = [] }, { $0.lockdownEnds = [.coordinator] },
            { $0.timings.raiseStaleAfter = .seconds(0) }, { $0.timings.caretakerAfter = .seconds(0) },
            { $0.timings.askNextAfter = .minutes(120) }, { $0.timings.silentAfter = .seconds(-1) },
            { $0.timings.cancelWithin = .minutes(10) }, { $0.timings.reopenWithin = .minutes(99_999) },
            { $0.timings.raiseStaleAfter = .minutes(11) },
            { $0.rights = [Right(.endLockdown, [])] }, { $0.rights = [Right(.callForHelp, [])] },
        ]
        let plan = School.plan {
            $0.version = 2
            changes[index](&$0)
        }
        Given().when(School.office, .publishPlan(plan)).refused(.unsafePlan)
    }

    @Test("A list of places that comes during an incident takes no room away")
    func placesDuringAnIncident() {
        let part = Command.listPlaces(first: true, places: [School.places[0]])
        Given().raised().when(School.office, part).then(.placesListed)
            .expect { $0.action(at: School.roomB2) == .lockdown && $0.state.places.rows.count == 7 }
        Given().when(School.office, part).then(.placesListed).expect { $0.state.places.rows.count == 1 }
    }

    @Test("No plan shuts out whoever would have to mend it")
    func administrators() {
        let plan = School.plan {
            $0.version = 2
            $0.rights = [Right(.administer, [])]
        }
        Given().when(School.office, .publishPlan(plan)).when(
            School.office, .publishPlan(School.plan { $0.version = 3 })
        )
        .then(.planPublished)
    }

    @Test(
        "Every authority of a plan is told apart",
        arguments: [
            (Authority.staff, School.teacher), (.line, School.county), (.administrator, School.office),
            (.schoolOfficial, School.nurse), (.sro, School.sro), (.agency, School.police),
            (.coordinator, School.principal),
        ])
    func authorities(authority: Authority, person: PersonID) {
        let school = Given(School.plan { $0.rights = [Right(.correct, [authority])] }).raised().seated()
        school.when(person) { .sendCorrection($0, text: "Stay in your rooms.") }.then(.corrected)
        school.when(School.student) { .sendCorrection($0, text: "x") }.refused(.notAllowed(.correct))
    }

    @Test("Every refusal has a code of its own and a sentence that a person can act on")
    func sentences() {
        let all = Rejection.samples
        for (index, one) in all.enumerated() {
            #expect(one.sentence.hasSuffix(".") && one.sentence.count > 15)
            #expect(!all.prefix(index).contains { $0.code == one.code })
        }
    }
}
