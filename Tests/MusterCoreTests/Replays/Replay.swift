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

    private(set) var state = SiteState()
    private(set) var rows: [Row] = []
    private(set) var refusals: [Rejection] = []
    private(set) var incident = IncidentID.none
    private let scenario: Scenario
    private var now = Scenario.start
    private var commands: Int64 = 0
    private var confidence = "A"

    /// Acts it out until some time after the last line.
    init(_ scenario: Scenario, asIf: Bool = false, until seconds: Int64) throws {
        self.scenario = scenario
        take(
            [.plan(.published(scenario.plan)), .plan(.placesListed(first: true, places: scenario.places))],
            by: nil)
        let lines = (scenario.lines + (asIf ? scenario.asIf : [])).filter { $0.seconds <= seconds }
            .sorted { $0.seconds < $1.seconds }
        for line in lines {
            wait(until: line.seconds)
            for command in line.commands {
                commands += 1
                let id = CommandID("c", commands)
                send(try command.envelope(id, incident, now).command, by: command.by, id, line.confidence)
            }
        }
        wait(until: seconds)
    }

    /// The rows of one name.
    func rows(_ name: EventName) -> [Row] { rows.filter { $0.event.wireCase == name } }

    private mutating func wait(until seconds: Int64) {
        let end = Scenario.start + .seconds(seconds)
        while let due = state.deadlines.min(by: { $0.due < $1.due }), due.due <= end {
            now = due.due
            send(.expire(due.id), by: .none, due.id.retyped(), confidence)
        }
        now = end
    }

    private mutating func send(
        _ command: Command, by person: PersonID, _ id: CommandID, _ confidence: String
    ) {
        // What follows from an estimate is itself no better than one.
        self.confidence = max(self.confidence, confidence)
        let roles = scenario.roles.first { $0.person == person }?.roles ?? []
        let context = Context(
            at: now, actor: Actor(person, roles: roles, device: School.id("dev")), command: id, madeAt: now,
            position: Int64(rows.count) + 1)
        do {
            take(try SiteDecider.decide(command, state, context), by: person.isNone ? nil : person)
        } catch {
            refusals.append(error)
        }
    }

    private mutating func take(_ events: [Event], by person: PersonID?) {
        for event in events {
            if case .incident(.raised(let id, _)) = event { incident = id }
            state.apply(Record(position: Int64(rows.count) + 1, at: now, actor: person, event: event))
            let seconds = (now - Scenario.start).seconds
            rows.append(Row(seconds: seconds, confidence: confidence, event: event))
        }
    }
}

extension Replay.Row {
    /// The row as the table of the documentation has it; `nil` for what the table leaves out.
    var tableRow: String? {
        guard let what else { return nil }
        return "| \(seconds) | \(confidence) | \(what) |"
    }

    private var what: String? {
        switch event {
        case .incident(.raised(_, let raise)):
            "\(raise.kind) raised: \(raise.action.map { "\($0)" } ?? "a call")"
        case .incident(.turnedActual): "the practice becomes real"
        case .incident(.corrected): "a correction goes to everybody who was alarmed"
        case .incident(.actionEnded(_, _, let method)): "the action ends: \(method)"
        case .incident(.closed(_, let reason)): "closed: \(reason)"
        case .incident(.mistakeClaimed): "somebody says that it was a mistake"
        case .incident(.callBackRecorded(_, let outcome, _)): "the call back is recorded: \(outcome)"
        case .coordination(.coordinatorAsked(_, let persons, _, _)):
            "asked to coordinate: \(persons.map { $0.text }.sorted().joined(separator: ", "))"
        case .coordination(.positionTaken(_, _, let person, let caretaker)):
            "\(person) coordinates\(caretaker ? " as caretaker" : "")"
        case .coordination(.respondingReported(let person, _, _)): "\(person) is recorded as responding"
        case .coordination(.handoverStarted(_, let person, _, let cause)):
            "\(person) is to be relieved: \(cause)"
        case .coordination(.takeoverOffered(_, let persons)):
            "takeover offered to \(persons.map { $0.text }.joined(separator: ", "))"
        case .coordination(.sceneCommandRecorded(_, let agency, _, _, _, _)): "\(agency) commands the scene"
        default: nil
        }
    }
}
