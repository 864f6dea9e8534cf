import MusterCore

extension Teller {
    func sentence(_ event: TaskEvent, _ record: Record) -> String {
        let who = name(record.actor)
        switch event {
        case .courseOpened(_, let course, let version, let isAsked):
            if version == 0, course.trigger == .sceneCommand {
                return "The school coordinator's steps began: “\(course.title)”."
            }
            let what = "“\(course.title)” of the plan"
            guard isAsked else { return "The tasks of \(what) began." }
            return "\(who) asked for \(what): its tasks began."
        case .courseClosed: return "\(who) took back a course of action that was asked for."
        case .taskReported(_, let task, let state, let source, _):
            let voice = voice(source, record.actor)
            return "\(task.position.label): “\(task.words)” is \(state.label.lowercasedFirst), as "
                + "\(voice) reported" + way(source, record.actor) + "."
        case .taskHanded(_, let task, let position):
            return "\(who) handed “\(task.words)” on: \(task.position.label) to \(position.label)."
        }
    }
}
