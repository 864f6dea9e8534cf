import MusterCore
import Testing

@Suite("Rule: when an agency commands the scene, the coordinator has another place and other next steps")
struct SceneStepTests {
    private func steps(_ given: Given) -> SceneSteps? {
        SceneSteps(given.it, given.state, RoomBoard(given.it, in: given.state))
    }

    private func ready(_ given: Given) -> [SceneStep] {
        steps(given)?.tasks.compactMap { $0.sceneStep } ?? []
    }

    private func done(_ step: SceneStep, _ given: Given, by person: PersonID = School.principal) -> Given {
        given.told(School.id("scene.police"), step.rawValue, by: person)
    }

    @Test("They begin with scene command and are over with it, whatever the plan has")
    func begin() {
        let school = Given().raised(.secure).seated().policeCommand()
        school.then(.sceneCommandRecorded, .courseOpened)
        #expect(ready(school) == [.facts, .place, .liaison, .entry, .ending, .accounting])
        school.policeCommand(says: School.teacher).then(.sceneCommandRecorded)
        let none = done(.facts, school).when(School.principal) { .withdrawSceneCommand($0) }
        #expect(steps(none) == nil)
        #expect(none.state.nextStep(of: School.principal, in: none.it) == nil)
        // Recorded once more, they begin anew.
        #expect(ready(none.after(.minutes(1)).policeCommand()).first == .facts)
        #expect(steps(Given().raised(.secure).seated()) == nil)
    }

    @Test("Another agency has its own steps, and those of the first are over")
    func anotherAgency() {
        let school = done(.facts, Given().raised(.evacuate).seated().policeCommand()).after(.minutes(2))
        let source = school.seen()
        let fire = school.when(School.nurse) {
            .recordSceneCommand($0, .fire, unified: true, since: source.observedAt, source: source, text: nil)
        }
        #expect(ready(fire).first == .facts)
        #expect(steps(fire)?.scene.unified == true)
        #expect(
            fire.it.courses.begun.rows.filter { $0.overAt == nil }.map { $0.key } == [School.id("scene.fire")]
        )
    }

    @Test("What is known decides which of them are called for")
    func facts() {
        let school = Given().raised().seated().policeCommand()
        let source = school.seen()
        let called = school.when(School.nurse) { .recordCall911($0, ended: false, source: source) }
            .reported(School.roomB1, .needsHelp, by: School.neighbour, injured: 2)
        #expect(ready(called).prefix(3) == [.facts, .help, .call911])
        #expect(steps(called)?.hurt == [School.roomB1] && steps(called)?.hurtCount == 2)
        #expect(steps(called)?.needsHelp == [School.roomB1])
        #expect(steps(called)?.silent == [School.roomA1, School.roomA2, School.roomB2])
        #expect(
            !ready(called.when(School.nurse) { .recordCall911($0, ended: true, source: called.seen()) })
                .contains(.call911))
        let claimed = Given().raised().seated().when(School.teacher) { .claimMistake($0) }.policeCommand()
        #expect(ready(claimed).contains(.claim))
        #expect(
            !ready(claimed.when(School.principal) { .recordCallBack($0, .notConfirmed) }).contains(.claim))
        let ended = school.ended(.agency)
        #expect(!ready(ended).contains(.ending) && ready(school).contains(.ending))
        let spoken = school.when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .liaison) }
        #expect(!ready(spoken).contains(.liaison))
    }

    @Test(
        "The three facts come before all that the plan asks of a coordinator, and anybody may report them said"
    )
    func first() {
        let school = Given(School.fullPlan()).raised().seated().policeCommand()
        func next(_ given: Given) -> PositionTask? {
            given.state.nextStep(of: School.principal, in: given.it)
        }
        #expect(next(school)?.sceneStep == .facts)
        let said = done(.facts, school, by: School.teacher)
        #expect(next(said)?.step.position == .caller911)
        #expect(next(said.reported(School.roomB2, .needsHelp))?.sceneStep == .help)
        // A nurse who speaks for the school takes over what is handed on.
        let handed = school.when(School.principal) {
            .handTask($0, TaskID(School.id("scene.police"), SceneStep.entry.rawValue), to: .liaison)
        }
        handed.then(.taskHanded)
    }

    @Test("Deputy, liaison and representative have another place, and the plan says which")
    func relations() {
        var places: [String] = []
        for relation in AgencyRelation.allCases {
            let school = Given(School.plan { $0.underAgency = relation }).raised().seated().policeCommand()
            #expect(steps(school)?.relation == relation)
            let place = steps(school)?.tasks.first { $0.sceneStep == .place }
            places.append(place?.step.text ?? "")
        }
        #expect(Set(places).count == 3 && !places.contains(""))
    }

    @Test("The plan says whether the end of a Lockdown is the agency's to order")
    func end() {
        #expect(steps(Given().raised().seated().policeCommand())?.isEndTheirs == true)
        #expect(steps(Given().raised(.secure).seated().policeCommand())?.isEndTheirs == false)
        let own = Given(School.plan { $0.lockdownEnds = [.inPerson] }).raised().seated().policeCommand()
        #expect(steps(own)?.isEndTheirs == false)
    }

    @Test("Whoever coordinates inside a Lockdown does all of it by voice, and no step moves anybody")
    func inside() {
        let school = Given().raised().policeCommand()
        #expect(steps(school.seated())?.isByVoiceOnly == true)
        #expect(steps(school.seated(School.county))?.isByVoiceOnly == false)
        #expect(steps(school.seated(School.duty))?.isByVoiceOnly == false)
        #expect(steps(Given().raised(.secure).seated().policeCommand())?.isByVoiceOnly == false)
        for relation in AgencyRelation.allCases {
            let school = Given(School.plan { $0.underAgency = relation }).raised().seated().policeCommand()
            for task in school.state.sceneTasks(of: school.it) {
                #expect(!task.step.movesPeople)
                let text = task.step.text.lowercased()
                for word in ["go ", "walk", "send ", "come", "bring", "meet", "fetch", "escort"] {
                    #expect(!text.contains(word), "\(task.step.text)")
                }
            }
        }
    }
}
