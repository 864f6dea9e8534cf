import MusterCore
import Testing

@Suite("Rule: that an action has ended is told to everybody who was under it")
struct EndingTests {
    private func cleared(_ given: Given) -> Given {
        School.rooms.reduce(given) { $0.cleared($1) }
    }

    private func ended() -> Given { cleared(Given().raised().seated()).ended(.inPerson) }

    private func endings(_ given: Given, at place: PlaceID? = School.roomA1) -> [Ending] {
        given.state.endings(at: place, now: given.now)
    }

    @Test("With a room and without one, by whose word and when")
    func told() throws {
        for place in [School.roomA1, nil] {
            let ending = try #require(endings(ended(), at: place).first)
            #expect(ending.action?.action == .lockdown)
            #expect(ending.action?.ended?.by == School.principal)
            #expect(ending.action?.ended?.method == .inPerson)
        }
        #expect(endings(Given().raised().seated()).isEmpty)
    }

    @Test("Everyday calls that were opened and closed since change nothing about it")
    func everyday() {
        let closed = ended().when(School.principal) { .closeIncident($0) }
        let later = closed.raised(nil, by: School.neighbour, level: .medical)
        #expect(endings(later).count == 1)
        let over = later.when(School.neighbour) { .closeIncident($0) }
        #expect(endings(over).count == 1)
        #expect(endings(over, at: nil).count == 1)
    }

    @Test("Where a Lockdown had ended it does not come back with the end of what was set after it")
    func staysEnded() {
        let wing = Given().raised().seated().jump(.minutes(2))
            .ended(.announcementAndKey, at: [School.buildingA])
        let led = wing.set(.evacuate, at: [School.buildingA]).jump(.minutes(2))
            .ended(.coordinator, at: [School.buildingA])
        #expect(led.action(at: School.roomA1) == nil && led.action(at: School.roomB1) == .lockdown)
        // The nearer end is told there, and not the later one around it.
        let over = led.ended(.announcementAndKey)
        #expect(over.state.endings(at: School.roomA1, now: over.now).first?.action?.action == .evacuate)
        // Set anew around it, it holds there like everywhere.
        let anew = led.set(.lockdown, at: [School.site])
        #expect(anew.action(at: School.roomA1) == .lockdown)
        anew.cleared(School.roomA1).set(.evacuate, at: [School.roomA1])
            .ended(.coordinator, at: [School.roomA1]).expect { $0.action(at: School.roomA1) == .lockdown }
    }

    @Test("What holds again where something inside has ended is announced there")
    func announcedAgain() {
        let both = Given().raised(.evacuate, at: [School.buildingA], hazard: .fire).seated()
            .raised(.shelter, by: School.neighbour, hazard: .tornado)
        let heard = both.jump(.seconds(9))
        let said = heard.when(School.nurse) { .confirmAudible($0, source: heard.seen()) }.jump(.minutes(2))
        #expect(said.it.audibleAt != nil && said.action(at: School.roomA1) == .evacuate)
        let inside = said.ended(.coordinator, at: [School.buildingA])
        #expect(inside.action(at: School.roomA1) == .shelter && inside.it.audibleAt == nil)
        #expect(inside.standing(School.roomA1) == .noReport)
    }

    @Test("It is told for a fair time after the close, and no longer")
    func fairTime() {
        let closed = ended().after(.minutes(90)).when(School.principal) { .closeIncident($0) }
        #expect(endings(closed.after(.minutes(59))).count == 1)
        #expect(endings(closed.after(.minutes(61))).isEmpty)
    }

    @Test("In a closed incident also whoever was elsewhere is told that it is over")
    func elsewhere() {
        let one = Given().raised(.evacuate, at: [School.buildingA]).seated()
            .when(School.principal) {
                .endAction($0, places: [School.buildingA], method: .coordinator)
            }
        #expect(endings(one, at: School.roomB1).isEmpty)
        let closed = one.when(School.principal) { .closeIncident($0) }
        #expect(endings(closed, at: School.roomB1).first?.action?.place == School.buildingA)
    }
}
