import MusterCore
import Testing

@Suite("Rule: what is wrong with an annex is found, with its place")
struct AnnexTests {
    static func lockdown() throws -> Annex { try Annex.decoded(try PlanLibrary.text("lockdown.json")) }

    @Test("Each slip is found", arguments: 0..<18)
    func slip(index: Int) throws {
        var annex = try Self.lockdown()
        let id = annex.id
        let here = PlanSpot(id)
        let course = PlanSpot(id, course: annex.courses[0].id)
        let step = PlanSpot(id, course: annex.courses[0].id, step: 2)
        let long = String(repeating: "x", count: 401)
        let slips: [(PlanProblem, PlanSpot, (inout Annex) -> Void)] = [
            (.noGoal(.before), here, { $0.before.goal = "" }),
            (.noGoal(.after), here, { $0.after.goal = "" }),
            (.noActions(.during), here, { $0.during.actions = [] }),
            (.noActions(.before), here, { $0.before.objectives = [] }),
            (.notForAll(.helpToMove), here, { $0.helpToMove = [] }),
            (.notForAll(.cannotBeSilent), here, { $0.cannotBeSilent = [] }),
            (.notForAll(.otherLanguage), here, { $0.otherLanguage = [] }),
            (.noCourse, here, { $0.courses = [] }), (.tooLong(400), here, { $0.during.goal = long }),
            (.refersNowhere(id), here, { $0.refersTo = [$0.id] }),
            (.refersToNone, here, { ($0.kind, $0.refersTo) = (.threatOrHazard, []) }),
            (.badNumbers, course, { $0.courses[0].title = "" }),
            (.emptyStep, step, { $0.courses[0].steps[1].text = "" }),
            (.tooLong(140), step, { $0.courses[0].steps[1].text = String(repeating: "x", count: 141) }),
            (.movesInLockdown, step, { $0.courses[0].steps[1].movesPeople = true }),
            (.readsLikeMoving, step, { $0.courses[0].steps[1].text = "Have one adult Search the halls." }),
            (.waitsForNothing(2), step, { $0.courses[0].steps[1].after = [2] }),
            (.badDeadline, step, { $0.courses[0].steps[1].within = .minutes(1500) }),
        ]
        slips[index].2(&annex)
        #expect(annex.findings == [PlanFinding(slips[index].0, at: slips[index].1)])
    }

    @Test(
        "A course for every action may move people: Muster leaves such a step out where a place is in Lockdown"
    )
    func everyAction() throws {
        var annex = try Self.lockdown()
        annex.courses[0].actions = []
        annex.courses[0].steps[1].movesPeople = true
        #expect(annex.findings.isEmpty)
    }

    @Test("An annex comes back from its text as it was")
    func text() throws {
        for annex in try PlanLibrary.annexes() {
            #expect(try Annex.decoded(annex.encoded()) == annex)
        }
    }
}
