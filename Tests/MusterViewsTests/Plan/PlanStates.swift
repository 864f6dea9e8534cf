import MusterCore

@testable import MusterViews

/// The pages of the plan in the states that matter.
enum PlanStates {
    static var all: [(name: String, page: Page)] {
        let (overview, clock) = (SamplePlan.overview(), SamplePlan.clock)
        let (next, inForce, annex) = (SamplePlan.next, SamplePlan.inForce, SamplePlan.lockdown)
        var none = PlanOverview(site: "Cedar Ridge High School")
        none.mayEdit = true
        return [
            ("plan-none", PlanPage.inForce(none, clock: clock)),
            ("plan-reader", PlanPage.inForce(SamplePlan.overview(edits: false), clock: clock)),
            ("plan-writer", PlanPage.inForce(overview, clock: clock)),
            ("plan-annex", PlanPage.annex(annex, of: inForce, overview, clock: clock)),
            ("plan-basic", PlanPage.basic(of: next, overview, clock: clock)),
            ("plan-whole", PlanPage.whole(inForce, overview, clock: clock)),
            ("plan-draft", PlanDraftPage.page(next, overview, clock: clock)),
            (
                "plan-refused",
                PlanDraftPage.page(
                    next, overview, refusal: PlanRefusal.reviewerIsAuthor.sentence, clock: clock)
            ),
            ("plan-edit-annex", PlanEditPage.annex(annex, of: next, overview, clock: clock)),
            (
                "plan-edit-course",
                PlanEditPage.course(annex.courses[0], in: annex, of: next, overview, clock: clock)
            ),
            ("plan-edit-section", PlanEditPage.section(.training, of: next, overview, clock: clock)),
            ("plan-edit-rights", PlanEditPage.settings(of: next, overview, clock: clock)),
            ("plan-edit-words", PlanEditPage.words(of: next, overview, clock: clock)),
        ]
    }
}
