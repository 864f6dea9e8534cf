/// What happens to the journal.
package enum JournalEvent: Equatable, Sendable {
    /// Somebody wrote a note; its words are the record's text. A correction adds, it never overwrites.
    case noteWritten(
        IncidentID, NoteID, position: Position?, corrects: NoteID?, source: Source, text: String?)
    /// What the incident is to reach was written in the coordinator's own words, which are the record's text; or those
    /// were taken back, and the plan's stand again.
    case objectivesSet(IncidentID, isOwn: Bool, text: String?)
    /// The text of the record at this position was erased everywhere.
    case textErased(position: Int64)

    /// The frozen name that the event is stored under.
    package var name: EventName {
        switch self {
        case .noteWritten: .noteWritten
        case .objectivesSet: .objectivesSet
        case .textErased: .textErased
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: EventName) -> JournalEvent? {
        switch name {
        case .noteWritten:
            .noteWritten(.none, .none, position: nil, corrects: nil, source: Source(), text: nil)
        case .objectivesSet: .objectivesSet(.none, isOwn: false, text: nil)
        case .textErased: .textErased(position: 0)
        default: nil
        }
    }

    /// The incident that the event belongs to, where it belongs to one.
    package var incident: IncidentID? {
        switch self {
        case .noteWritten(let id, _, _, _, _, _), .objectivesSet(let id, _, _): id
        case .textErased: nil
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .noteWritten(var id, var note, var position, var corrects, var source, let text):
            visitor.field("incident", &id)
            visitor.field("note", &note)
            visitor.field("position", &position)
            visitor.field("corrects", &corrects)
            visitor.field("source", &source)
            self = .noteWritten(
                id, note, position: position, corrects: corrects, source: source, text: text)
        case .objectivesSet(var id, var isOwn, let text):
            visitor.field("incident", &id)
            visitor.field("own", &isOwn)
            self = .objectivesSet(id, isOwn: isOwn, text: text)
        case .textErased(var position):
            visitor.field("position", &position)
            self = .textErased(position: position)
        }
    }
}
