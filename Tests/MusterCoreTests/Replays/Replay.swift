import MusterCore

/// A scenario acted out through the rules alone, with the timers reported in the order of their time.
struct Replay {
    /// One thing that the rules did.
    struct Row: Equatable {
        let seconds: Int64
        /// How sure the time of its cause is; a timer's is as sure as what started it.
        let confidence: String
        let event: Event
    }

    /// One moment: a line of the event, or a timer, and what the rules did.
    struct Step {
        let seconds: Int64
        /// Nothing for a timer.
        let line: Scenario.Line?
        /// Whether the line did not happen.
        let isAsIf: Bool
        var rows: [Row] = []
        /// What the last command became, where it could not be done as it was meant.
        var kept: Kept?
    }

    private(set) var state = SiteState()
    private(set) var rows: [Row] = []
    private(set) var steps: [Step] = []
    /// How many commands people have sent.
    private(set) var presses: Int64 = 0
    private(set) var refusals: [Rejection] = []
    private(set) var incident = IncidentID.none
    private let scenario: Scenario
    private var now = Scenario.start
    private var confidence = "A"

    /// Acts it out until some time after the last line.
    init(_ scenario: Scenario, asIf: Bool = false, until seconds: Int64) throws {
        self.scenario = scenario
        take(
            [.plan(.published(scenario.plan)), .plan(.placesListed(first: true, places: scenario.places))],
            by: nil, first: "A")
        let happened = scenario.lines.map { (line: $0, isAsIf: false) }
        let all = happened + (asIf ? scenario.asIf.map { (line: $0, isAsIf: true) } : [])
        let lines = all.filter { $0.line.seconds <= seconds }
        for (line, isAsIf) in lines.sorted(by: { $0.line.seconds < $1.line.seconds }) {
            wait(until: line.seconds)
            steps.append(Step(seconds: line.seconds, line: line, isAsIf: isAsIf))
            for command in line.commands {
                presses += 1
                let id = CommandID("c", presses)
                let confidence = command.isAssumed ? "C" : line.confidence
                send(try command.envelope(id, incident, now).command, by: command.by, id, confidence)
            }
        }
        wait(until: seconds)
    }

    /// The rows of one name.
    func rows(_ name: EventName) -> [Row] { rows.filter { $0.event.wireCase == name } }

    /// What the rules would do now with a command that nobody sent.
    func decide(_ command: Command, by person: PersonID) throws(Rejection) -> [Event] {
        try SiteDecider.decide(command, state, context(person, School.id("x")))
    }

    private func context(_ person: PersonID, _ id: CommandID) -> Context {
        let roles = scenario.roles.first { $0.person == person }?.roles ?? []
        return Context(
            at: now, actor: Actor(person, roles: roles, device: School.id("dev")), command: id, madeAt: now,
            position: Int64(rows.count) + 1)
    }

    private mutating func wait(until seconds: Int64) {
        let end = Scenario.start + .seconds(seconds)
        while let due = state.deadlines.min(by: { $0.due < $1.due }), due.due <= end {
            now = due.due
            steps.append(Step(seconds: (now - Scenario.start).seconds, line: nil, isAsIf: false))
            send(.expire(due.id), by: .none, due.id.retyped(), confidence)
        }
        now = end
    }

    private mutating func send(
        _ command: Command, by person: PersonID, _ id: CommandID, _ confidence: String
    ) {
        // What follows from an estimate is itself no better than one; what is said or raised stands for itself.
        let rests = max(self.confidence, confidence)
        self.confidence = rests
        do {
            let draft = try SiteDecider.draft(command, state, context(person, id))
            steps[steps.count - 1].kept = draft.kept
            let isOwn = command.isObservation || command.wireCase == .raise
            take(draft.events, by: person.isNone ? nil : person, first: isOwn ? confidence : rests)
        } catch {
            refusals.append(error)
        }
    }

    private mutating func take(_ events: [Event], by person: PersonID?, first: String) {
        for (index, event) in events.enumerated() {
            if case .incident(.raised(let id, _)) = event { incident = id }
            state.apply(Record(position: Int64(rows.count) + 1, at: now, actor: person, event: event))
            let seconds = (now - Scenario.start).seconds
            let row = Row(seconds: seconds, confidence: index == 0 ? first : confidence, event: event)
            rows.append(row)
            if !steps.isEmpty { steps[steps.count - 1].rows.append(row) }
        }
    }
}
