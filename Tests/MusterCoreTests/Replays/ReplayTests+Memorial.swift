import MusterCore
import Testing

extension ReplayTests {
    @Test("Memorial: one press moves everybody, and nothing asks to be pressed before anybody goes")
    func memorialPress() throws {
        // Nobody ever presses anything again, in a school whose plan has tasks for it.
        var scenario = try Scenario("memorial-gas-smell-2016")
        scenario.lines = scenario.lines.filter { $0.seconds == 120 }
        scenario.lines[0].commands.removeLast()
        try scenario.giveCourses("evacuate")
        let replay = try Replay(scenario, until: 2400)
        #expect(replay.presses == 1)
        let moved = try #require(replay.rows(.actionSet).first)
        #expect(moved.seconds == 120 && moved.confidence == "B", "in the very second of the press")
        let incident = try #require(replay.state.incidents[replay.incident])
        for room in ["room-1", "room-2"] {
            let here = incident.action(at: School.place(room), in: replay.state.places)
            #expect(here?.action == .evacuate && here?.hazard == .gas)
        }
        #expect(!incident.courses.begun.isEmpty, "its tasks are there")
        #expect(replay.rows(.positionTaken).map { $0.seconds } == [240], "somebody coordinates all the same")
    }

    @Test(
        "Memorial: no task has to be done before the next step, and the seven presses are one for each thing said"
    )
    func memorial() throws {
        var scenario = try Scenario("memorial-gas-smell-2016")
        try scenario.giveCourses("evacuate")
        let replay = try Replay(scenario, until: 6000)
        #expect(replay.refusals.isEmpty && replay.presses == 7)
        #expect(try Replay(scenario, until: 1199).presses == 2, "the evacuation, and who coordinates")
        #expect(replay.rows(.taskReported).isEmpty && !replay.rows(.courseOpened).isEmpty)
        #expect(replay.rows(.incidentClosed).map { $0.seconds } == [2400])
        let incident = try #require(replay.state.incidents[replay.incident])
        #expect(incident.scene?.agency == .fire && !incident.hasActionInForce)
    }

    @Test("Memorial, as if classes had reported: a class that is whole is one press, and the board shows it")
    func memorialClasses() throws {
        let replay = try Replay(Scenario("memorial-gas-smell-2016"), asIf: true, until: 600)
        #expect(replay.presses == 4)
        let incident = try #require(replay.state.incidents[replay.incident])
        #expect(Briefing(incident, replay.state).heard == 2)
        #expect(Briefing(incident, replay.state).withoutReport.isEmpty)
    }
}

extension Scenario {
    /// Gives the plan the courses of action of an annex that Muster ships.
    fileprivate mutating func giveCourses(_ annex: String) throws {
        let annex = try Annex.decoded(try PlanLibrary.text("\(annex).json"))
        for course in annex.courses { plan.courses.put(course) }
    }
}
