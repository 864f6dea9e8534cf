import MusterCore

/// The tasks of an incident as the board lists them for its viewer: sorted once, and tested without HTML.
struct BoardTasks {
    /// What can be begun or gone on with now: the viewer's own first, then by position, the next due first.
    private(set) var ready: [PositionTask] = []
    /// What waits for other steps, or is held back.
    private(set) var waiting: [PositionTask] = []
    /// What is done or not possible.
    private(set) var behind: [PositionTask] = []
    /// What is over and was not done.
    private(set) var over: [PositionTask] = []

    init(_ board: BoardIncident) {
        let all = board.context.state.tasks(of: board.incident)
        for task in all {
            if task.isBehind {
                behind.append(task)
            } else if task.isOver {
                over.append(task)
            } else if task.sceneStep != nil {
                // They stand at the top of the coordinator's part.
                continue
            } else if task.isReady {
                ready.append(task)
            } else {
                waiting.append(task)
            }
        }
        let sorted = ready
        ready = ordered(sorted.count) { one, other in
            let (here, there) = (Self.place(sorted[one], board), Self.place(sorted[other], board))
            if here != there { return here < there }
            return (sorted[one].due?.milliseconds ?? .max) < (sorted[other].due?.milliseconds ?? .max)
        }.map { sorted[$0] }
    }

    private static func place(_ task: PositionTask, _ board: BoardIncident) -> Int32 {
        task.position.rank + (task.owner == board.viewer ? 0 : 100)
    }

    /// How many there are of each, in a line.
    var summary: String {
        let counts = [(ready.count, "to do"), (waiting.count, "waiting"), (behind.count, "done")]
        return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}

extension BoardIncident {
    /// The viewer's next step, where they hold a position; nobody who hides is given one that moves people.
    var nextStep: PositionTask? {
        guard incident.isOpen, !viewer.isNone else { return nil }
        return context.state.nextStep(of: viewer, in: incident, isHiding: context.hidesIn != nil)
    }

    /// Whether there is a list of tasks, or a course to ask for.
    var listsTasks: Bool {
        incident.courses.begun.rows.contains { !$0.isOfScene || $0.overAt != nil || !$0.marks.isEmpty }
            || (mayAskForCourses && !courseChoices.isEmpty)
    }

    /// Whether the viewer may ask for a course by name.
    var mayAskForCourses: Bool { incident.isOpen && may(.assign) }

    /// Whose task it is: "Liaison officer, Ana Reyes".
    func ownerLine(_ task: PositionTask) -> String {
        guard let owner = task.owner else { return task.position.label + ", nobody yet" }
        let name = context.name(of: owner)
        guard !task.isHeld else { return task.position.label + ", " + name }
        return task.position.label + ", held by nobody: \(name) as school coordinator"
    }

    /// What is to be done; in practice nobody calls 911, and the words say so before anybody has dialled.
    func what(_ task: PositionTask) -> String { what(task.step) }

    /// What a step asks for, under the mark of practice where it would call 911.
    func what(_ step: CourseStep) -> String {
        let isPretended = incident.kind.isPractice && step.position == .caller911
        return isPretended ? "Pretend only, nobody calls 911: " + step.text : step.text
    }

    /// Under what condition somebody who hides does a step; `nil` for whoever does not hide.
    ///
    /// No clock stands beside it: nobody is hurried into a sound.
    func caution(_ task: PositionTask) -> String? {
        guard context.hidesIn != nil else { return nil }
        // Beside an agency the words are made of what is known, and every step is said.
        return task.step.takesVoice || task.sceneStep != nil
            ? "Only if it is safe to speak:" : "Only from where you are, and only if it is safe:"
    }

    /// The courses of the plan that can be asked for by name now.
    var courseChoices: [(value: String, label: String)] {
        context.state.courses(of: incident).rows.filter { !incident.isUnderWay($0.id) }
            .map { ($0.id.text, $0.title) }
    }
}
