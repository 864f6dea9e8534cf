extension Draft {
    /// Begins the courses of action that something calls for by now and that are not under way.
    ///
    /// It comes after whatever else a command does, so that no alarm waits for it, and nobody presses anything for it.
    mutating func openCourses() {
        for incident in state.incidents.rows where incident.isOpen {
            for course in state.courses(of: incident).rows
            where incident.calls(for: course) && !incident.isUnderWay(course.id) {
                open(course, in: incident, isAsked: false)
            }
            openSceneSteps(incident)
        }
    }

    /// Begins what the coordinator does beside an agency, which needs no plan that says so.
    private mutating func openSceneSteps(_ incident: Incident) {
        guard let course = incident.scene?.course(state.plan(of: incident).underAgency),
            !incident.isUnderWay(course.id), state.courses(of: incident)[course.id] == nil
        else { return }
        emit(.task(.courseOpened(incident.id, course, version: 0, isAsked: false)))
    }

    /// The coordinator asks for a course of action by its name, whatever calls for it.
    mutating func openCourse(_ id: IncidentID, _ course: CourseID) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireOrSuggest(.assign, in: incident) else { return }
        guard let course = state.courses(of: incident)[course] else { throw .unknownTask }
        guard !incident.isUnderWay(course.id) else { return }
        open(course, in: incident, isAsked: true)
    }

    /// Takes back that a course was asked for.
    mutating func closeCourse(_ id: IncidentID, _ course: CourseID) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireOrSuggest(.assign, in: incident) else { return }
        guard let begun = incident.courses.begun[course], begun.isAsked else { throw .unknownTask }
        emit(.task(.courseClosed(id, course)))
    }

    private mutating func open(_ course: Course, in incident: Incident, isAsked: Bool) {
        let version = incident.courses.version
        emit(.task(.courseOpened(incident.id, course, version: version, isAsked: isAsked)))
    }

    /// A task as its events name it; one that is not known keeps its id.
    func name(of id: TaskID, in incident: IncidentID) -> NamedTask {
        let task = state.incidents[incident].flatMap { state.task(id, in: $0) }
        return task.map { NamedTask($0) } ?? NamedTask(id)
    }

    /// Whoever has a task, or the school coordinator, makes it another position's.
    mutating func handTask(_ id: IncidentID, _ named: TaskID, _ position: Position) throws(Rejection) {
        let incident = try openIncident(id)
        guard let task = state.task(named, in: incident) else { throw .unknownTask }
        let person = context.actor.person
        guard task.owner == person || may(.assign, in: incident) else {
            let coordination = incident.coordination
            let wasHolder = coordination.others[task.position]?.former.contains(person) ?? false
            guard wasHolder || coordination.former.contains(person) else { throw .notAllowed(.assign) }
            return suggest(in: id)
        }
        // What began anew since is another task.
        guard task.openedAt <= context.madeAt else { throw .tooLate }
        guard task.position != position else { return }
        emit(.task(.taskHanded(id, NamedTask(task), to: position)))
    }
}

extension Incident {
    /// Whether a course of action was begun and what called for it is not over.
    package func isUnderWay(_ course: CourseID) -> Bool {
        courses.begun[course].map { $0.overAt == nil } ?? false
    }
}
