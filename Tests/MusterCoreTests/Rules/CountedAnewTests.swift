import MusterCore
import Testing

@Suite("Rule: what was said of a room before an action says nothing of it in that action")
struct CountedAnewTests {
    @Test("Who was let out of a Lockdown is counted anew in the Evacuate that follows")
    func cleared() {
        let cleared = School.rooms.reduce(Given().raised().seated()) { $0.jump(.seconds(5)).cleared($1) }
        #expect(cleared.standing(School.roomA1) == .cleared)
        let over = cleared.ended(.inPerson).then(.actionEnded)
        #expect(over.standing(School.roomA1) == .cleared, "nothing is asked of anybody now")
        let out = over.jump(.seconds(10)).set(.evacuate, at: [School.site])
        #expect(School.rooms.allSatisfy { out.standing($0) == .noReport })
        let counted = out.jump(.seconds(30)).reported(School.roomA1, .allHere)
        #expect(counted.standing(School.roomA1) == .allHere)
        // While the Lockdown goes on elsewhere, police see which rooms they have opened.
        let moved = Given().raised().seated().cleared(School.roomA1).set(.evacuate, at: [School.roomA1])
        #expect(moved.standing(School.roomA1) == .cleared)
    }

    @Test("“All here” of a Hold is not “all here” of the Evacuate, and silent in the Lockdown, after it")
    func reports() {
        let held = Given().raised(.hold).seated().reported(School.roomA1, .allHere)
            .reported(School.roomA2, .heardFrom).jump(.minutes(4))
        #expect(held.standing(School.roomA1) == .allHere)
        let out = held.set(.evacuate, at: [School.site])
        #expect(out.standing(School.roomA1) == .noReport && out.standing(School.roomA2) == .noReport)
        #expect(RoomBoard(out.it, in: out.state).rows.first?.isEarlier == true)
        #expect(held.set(.lockdown, at: [School.site]).standing(School.roomA1) == .silent)
        // What needs somebody stays until it is known to be otherwise.
        let hurt = held.reported(School.roomA1, .needsHelp, by: School.neighbour)
            .reported(School.roomB1, .exceptions, by: School.neighbour, missing: 2).jump(.minutes(2))
            .set(.evacuate, at: [School.site])
        #expect(hurt.standing(School.roomA1) == .needsHelp && hurt.standing(School.roomB1) == .exceptions)
        // The end of a Hold inside leaves the Evacuate around it, and what was said in that.
        let inside = Given().raised(.evacuate).seated().jump(.minutes(2))
            .reported(School.roomA1, .allHere).jump(.minutes(2)).set(.lockdown, at: [School.roomA1])
        #expect(inside.standing(School.roomA1) == .silent)
    }

    @Test(
        "What comes in later counts where it was seen within a minute of the action: paper knows no seconds")
    func slack() {
        let out = Given().raised(.hold).seated().jump(.minutes(5)).set(.evacuate, at: [School.site])
            .jump(.minutes(3))
        func told(ago: TimeSpan) -> RoomStanding? {
            out.reported(School.roomA1, .allHere, source: out.seen(.paper, ago: ago)).standing(School.roomA1)
        }
        #expect(told(ago: .seconds(3 * 60 + 50)) == .allHere)
        #expect(told(ago: .minutes(5)) == .noReport)
    }
}
