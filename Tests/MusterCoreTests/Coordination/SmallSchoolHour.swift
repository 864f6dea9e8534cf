import MusterCore

/// An hour of a small school, at every command and every minute of which the promises are looked at.
struct SmallSchoolHour {
    /// Eight classrooms; the last two have no device that anybody can reach for.
    static let rooms = School.rooms + ["a3", "a4", "b3", "b4"].map(School.place)
    static let silent = [School.place("b3"), School.place("b4")]
    static let heard = rooms.filter { !silent.contains($0) }
    /// Eight teachers, and principal, office, nurse, aide, custodian and cook.
    static let staff =
        rooms.map(teacher)
        + [
            School.principal, School.deputy, School.nurse, School.neighbour, School.person("custodian"),
            School.person("cook"),
        ]

    private(set) var given: Given
    /// What broke, and when.
    private(set) var broken: [String] = []
    private let start: Instant
    private var lastNoteAt = Instant.zero

    static func teacher(_ room: PlaceID) -> PersonID {
        room == School.roomA1 ? School.teacher : School.person("t-\(room)")
    }

    init() {
        let places =
            School.places
            + [
                ("a3", School.buildingA), ("a4", School.buildingA), ("b3", School.buildingB),
                ("b4", School.buildingB),
            ].map { PlaceFact(School.place($0.0), in: $0.1, kind: .room) }
        let roster = Self.rooms.map { RoomRoster($0, expected: 18, staff: [Self.teacher($0)]) }
        given = Given(Self.plan, places: places, roster: roster)
        start = given.now
        precondition(Self.staff.count == 14)
    }

    private static var plan: SitePlan {
        School.plan {
            $0.smallSchool = true
            $0.courses.put(
                School.course(
                    School.lockdownCourse, .action,
                    [School.step(1, .caller911, within: .minutes(1)), School.step(2, .safety, moves: true)]
                ) { ($0.actions, $0.annex) = ([.lockdown], "lockdown") })
            var annex = AnnexObjectives()
            (annex.annex, annex.lines) = (School.id("lockdown"), ["Every room is locked within a minute."])
            $0.objectives.put(annex)
            let line = [School.nurse, School.neighbour].map { LineMember($0, onSite: true) }
            $0.lines.put(PositionLine(.medical, line))
        }
    }

    var seat: Seat? { given.it.coordination.coordinator }

    func seen() -> Source { given.seen() }

    func nextStep(of person: PersonID) -> PositionTask? { given.state.nextStep(of: person, in: given.it) }

    // MARK: What happens

    mutating func does(_ person: PersonID, _ command: (IncidentID, Source) -> Command) {
        does(person, command(given.incident, seen()))
    }

    mutating func does(_ person: PersonID, _ command: Command) {
        let before = given
        given = given.when(person, command)
        look(since: before, command, by: person)
    }

    mutating func reports(_ room: PlaceID, _ status: RoomStatus, injured: Int32 = 0) {
        let claim = RoomClaim(status, injured: injured, source: seen())
        does(Self.teacher(room)) { id, _ in .reportRoom(id, room: room, claim: claim) }
    }

    mutating func tells(_ step: SceneStep, by person: PersonID) {
        does(person) {
            .reportTask($0, TaskID(School.id("scene.police"), step.rawValue), .done, source: $1, text: nil)
        }
    }

    /// The one ambulance of the hour.
    mutating func resource(by person: PersonID, _ change: (inout ResourceClaim) -> Void) {
        var claim = ResourceClaim()
        claim.source = given.seen(.phone, by: School.person("dispatch"))
        change(&claim)
        let known = given.it.resources.rows.first?.id
        does(person) { id, _ in .reportResource(id, known, claim: claim, text: nil) }
    }

    /// Time passes minute by minute; whoever coordinates says something every four of them.
    mutating func advance(to moment: TimeSpan) {
        let end = start + moment
        while given.now < end {
            let before = given
            given = given.after(min(end - given.now, .minutes(1)))
            look(since: before, .expire(.none), by: School.timer)
            guard let holder = given.coordinator, given.now - lastNoteAt >= .minutes(4) else { continue }
            lastNoteAt = given.now
            does(holder) { .writeNote($0, position: nil, corrects: nil, source: $1, text: "Still here.") }
        }
    }

    // MARK: What must hold

    private mutating func look(since before: Given, _ command: Command, by person: PersonID) {
        let minute = (given.now - start).seconds / 60
        func say(_ what: String) { broken.append("minute \(minute), \(command.wireCase.rawValue): \(what)") }
        let new = Array(given.records.dropFirst(before.records.count))
        let step = Step(
            command: command, isAccepted: true, decided: new.map { $0.event }, recorded: new.map { $0.event },
            before: before.state, after: given.state, records: given.records, person: person, now: given.now)
        for promise in [Promise.oneHolder, .handsOff, .neverVacant, .everyoneOnce, .oneDanger, .tasksBegin] {
            if let what = promise.check(step) { say(what) }
        }
        let (state, incident) = (given.state, given.it)
        guard incident.isOpen else { return }
        if state.tasks(of: incident).contains(where: {
            $0.isReady && $0.step.movesPeople && incident.hasLockdown
        }) {
            say("a task moves people in the Lockdown")
        }
        let hiding = Self.rooms.filter { state.isLockedDown($0, for: incident) }
        let teachers = hiding.map(Self.teacher)
        for record in new {
            switch record.event {
            case .coordination(.coordinatorAsked(_, let persons, _, _)),
                .coordination(.takeoverOffered(_, let persons, _)):
                if persons.contains(where: teachers.contains) { say("somebody in a locked room is rung") }
                if persons.contains(where: { state.responding[$0] != nil }) {
                    say("somebody hands-on is rung")
                }
            case .coordination(.positionOffered(_, _, let asked, _)):
                if teachers.contains(asked) { say("somebody in a locked room is offered a position") }
            default: break
            }
        }
        let board = RoomBoard(incident, in: state)
        if board.withoutReport.contains(where: hiding.contains) {
            say("somebody may go and ask at a locked room")
        }
        for room in Self.silent where hiding.contains(room) && given.standing(room) != .silent {
            say("the silent room \(room) is not silent any more")
        }
        for finding in Watch(incident, state, at: given.now).findings {
            if case .silent(_, let person, _) = finding, teachers.contains(person) {
                say("silence from a locked room is told")
            }
        }
    }
}
