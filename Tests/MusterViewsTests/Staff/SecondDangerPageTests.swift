import MusterCore
import Testing

@testable import MusterViews

@Suite("A second danger stands on every page beside the first")
struct SecondDangerPageTests {
    @Test("Whoever is under another action is left out of the words for everybody")
    func exceptions() {
        var school = School()
        school.raise(.lockdown, at: [School.room(12)], by: School.teacher)
        let id = school.raise(.evacuate, hazard: .fire)
        let context = school.context(of: School.coordinator, [.staff, .line], rooms: [])
        let words = context.announcements(of: context.state.incidents[id] ?? context.openIncidents[0])
        #expect(words.first?.hasPrefix("Room 12: Lockdown") == true)
        #expect(words.last?.hasPrefix("Everyone except Room 12: Evacuate") == true)
    }

    @Test("What a Lockdown stands over stands on the board and on the responder's page")
    func covered() {
        var school = School()
        school.raise(.evacuate, at: [School.gym], hazard: .fire)
        school.raise(.lockdown, by: School.teacher)
        let told = "Also raised, and not in force: Evacuate, Fire at Gym"
        #expect(
            BoardPage.page(school.context(of: School.coordinator, [.line], rooms: [])).words.contains(told))
        #expect(school.responderPage().words.contains(told))
    }

    @Test("The end of a Lockdown hides from nobody that a fire which it stood over was not ended")
    func stillTold() {
        var school = School()
        let id = school.raise(.evacuate, at: [School.main], hazard: .fire, by: School.teacher)
        school.raise(.lockdown, by: School.neighbour)
        #expect(
            !school.staffPage().words.contains("Also raised"), "nobody who hides is told to think of leaving")
        school.ended(id, isClosed: false)
        for person in [School.teacher, School.neighbour] {
            let words = school.staffPage(of: person).words
            #expect(words.contains("Lockdown has ended"))
            #expect(words.contains("Also raised, and not in force: Evacuate, Fire at Main building"))
        }
        school.act(.closeIncident(id), by: School.coordinator, [.staff, .line])
        #expect(!school.staffPage().words.contains("Also raised"))
    }

    @Test("An officer who raises reads the words out and can take it back")
    func officer() {
        var school = School()
        school.raise(.lockdown, by: School.officer)
        let page = ResponderPage.page(school.context(of: School.officer, [.sro], rooms: []))
        #expect(page.parts.prefix(2) == ["words", "cancel"])
        school.now = school.now + .seconds(20)
        let later = ResponderPage.page(school.context(of: School.officer, [.sro], rooms: []))
        #expect(later.words.contains("This was a mistake") && !later.parts.contains("cancel"))
        // Somebody else's alarm asks nothing of an officer.
        let other = ResponderPage.page(school.context(of: School.medic, [.sro], rooms: []))
        #expect(!other.parts.contains("words") && !other.words.contains("mistake"))
    }

    @Test("“This is real” on its way says what to say instead of waiting, and is no practice")
    func realOnItsWay() {
        var school = School()
        let id = school.raise(.lockdown, kind: .drill)
        let notice = OutboxNotice(
            id: CommandID("a", 1), act: .turnActual, .queued, at: school.now + .seconds(-9),
            command: .turnActual(id))
        let page = school.staffPage(outbox: [notice])
        #expect(page.parts.first == "unsent")
        #expect(page.words(of: "unsent").contains("Lockdown"))
        #expect(!page.words(of: "unsent").contains("drill"))
    }

    @Test("A call to 911 from before an action was set does not answer whether anybody calls now")
    func call911() {
        var school = School()
        let id = school.raise(.hold, by: School.teacher)
        school.act(.recordCall911(id, ended: false, source: Source(at: school.now)), by: School.office)
        #expect(!school.staffPage().parts.contains("call"))
        school.now = school.now + .seconds(60)
        school.raise(.lockdown, by: School.teacher)
        #expect(school.staffPage().parts.contains("call"))
    }
}
