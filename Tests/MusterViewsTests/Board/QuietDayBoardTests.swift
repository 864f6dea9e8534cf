import MusterCore
import Testing

@testable import MusterViews

@Suite("The board of a quiet day says who would coordinate now, by the hours where they are known")
struct QuietDayBoardTests {
    /// The school at 14:03, with who is there until then and from then on.
    private static func page(
        there: [PersonID], until minutes: Int64 = 60, _ change: (inout DutyOutlook.Span) -> Void = { _ in }
    ) -> Page {
        let school = School(plan: School.fullPlan)
        var context = school.context(of: School.coordinator, [.staff, .line], rooms: [])
        var span = DutyOutlook.Span()
        span.when = Stretch(from: context.now, to: context.now + .minutes(minutes))
        span.there = there.sorted()
        change(&span)
        context.directory.outlook.knowsHours = true
        context.directory.outlook.spans = [span]
        return BoardPage.page(context)
    }

    @Test("Without hours it is the plan's order")
    func byThePlan() {
        let school = School(plan: School.fullPlan)
        let page = BoardPage.page(school.context(of: School.coordinator, [.staff, .line], rooms: []))
        #expect(page.words(of: "ready").contains("Would coordinate now Dana Ortiz"))
        #expect(page.words(of: "ready").contains("Line available"))
    }

    @Test("Whoever is not due now is not named, and stands in the line as such")
    func byTheHours() {
        let page = Self.page(there: [School.outside])
        #expect(page.words(of: "ready").contains("Would coordinate now Sam Wu"))
        #expect(page.words(of: "ready").contains("Line, due and available 1 of 2"))
        #expect(page.words(of: "line").contains("Dana Ortiz Usually on site, not due at this hour"))
        #expect(page.words(of: "line").contains("Sam Wu Off site, available"))
    }

    @Test("A substitute stands where the other one does")
    func substitute() {
        let page = Self.page(there: [School.neighbour]) { span in
            span.substitutes = [StandIn(School.neighbour, for: School.coordinator)]
        }
        #expect(page.words(of: "ready").contains("Would coordinate now Ben Cole"))
        #expect(page.words(of: "line").contains("Ben Cole On site, stands in for Dana Ortiz, available"))
    }

    @Test("With nobody due it says so, and that all are asked; an hour that it does not know is not made up")
    func nobody() {
        let page = Self.page(there: [])
        #expect(page.words(of: "ready").contains("Would coordinate now Nobody of the line"))
        #expect(page.words(of: "ready").contains("Nobody of the line is due now"))
        let old = Self.page(there: [], until: 0)
        #expect(old.words(of: "ready").contains("Would coordinate now Dana Ortiz"))
        #expect(old.words(of: "ready").contains("the hours of today have not reached this device"))
    }
}
