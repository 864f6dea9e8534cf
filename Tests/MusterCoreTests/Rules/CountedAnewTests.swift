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
        // Also while the Lockdown goes on elsewhere: they were led out and stand at a meeting place.
        let moved = Given().raised().seated().cleared(School.roomA1).jump(.seconds(5))
            .set(.evacuate, at: [School.roomA1])
        #expect(moved.standing(School.roomA1) == .noReport)
        #expect(RoomBoard(moved.it, in: moved.state).rows.first?.isOpened == true)
    }

    @Test("An action that is widened counts nobody anew who was under it already")
    func widened() {
        let locked = Given().raised(at: [School.buildingA]).seated().jump(.minutes(2))
            .reported(School.roomA1, .allHere).jump(.minutes(3))
        for wide in [locked.raised(by: School.neighbour), locked.set(.lockdown, at: [School.site])] {
            #expect(wide.action(at: School.roomB1) == .lockdown)
            #expect(wide.standing(School.roomA1) == .allHere && wide.standing(School.roomB1) == .silent)
        }
    }

    @Test(
        "A room that is locked down once more is counted once more, and one without a row from its own action on"
    )
    func again() {
        let opened = Given().raised().seated().jump(.minutes(1)).reported(School.roomA1, .allHere)
            .jump(.minutes(9)).cleared(School.roomA1).jump(.minutes(2))
        #expect(opened.raised(by: School.neighbour).standing(School.roomA1) == .silent)
        let unlisted = Given(roster: []).raised(.secure).seated().jump(.minutes(1))
        let seen = unlisted.seen()
        let late = unlisted.jump(.minutes(4)).set(.evacuate, at: [School.site]).jump(.seconds(30))
            .reported(School.roomA1, .allHere, source: seen)
        #expect(late.standing(School.roomA1) == .noReport)
    }

    @Test("Whoever was judged to be missing stays so, and nobody's sign of life settles two voices")
    func judged() {
        let held = Given().raised(.hold).seated()
        let proxy = held.seen(.radio, by: School.nurse)
        let two = held.reported(School.roomA1, .exceptions, by: School.neighbour, missing: 2, source: proxy)
            .jump(.seconds(30)).reported(School.roomA1, .allHere).expect {
                $0.standing(School.roomA1) == .conflict
            }
        func settled(_ status: RoomStatus) -> Given {
            let report = two.it.rollCall.rooms[School.roomA1]?.reports.first { $0.status == status }
            return two.when(School.principal) {
                .settleRoom($0, room: School.roomA1, report: report?.id ?? .none)
            }.jump(.minutes(3)).set(.evacuate, at: [School.site])
        }
        #expect(settled(.exceptions).standing(School.roomA1) == .exceptions)
        #expect(settled(.allHere).standing(School.roomA1) == .noReport)
        let open = two.jump(.minutes(3)).set(.evacuate, at: [School.site]).jump(.seconds(9))
            .reported(School.roomA1, .heardFrom)
        #expect(open.standing(School.roomA1) == .conflict)
    }

    @Test("Whoever is missing or hurt does not vanish under “cleared”, whichever was said first")
    func missingInACleared() {
        let locked = Given().raised().seated().jump(.minutes(1))
        let first = locked.reported(School.roomA1, .exceptions, missing: 2).jump(.minutes(1))
            .cleared(School.roomA1)
        let later = locked.cleared(School.roomA1).jump(.minutes(1))
            .reported(School.roomA1, .exceptions, missing: 2)
        for school in [first, later] {
            #expect(school.standing(School.roomA1) == .exceptions)
            let board = RoomBoard(school.it, in: school.state)
            #expect(board.rows.first?.isOpened == true && board.count(.exceptions) == 1)
            // Also once nothing is in force any more, until it is known to be otherwise.
            let over = school.ended(.announcementAndKey).then(.actionEnded)
            #expect(over.standing(School.roomA1) == .exceptions)
            #expect(
                over.jump(.seconds(9)).reported(School.roomA1, .allHere).standing(School.roomA1) == .cleared)
        }
    }

    @Test("A sign of life since the action counts, whatever was said before it")
    func signOfLife() {
        let held = Given().raised(.hold).seated().reported(School.roomA1, .allHere)
            .reported(School.roomA2, .exceptions, missing: 1).jump(.minutes(8))
        let locked = held.raised(by: School.neighbour).jump(.minutes(5))
            .reported(School.roomA1, .heardFrom).reported(School.roomA2, .heardFrom)
        #expect(locked.standing(School.roomA1) == .heardFrom)
        // Nobody said that the missing one was found.
        #expect(locked.standing(School.roomA2) == .exceptions)
    }

    @Test("What was said behind a locked door is not said of the Evacuate that holds again")
    func holdsAgain() {
        let out = Given().raised(.evacuate).seated().jump(.minutes(5))
        let mistaken = out.raised(by: School.neighbour).jump(.seconds(2)).reported(School.roomA1, .allHere)
            .jump(.seconds(2)).when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
        #expect(mistaken.action(at: School.roomA1) == .evacuate)
        #expect(mistaken.standing(School.roomA1) == .noReport)
        let inside = out.raised(by: School.neighbour, at: [School.buildingB]).jump(.minutes(1))
            .reported(School.roomB1, .allHere).jump(.minutes(14))
            .ended(.announcementAndKey, at: [School.buildingB])
        #expect(inside.action(at: School.roomB1) == .evacuate)
        #expect(inside.standing(School.roomB1) == .noReport && inside.standing(School.roomA1) == .noReport)
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
