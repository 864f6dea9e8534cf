import MusterCore
import MusterDesk
import MusterLog
import MusterSimulation
import Testing

/// What happened, acted out through the real desk; the same files run through the rules alone in the core's tests.
@Suite("Replays through the desk")
struct ScenarioReplayTests {
    @Test("Every mapped line is taken by the desk, and the log that comes of it folds to what the desk shows")
    func folds() async throws {
        for name in Scripts.scenarios {
            let replay = try await DeskReplay(Scripts.scenario(name), until: 40_000)
            #expect(replay.refused.isEmpty, "\(name)")
            var replica = Replica(.command)
            for stored in try await replay.site.log.read(replay.site.site.retyped(), after: 0, limit: 2000) {
                replica.apply(try stored.decodedRecord())
            }
            #expect(replica.encoded() == (await replay.site.desk.replica.encoded()), "\(name)")
        }
    }

    @Test("Nothing ever proposes to move people who are in Lockdown")
    func still() async throws {
        for name in Scripts.scenarios {
            let replay = try await DeskReplay(Scripts.scenario(name), asIf: true, until: 40_000)
            var state = SiteState()
            for record in replay.records {
                let locked = state.incidents.rows.contains { $0.isOpen && $0.hasLockdown }
                if locked, case .incident(.actionSet(_, _, let action, _, _)) = record.event {
                    #expect(![.evacuate, .evade].contains(action), "\(name) at \(replay.seconds(record))")
                }
                state.apply(record)
            }
        }
    }

    @Test("Robb: the whole line is asked with the alarm, and the outside duty person coordinates 20 s later")
    func robb() async throws {
        let replay = try await DeskReplay(Scripts.scenario("robb-elementary-2022"), until: 1500)
        let asked = replay.records(.coordinatorAsked)
        #expect(asked.first.map(replay.seconds) == 210)
        #expect(asked.first.map(Scripts.asked) == ["administrator", "chief", "county", "district"])
        let taken = try #require(replay.records(.positionTaken).first)
        #expect(replay.seconds(taken) == 230)
        guard case .coordination(.positionTaken(_, _, let person, let caretaker)) = taken.event else {
            Issue.record("another event")
            return
        }
        #expect(person.text == "county" && caretaker)
        #expect(
            asked.filter { replay.seconds($0) >= 455 }.allSatisfy { !Scripts.asked($0).contains("chief") })
    }

    @Test("Robb, as if the named commander had coordinated: the line is climbed the second he responds")
    func robbClimbs() async throws {
        let replay = try await DeskReplay(Scripts.scenario("robb-elementary-2022"), asIf: true, until: 2100)
        let handover = try #require(replay.records(.handoverStarted).first)
        #expect(replay.seconds(handover) == 455)
        guard case .coordination(.handoverStarted(_, let from, _, let cause)) = handover.event else {
            Issue.record("another event")
            return
        }
        #expect(from.text == "chief" && cause == .responding)
        let asked = replay.records(.coordinatorAsked).filter { replay.seconds($0) >= 455 }
        #expect(asked.prefix(3).map(replay.seconds) == [455, 475, 535])
        #expect(asked.first.map(Scripts.asked) == ["administrator", "county", "district"])
        #expect(asked.dropFirst().first.map(Scripts.asked) == ["county", "district"])
        let state = await replay.site.desk.replica.state
        let seat = try #require(state.incidents[replay.incident]?.coordination.coordinator)
        #expect(seat.person.text == "chief" && seat.handsBusySince == DeskReplay.start + .seconds(455))
        #expect(state.incidents[replay.incident]?.coordination.ladder != nil, "the asking never ends")
    }

    @Test("Robb, as if one of those asked had accepted: ten seconds from responding to a free pair of hands")
    func robbAccepted() async throws {
        let replay = try await DeskReplay(Scripts.scenario("robb-elementary-2022"), asIf: true, until: 464)
        let county: PersonID = try #require(ID("county"))
        let actor = Actor(county, roles: [.line], device: county.retyped())
        try await replay.site.wait(until: DeskReplay.start + .seconds(465))
        let envelope = Envelope(
            .acceptPosition(replay.incident, .schoolCoordinator), id: CommandID("x", 1),
            site: replay.site.site, madeAt: replay.site.time.wall)
        _ = try await replay.site.send(envelope, by: actor)
        let state = await replay.site.desk.replica.state
        let coordination = try #require(state.incidents[replay.incident]?.coordination)
        #expect(coordination.coordinator?.person == county && coordination.coordinator?.caretaker == false)
        #expect(coordination.coordinator?.since == DeskReplay.start + .seconds(465))
        #expect(coordination.former.map(\.text) == ["chief"])
    }

    @Test(
        "Oxford: somebody coordinates 20 s after the alarm, and who commands is unknown until it is recorded")
    func oxford() async throws {
        let before = try await DeskReplay(Scripts.scenario("oxford-2021"), until: 1799)
        #expect(before.records(.positionTaken).map(before.seconds) == [110])
        let then = await before.site.desk.replica.state
        #expect(then.incidents[before.incident]?.scene == nil)
        let after = try await DeskReplay(Scripts.scenario("oxford-2021"), until: 1800)
        let state = await after.site.desk.replica.state
        #expect(state.incidents[after.incident]?.scene?.agency == .police)
    }

    @Test("Hawaii: the exercise becomes real in one act, and the mistake is called back and corrected")
    func hawaii() async throws {
        let replay = try await DeskReplay(Scripts.scenario("hawaii-false-alert-2018"), until: 3000)
        #expect(replay.records(.turnedActual).map(replay.seconds) == [420])
        #expect(replay.records(.mistakeClaimed).map(replay.seconds) == [450])
        #expect(replay.records(.corrected).map(replay.seconds) == [600, 1200, 1440, 2700])
        let state = await replay.site.desk.replica.state
        guard case .closed(_, _, .mistake) = state.incidents[replay.incident]?.phase else {
            Issue.record("not closed as a mistake")
            return
        }
    }

    @Test("Lake Brantley: what every device holds says that it is a drill, to the last correction")
    func lakeBrantley() async throws {
        for seconds in [105, 150, 1300, 4860] as [Int64] {
            let replay = try await DeskReplay(Scripts.scenario("lake-brantley-drill-2018"), until: seconds)
            let replica = await replay.site.desk.replica
            for slice in [Slice.command, Slice(.staff), Slice(.responder)] {
                let incident = replica.cut(for: slice).state.incidents[replay.incident]
                #expect(incident?.kind == .drill && incident?.turnedActualAt == nil)
            }
        }
    }

    @Test("MSD: an Evacuate raised beside the Lockdown is taken, and no place does anything else for it")
    func msd() async throws {
        let replay = try await DeskReplay(Scripts.scenario("msd-2018"), asIf: true, until: 2200)
        #expect(replay.refused.isEmpty)
        #expect(replay.records(.actionSet).map(replay.seconds) == [45])
        #expect(replay.records(.incidentConfirmed).map(replay.seconds) == [165, 300])
        let late = replay.records(.noteWritten).compactMap { record -> Int64? in
            guard case .journal(.noteWritten(_, _, _, _, let source, _)) = record.event else { return nil }
            return (record.at - source.observedAt).seconds
        }
        #expect(late.sorted() == [0, 1560], "the log keeps when it was seen")
    }

    @Test("STEM: nothing ends the Lockdown by itself, however long others count")
    func stem() async throws {
        let replay = try await DeskReplay(
            Scripts.scenario("stem-highlands-ranch-2019"), asIf: true, until: 18_000)
        let state = await replay.site.desk.replica.state
        let incident = try #require(state.incidents[replay.incident])
        #expect(incident.isOpen && incident.hasLockdown && incident.scene == nil)
        #expect(state.notCleared(in: incident.places, of: incident).map(\.text) == ["room-2"])
    }

    @Test(
        "Memorial: the evacuation is in force with its one press, and the incident is closed with the return")
    func memorial() async throws {
        let replay = try await DeskReplay(Scripts.scenario("memorial-gas-smell-2016"), until: 2400)
        #expect(replay.records(.actionSet).map(replay.seconds) == [120])
        #expect(replay.records(.incidentConfirmed).isEmpty && replay.records(.taskReported).isEmpty)
        #expect(replay.records(.actionEnded).map(replay.seconds) == [2400])
        let state = await replay.site.desk.replica.state
        #expect(state.incidents[replay.incident]?.isOpen == false)
    }
}
