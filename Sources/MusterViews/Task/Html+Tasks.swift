import MusterCore

/// The steps of the plan's courses of action as tasks: who has which, what waits, and what is behind.
extension Html {
    /// Writes all tasks of the incident.
    mutating func tasks(_ board: BoardIncident) {
        guard board.listsTasks else { return }
        let tasks = BoardTasks(board)
        section("card tasks", .id("tasks"), .data("key", "tasks-" + board.id)) { h in
            h.div("card-head") { h in
                h.h2("card-title", text: "Tasks")
                h.p("card-aside", text: tasks.summary)
            }
            let own = tasks.ready.filter { $0.owner == board.viewer }
            let others = tasks.ready.filter { $0.owner != board.viewer }
            // Whoever has tasks sees these; who has which of the others stays behind one line.
            h.ready(own.isEmpty ? others : own, board)
            if !own.isEmpty, !others.isEmpty {
                h.fold("With others", key: "tasks-others-" + board.id, aside: "\(others.count)") { h in
                    h.ready(others, board)
                }
            }
            h.group("Waiting", tasks.waiting, board) { h, task in h.reasons(task, board) }
            h.group("Done or not possible", tasks.behind, board) { h, task in h.behind(task, board) }
            h.group("Over, not done", tasks.over, board) { h, task in
                h.p("quiet", text: "What called for it has ended.")
            }
            if board.mayAskForCourses { h.courses(board.courseChoices, board) }
        }
    }

    /// Writes the fields that name a task.
    mutating func names(_ task: TaskID) {
        hidden("course", task.course.text)
        hidden("step", "\(task.step)")
    }

    private mutating func ready(_ tasks: [PositionTask], _ board: BoardIncident) {
        var position: Position?
        for task in tasks {
            if position != task.position {
                position = task.position
                h3("task-owner", text: board.ownerLine(task))
            }
            keyed("task-" + task.key) { h in
                h.div("task") { h in
                    h.p("task-what", text: board.what(task))
                    h.saying(task, board)
                    h.due(task, board)
                    h.div("task-acts") { h in
                        h.report(task, .done, .secondary)
                        if task.state == .open { h.report(task, .started, .secondary) }
                    }
                    h.fold("Not possible, or not mine", key: "other-" + task.key) { h in
                        h.otherwise(task, board)
                    }
                }
            }
        }
    }

    /// Writes the sentence to say, as the words of an announcement are written.
    mutating func saying(_ task: PositionTask, _ board: BoardIncident) {
        guard let say = board.words(of: task) else { return }
        let words = board.incident.kind.framed(say)
        keyed("say-" + task.key, "div", .class("say")) { h in h.paWords("Say", words) }
    }

    /// Writes how far a task is and by when it should be done; that it is late is told to the line only.
    mutating func due(_ task: PositionTask, _ board: BoardIncident) {
        guard task.state == .started || task.due != nil else { return }
        p("quiet") { h in
            if task.state == .started { h.text("Started" + (task.due == nil ? "." : ". ")) }
            guard let due = task.due else { return }
            let isLate =
                board.seesClocks && task.isOverdue(at: board.clock.now)
            if isLate { h.strong(text: "Overdue: ") }
            h.text(isLate ? "was due by " : "By ")
            h.timeOfDay(due, board.clock)
        }
    }

    mutating func report(_ task: PositionTask, _ state: TaskState, _ style: ButtonStyle) {
        act("reportTask", ["incident": task.incident.text, "state": state.rawValue]) { h in
            h.names(task.id)
            h.button(
                state == .open ? "Take it back" : state.label, style, icon: state == .done ? .check : nil)
        }
    }

    /// Writes what is rarer: that it cannot be done, that somebody reported it, and handing it on.
    private mutating func otherwise(_ task: PositionTask, _ board: BoardIncident) {
        act("reportTask", ["incident": task.incident.text]) { h in
            h.names(task.id)
            h.sentences("text", "Why it is not possible (optional)", isRequired: false)
            h.channel()
            h.button(TaskState.notPossible.label, name: "state", value: TaskState.notPossible.rawValue)
            h.button("Done, as reported", name: "state", value: TaskState.done.rawValue)
        }
        guard board.may(.assign) || task.owner == board.viewer else { return }
        act("handTask", ["incident": task.incident.text]) { h in
            h.names(task.id)
            h.pick(
                "to", "To which position",
                Position.allCases.filter { $0 != task.position }.map { ($0.rawValue, $0.label) })
            h.button("Hand on", icon: .handover)
        }
    }

    private mutating func group(
        _ title: String, _ tasks: [PositionTask], _ board: BoardIncident,
        _ more: (inout Html, PositionTask) -> Void
    ) {
        guard !tasks.isEmpty else { return }
        fold(title, key: title, aside: "\(tasks.count)") { h in
            h.ul("task-list") { h in
                for task in tasks {
                    h.li { h in
                        h.p("task-what", text: board.what(task))
                        h.p("quiet", text: board.ownerLine(task))
                        more(&h, task)
                    }
                }
            }
        }
    }

    private mutating func reasons(_ task: PositionTask, _ board: BoardIncident) {
        if let hold = task.hold { p("quiet", text: hold.sentence) }
        if !task.waitsFor.isEmpty {
            p("quiet", text: "After: " + task.waitsFor.map { board.what($0) }.joined(separator: "; "))
        }
        // Somebody may have done it all the same, and hold back what comes after it by silence.
        if task.hold == nil { report(task, .done, .secondary) }
    }

    private mutating func behind(_ task: PositionTask, _ board: BoardIncident) {
        guard let mark = task.mark, let source = mark.source, let by = mark.by else {
            if task.isMetByCall { p("quiet", text: "911 is on the line, or was.") }
            return
        }
        p("quiet") { h in
            h.strong(text: task.state.label)
            h.text(", " + board.context.words(source, enteredBy: by) + ", ")
            h.age(of: source.observedAt, board.clock)
        }
        let records = board.context.replica.timeline
        let text = mark.record > 0 ? records.last { $0.position == mark.record }?.text : nil
        if let text { element("blockquote", ["entry-text"]) { h in h.text(text) } }
        if board.incident.isOpen { report(task, .open, .secondary) }
    }

    /// Writes how a course is asked for by its name, and how that is taken back.
    private mutating func courses(_ choices: [(value: String, label: String)], _ board: BoardIncident) {
        let asked = board.incident.courses.begun.rows.filter { $0.isAsked && $0.overAt == nil }
        guard !choices.isEmpty || !asked.isEmpty else { return }
        fold("Ask for a course of action", key: "courses", icon: .note) { h in
            if !choices.isEmpty {
                h.act("openCourse", ["incident": board.id]) { h in
                    h.pick("course", "Course of action", choices)
                    h.button("Begin its tasks")
                }
            }
            for row in asked {
                h.act("closeCourse", ["incident": board.id, "course": row.key.text]) { h in
                    h.button("Not wanted any more: " + row.course.title)
                }
            }
        }
    }
}

extension Html {
    /// Writes the viewer's next step, with the two acts that belong to it.
    mutating func nextStep(_ board: BoardIncident, _ style: ButtonStyle = .secondary) {
        guard let task = board.nextStep else { return }
        // What names rooms changes with their reports: then only the sentence to say is drawn anew.
        guard task.sceneStep == nil else { return nextStep(task, board, style) }
        keyed("next-" + board.id) { h in h.nextStep(task, board, style) }
    }

    private mutating func nextStep(_ task: PositionTask, _ board: BoardIncident, _ style: ButtonStyle) {
        let mark = board.incident.kind.isPractice ? board.incident.kind.mark + ": " : ""
        ask(.neutral, mark + "Your next step", icon: .arrow) { h in
            h.report(task, .done, style)
            h.report(task, .started, .secondary)
        } body: { h in
            let caution = board.caution(task)
            if let caution { h.p { h in h.strong(text: caution) } }
            h.p("next-step", text: board.what(task))
            h.saying(task, board)
            h.p("quiet", text: task.position.label + ", " + task.course.course.title)
            if caution == nil { h.due(task, board) }
        }
    }
}

extension PositionTask {
    /// What its piece of a page is known by.
    fileprivate var key: String { incident.text + "-" + id.course.text + "-\(id.step)" }
}
