/// What happens to the tasks of an incident.
package enum TaskEvent: Equatable, Sendable {
    /// A course of action began, as the plan had it when the incident was raised: its steps are tasks from now on.
    case courseOpened(IncidentID, Course, version: Int64, isAsked: Bool)
    /// A course that was asked for by name is not wanted any more.
    case courseClosed(IncidentID, CourseID)
    /// Somebody said how far a task has come; why it is not possible is the record's text.
    case taskReported(IncidentID, NamedTask, TaskState, source: Source, text: String?)
    /// A task is another position's from now on.
    case taskHanded(IncidentID, NamedTask, to: Position)
}

extension TaskEvent {
    /// The frozen name that the event is stored under.
    package var name: EventName {
        switch self {
        case .courseOpened: .courseOpened
        case .courseClosed: .courseClosed
        case .taskReported: .taskReported
        case .taskHanded: .taskHanded
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: EventName) -> TaskEvent? {
        switch name {
        case .courseOpened: .courseOpened(.none, Course(), version: 0, isAsked: false)
        case .courseClosed: .courseClosed(.none, .none)
        case .taskReported: .taskReported(.none, NamedTask(), .open, source: Source(), text: nil)
        case .taskHanded: .taskHanded(.none, NamedTask(), to: .schoolCoordinator)
        default: nil
        }
    }

    /// The incident that the event belongs to.
    package var incident: IncidentID {
        switch self {
        case .courseOpened(let id, _, _, _), .courseClosed(let id, _), .taskReported(let id, _, _, _, _),
            .taskHanded(let id, _, _):
            id
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        var id = incident
        visitor.field("incident", &id)
        switch self {
        case .courseOpened(_, var course, var version, var isAsked):
            visitor.field("course", &course)
            visitor.field("version", &version)
            visitor.field("asked", &isAsked)
            self = .courseOpened(id, course, version: version, isAsked: isAsked)
        case .courseClosed(_, var course):
            visitor.field("course", &course)
            self = .courseClosed(id, course)
        case .taskReported(_, var task, var state, var source, let text):
            task.visit(&visitor)
            visitor.field("state", &state)
            visitor.field("source", &source)
            self = .taskReported(id, task, state, source: source, text: text)
        case .taskHanded(_, var task, var position):
            task.visit(&visitor)
            visitor.field("to", &position)
            self = .taskHanded(id, task, to: position)
        }
    }
}
