import MusterCore
import Testing

@testable import MusterViews

@Suite("The organization of an incident, and the watch, on the board")
struct OrgChartPageTests {
    private let line: [Role] = [.staff, .line]

    private func led() -> (School, IncidentID) {
        var school = School(plan: School.fullPlan)
        let id = school.raise(.lockdown)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, line)
        school.act(.offerPosition(id, .accountabilityLead, to: nil), by: School.coordinator, line)
        school.act(.acceptPosition(id, .accountabilityLead), by: School.teacher)
        school.act(.offerPosition(id, .liaison, to: School.neighbour), by: School.coordinator, line)
        return (school, id)
    }

    private func board(_ school: School, of person: PersonID = School.coordinator, _ roles: [Role]? = nil)
        -> Page
    {
        BoardPage.page(school.context(of: person, roles ?? line, rooms: []))
    }

    @Test("Boxes stand for what is held or offered, in their groups; the rest is a list")
    func chart() {
        let page = board(led().0)
        let words = page.words(of: "coordinator")
        #expect(words.hasPrefix("School coordinator Dana Ortiz"))
        #expect(words.contains("Command staff Liaison officer Ben Cole Offered, not accepted yet"))
        #expect(words.contains("Branches and leads Accountability lead Ana Reyes"))
        #expect(!words.contains("General staff"))
        #expect(page.words(of: "positions").contains("Opened when needed 8 Public information officer"))
    }

    @Test("Scene command stands beside the coordinator, joined by what the coordinator is then")
    func scene() {
        var (school, id) = led()
        #expect(!board(school).words(of: "coordinator").contains("serves as"))
        let source = Source(at: school.now)
        school.act(
            .recordSceneCommand(id, .police, unified: true, since: school.now, source: source, text: nil),
            by: School.coordinator)
        let words = board(school).words(of: "coordinator")
        #expect(words.contains("serves as liaison to Scene command Police, unified Recorded, since"))
    }

    @Test("The watch is for the line only, and quiet when nothing is to be said")
    func watch() {
        var (school, id) = led()
        #expect(board(school).words(of: "watch").isEmpty)
        school.act(.acceptPosition(id, .liaison), by: School.neighbour)
        school.act(.offerPosition(id, .logistics, to: School.outside), by: School.coordinator, line)
        school.act(.acceptPosition(id, .logistics), by: School.outside, line)
        school.now = school.now + .minutes(6)
        let words = board(school).words(of: "watch")
        #expect(words.contains("Sam Wu: last sign 6 min ago"))
        // Who hides is not waited for: in a room of their own, or on a site that is in Lockdown as a whole.
        #expect(!words.contains("Ana Reyes") && !words.contains("Ben Cole"))
        #expect(board(school, of: School.neighbour, [.staff]).words(of: "watch").isEmpty)
    }
}
