import MusterCore
import Testing

@testable import MusterViews

/// What the pages of the plan show, and to whom.
struct PlanPageTests {
    @Test func aTeacherReadsThePlanInForceAndIsOfferedNoChange() {
        let page = PlanPage.inForce(SamplePlan.overview(edits: false), clock: SamplePlan.clock).text
        #expect(page.contains("Version 1, in force") && page.contains("Dana Whitlock"))
        for annex in SamplePlan.draft.annexes.rows { #expect(page.contains(annex.title)) }
        #expect(!page.contains("<form") && !page.contains("Version 2"))
        #expect(page.contains("Start a Lockdown") && page.contains("In person, room by room"))
    }

    @Test func anAnnexShowsEverythingThatStandsInIt() {
        for annex in SamplePlan.draft.annexes.rows {
            let page = PlanPage.annex(
                annex, of: SamplePlan.inForce, SamplePlan.overview(edits: false), clock: SamplePlan.clock)
            let lines = [annex.before, annex.during, annex.after]
                .flatMap { [$0.goal] + $0.objectives + $0.actions }
            let steps = annex.courses.flatMap(\.steps)
            let all =
                lines + annex.helpToMove + annex.cannotBeSilent + annex.otherLanguage + steps.map(\.text)
                + steps.compactMap(\.say) + annex.sources.map(\.note)
            var escaped = Html()
            for line in all {
                escaped = Html()
                escaped.text(line)
                #expect(page.text.contains(String(decoding: escaped.bytes, as: UTF8.self)), "\(line)")
            }
        }
    }

    @Test func aDraftSaysWhatIsTheMatterAndWhatItChanges() {
        let page = PlanDraftPage.page(SamplePlan.next, SamplePlan.overview(), clock: SamplePlan.clock).text
        #expect(page.contains("Lockdown, Lockdown, step 2") && page.contains("Must be put right"))
        #expect(page.contains("Lockdown: texts and tasks changed") && page.contains("Rights: end a Lockdown"))
        #expect(page.contains("Have it reviewed") && !page.contains("Publish it"))
    }

    @Test func eachStateOffersItsNextStepOnly() throws {
        let steps = [
            "Have it reviewed", "I have read it: reviewed", "Approve it", "Publish it",
            "Make it a draft again",
        ]
        func offered(_ document: PlanDocument, viewer: PersonID = SampleSite.dana) -> [String] {
            var overview = SamplePlan.overview()
            overview.viewer = viewer
            let page = PlanDraftPage.page(document, overview, clock: SamplePlan.clock).text
            return steps.filter { page.contains($0) }
        }
        var document = SamplePlan.inForce.draft(2, by: SamplePlan.writer, at: SamplePlan.now)
        #expect(offered(document) == [steps[0]])
        try document.submit()
        #expect(offered(document) == [steps[1], steps[4]])
        #expect(offered(document, viewer: SamplePlan.writer) == [steps[4]])
        try document.review(by: SampleSite.dana, at: SamplePlan.now, among: [], smallSchool: false)
        #expect(offered(document) == [steps[2], steps[4]])
        try document.approve(by: SampleSite.dana, at: SamplePlan.now, [])
        #expect(offered(document) == [steps[3], steps[4]])
        try document.publish(by: SampleSite.dana, at: SamplePlan.now)
        #expect(offered(document) == [])
    }

    @Test func aDocumentThatIsNotWhatWasPublishedIsSaidToBeSo() {
        var overview = SamplePlan.overview()
        #expect(!PlanPage.inForce(overview, clock: SamplePlan.clock).text.contains("not what was published"))
        overview.isTrue = false
        #expect(PlanPage.inForce(overview, clock: SamplePlan.clock).text.contains("not what was published"))
    }

    @Test func everyFindingHasASentenceThatSaysWhatToDo() {
        let unsafe: [UnsafeSetting] = [
            .nobodyMay(.close), .noWayToEnd, .badEnd(.coordinator), .badTiming(.silentAfter),
        ]
        let id = SamplePlan.lockdown.id
        let problems: [PlanProblem] =
            [
                .missingAnnex(id), .lacksAnnex(id), .emptySection, .toBeWritten, .noGoal(.before),
                .noActions(.after),
                .notForAll(.helpToMove), .refersNowhere(id), .refersToNone, .noCourse, .sameCourse,
                .badNumbers,
                .waitsForNothing(3), .movesInLockdown, .readsLikeMoving, .emptyStep, .badDeadline,
                .nobodyFor(.finance),
                .tooLong(140),
                .tooMany(16),
            ] + unsafe.map { .unsafe($0) }
        #expect(Set(problems.map(\.sentence)).count == problems.count)
        for problem in problems { #expect(problem.sentence.hasSuffix(".") && problem.sentence.count > 20) }
    }
}
