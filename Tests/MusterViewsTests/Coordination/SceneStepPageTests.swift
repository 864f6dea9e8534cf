import MusterCore
import Testing

@testable import MusterViews

@Suite("What the coordinator does beside an agency, on the pages")
struct SceneStepPageTests {
    private let line: [Role] = [.staff, .line]

    private func commanded(
        _ relation: AgencyRelation = .liaison, by holder: PersonID = School.coordinator,
        kind: IncidentKind = .actual
    ) -> (School, IncidentID) {
        var plan = School.fullPlan
        plan.underAgency = relation
        var school = School(plan: plan)
        let id = school.raise(.lockdown, kind: kind)
        school.act(.acceptPosition(id, .schoolCoordinator), by: holder, line)
        for room in 1...20 { school.report(id, room, .allHere) }
        school.report(id, 21, .needsHelp, injured: 1)
        let source = Source(.radio, at: school.now)
        school.act(
            .recordSceneCommand(id, .police, unified: false, since: school.now, source: source, text: nil),
            by: School.office)
        return (school, id)
    }

    private func board(_ school: School, of person: PersonID = School.coordinator) -> Page {
        BoardPage.page(school.context(of: person, line, rooms: [], query: "whole=1"))
    }

    @Test("The first step stands at the top with the words to say, the others above who holds what")
    func words() {
        let page = board(commanded().0)
        let step = page.words(of: "step")
        #expect(step.contains("Give the agency three facts"))
        #expect(step.contains("Hurt: 1 in room 21."), "\(step)")
        #expect(step.contains("Silent: rooms 22, 23, 24."))
        let rest = page.words(of: "scene")
        #expect(rest.hasPrefix("Liaison beside police Since 14:0"), "\(rest)")
        #expect(rest.contains("By telephone or radio, from where you are."))
        #expect(!rest.contains("three facts"))
        let order = page.parts
        #expect(order.firstIndex(of: "scene") ?? 99 < order.firstIndex(of: "coordinator") ?? 0)
    }

    @Test("Whoever coordinates from outside is not held to the telephone; a drill says so in its first words")
    func outside() {
        let rest = board(commanded(.deputy, by: School.outside).0, of: School.outside).words(of: "scene")
        #expect(rest.contains("Deputy beside police") && rest.contains("the same authority"))
        #expect(!rest.contains("from where you are"))
        #expect(board(commanded(kind: .drill).0).words(of: "step").contains("This is a drill."))
    }

    @Test("A report of a room changes the words")
    func reported() {
        var (school, id) = commanded()
        school.report(id, 22, .allHere)
        #expect(board(school).words(of: "step").contains("Silent: rooms 23, 24."))
    }

    @Test("The dark page shows the first one and nothing of the others")
    func dark() {
        let school = commanded().0
        let page = OneThumbPage.page(
            school.context(of: School.coordinator, line, rooms: [School.room(12)]))
        #expect(page.words(of: "step").contains("Give the agency three facts"))
        #expect(!page.markup.contains("speaks for the school"))
    }

    @Test("Withdrawn, nothing of it is left to do")
    func withdrawn() {
        var (school, id) = commanded()
        school.act(.withdrawSceneCommand(id), by: School.coordinator, line)
        #expect(board(school).words(of: "scene").isEmpty)
        #expect(!board(school).words(of: "step").contains("three facts"))
    }
}
