/// What happens to an incident itself.
package enum IncidentEvent: Equatable, Sendable {
    /// An incident began.
    case raised(IncidentID, Raise)
    /// A raise came too late to be an alarm and waits for somebody's judgement.
    case raiseLate(ReportID, Raise)
    /// Somebody judged a late raise to need nothing more.
    case lateDismissed(ReportID)
    /// Somebody raised the same, or another danger at the same site; the places may have grown.
    case confirmed(IncidentID, Raise, press: CommandID? = nil)
    /// Who is expected where, by ids; long lists come in several chunks.
    case rosterTaken(IncidentID, rooms: [RoomRoster])
    /// Places are under an action from now on.
    case actionSet(
        IncidentID, places: [PlaceID], action: ProtectiveAction, hazard: Hazard?, press: CommandID? = nil)
    /// The action of these places ended.
    case actionEnded(IncidentID, places: [PlaceID], method: EndMethod)
    /// These presses were a mistake: what the places do is what it would be without them, and everybody is told.
    case actionWithdrawn(
        IncidentID, presses: [CommandID], places: [PlaceID], action: ProtectiveAction, method: EndMethod)
    /// Somebody opened a room and it was clear.
    case roomCleared(IncidentID, room: PlaceID, source: Source)
    /// A room that was recorded as cleared was not, or is not any more.
    case roomNotCleared(IncidentID, room: PlaceID, source: Source)
    /// Somebody says that a press was a mistake; the alarm stands until a call back confirms it.
    ///
    /// Which press is left out where it is the one that began the incident.
    case mistakeClaimed(IncidentID, press: CommandID? = nil)
    /// What the call back found, and about which press, unless it is the one that began the incident.
    case callBackRecorded(IncidentID, CallBackOutcome, press: CommandID? = nil)
    /// A correction goes to the original recipients; its words are the record's text.
    case corrected(IncidentID, text: String?)
    /// A practice became real; whatever was queued as practice stops here.
    case turnedActual(IncidentID, press: CommandID? = nil)
    case closed(IncidentID, CloseReason)
    case reopened(IncidentID)
    /// Somebody heard the announcement.
    case audibleConfirmed(IncidentID, source: Source)
    /// 911 is, or is no longer, on the line.
    case call911Recorded(IncidentID, ended: Bool, source: Source)
}

extension IncidentEvent {
    /// The frozen name that the event is stored under.
    package var name: EventName {
        switch self {
        case .raised: .incidentRaised
        case .raiseLate: .raiseLate
        case .lateDismissed: .lateDismissed
        case .confirmed: .incidentConfirmed
        case .rosterTaken: .rosterTaken
        case .actionSet: .actionSet
        case .actionEnded: .actionEnded
        case .actionWithdrawn: .actionWithdrawn
        case .roomCleared: .roomCleared
        case .roomNotCleared: .roomNotCleared
        case .mistakeClaimed: .mistakeClaimed
        case .callBackRecorded: .callBackRecorded
        case .corrected: .corrected
        case .turnedActual: .turnedActual
        case .closed: .incidentClosed
        case .reopened: .incidentReopened
        case .audibleConfirmed: .audibleConfirmed
        case .call911Recorded: .call911Recorded
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: EventName) -> IncidentEvent? {
        switch name {
        case .incidentRaised: .raised(.none, Raise())
        case .raiseLate: .raiseLate(.none, Raise())
        case .lateDismissed: .lateDismissed(.none)
        case .incidentConfirmed: .confirmed(.none, Raise())
        case .rosterTaken: .rosterTaken(.none, rooms: [])
        case .actionSet: .actionSet(.none, places: [], action: .hold, hazard: nil)
        case .actionEnded: .actionEnded(.none, places: [], method: .coordinator)
        case .actionWithdrawn:
            .actionWithdrawn(.none, presses: [], places: [], action: .hold, method: .cancelled)
        case .roomCleared: .roomCleared(.none, room: .none, source: Source())
        case .roomNotCleared: .roomNotCleared(.none, room: .none, source: Source())
        case .mistakeClaimed: .mistakeClaimed(.none)
        case .callBackRecorded: .callBackRecorded(.none, .notConfirmed)
        case .corrected: .corrected(.none, text: nil)
        case .turnedActual: .turnedActual(.none)
        case .incidentClosed: .closed(.none, .over)
        case .incidentReopened: .reopened(.none)
        case .audibleConfirmed: .audibleConfirmed(.none, source: Source())
        case .call911Recorded: .call911Recorded(.none, ended: false, source: Source())
        default: nil
        }
    }

    /// The incident that the event belongs to, where it belongs to one.
    package var incident: IncidentID? {
        switch self {
        case .raiseLate, .lateDismissed: nil
        case .raised(let id, _), .confirmed(let id, _, _), .rosterTaken(let id, _),
            .actionSet(let id, _, _, _, _),
            .actionEnded(let id, _, _), .roomCleared(let id, _, _), .roomNotCleared(let id, _, _),
            .mistakeClaimed(let id, _), .actionWithdrawn(let id, _, _, _, _),
            .callBackRecorded(let id, _, _), .corrected(let id, _), .turnedActual(let id, _),
            .closed(let id, _),
            .reopened(let id), .audibleConfirmed(let id, _), .call911Recorded(let id, _, _):
            id
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .raised(var id, var raise):
            visitor.field("incident", &id)
            raise.visit(&visitor)
            self = .raised(id, raise)
        case .raiseLate(var report, var raise):
            visitor.field("report", &report)
            raise.visit(&visitor)
            self = .raiseLate(report, raise)
        case .lateDismissed(var report):
            visitor.field("report", &report)
            self = .lateDismissed(report)
        case .confirmed(var id, var raise, var press):
            visitor.field("incident", &id)
            raise.visit(&visitor)
            visitor.field("press", &press)
            self = .confirmed(id, raise, press: press)
        case .rosterTaken(var id, var rooms):
            visitor.field("incident", &id)
            visitor.field("rooms", &rooms)
            self = .rosterTaken(id, rooms: rooms)
        case .actionSet(var id, var places, var action, var hazard, var press):
            visitor.field("incident", &id)
            visitor.field("places", &places)
            visitor.field("action", &action)
            visitor.field("hazard", &hazard)
            visitor.field("press", &press)
            self = .actionSet(id, places: places, action: action, hazard: hazard, press: press)
        default:
            visitRest(&visitor)
        }
    }

    private mutating func visitRest<V: FieldVisitor>(_ visitor: inout V) {
        guard var id = incident else { return }
        visitor.field("incident", &id)
        switch self {
        case .actionEnded(_, var places, var method):
            visitor.field("places", &places)
            visitor.field("method", &method)
            self = .actionEnded(id, places: places, method: method)
        case .actionWithdrawn(_, var presses, var places, var action, var method):
            visitor.field("presses", &presses)
            visitor.field("places", &places)
            visitor.field("action", &action)
            visitor.field("method", &method)
            self = .actionWithdrawn(
                id, presses: presses, places: places, action: action, method: method)
        case .roomCleared(_, var room, var source):
            visitor.field("room", &room)
            visitor.field("source", &source)
            self = .roomCleared(id, room: room, source: source)
        case .roomNotCleared(_, var room, var source):
            visitor.field("room", &room)
            visitor.field("source", &source)
            self = .roomNotCleared(id, room: room, source: source)
        case .callBackRecorded(_, var outcome, var press):
            visitor.field("outcome", &outcome)
            visitor.field("press", &press)
            self = .callBackRecorded(id, outcome, press: press)
        case .mistakeClaimed(_, var press):
            visitor.field("press", &press)
            self = .mistakeClaimed(id, press: press)
        case .corrected(_, let text): self = .corrected(id, text: text)
        case .closed(_, var reason):
            visitor.field("reason", &reason)
            self = .closed(id, reason)
        case .audibleConfirmed(_, var source):
            visitor.field("source", &source)
            self = .audibleConfirmed(id, source: source)
        case .call911Recorded(_, var ended, var source):
            visitor.field("ended", &ended)
            visitor.field("source", &source)
            self = .call911Recorded(id, ended: ended, source: source)
        case .turnedActual(_, var press):
            visitor.field("press", &press)
            self = .turnedActual(id, press: press)
        case .reopened: self = .reopened(id)
        case .raised, .raiseLate, .lateDismissed, .confirmed, .rosterTaken, .actionSet: break
        }
    }
}
