/// How far a task has come, as somebody reported it.
package enum TaskState: String, WireName {
    /// Nobody has begun it, or what was reported before is taken back.
    case open
    case started, done
    /// It cannot be done here and now; why is the report's text.
    case notPossible
}

/// Names a task: a step of a course of action.
package struct TaskID: WireValue, Hashable, Sendable {
    /// The course.
    package var course = CourseID.none
    /// The number of the step within it.
    package var step: Int32 = 0

    /// A blank name, to be filled by the codec.
    package init() {}

    /// A step of a course.
    package init(_ course: CourseID, _ step: Int32) {
        self.course = course
        self.step = step
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("course", &course)
        visitor.field("step", &step)
    }
}

/// A task as events name it: with its words, so that the log can be told without the plan.
package struct NamedTask: WireValue, Equatable, Sendable {
    /// Which task.
    package var id = TaskID()
    /// Whose task it was.
    package var position = Position.schoolCoordinator
    /// What is to be done; empty where the task was not known.
    package var words = ""

    /// A blank task, to be filled by the codec.
    package init() {}

    /// A task of which nothing but the id is known.
    init(_ id: TaskID) { self.id = id }

    /// A task as it stands.
    init(_ task: PositionTask) {
        id = task.id
        position = task.position
        words = task.step.text
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        id.visit(&visitor)
        visitor.field("position", &position)
        visitor.field("words", &words)
    }
}

/// What became of a step: what was reported of it last, and to which position it was handed on.
package struct TaskMark: WireValue, Keyed, Equatable, Sendable {
    /// The number of the step within its course.
    package var step: Int32 = 0
    /// How far it has come.
    package var state = TaskState.open
    /// Who entered that.
    package var by: PersonID?
    /// How it came in; `nil` where nobody has reported anything.
    package var source: Source?
    /// The log position of the record that holds the words of the report.
    package var record: Int64 = 0
    /// The position whose task it is now, where it was handed on.
    package var position: Position?

    /// What the row is found and sorted by.
    package var key: Int32 { step }

    /// A blank mark, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("step", &step)
        visitor.field("state", &state)
        visitor.field("by", &by)
        visitor.field("source", &source)
        visitor.field("record", &record)
        visitor.field("position", &position)
    }
}
