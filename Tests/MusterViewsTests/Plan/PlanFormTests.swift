import MusterCore
import Testing

@testable import MusterViews

/// Forms of the plan, as browsers send them, change what they say and nothing else.
struct PlanFormTests {
    private func changed(_ form: String) throws -> (PlanDocument, Bool) {
        var document = SamplePlan.draft
        let isThere = PlanForm(FormField.fields(ofQuery: form, atMost: 512)).change(&document)
        return (document, isThere)
    }

    @Test func anAnnexTakesItsTextsLineByLine() throws {
        let form =
            "what=annex&which=lockdown&title=+Lockdown+now+&beforeGoal=Goal&beforeObjectives=One%0D%0A%0D%0ATwo%0D%0A"
            + "&beforeActions=A&duringGoal=D&duringObjectives=O&duringActions=X&afterGoal=F&afterObjectives=P"
            + "&afterActions=Y&helpToMove=H&cannotBeSilent=S&otherLanguage=L&refersTo=hold,+evacuate"
        let (document, isThere) = try changed(form)
        let annex = try #require(document.annexes.rows.first { $0.id.text == "lockdown" })
        #expect(isThere && annex.title == "Lockdown now" && annex.before.objectives == ["One", "Two"])
        #expect(annex.refersTo.map(\.text) == ["hold", "evacuate"] && annex.otherLanguage == ["L"])
        #expect(annex.courses == SamplePlan.lockdown.courses)
        let others = document.annexes.rows.filter { $0.id != annex.id }
        #expect(others == SamplePlan.draft.annexes.rows.filter { $0.id != annex.id })
    }

    @Test func aStepThatIsEmptiedIsTakenOutAndTheOthersCountDown() throws {
        func step(_ text: String, _ after: String, _ within: String = "") -> String {
            "&position=liaison&text=\(text)&say=&within=\(within)&after=\(after)&moves=yes"
        }
        let form =
            "what=course&which=lockdown&course=lockdown&trigger=action&action=lockdown&title=T"
            + step("first", "", "1.5") + step("", "1")
            + step("third", "1,2") + step("fourth", "3,9", "soon")
        let (document, _) = try changed(form)
        let course = try #require(document.annexes.rows.first { $0.id.text == "lockdown" }?.courses.first)
        #expect(course.title == "T" && course.steps.map(\.number) == [1, 2, 3])
        #expect(course.steps.map(\.after) == [[], [1], [2, 9]])
        #expect(course.steps[0].within == .seconds(90) && course.steps[1].within == nil)
        // What was typed wrongly is kept, and found.
        #expect(course.steps[2].within == .seconds(0))
        let found = document.findings(in: SitePlan()).map(\.problem)
        #expect(found.contains(.badDeadline) && found.contains(.waitsForNothing(9)))
        #expect(found.contains(.movesInLockdown))
    }

    @Test func anAnnexAndACourseAreAddedUnderNamesOfTheirOwn() throws {
        let (once, isThere) = try changed("what=addAnnex&title=Communications+plan&kind=functional")
        #expect(isThere && once.annexes.rows.contains { $0.id.text == "communicatio" })
        var twice = once
        let again = PlanForm(FormField.fields(ofQuery: "what=addAnnex&title=Communications+plan"))
        #expect(again.change(&twice))
        #expect(twice.annexes.rows.contains { $0.id.text == "communicatio2" })
        #expect(PlanForm([FormField("what", "addAnnex"), FormField("title", " ")]).change(&twice) == false)
        let course = PlanForm(
            FormField.fields(
                ofQuery:
                    "what=addCourse&which=communicatio&title=Lockdown&trigger=action&action=hold&hazard=fire")
        )
        #expect(course.change(&twice))
        let added = try #require(twice.annexes.rows.first { $0.id.text == "communicatio" }?.courses.first)
        // "lockdown" is taken by another annex.
        #expect(added.id.text == "lockdown2" && added.actions == [.hold] && added.hazards == [.fire])
        #expect(course.next(in: twice).hasSuffix("annex=communicatio&course=lockdown2"))
        #expect(twice.findings(in: SitePlan()).contains { $0.problem == .emptyStep })
    }

    @Test func whenACourseBeginsCanBeChangedAndACourseTakenOut() throws {
        let form = "what=course&which=lockdown&course=lockdown&title=T&text=Go&position=liaison"
        let agency = try changed(form + "&trigger=sceneCommand&action=hold&hazard=fire&agency=police").0
        let course = try #require(agency.annexes.rows.first { $0.id.text == "lockdown" }?.courses.first)
        #expect(course.trigger == .sceneCommand && course.agencies == [.police])
        #expect(course.actions.isEmpty && course.hazards.isEmpty, "what belongs to another occasion")
        #expect(course.occasion == "Begins when this commands the scene: police.")
        // A form without an occasion is not one of these pages.
        #expect(try changed(form).1 == false)
        let (less, isDone) = try changed("what=removeCourse&which=lockdown&course=lockdown")
        let before = SamplePlan.draft.annexes.rows.first { $0.id.text == "lockdown" }?.courses ?? []
        let after = less.annexes.rows.first { $0.id.text == "lockdown" }?.courses ?? []
        #expect(isDone && after == Array(before.dropFirst()))
        #expect(try changed("what=removeCourse&which=lockdown&course=nothing").1 == false)
    }

    @Test func aTableOfRightsKeepsOnlyWhatDiffersFromTheUsual() throws {
        let usual = Act.allCases.flatMap { act in
            Right.defaults(act).map { "&right-\(act.rawValue)=\($0.rawValue)" }
        }.joined()
        let (same, _) = try changed("what=settings&underAgency=deputy&end=agency&end=inPerson" + usual)
        #expect(same.settings.rights.isEmpty && same.settings.lockdownEnds == [.agency, .inPerson])
        #expect(same.settings.underAgency == .deputy && !same.settings.smallSchool)
        let (more, _) = try changed("what=settings&smallSchool=yes&right-endLockdown=agency" + usual)
        #expect(more.settings.rights == [Right(.endLockdown, [.agency, .coordinator])])
        #expect(more.settings.smallSchool)
        let (none, _) = try changed("what=settings")
        #expect(none.findings(in: SitePlan()).contains { $0.problem == .unsafe(.nobodyMay(.endLockdown)) })
        #expect(none.findings(in: SitePlan()).contains { $0.problem == .unsafe(.noWayToEnd) })
        #expect(!none.findings(in: SitePlan()).contains { $0.problem == .unsafe(.nobodyMay(.lockDown)) })
    }

    @Test func wordsAreKeptForTheActionsThatHaveSome() throws {
        let form =
            "what=words&action=hold&announcement=&steps=&action=evade&announcement=Run.&steps=Go.%0AHide."
        #expect(
            try changed(form).0.settings.wording == [
                Wording(.evade, announcement: "Run.", steps: ["Go.", "Hide."])
            ])
    }

    @Test func whatIsNotThereIsNotChanged() throws {
        let wrong = [
            "what=annex&which=nothing", "what=course&which=lockdown&course=nothing",
            "what=section&which=nothing",
            "what=remove&which=nothing", "what=nothing", "",
        ]
        for form in wrong {
            let (document, isThere) = try changed(form)
            #expect(!isThere && document == SamplePlan.draft, "\(form)")
        }
        #expect(try changed("what=remove&which=lockdown").0.annexes.rows.count == 11)
        let section = try changed("what=section&which=training&lines=One.%0ATwo.").0
        #expect(section.basic.parts[.training]?.lines == ["One.", "Two."])
    }
}
