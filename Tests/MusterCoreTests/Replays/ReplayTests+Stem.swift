import MusterCore
import Testing

extension ReplayTests {
    @Test("STEM: the Lockdown stands while others count, and what nobody knows stays unknown")
    func stem() throws {
        let replay = try Replay(Scenario("stem-highlands-ranch-2019"), until: 18_000)
        #expect(replay.rows(.positionTaken).map { $0.seconds } == [20])
        #expect(replay.rows(.positionTaken).map { $0.confidence } == ["C"], "it rests on an assumption")
        #expect(replay.rows(.call911Recorded).map { $0.confidence } == ["A"])
        #expect(replay.rows(.noteWritten).map { $0.seconds } == [420, 840, 1080])
        let incident = try #require(replay.state.incidents[replay.incident])
        #expect(incident.isOpen && incident.hasLockdown && incident.scene == nil)
        #expect(replay.rows(.actionEnded).isEmpty && replay.rows(.takeoverOffered).isEmpty)
    }

    @Test("STEM: an armed guard whom the school does not know of is not modelled, and the map says so")
    func stemGuard() throws {
        let scenario = try Scenario("stem-highlands-ranch-2019")
        let line = try #require(scenario.lines.first { $0.seconds == 600 })
        #expect(line.commands.isEmpty && line.notModelled?.contains("not modelled yet") == true)
        #expect(!scenario.roles.contains { $0.roles.contains(.schoolOfficial) })
    }

    @Test(
        "STEM, as if rooms had been recorded as they were opened: one by one does not end it before the last")
    func stemRooms() throws {
        let replay = try Replay(Scenario("stem-highlands-ranch-2019"), asIf: true, until: 1600)
        let incident = try #require(replay.state.incidents[replay.incident])
        let site = School.place("site")
        #expect(replay.state.notCleared(in: [site], of: incident) == [School.place("room-2")])
        #expect(throws: Rejection.roomsNotCleared(1)) {
            try replay.decide(
                .endAction(replay.incident, places: [site], method: .inPerson), by: School.person("county"))
        }
    }
}
