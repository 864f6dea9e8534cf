extension SiteState {
    mutating func apply(_ event: TaskEvent, of record: Record) {
        guard audience == .command else { return }
        switch event {
        case .courseOpened(let id, let course, let version, let isAsked):
            incidents.update(id) { incident in
                var row = OpenCourse()
                row.course = course
                row.version = version
                row.openedAt = record.at
                row.anewAt = incident.courses.begun[course.id].map { _ in record.at }
                row.isAsked = isAsked
                incident.courses.begun.put(row)
            }
        case .courseClosed(let id, let course):
            incidents.update(id) { $0.courses.begun.update(course) { $0.isAsked = false } }
        case .taskReported(let id, let named, let state, let source, _):
            let task = named.id
            incidents.update(id) { incident in
                guard !incident.isOfPractice(source) else { return }
                incident.courses.begun.update(task.course) { row in
                    guard row.step(task.step) != nil, !row.isBefore(source) else { return }
                    var mark = row.mark(task.step)
                    guard !source.isOldNews(since: mark.source?.observedAt, record) else { return }
                    mark.state = state
                    mark.by = record.author
                    mark.source = source
                    mark.record = record.position
                    row.marks.put(mark)
                }
            }
        case .taskHanded(let id, let named, let position):
            let task = named.id
            incidents.update(id) { incident in
                incident.courses.begun.update(task.course) { row in
                    guard let step = row.step(task.step) else { return }
                    var mark = row.mark(task.step)
                    mark.position = position == step.position ? nil : position
                    row.marks.put(mark)
                }
            }
        }
    }

    /// Keeps for each incident the courses and rules of the plan that it was raised under, before another plan takes its
    /// place.
    mutating func keepCourses() {
        guard audience == .command else { return }
        let (courses, objectives, rules) = (plan.courses, plan.objectives, PlanRules(plan))
        incidents.updateAll { incident in
            incident.courses.keptObjectives = incident.courses.keptObjectives ?? objectives
            incident.courses.kept = incident.courses.kept ?? courses
            incident.courses.rules = incident.courses.rules ?? rules
        }
    }

    /// Looks after what begun courses depend on: whether anything still calls for them, and whether a Lockdown holds
    /// back what moves people.
    mutating func settleCourses(after record: Record) {
        guard audience == .command else { return }
        switch record.event {
        case .incident, .plan, .task(.courseOpened), .task(.courseClosed),
            .coordination(.sceneCommandRecorded), .coordination(.sceneCommandWithdrawn):
            break
        default: return
        }
        for incident in incidents.rows where incident.isOpen {
            for var row in incident.courses.begun.rows {
                let before = row
                settle(&row, in: incident, record)
                if row != before { incidents.update(incident.id) { $0.courses.begun.put(row) } }
            }
        }
    }

    private func settle(_ row: inout OpenCourse, in incident: Incident, _ record: Record) {
        if row.isAsked || incident.calls(for: row.course) {
            // What a press had covered goes on where it was, once that press is taken back.
            if case .incident(.actionWithdrawn) = record.event { row.overAt = nil }
        } else {
            row.overAt = row.overAt ?? record.at
        }
        let isHeld = holdsBackMoves(of: row.course, in: incident)
        if row.isHeld, !isHeld { row.freeAt = record.at }
        row.isHeld = isHeld
    }
}

extension OpenCourse {
    fileprivate func mark(_ step: Int32) -> TaskMark {
        var blank = TaskMark()
        blank.step = step
        return marks[step] ?? blank
    }
}
