extension Event {
    /// The free text of the event: stored as a part of its own, so that it can be withheld and erased.
    package var text: String? {
        get {
            switch self {
            case .incident(.corrected(_, let text)): text
            case .coordination(.respondingReported(_, _, let text)): text
            case .coordination(.sceneCommandRecorded(_, _, _, _, _, let text, _)): text
            case .coordination(.suggestionKept(_, _, _, let text)): text
            case .journal(.noteWritten(_, _, _, _, _, let text)): text
            case .journal(.objectivesSet(_, _, let text)): text
            case .task(.taskReported(_, _, _, _, let text)): text
            case .resource(.reported(_, _, _, _, _, let text)): text
            default: nil
            }
        }
        set {
            switch self {
            case .incident(.corrected(let id, _)):
                self = .incident(.corrected(id, text: newValue))
            case .coordination(.respondingReported(let person, let source, _)):
                self = .coordination(.respondingReported(person, source: source, text: newValue))
            case .coordination(
                .sceneCommandRecorded(let id, let agency, let unified, let since, let source, _, let beside)
            ):
                self = .coordination(
                    .sceneCommandRecorded(
                        id, agency, unified: unified, since: since, source: source, text: newValue,
                        beside: beside))
            case .coordination(.suggestionKept(let id, let command, let act, _)):
                self = .coordination(.suggestionKept(id, command, act: act, text: newValue))
            case .journal(.noteWritten(let id, let note, let position, let corrects, let source, _)):
                self = .journal(
                    .noteWritten(
                        id, note, position: position, corrects: corrects, source: source, text: newValue))
            case .task(.taskReported(let id, let task, let state, let source, _)):
                self = .task(.taskReported(id, task, state, source: source, text: newValue))
            case .journal(.objectivesSet(let id, let isOwn, _)):
                self = .journal(.objectivesSet(id, isOwn: isOwn, text: newValue))
            case .resource(.reported(let id, let resource, let known, let claim, let hasWords, _)):
                self = .resource(
                    .reported(id, resource, of: known, claim: claim, hasWords: hasWords, text: newValue))
            default: break
            }
        }
    }

    /// Whether the text goes wherever the event goes, rather than to the command line only.
    package var textIsForEveryone: Bool {
        if case .incident(.corrected) = self { true } else { false }
    }
}
