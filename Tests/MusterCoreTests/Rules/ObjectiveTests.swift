import MusterCore
import Testing

@Suite("Rule: an incident has the objectives of the annexes it runs by, or those that the coordinator writes")
struct ObjectiveTests {
    private func annex(_ id: AnnexID, _ lines: [String], courses: [Course]) -> Annex {
        var annex = Annex()
        (annex.id, annex.title, annex.courses) = (id, "Annex \(id)", courses)
        annex.during.objectives = lines
        return annex
    }

    private var plan: SitePlan {
        var document = PlanDocument()
        let lockdown = School.course(School.id("lock"), .action, [School.step(1, .safety)]) {
            $0.actions = [.lockdown]
        }
        let leave = School.course(School.id("leave"), .action, [School.step(1, .safety)]) {
            $0.actions = [.evacuate]
        }
        document.annexes.put(
            annex(School.id("lockdown"), ["Locked within a minute.", "911 is told."], courses: [lockdown]))
        document.annexes.put(annex(School.id("evacuate"), ["Everybody is counted."], courses: [leave]))
        document.annexes.put(annex(School.id("recovery"), ["School opens again."], courses: []))
        return School.plan().taking(document, digest: "")
    }

    private func lines(_ given: Given) -> [String] {
        given.state.objectives(of: given.it).flatMap { $0.lines }
    }

    @Test("They are published with the plan for annexes that have courses, and taken up with a course")
    func ofThePlan() {
        #expect(plan.objectives.rows.map { $0.key } == [School.id("evacuate"), School.id("lockdown")])
        let school = Given(plan).raised().seated()
        #expect(lines(school) == ["Locked within a minute.", "911 is told."])
        #expect(Briefing(school.it, school.state).objectives.map { $0.title } == ["Annex lockdown"])
        let both = Given(plan).raised(at: [School.buildingA]).seated().after(.seconds(1))
            .set(.evacuate, at: [School.buildingB])
        #expect(lines(both) == ["Locked within a minute.", "911 is told.", "Everybody is counted."])
        #expect(lines(both.ended(.agency, at: [School.buildingA])).count == 3)
        let out = both.ended(.announcementAndKey, at: [School.buildingA])
        #expect(lines(out) == ["Everybody is counted."])
        // A plan that is published meanwhile changes nothing of what is going on.
        var next = plan
        (next.version, next.objectives) = (2, Table())
        #expect(lines(school.when(School.office, .publishPlan(next))).count == 2)
    }

    @Test("The coordinator writes others, and goes back to those of the plan; a replaced one suggests")
    func own() {
        let school = Given(plan).raised().seated()
        let own = school.when(School.principal) { .setObjectives($0, text: "Families first.") }
        own.then(.objectivesSet)
        #expect(own.records.last?.text == "Families first.")
        #expect(own.it.objectives?.by == School.principal)
        #expect(Briefing(own.it, own.state).ownObjectives?.record == own.records.last?.position)
        own.when(School.principal) { .setObjectives($0, text: "") }.then(.objectivesSet)
            .expect { $0.it.objectives == nil }
        school.when(School.principal) { .setObjectives($0, text: "") }.then()
        school.when(School.teacher) { .setObjectives($0, text: "x") }.refused(.notAllowed(.assign))
        let replaced = school.when(School.principal) { .handOver($0, to: nil) }.seated(School.deputy)
            .when(School.principal) { .setObjectives($0, text: "Mine.") }
        replaced.then(.suggestionKept)
        #expect(replaced.records.last?.text == "Mine." && replaced.it.objectives == nil)
        #expect(own.state.cut(for: Slice(.responder)).incidents.rows.allSatisfy { $0.objectives == nil })
    }

    @Test("The briefing has the tasks that are planned and not done, the next due first")
    func openTasks() {
        let school = Given(School.fullPlan()).raised().seated().policeCommand()
        let open = Briefing(school.it, school.state).openTasks
        #expect(open.first?.step.position == .caller911)
        #expect(!open.contains { $0.sceneStep == .help })
        let done = school.told(School.lockdownCourse, 1)
        #expect(Briefing(done.it, done.state).openTasks.count == open.count - 1)
    }
}
