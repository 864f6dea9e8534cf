import MusterCore
import Testing

extension ReplayTests {
    @Test(
        "MSD: whoever is on the staff may raise the Lockdown, and the SRO who reports is not asked to coordinate"
    )
    func msd() throws {
        let scenario = try Scenario("msd-2018")
        #expect(scenario.roles.first { $0.person == School.person("teacher") }?.roles == [.staff])
        let replay = try Replay(scenario, until: 6000)
        #expect(replay.rows(.incidentRaised).map { $0.seconds } == [300])
        #expect(replay.rows(.incidentRaised).map { $0.confidence } == ["B"])
        #expect(replay.rows(.positionTaken).map { $0.seconds } == [320])
        let sro = School.person("sro")
        #expect(replay.state.plan.line.first?.person == sro && replay.state.responding[sro] != nil)
        for row in replay.rows(.coordinatorAsked) { #expect(!persons(row).contains("sro")) }
        #expect(throws: Rejection.responding) {
            try replay.decide(.acceptPosition(replay.incident, .schoolCoordinator), by: sro)
        }
        #expect(replay.state.incidents[replay.incident]?.scene == nil, "nobody reported who commands")
    }

    @Test("MSD, as if a fire alarm had been raised beside the Lockdown: it stays a report and moves nobody")
    func msdFire() throws {
        let replay = try Replay(Scenario("msd-2018"), asIf: true, until: 299)
        #expect(replay.rows(.incidentRaised).map { $0.seconds } == [45])
        #expect(replay.rows(.positionTaken).map { $0.seconds } == [65])
        #expect(replay.rows(.incidentConfirmed).map { $0.seconds } == [165])
        #expect(replay.steps.first { $0.seconds == 165 && $0.isAsIf }?.kept == .around)
        #expect(replay.rows(.actionSet).map { $0.seconds } == [45], "no place is under another action")
        let incident = try #require(replay.state.incidents[replay.incident])
        for place in ["site", "west", "room-1", "room-2"] {
            #expect(incident.action(at: School.place(place), in: replay.state.places)?.action == .lockdown)
        }
    }

    @Test("MSD, as if the fire alarm alone had been raised: the Lockdown that comes later takes its place")
    func msdFireFirst() throws {
        var scenario = try Scenario("msd-2018")
        scenario.asIf.removeAll { $0.seconds == 45 }
        for (seconds, action) in [(299, .evacuate), (300, .lockdown)] as [(Int64, ProtectiveAction)] {
            let replay = try Replay(scenario, asIf: true, until: seconds)
            let incident = try #require(replay.state.incidents[replay.incident])
            let here = incident.action(at: School.place("room-1"), in: replay.state.places)
            #expect(here?.action == action, "at \(seconds)")
        }
    }

    @Test(
        "MSD: a report bears when it was seen as well as when it was said, so that old pictures show their age"
    )
    func msdPictures() throws {
        let replay = try Replay(Scenario("msd-2018"), asIf: true, until: 2200)
        let ages = replay.rows(.noteWritten).compactMap { row -> Int64? in
            guard case .journal(.noteWritten(_, _, _, _, let source, _)) = row.event else { return nil }
            return row.seconds - (source.observedAt - Scenario.start).seconds
        }
        #expect(ages.sorted() == [0, 1560])
    }
}
