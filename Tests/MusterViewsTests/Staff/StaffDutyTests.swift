import MusterCore
import Testing

@testable import MusterViews

@Suite("A member of staff who is asked or seated")
struct StaffDutyTests {
    private func offered() -> (School, IncidentID) {
        var school = School()
        let id = school.raise(.evacuate)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.act(
            .offerPosition(id, .accountabilityLead, to: School.teacher), by: School.coordinator,
            [.staff, .line])
        return (school, id)
    }

    @Test("Sees the offer first, and can take it or say no")
    func offer() {
        let page = offered().0.staffPage()
        #expect(page.parts.first == "offers")
        #expect(page.words(of: "offers").contains("Take this position: Accountability lead?"))
        #expect(page.words(of: "offers").contains("Yes, I take it I cannot"))
    }

    @Test("Once seated is led to the board, which shows everything")
    func seat() {
        var (school, id) = offered()
        school.act(.acceptPosition(id, .accountabilityLead), by: School.teacher)
        #expect(school.staffPage().words(of: "duties").contains("You are Accountability lead"))
        #expect(school.staffPage().markup.contains("href=\"/board\""))
        let board = Pages.page(named: "/board", context: school.context())
        #expect(board?.words(of: "coordinator").contains("Dana Ortiz") == true)
        #expect(school.staffPage(of: School.neighbour).words(of: "duties").isEmpty)
    }

    @Test("Outside duty is asked on the staff page too")
    func duty() {
        var school = School()
        school.raise(.lockdown)
        let page = school.staffPage(of: School.outside, rooms: [])
        #expect(page.words(of: "offers").contains("Coordinate this?"))
    }
}
