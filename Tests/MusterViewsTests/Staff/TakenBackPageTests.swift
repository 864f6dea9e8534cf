import MusterCore
import Testing

@testable import MusterViews

@Suite("Every press has a way back on the page of whoever pressed")
struct TakenBackPageTests {
    /// A fire in the gym, and a Lockdown of the main building by the teacher in room 12.
    static func joined() -> (School, IncidentID) {
        var school = School()
        let id = school.raise(.evacuate, at: [School.gym], hazard: .fire)
        school.raise(.lockdown, at: [School.main], by: School.teacher)
        return (school, id)
    }

    @Test("Who joined an alarm sees what would be taken back, and that the rest goes on")
    func cancel() {
        let (school, _) = Self.joined()
        let page = school.staffPage()
        #expect(page.words(of: "cancel").contains("Lockdown at Main building. For"))
        // Before the second words: five seconds leave nobody time to scroll.
        #expect(page.parts.prefix(3) == ["words", "cancel", "then"])
        #expect(
            page.words(of: "words").contains("Lockdown") && page.words(of: "then").contains("Evacuate"))
        #expect(!school.staffPage(of: School.neighbour).parts.contains("cancel"))
        // Who began it takes back only what is theirs.
        #expect(school.staffPage(of: School.office).words(of: "cancel").contains("Evacuate at Gym"))
    }

    @Test("After the seconds it can be said that it was a mistake, of what one set")
    func claim() {
        var (school, id) = Self.joined()
        school.now = school.now + .seconds(20)
        let page = school.staffPage()
        #expect(!page.parts.contains("cancel"))
        #expect(page.words(of: "more").contains("Lockdown at Main building The alarm stands until"))
        #expect(!school.staffPage(of: School.neighbour).words.contains("mistake"))
        school.act(.claimMistake(id), by: School.teacher)
        let board = BoardPage.page(school.context(of: School.coordinator, [.staff, .line], rooms: []))
        #expect(board.words.contains("says that Lockdown at Main building was a mistake"))
        let press = school.replica.state.incidents[id]?.presses.last?.id.text ?? "none"
        #expect(board.markup.contains("name=\"press\" value=\"\(press)\""))
        #expect(!board.words.contains("The same was reported again"))
        school.raise(.lockdown, at: [School.main], by: School.neighbour)
        let seen = BoardPage.page(school.context(of: School.coordinator, [.staff, .line], rooms: []))
        #expect(seen.words.contains("The same was reported again since"))
        #expect(!seen.markup.contains("value=\"mistakeConfirmed\""))
    }

    @Test("What was taken back is told to everybody, until something is set after it")
    func correction() {
        var (school, id) = Self.joined()
        school.act(.cancelRaise(id), by: School.teacher)
        let page = school.staffPage(of: School.neighbour)
        #expect(page.words.contains("Lockdown at Main building was pressed by mistake."))
        #expect(page.words.contains("Evacuate at Gym Nothing is asked of"))
        #expect(!page.words.contains("The alarm was a mistake"))
        let timeline = BoardPage.page(school.context(of: School.coordinator, [.staff, .line], rooms: []))
        #expect(timeline.words.contains("withdrew Lockdown at Main building, cancelled within seconds"))
        school.raise(.lockdown, at: [School.main], by: School.neighbour)
        #expect(!school.staffPage().words.contains("Correction"))
    }

    @Test("Whoever joins an alarm reads when the own press was received")
    func received() {
        var school = School()
        school.raise(.evacuate, by: School.neighbour)
        school.now = school.now + .seconds(600)
        let joined = school.now + .seconds(1)
        school.raise(.lockdown, by: School.teacher)
        let words = school.staffPage().regions.first { $0.key.hasPrefix("help-") }
            .map { school.staffPage().words(of: $0.key) }
        let clock = PageClock(now: school.now)
        #expect(
            words?.contains(
                "The alarm was received, " + joined.timeOfDay(utcOffsetMinutes: clock.utcOffsetMinutes))
                == true)
    }

    @Test("Nobody is told to tell 911 of a mistake while another danger is in force")
    func afterword() {
        var (school, id) = Self.joined()
        school.act(.cancelRaise(id), by: School.teacher)
        let notice = OutboxNotice(
            id: CommandID("a", 9), act: .cancelRaise, .accepted, at: school.now, command: .cancelRaise(id))
        #expect(!school.staffPage(outbox: [notice]).words.contains("If you called 911"))
        // A cancel that came too late is a claim, and whoever sent it must know.
        let (late, _) = Self.joined()
        #expect(
            late.staffPage(outbox: [notice]).words.contains("It stands until somebody has called you back."))
    }

    @Test("The page of whoever said the duress word is the one of somebody who waits for the call back")
    func duress() {
        var school = School()
        let id = school.raise(.lockdown, by: School.coordinator)
        school.act(.claimMistake(id), by: School.coordinator)
        let roles: [Role] = [.staff, .line]
        func pages(_ school: School) -> [String] {
            let context = school.context(of: School.coordinator, roles)
            return [StaffPage.page(context), BoardPage.page(context)].map { $0.markup }
        }
        let before = school
        school.act(.recordCallBack(id, .duress), by: School.office, [.line], after: 0)
        let told = pages(school).map { $0.contains("uress") }
        #expect(told == [false, false])
        let (then, now) = (pages(before)[0], pages(school)[0])
        let differs = zip(then.split(separator: "<"), now.split(separator: "<")).first { $0 != $1 }
        #expect(then == now, "\(String(describing: differs))")
        #expect(
            before.context(of: School.office, [.line]).state.incidents[id]?.isDoubted(for: School.office)
                == true)
        #expect(
            school.context(of: School.office, [.line]).state.incidents[id]?.isDoubted(for: School.office)
                == false)
        let words = OneThumbPage.page(school.context(of: School.coordinator, roles)).parts
        #expect(words == OneThumbPage.page(before.context(of: School.coordinator, roles)).parts)
    }
}
