import MusterCore
import Testing

@testable import MusterViews

@Suite("A silent command post, as the line reads it")
struct CommandPostPageTests {
    private let line: [Role] = [.staff, .line]

    private func silent(_ action: ProtectiveAction = .evacuate) -> School {
        var school = School(plan: School.fullPlan)
        let id = school.raise(action)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, line)
        school.now = school.now + .minutes(2)
        school.act(
            .reportCommandPost(id, School.coordinator, silentSince: school.now + .seconds(-65)), by: .none, []
        )
        school.expire()
        return school
    }

    private func board(_ school: School, of person: PersonID) -> Page {
        BoardPage.page(school.context(of: person, line, rooms: []))
    }

    @Test("The line reads whose it is, since when, and to ask first; whoever is asked reads why")
    func told() {
        let page = board(silent(), of: School.outside)
        #expect(
            page.words(of: "watch").contains(
                "The command post of Dana Ortiz gives no sign Heard 1 min ago . Ask by radio or phone first"))
        #expect(page.words(of: "waiting").contains("Take over the coordination?"))
        #expect(page.words(of: "waiting").contains("Dana Ortiz’s command post gives no sign."))
        #expect(page.words(of: "coordinator").contains("The command post gives no sign: takeover is offered"))
        let told = page.words(of: "timeline")
        #expect(told.contains("The command post of Dana Ortiz has given no sign since"))
        #expect(told.contains("command post gave no sign. Takeover was offered to Sam Wu."))
    }

    @Test("Whoever is asked is told not to call somebody who hides")
    func hiding() {
        let page = board(silent(.lockdown), of: School.outside)
        for region in ["watch", "waiting"] {
            #expect(page.words(of: region).contains("do not call or ring them"))
            #expect(!page.words(of: region).contains("by radio"))
        }
    }

    @Test("Heard again, nothing of it stands but the record")
    func heardAgain() {
        var school = silent()
        let id = school.replica.state.incidents.rows[0].id
        school.act(.reportCommandPost(id, School.coordinator, silentSince: nil), by: .none, [])
        let page = board(school, of: School.outside)
        #expect(page.words(of: "watch").isEmpty)
        #expect(!page.words(of: "waiting").contains("Take over the coordination?"))
        #expect(page.words(of: "timeline").contains("The command post of Dana Ortiz is no longer silent."))
    }

    @Test("Nobody outside the line is told")
    func needToKnow() {
        let page = silent().staffPage(of: School.neighbour)
        #expect(!page.regions.contains { page.words(of: $0.key).lowercased().contains("command post") })
    }
}
