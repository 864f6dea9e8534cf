import MusterCore
import Testing

@Suite("Rule: whoever is on duty at the hour is asked first, and nobody is left out")
struct DutyTests {
    private let duty = TakenDuty(outside: School.county, away: [School.principal])

    @Test("What the duty data says at the raise stands in the log of the incident")
    func taken() {
        let raised = Given(duty: duty).raised(.hold)
        raised.then(.incidentRaised, .actionSet, .rosterTaken, .dutyTaken, .coordinatorAsked)
        #expect(raised.it.coordination.duty == duty)
        #expect(Given().raised(.hold).it.coordination.duty == nil)
    }

    @Test("In a slower incident whoever is away is asked after the others")
    func order() {
        #expect(Given().raised(.hold).asked == [School.principal])
        #expect(Given(duty: duty).raised(.hold).asked == [School.deputy])
    }

    @Test("In Lockdown everybody is asked at once, whoever the duty data has as away")
    func lockdown() {
        let raised = Given(duty: duty).raised(.lockdown)
        #expect(raised.asked.contains(School.principal) && raised.asked.contains(School.deputy))
        #expect(raised.asked.contains(School.county))
        // Somebody who stayed longer may accept like anybody else.
        #expect(raised.seated(School.principal).coordinator == School.principal)
    }

    @Test("The caretaker is whoever has outside duty at that hour, not the plan's own person")
    func caretaker() {
        let night = TakenDuty(outside: School.nurse, away: [])
        let raised = Given(duty: night).raised(.lockdown)
        #expect(raised.state.outsideDuty(for: raised.it) == School.nurse)
        #expect(raised.asked.contains(School.nurse))
        // Where the data names nobody for the hour, the plan's own person is better than nobody.
        let unnamed = Given(duty: TakenDuty(outside: nil, away: [])).raised(.lockdown)
        #expect(unnamed.state.outsideDuty(for: unnamed.it) == School.plan().outsideDuty)
    }

    @Test("Everybody away is as if nothing were known: all are asked all the same")
    func everybodyAway() {
        let all = TakenDuty(outside: nil, away: School.plan().line.map(\.person))
        let raised = Given(duty: all).raised(.hold)
        #expect(raised.asked == [School.principal])
    }

    @Test("Only the command line learns who is away")
    func slices() {
        let state = Given(duty: duty).raised(.hold).state
        for slice in [Slice(.staff, rooms: []), Slice(.responder)] {
            let text = String(decoding: state.cut(for: slice).encoded(), as: UTF8.self)
            #expect(!text.contains("away"))
        }
    }
}
