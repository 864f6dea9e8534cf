/// What a school coordinator has to do because an agency commands the scene.
///
/// A step is the task of a course of action that no plan has to hold: it begins when scene command is recorded and is
/// over when that is withdrawn. Its number is the frozen name of its task.
package enum SceneStep: Int32, CaseIterable, Sendable {
    /// Say where it is, who is hurt and which rooms are silent.
    case facts = 1
    /// Name the rooms that ask for help.
    case help = 2
    /// Have 911 told who commands.
    case call911 = 3
    /// Say that somebody calls it a mistake.
    case claim = 4
    /// Take up the place that the plan gives the coordinator beside the agency.
    case place = 5
    /// Have somebody speak for the school at all times.
    case liaison = 6
    /// Say how to get in.
    case entry = 7
    /// Know who orders the end.
    case ending = 8
    /// Keep what stays with the school.
    case accounting = 9

    /// Whether it comes before whatever else a coordinator has to do: what the agency looks for first.
    package var isFirst: Bool { self == .facts || self == .help }

    /// By when it should be done, from the moment at which scene command was recorded.
    private var within: TimeSpan? {
        switch self {
        case .facts: .minutes(2)
        case .help, .call911, .claim: .minutes(3)
        case .place, .liaison, .entry: .minutes(5)
        case .ending, .accounting: .minutes(10)
        }
    }

    /// What is to be done, in one line; it moves nobody.
    private func text(_ relation: AgencyRelation) -> String {
        switch self {
        case .facts: "Give the agency three facts: where it is, who is hurt, which rooms are silent."
        case .help: "Name each room that asks for help, and pass on every new one."
        case .call911: "Have 911 told who commands now. The line stays up until 911 ends it."
        case .claim: "Tell the agency that somebody calls it a mistake, and have that person called back."
        case .place:
            switch relation {
            case .deputy:
                "Agree what you decide in the incident commander's place. Report each such decision back."
            case .liaison:
                "Be the one way between the agency and the school: what you hear, pass on both ways."
            case .representative:
                "Say at the start what you may decide for the school, and what you must ask for first."
            }
        case .liaison: "Name somebody who speaks for the school whenever you cannot: a liaison officer."
        case .entry: "Say which entrance is best, who has keys, and where plans and cameras are."
        case .ending: "Ask who orders the end, and room by room how. Record it when they have said so."
        case .accounting: "Keep the accounting and the families with the school. Tell the agency the counts."
        }
    }

    fileprivate func step(_ relation: AgencyRelation) -> CourseStep {
        var step = CourseStep()
        step.number = rawValue
        step.position = .schoolCoordinator
        step.text = text(relation)
        step.within = within
        return step
    }
}

extension OpenCourse {
    /// Whether it came with scene command and from no version of the plan.
    package var isOfScene: Bool { version == 0 && course.trigger == .sceneCommand }
}

extension PositionTask {
    /// Which of the coordinator's steps beside an agency it is.
    package var sceneStep: SceneStep? { course.isOfScene ? SceneStep(rawValue: step.number) : nil }
}

extension SceneCommand {
    /// The coordinator's steps beside this agency, as a course of action; for each agency one.
    package func course(_ relation: AgencyRelation) -> Course {
        var course = Course()
        course.trigger = .sceneCommand
        course.agencies = [agency]
        course.steps = SceneStep.allCases.map { $0.step(relation) }
        // Kept in the log with the words that people were shown.
        let role =
            switch relation {
            case .deputy: "deputy"
            case .liaison: "liaison"
            case .representative: "agency representative"
            }
        switch agency {
        case .police: (course.id, course.title) = (Self.id("scene.police"), "Beside police, as \(role)")
        case .fire:
            (course.id, course.title) = (Self.id("scene.fire"), "Beside the fire department, as \(role)")
        case .medical:
            (course.id, course.title) = (Self.id("scene.medical"), "Beside the medical service, as \(role)")
        case .other: (course.id, course.title) = (Self.id("scene.other"), "Beside an agency, as \(role)")
        }
        return course
    }

    private static func id(_ text: String) -> CourseID { CourseID(text) ?? .none }
}

extension SiteState {
    /// Whether something calls for a step beside an agency now.
    func needs(_ step: SceneStep, in incident: Incident) -> Bool {
        switch step {
        case .facts, .place, .entry, .accounting: true
        case .help: incident.rollCall.rooms.rows.contains { $0.needsHelp }
        case .call911: incident.call911.map { $0.endedAt == nil } ?? false
        case .claim: incident.mistakes.contains { $0.outcome == nil }
        case .liaison: incident.coordination.holder(of: .liaison) == nil
        case .ending: incident.hasActionInForce
        }
    }

    /// Whether the school coordinator is inside a Lockdown, or may be: then nothing proposes that they move.
    package func isCoordinatorInside(_ incident: Incident) -> Bool {
        guard let person = incident.coordination.coordinator?.person, !lockdowns(binding: incident).isEmpty
        else { return false }
        return !isOffSite(person, in: incident)
    }
}
