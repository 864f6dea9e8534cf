import MusterCore

extension School {
    static let lockdownCourse: CourseID = id("lockdown")
    static let evacuation: CourseID = id("evacuation")
    static let handing: CourseID = id("policescene")
    static let hoax: CourseID = id("hoax")
    static let firstAid: CourseID = id("firstaid")
    static let reunification: CourseID = id("reunification")

    /// A course for each thing that can call for one.
    static let courses: [Course] = [
        course(
            lockdownCourse, .action,
            [step(1, .caller911, within: .minutes(1)), step(2, .liaison, after: [1])]
        ) { $0.actions = [.lockdown] },
        course(
            evacuation, .action,
            [
                step(1, .safety, within: .minutes(5), moves: true), step(2, .accountabilityLead, after: [1]),
                step(3, .publicInformation, after: [2, 9]),
            ]
        ) { $0.actions = [.evacuate] },
        course(handing, .sceneCommand, [step(1, .liaison)]) { $0.agencies = [.police] },
        course(hoax, .mistake, [step(1, .schoolCoordinator)]),
        course(firstAid, .medical, [step(1, .medical)]),
        course(reunification, .request, [step(1, .reunificationDirector, moves: true), step(2, .logistics)]),
    ]

    /// A plan with courses of action, and a line for some positions.
    static func fullPlan(_ change: (inout SitePlan) -> Void = { _ in }) -> SitePlan {
        plan {
            for course in courses { $0.courses.put(course) }
            $0.lines.put(PositionLine(.liaison, [member(deputy), member(nurse), member(neighbour)]))
            $0.lines.put(PositionLine(.safety, [member(teacher)]))
            change(&$0)
        }
    }

    private static func member(_ person: PersonID) -> LineMember { LineMember(person, onSite: true) }

    static func course(
        _ id: CourseID, _ trigger: CourseTrigger, _ steps: [CourseStep],
        _ change: (inout Course) -> Void = { _ in }
    ) -> Course {
        var course = Course()
        (course.id, course.title, course.trigger, course.steps) = (id, "Course \(id)", trigger, steps)
        change(&course)
        return course
    }

    static func step(
        _ number: Int32, _ position: Position, within: TimeSpan? = nil, after: [Int32] = [],
        moves: Bool = false
    ) -> CourseStep {
        var step = CourseStep()
        (step.number, step.position, step.text) = (number, position, "Step \(number)")
        (step.within, step.after, step.movesPeople) = (within, after, moves)
        return step
    }
}

extension Given {
    /// A task of the incident that was raised last.
    func task(_ course: CourseID, _ step: Int32) -> PositionTask? {
        state.task(TaskID(course, step), in: it)
    }

    /// Somebody says how far a task is.
    func told(
        _ course: CourseID, _ step: Int32, _ progress: TaskState = .done,
        by person: PersonID = School.principal,
        ago: TimeSpan = .seconds(0), text: String? = nil
    ) -> Given {
        let source = seen(ago: ago)
        return when(person) {
            .reportTask($0, TaskID(course, step), progress, source: source, text: text)
        }
    }
}
