import Foundation
import MusterCore
import Testing

@Suite("Replays: what the rules would have done")
struct ReplayTests {
    @Test(
        "Every line is mapped to commands or says why it is not modelled, and no person is named",
        arguments: [
            ("robb-elementary-2022", 30), ("oxford-2021", 18), ("hawaii-false-alert-2018", 16),
            ("lake-brantley-drill-2018", 12), ("msd-2018", 20), ("stem-highlands-ranch-2019", 20),
            ("memorial-gas-smell-2016", 9),
        ])
    func mapped(name: String, lines: Int) throws {
        let scenario = try Scenario(name)
        #expect(scenario.lines.count == lines)
        for line in scenario.lines {
            #expect(["A", "B", "C"].contains(line.confidence))
            #expect(line.commands.isEmpty != (line.notModelled == nil))
            #expect(line.telling.hasSuffix("."), "what happened is told in a sentence")
        }
        let replay = try Replay(scenario, until: 40_000)
        #expect(replay.refusals.isEmpty, "the mapping and the rules agree")
    }

    @Test("Robb: the line is asked with the alarm, and a caretaker coordinates 20 seconds later")
    func robb() throws {
        let replay = try Replay(Scenario("robb-elementary-2022"), until: 1500)
        let asked = replay.rows(.coordinatorAsked)
        #expect(
            persons(asked[0]) == ["administrator", "chief", "county", "district"] && asked[0].seconds == 210)
        let taken = replay.rows(.positionTaken)
        #expect(taken.map { $0.seconds } == [230] && replay.rows(.handoverStarted).isEmpty)
        #expect(taken[0].confidence == "B", "the alarm's second is an estimate")
        // From the moment the commander is recorded as responding nobody asks him any more.
        for row in asked where row.seconds >= 455 { #expect(!persons(row).contains("chief")) }
        #expect(asked.contains { $0.seconds > 455 && persons($0) == ["county", "district"] })
        #expect(replay.state.incidents[replay.incident]?.scene == nil, "nobody reported who commands")
    }

    @Test("Robb, as if the named commander had taken the position: he is relieved as soon as he responds")
    func robbAsIf() throws {
        let replay = try Replay(Scenario("robb-elementary-2022"), asIf: true, until: 2100)
        let started = replay.rows(.handoverStarted)
        #expect(started.map { $0.seconds } == [455])
        let asked = replay.rows(.coordinatorAsked).filter { $0.seconds >= 455 }
        #expect(asked[0].seconds == 455 && persons(asked[0]) == ["administrator", "county", "district"])
        #expect(asked[1].seconds == 475 && persons(asked[1]) == ["county", "district"])
        #expect(asked[2].seconds == 535)
        let seat = try #require(replay.state.incidents[replay.incident]?.coordination.coordinator)
        #expect(seat.handsBusySince == Scenario.start + .seconds(455), "until a successor has accepted")
        let incident = try #require(replay.state.incidents[replay.incident])
        #expect(Briefing(incident, replay.state).needsHelp == [School.place("room-1")])
    }

    @Test(
        "Oxford: somebody coordinates the school's side from the alarm on, and command is unknown until recorded"
    )
    func oxford() throws {
        let before = try Replay(Scenario("oxford-2021"), until: 1799)
        #expect(before.rows(.positionTaken).map { $0.seconds } == [110])
        #expect(before.state.incidents[before.incident]?.scene == nil)
        #expect(
            before.state.incidents[before.incident]?.audibleAt == nil, "nobody confirmed the announcement")
        let after = try Replay(Scenario("oxford-2021"), until: 1800)
        #expect(after.state.incidents[after.incident]?.scene?.agency == .police)
    }

    @Test("Hawaii: the mistake is claimed, called back and corrected, and each correction reaches everybody")
    func hawaii() throws {
        let replay = try Replay(Scenario("hawaii-false-alert-2018"), until: 3000)
        #expect(replay.rows(.turnedActual).map { $0.seconds } == [420])
        #expect(replay.rows(.mistakeClaimed).map { $0.seconds } == [450])
        #expect(replay.rows(.corrected).map { $0.seconds } == [600, 1200, 1440, 2700])
        let incident = try #require(replay.state.incidents[replay.incident])
        guard case .closed(let at, _, .mistake) = incident.phase else {
            Issue.record("not closed as a mistake")
            return
        }
        #expect(at == Scenario.start + .seconds(600) && !incident.hasActionInForce)
    }

    @Test("Lake Brantley: every record of the drill can be told as a drill's, to its last correction")
    func lakeBrantley() throws {
        for until in [105, 150, 1300, 4860] as [Int64] {
            let replay = try Replay(Scenario("lake-brantley-drill-2018"), until: until)
            for slice in Slices.all {
                let kept = replay.state.cut(for: slice).incidents[replay.incident]
                #expect(kept?.kind == .drill && kept?.turnedActualAt == nil)
            }
        }
        let replay = try Replay(Scenario("lake-brantley-drill-2018"), until: 5000)
        #expect(replay.rows(.corrected).map { $0.seconds } == [4860])
        #expect(replay.rows(.incidentClosed).map { $0.seconds } == [1300])
    }

    @Test("The table of the documentation says what the replays do, and no more")
    func documented() throws {
        let url = Scenario.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Documentation/replays.md")
        let text = try String(contentsOf: url, encoding: .utf8)
        let tables = try Self.documented.flatMap { name, hasAsIf in
            let happened = try Replay(Scenario(name), until: 40_000).tableRows
            guard hasAsIf else { return [happened] }
            let asIf = try Replay(Scenario(name), asIf: true, until: 40_000).tableRows
            return [happened, asIf.filter { !happened.contains($0) }]
        }
        for table in tables { #expect(text.contains(table.joined(separator: "\n"))) }
        let rows = text.split(separator: "\n").filter {
            $0.hasPrefix("| ") && $0.dropFirst(2).first?.isNumber == true
        }
        #expect(rows.count == tables.joined().count, "and no row of its own")
    }

    /// The replays of the page, and whether something is asked of the rules there that did not happen.
    private static let documented = [
        ("robb-elementary-2022", true), ("oxford-2021", false), ("msd-2018", true),
        ("stem-highlands-ranch-2019", true), ("memorial-gas-smell-2016", true),
        ("hawaii-false-alert-2018", false), ("lake-brantley-drill-2018", false),
    ]

    func persons(_ row: Replay.Row) -> [String] {
        guard case .coordination(.coordinatorAsked(_, let persons, _, _)) = row.event else { return [] }
        return persons.map { $0.text }.sorted()
    }
}
