import MusterCore
import Testing

@testable import MusterViews

@Suite("A form becomes a command by one parser")
struct ActFormTests {
    static let incident = IncidentID("i1").unsafelyKnown
    static let room = School.room(12)
    static let now = School.start
    static let source = Source(at: now)
    static let proxy = Source(.radio, at: now, place: room)
    static let task = TaskID(CourseID("reunite").unsafelyKnown, 3)

    static func context(_ change: (inout ActContext) -> Void = { _ in }) -> ActContext {
        var viewer = Viewer()
        viewer.person = School.teacher
        var state = SiteState()
        state.places.put(PlaceFact(School.whole, in: nil, kind: .site))
        state.places.put(PlaceFact(room, in: School.whole, kind: .room))
        var context = ActContext(
            viewer: viewer, site: School.site, command: CommandID("c", 1), now: now, state: state)
        change(&context)
        return context
    }

    static func read(_ query: String, _ change: (inout ActContext) -> Void = { _ in }) -> ActResult {
        ActForm.read(FormField.fields(ofQuery: query), context(change))
    }

    /// The problems as `field: sentence`.
    static func problems(_ query: String, _ change: (inout ActContext) -> Void = { _ in }) -> [String] {
        guard case .problems(let problems) = read(query, change) else { return [] }
        return problems.map { "\($0.field ?? ""): \($0.sentence)" }
    }

    /// Each command that a person can send, and a form that means it.
    static let forms: [(String, Command)] = [
        ("act=raise&action=lockdown", .raise(Raise(.lockdown, at: [School.whole], source: source))),
        (
            "act=raise&action=shelter&hazard=tornado&place=r12&place=gym&kind=drill",
            .raise(
                Raise(.shelter, at: [room, School.gym], kind: .drill, hazard: .tornado, source: source))
        ),
        (
            "act=raise&level=medical&place=r12",
            .raise(Raise(nil, at: [room], level: .medical, source: source))
        ),
        ("act=dismissLateRaise&report=r9", .dismissLateRaise(ReportID("r9").unsafelyKnown)),
        ("act=cancelRaise&incident=i1", .cancelRaise(incident)),
        ("act=claimMistake&incident=i1", .claimMistake(incident)),
        ("act=recordCallBack&incident=i1&outcome=duress", .recordCallBack(incident, .duress)),
        (
            "act=setAction&incident=i1&place=r12&action=evacuate&hazard=gas",
            .setAction(incident, places: [room], action: .evacuate, hazard: .gas)
        ),
        (
            "act=endAction&incident=i1&place=r12&method=agency",
            .endAction(incident, places: [room], method: .agency)
        ),
        (
            "act=recordCleared&incident=i1&room=r12&channel=radio&reporter=officer",
            .recordCleared(incident, room: room, source: Source(.radio, at: now, person: School.officer))
        ),
        ("act=sendCorrection&incident=i1&text=A+test.", .sendCorrection(incident, text: "A test.")),
        ("act=turnActual&incident=i1", .turnActual(incident)),
        ("act=closeIncident&incident=i1", .closeIncident(incident)),
        ("act=reopenIncident&incident=i1", .reopenIncident(incident)),
        ("act=confirmAudible&incident=i1", .confirmAudible(incident, source: source)),
        ("act=recordCall911&incident=i1", .recordCall911(incident, ended: false, source: source)),
        ("act=recordCall911&incident=i1&ended=true", .recordCall911(incident, ended: true, source: source)),
        ("act=setAvailability&available=true", .setAvailability(School.teacher, available: true)),
        (
            "act=setAvailability&person=dana&available=false",
            .setAvailability(School.coordinator, available: false)
        ),
        ("act=acceptPosition&incident=i1&position=liaison", .acceptPosition(incident, .liaison)),
        ("act=acceptPosition&incident=i1", .acceptPosition(incident, .schoolCoordinator)),
        ("act=declineOffer&incident=i1", .declineOffer(incident, .schoolCoordinator)),
        ("act=handOver&incident=i1", .handOver(incident, to: nil)),
        ("act=handOver&incident=i1&to=dana", .handOver(incident, to: School.coordinator)),
        ("act=readBack&incident=i1", .readBack(incident)),
        (
            "act=offerPosition&incident=i1&position=safety&person=dana",
            .offerPosition(incident, .safety, to: School.coordinator)
        ),
        ("act=reportResponding", .reportResponding(School.teacher, source: source, text: nil)),
        (
            "act=reportResponding&person=medic&channel=inPerson&text=CPR",
            .reportResponding(School.medic, source: Source(.inPerson, at: now), text: "CPR")
        ),
        ("act=reportHandsFree", .reportHandsFree(School.teacher, source: source)),
        (
            "act=reportPresence&incident=i1&onSite=true",
            .reportPresence(incident, onSite: true, source: source)
        ),
        ("act=reportAlone&incident=i1", .reportAlone(incident, School.teacher, source: source)),
        (
            "act=recordSceneCommand&incident=i1&agency=fire&unified=true",
            .recordSceneCommand(incident, .fire, unified: true, since: now, source: source, text: nil)
        ),
        (
            "act=reportRoom&incident=i1&room=r12&status=allHere",
            .reportRoom(incident, room: room, claim: RoomClaim(.allHere, source: source))
        ),
        (
            "act=reportRoom&incident=i1&room=r12&missing=2&injured=1&channel=radio",
            .reportRoom(
                incident, room: room, claim: RoomClaim(.exceptions, missing: 2, injured: 1, source: proxy))
        ),
        (
            "act=recordNotCleared&incident=i1&room=r12",
            .recordNotCleared(incident, room: room, source: source)
        ),
        ("act=withdrawSceneCommand&incident=i1", .withdrawSceneCommand(incident)),
        (
            "act=settleRoom&incident=i1&room=r12&report=r9",
            .settleRoom(incident, room: room, report: ReportID("r9").unsafelyKnown)
        ),
        (
            "act=writeNote&incident=i1&position=planning&corrects=n1&text=Wrong+door",
            .writeNote(
                incident, position: .planning, corrects: NoteID("n1").unsafelyKnown, source: source,
                text: "Wrong door")
        ),
        ("act=eraseText&position=7", .eraseText(position: 7)),
        ("act=offerPosition&incident=i1&position=safety", .offerPosition(incident, .safety, to: nil)),
        (
            "act=nameDeputy&incident=i1&position=schoolCoordinator&person=p1",
            .nameDeputy(incident, .schoolCoordinator, PersonID("p", 1))
        ),
        ("act=nameDeputy&incident=i1&position=safety", .nameDeputy(incident, .safety, nil)),
        (
            "act=planShift&incident=i1&position=safety&person=p1&from=15",
            .planShift(incident, .safety, PersonID("p", 1), from: now + .minutes(15))
        ),
        ("act=cancelShift&incident=i1&position=safety", .cancelShift(incident, .safety)),
        ("act=openCourse&incident=i1&course=reunite", .openCourse(incident, task.course)),
        ("act=closeCourse&incident=i1&course=reunite", .closeCourse(incident, task.course)),
        (
            "act=handTask&incident=i1&course=reunite&step=3&to=safety",
            .handTask(incident, task, to: .safety)
        ),
        ("act=setObjectives&incident=i1&text=One%0ATwo", .setObjectives(incident, text: "One\nTwo")),
        ("act=setObjectives&incident=i1&text=", .setObjectives(incident, text: "")),
        (
            "act=reportResource&incident=i1&resource=g1&stage=here&place=r12&text=Door+2",
            .reportResource(
                incident, ResourceID("g1").unsafelyKnown,
                claim: claim { ($0.stage, $0.place) = (.here, room) },
                text: "Door 2")
        ),
        (
            "act=reportResource&incident=i1&kind=bus&count=3&minutes=20&supplier=company&stage=asked",
            .reportResource(
                incident, nil,
                claim: claim {
                    ($0.kind, $0.count, $0.supplier, $0.stage) = (.bus, 3, .company, .asked)
                    $0.expectedAt = now + .minutes(20)
                }, text: nil)
        ),
        (
            "act=reportResource&incident=i1&count=&minutes=&place=&supplier=",
            .reportResource(incident, nil, claim: claim { $0.kind = .other }, text: nil)
        ),
        (
            "act=reportTask&incident=i1&course=reunite&step=3&state=notPossible&text=No+bus.&channel=radio",
            .reportTask(
                incident, task, .notPossible, source: Source(.radio, at: now), text: "No bus.")
        ),
    ]

    private static func claim(_ change: (inout ResourceClaim) -> Void) -> ResourceClaim {
        var claim = ResourceClaim()
        claim.source = source
        change(&claim)
        return claim
    }

    @Test("Every command of a form comes out as it was meant, and travels", arguments: forms)
    func everyCommandComesThrough(query: String, command: Command) throws {
        guard case .envelope(let envelope) = Self.read(query) else {
            Issue.record("\(Self.problems(query))")
            return
        }
        #expect(envelope.command == command)
        #expect(envelope.madeAt == Self.now)
        #expect(try Envelope.decoded(envelope.encoded()) == envelope)
    }

    @Test("A plan and a list of places come as their own text")
    func plansComeAsText() throws {
        for command in [
            Command.publishPlan(School.plan),
            .listPlaces(first: true, places: [PlaceFact(Self.room, in: School.whole, kind: .room)]),
        ] {
            var text = ""
            if case .publishPlan(let plan) = command {
                text = String(decoding: plan.encoded(), as: UTF8.self)
            }
            if case .listPlaces(_, let places) = command {
                text = String(decoding: places.encoded(), as: UTF8.self)
            }
            let fields = [
                FormField("act", command.wireCase.rawValue), FormField("text", text),
                FormField("first", "true"),
            ]
            let expected = Envelope(command, id: CommandID("c", 1), site: School.site, madeAt: Self.now)
            #expect(ActForm.read(fields, Self.context()) == .envelope(expected))
        }
    }

    @Test("Nothing that a person can send is missing, and nobody can say that a deadline passed")
    func allCommandsAreKnown() {
        let known = Self.forms.map { $0.1.wireCase }
        let byPeople = CommandName.allCases.filter {
            !$0.isServersOwn && ![.publishPlan, .listPlaces].contains($0)
        }
        for name in byPeople { #expect(known.contains(name), "\(name)") }
        #expect(Self.problems("act=expire&deadline=d1").count == 1)
        #expect(Self.problems("act=reportCommandPost&incident=i1&person=p1").count == 1)
    }

    @Test("A time that comes is in minutes, or the next such time of the site's clock, or now")
    func timesThatCome() {
        func from(_ text: String, at offset: Int32 = 0) -> Instant? {
            let query = "act=planShift&incident=i1&position=safety&person=p1&from=" + text
            guard case .envelope(let envelope) = Self.read(query, { $0.utcOffsetMinutes = offset }),
                case .planShift(_, _, _, let from) = envelope.command
            else { return nil }
            return from
        }
        let now = Self.now
        let ofDay = TimeSpan(milliseconds: now.milliseconds % 86_400_000)
        #expect(from("") == now && from("0") == now && from("90") == now + .minutes(90))
        let midnight = now + TimeSpan(milliseconds: -ofDay.milliseconds)
        let inTwo = (ofDay.seconds / 3600 + 2) % 24
        #expect(from("\(inTwo):00") == midnight + .minutes((ofDay.seconds / 3600 + 2) * 60))
        let before = (ofDay.seconds / 3600 + 23) % 24
        #expect(from("\(before):00") == midnight + .minutes((ofDay.seconds / 3600 + 23) * 60))
        #expect(from("\(inTwo):00", at: 60) == midnight + .minutes((ofDay.seconds / 3600 + 1) * 60))
        #expect(from("1772460180000") == Instant(milliseconds: 1_772_460_180_000))
        #expect(from("soon") == nil && from("25:00") == nil)
    }

    @Test(
        "What is missing is said in a sentence at its field",
        arguments: [
            ("act=raise", "action: Choose an action."),
            ("act=setAction&incident=i1&action=hold", "place: Choose at least one place."),
            ("act=closeIncident", "incident: This incident is not known here. Reload the page."),
            ("act=reportRoom&incident=i1&room=r12", "status: Choose how the room is."),
            (
                "act=reportRoom&incident=i1&room=r12&status=exceptions",
                "missing: Enter how many are missing, extra or injured, or choose “All here”."
            ),
            (
                "act=reportRoom&incident=i1&room=r12&missing=many",
                "missing: How many are missing? Enter a whole number, such as 2."
            ),
            ("act=sendCorrection&incident=i1&text=+", "text: Write what is right."),
            ("act=nonsense", "act: This act is not known here. Reload the page."),
        ])
    func problemsHelp(query: String, first: String) {
        #expect(Self.problems(query).first == first)
    }

    @Test("A count beside “All here” is not lost")
    func countsAreKept() {
        guard
            case .envelope(let envelope) = Self.read(
                "act=reportRoom&incident=i1&room=r12&status=allHere&missing=1"),
            case .reportRoom(_, _, let claim) = envelope.command
        else {
            Issue.record("no report")
            return
        }
        #expect(claim.status == .exceptions && claim.missing == 1)
    }

    @Test("A time of day is the last such time at the site, never in the future")
    func timesAreOfToday() {
        // 14:03 UTC; 09:03 at a site five hours behind.
        for (typed, minutes) in [("09:00", 3), ("9:03", 0), ("09:10", 1_433)] {
            let result = Self.read("act=recordSceneCommand&incident=i1&agency=police&since=\(typed)") {
                $0.utcOffsetMinutes = -300
            }
            guard case .envelope(let envelope) = result,
                case .recordSceneCommand(_, _, _, let since, _, _) = envelope.command
            else {
                Issue.record("no fact")
                return
            }
            #expect(since == Self.now + .minutes(-Int64(minutes)))
        }
        #expect(Self.problems("act=recordSceneCommand&incident=i1&agency=police&since=25:00").count == 1)
    }

    @Test("No input makes it trap", arguments: 0..<200)
    func hostileInput(seed: UInt64) {
        var random = SplitMix(seed: seed)
        let names = [
            "act", "incident", "place", "room", "action", "hazard", "kind", "level", "position", "person",
            "to",
            "method", "outcome", "status", "missing", "extra", "injured", "agency", "unified", "since",
            "channel",
            "reporter", "text", "report", "corrects", "available", "ended", "first", "seen",
        ]
        let values = [
            "", " ", "\u{0}", "i1", "-1", "99999999999999999999", "9223372036854775807", "<script>",
            "é\u{301}",
            "allHere", "lockdown", "{\"version\":", "[[[[", String(repeating: "x", count: 5_000), "..", "0:0",
        ]
        for _ in 0..<50 {
            var fields = (0..<8).map { _ in
                FormField(random.pick(names), random.pick(values))
            }
            fields.append(FormField("act", random.pick(CommandName.allCases).rawValue))
            switch ActForm.read(fields, Self.context()) {
            case .problems(let problems): #expect(!problems.isEmpty)
            case .envelope(let envelope): #expect((try? Envelope.decoded(envelope.encoded())) == envelope)
            }
        }
        let many = Array(repeating: FormField("place", "r1"), count: 5_000)
        #expect(ActForm.read(many, Self.context()) != .problems([]))
    }

    @Test(
        "A query is read as browsers write it",
        arguments: [
            ("room=r12&page=2", [FormField("room", "r12"), FormField("page", "2")]),
            ("a=b+c%20%C3%A9&b", [FormField("a", "b c é"), FormField("b", "")]),
            ("%zz=1&%C3=2&x=%C3", [FormField("x", "")]), ("", []),
        ])
    func queries(query: String, fields: [FormField]) {
        #expect(FormField.fields(ofQuery: query) == fields)
    }
}
