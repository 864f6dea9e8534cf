extension Command {
    /// Who said it and when it was seen, where the command carries that.
    package var source: Source? {
        get {
            switch self {
            case .raise(let raise): raise.source
            case .reportRoom(_, _, let claim): claim.source
            case .reportResource(_, _, let claim, _): claim.source
            case .recordCleared(_, _, let source), .recordNotCleared(_, _, let source),
                .confirmAudible(_, let source),
                .recordCall911(_, _, let source), .reportResponding(_, let source, _),
                .reportHandsFree(_, let source), .reportAlone(_, _, let source),
                .reportPresence(_, _, let source),
                .recordSceneCommand(_, _, _, _, let source, _), .writeNote(_, _, _, let source, _),
                .reportTask(_, _, _, let source, _):
                source
            default: nil
            }
        }
        set {
            guard let source = newValue else { return }
            switch self {
            case .raise(var raise):
                raise.source = source
                self = .raise(raise)
            case .reportRoom(let id, let room, var claim):
                claim.source = source
                self = .reportRoom(id, room: room, claim: claim)
            case .recordCleared(let id, let room, _): self = .recordCleared(id, room: room, source: source)
            case .recordNotCleared(let id, let room, _):
                self = .recordNotCleared(id, room: room, source: source)
            case .confirmAudible(let id, _): self = .confirmAudible(id, source: source)
            case .recordCall911(let id, let ended, _): self = .recordCall911(id, ended: ended, source: source)
            case .reportResponding(let person, _, let text):
                self = .reportResponding(person, source: source, text: text)
            case .reportHandsFree(let person, _): self = .reportHandsFree(person, source: source)
            case .reportAlone(let id, let person, _): self = .reportAlone(id, person, source: source)
            case .reportPresence(let id, let onSite, _):
                self = .reportPresence(id, onSite: onSite, source: source)
            case .recordSceneCommand(let id, let agency, let unified, let since, _, let text):
                self = .recordSceneCommand(
                    id, agency, unified: unified, since: since, source: source, text: text)
            case .writeNote(let id, let position, let corrects, _, let text):
                self = .writeNote(id, position: position, corrects: corrects, source: source, text: text)
            case .reportTask(let id, let task, let state, _, let text):
                self = .reportTask(id, task, state, source: source, text: text)
            case .reportResource(let id, let resource, var claim, let text):
                claim.source = source
                self = .reportResource(id, resource, claim: claim, text: text)
            default: break
            }
        }
    }
}
