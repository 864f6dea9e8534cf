import MusterCore
import Testing

@testable import MusterViews

@Suite("Whoever reviews a plan reads what goes and what comes, not only that something changed")
struct PlanDifferenceTests {
    private static func document(_ change: (inout PlanDocument) -> Void = { _ in }) -> PlanDocument {
        var document = PlanDocument()
        document.number = 1
        document.state = .published
        var annex = Annex()
        annex.id = AnnexID("evacuate") ?? .none
        annex.title = "Evacuate"
        annex.during.actions = ["Take the list.", "Walk, do not run.", "Count again."]
        var course = Course()
        course.title = "Out and counted"
        course.actions = [.evacuate]
        var step = CourseStep()
        step.number = 1
        step.position = .accountabilityLead
        step.text = "Count everybody"
        step.say = "All here?"
        step.within = .minutes(5)
        course.steps = [step]
        annex.courses = [course]
        document.annexes.put(annex)
        document.basic.parts.put(BasicPart(.training, ["Two drills a year."]))
        change(&document)
        return document
    }

    private static func changed(_ change: (inout PlanDocument) -> Void) -> [PlanDifference] {
        let new = document(change)
        return new.changes(from: document()).compactMap { $0.difference(from: document(), to: new) }
    }

    private static func annex(_ change: (inout Annex) -> Void) -> PlanDifference? {
        changed { document in document.annexes.updateAll { change(&$0) } }.first
    }

    @Test("A sentence that is another one goes and comes; the others are not named")
    func sentence() {
        let difference = Self.annex { $0.during.actions[1] = "Walk in a line." }
        #expect(difference?.out.map { $0.text } == ["Walk, do not run."])
        #expect(difference?.added.map { $0.text } == ["Walk in a line."])
        #expect(difference?.added.first?.heading.contains("what we do") == true)
    }

    @Test("A task with its words, its time and its owner is one line")
    func task() {
        let difference = Self.annex { $0.courses[0].steps[0].within = .minutes(10) }
        let line = "1. Accountability lead: Count everybody Say: “All here?” (within 5 minutes)"
        #expect(difference?.out.map { $0.text } == [line])
        #expect(difference?.added.count == 1)
    }

    @Test("The same sentence twice is two; an order alone is said to be an order")
    func countsAndOrder() {
        let twice = Self.annex { $0.during.actions.append("Count again.") }
        #expect(twice?.added.map { $0.text } == ["Count again."] && twice?.out.isEmpty == true)
        #expect(Self.annex { $0.during.actions.reverse() }?.isOrderOnly == true)
    }

    @Test("Basic plan, rights, endings, relation and words are told too")
    func settings() {
        let all = Self.changed { document in
            document.basic.parts.put(BasicPart(.training, ["Four drills a year."]))
            document.settings.rights = [Right(.close, [.line])]
            document.settings.lockdownEnds = [.inPerson]
            document.settings.underAgency = .deputy
        }
        #expect(all.count == 4)
        #expect(all.allSatisfy { !$0.isOrderOnly })
        #expect(all[0].added.map { $0.text } == ["Four drills a year."])
        #expect(all[2].out.count == SitePlan.endsOfLockdown.count - 1 && all[2].added.isEmpty)
    }
}
