/// A task of a position, as it stands now: computed from the state, so that desk and pages read one rule.
package struct PositionTask: Equatable, Sendable {
    /// Which task.
    package let id: TaskID
    /// The incident that it belongs to.
    package let incident: IncidentID
    /// The course that it is a step of.
    package let course: OpenCourse
    /// What is to be done.
    package let step: CourseStep
    /// What was reported of it, and where it was handed.
    package let mark: TaskMark?
    /// Whose task it is.
    package let position: Position
    /// Who has it: the holder of the position, or the school coordinator where nobody holds it.
    package let owner: PersonID?
    /// Whether somebody holds the position.
    package let isHeld: Bool
    /// The steps of its course that come first and are not behind it yet.
    package let waitsFor: [CourseStep]
    /// Why it is not given to anybody now.
    package let hold: TaskHold?
    /// Whether what called for it, or the incident, is over.
    package let isOver: Bool

    /// How far it has come.
    package let state: TaskState

    /// Whether it is done because 911 is or was on the line: nobody had to report it.
    package var isMetByCall: Bool { mark?.source == nil && state == .done }

    /// Whether it is behind whoever has it.
    package var isBehind: Bool { state == .done || state == .notPossible }

    /// Whether it can be begun or gone on with now.
    package var isReady: Bool { !isOver && !isBehind && hold == nil && waitsFor.isEmpty }

    /// When it began to be asked for.
    package var openedAt: Instant { course.openedAt }

    /// By when it should be done; no clock runs for what is held back, behind or over.
    package var due: Instant? {
        guard !isOver, !isBehind, hold == nil, let within = step.within else { return nil }
        let begin = step.movesPeople ? max(course.openedAt, course.freeAt ?? .zero) : course.openedAt
        return begin + within
    }

    /// Whether it could have been done and should have been by now.
    package func isOverdue(at now: Instant) -> Bool { isReady && due.map { $0 < now } ?? false }
}

/// Why a task is given to nobody now.
package enum TaskHold: Equatable, Sendable {
    /// It moves people, and a place that it is for is in Lockdown (design section 3).
    case place
    /// It moves people, and whoever has it hides in a place in Lockdown.
    case owner
    /// Whoever has it is hands-on: nobody is told what to do beside that.
    case busy
    /// Nothing that is known calls for it.
    case notNeeded
}

extension SiteState {
    /// All tasks of the courses that an incident has begun, in the order in which they began.
    package func tasks(of incident: Incident) -> [PositionTask] {
        let begun = incident.courses.begun.rows.sorted { ($0.openedAt, $0.key) < ($1.openedAt, $1.key) }
        return begun.flatMap { row in
            let isHeld = holdsBackMoves(of: row.course, in: incident)
            return row.course.steps.map { task($0, of: row, isHeld, in: incident) }
        }
    }

    /// A task by its name.
    package func task(_ id: TaskID, in incident: Incident) -> PositionTask? {
        guard let row = incident.courses.begun[id.course], let step = row.step(id.step) else { return nil }
        return task(step, of: row, holdsBackMoves(of: row.course, in: incident), in: incident)
    }

    /// The next step of a person: of the tasks of the positions that they hold the first that can be begun, by when it
    /// is due and then in the plan's order.
    ///
    /// What an agency that takes command looks for comes before all else. Whoever hides is given none that moves people.
    package func nextStep(
        of person: PersonID, in incident: Incident, isHiding: Bool = false
    ) -> PositionTask? {
        var next: PositionTask?
        for task in tasks(of: incident)
        where task.isReady && task.owner == person && task.state == .open {
            if isHiding, task.step.movesPeople { continue }
            if let found = next, !(task.order < found.order) { continue }
            next = task
        }
        return next
    }

    private func task(
        _ step: CourseStep, of row: OpenCourse, _ isHeldBack: Bool, in incident: Incident
    ) -> PositionTask {
        let mark = row.marks[step.number]
        let position = mark?.position ?? step.position
        let holder = incident.coordination.holder(of: position)
        let owner = holder ?? incident.coordination.coordinator?.person
        var hold: TaskHold?
        if step.movesPeople, isHeldBack {
            hold = .place
        } else if let owner, step.movesPeople, isInLockdown(owner, in: incident) {
            hold = .owner
        } else if let owner, responding[owner] != nil {
            hold = .busy
        }
        if row.isOfScene, let own = SceneStep(rawValue: step.number), !needs(own, in: incident) {
            hold = .notNeeded
        }
        let first = row.course.steps.filter { other in
            guard step.after.contains(other.number), other.number != step.number else { return false }
            let state = state(of: other, in: row, of: incident)
            return state != .done && state != .notPossible
        }
        return PositionTask(
            id: TaskID(row.key, step.number), incident: incident.id, course: row, step: step, mark: mark,
            position: position, owner: owner, isHeld: holder != nil, waitsFor: first, hold: hold,
            isOver: !incident.isOpen || row.overAt != nil, state: state(of: step, in: row, of: incident))
    }

    /// How far a step has come: as somebody reported, or done by the call to 911 that it asks for.
    private func state(of step: CourseStep, in row: OpenCourse, of incident: Incident) -> TaskState {
        // A task that was only handed on has been reported by nobody.
        if let mark = row.marks[step.number], mark.source != nil { return mark.state }
        return step.is911Call && incident.call911 != nil ? .done : .open
    }

    /// Whether a Lockdown holds back the steps of a course that move people: nobody is moved in a place in Lockdown,
    /// whichever open incident says so (design section 3).
    func holdsBackMoves(of course: Course, in incident: Incident) -> Bool {
        guard course.steps.contains(where: { $0.movesPeople }) else { return false }
        return incident.places(of: course).contains { isLocked($0, for: incident) }
    }
}

extension PositionTask {
    /// What is due at no moment comes after what is.
    fileprivate var order: (Int32, Instant) {
        (sceneStep?.isFirst == true ? 0 : 1, due ?? Instant(milliseconds: .max))
    }
}

extension Coordination {
    /// Who holds a position.
    package func holder(of position: Position) -> PersonID? {
        position == .schoolCoordinator ? coordinator?.person : others[position]?.holder
    }
}
