/// One emergency or one drill at one site, from raising to closing.
package struct Incident: WireValue, Keyed, Equatable, Sendable {
    /// Which incident.
    package var id = IncidentID.none
    /// Real or practice; a practice may become real, never the other way.
    package var kind = IncidentKind.actual
    /// How far it reaches.
    package var level = IncidentLevel.protective
    /// How far it reached when it was raised: a call that grew is a call again once that is taken back.
    var raisedLevel = IncidentLevel.protective
    /// What the danger is, where somebody said so.
    package var hazard: Hazard?
    /// The places it was raised for and joined by.
    package var places: [PlaceID] = []
    /// When the alarm was accepted.
    package var raisedAt = Instant.zero
    /// Who raised it, or said that a practice is real.
    package var raisedBy = PersonID.none
    /// When a practice became real.
    package var turnedActualAt: Instant?
    /// Open or closed.
    package var phase = IncidentPhase.open
    /// Actions in force or ended, each where it was set.
    package var actions = Table<PlacedAction>()
    /// The press that began it, or that made a practice real.
    package var begin = CommandID.none
    /// What was pressed, oldest first: each has a way back.
    package var presses: [Press] = []
    /// How the actions came about since ``settled``, so that one press can be taken out of them.
    var steps: [ActionStep] = []
    /// The actions before the steps, which nobody can take back any more.
    var settled = Table<PlacedAction>()
    /// Since when something holds again because a press was taken back: what was pressed before meant another state.
    var anewAt: Instant?
    /// Rooms recorded as cleared by whoever opened them.
    package var cleared = Table<ClearedRoom>()
    /// People other than the raiser who raised the same.
    package var confirmedBy: [PersonID] = []
    /// Claims that a press was a mistake, one for each press, and what became of them.
    package var mistakes: [MistakeClaim] = []
    /// When somebody confirmed that the announcement was heard; `nil` until then.
    package var audibleAt: Instant?
    /// When it was opened again last; `nil` where it never was closed.
    var reopenedAt: Instant?
    /// When an announcement was heard last, whatever was announced: who had something to say by then has said it.
    package var heardAt: Instant?
    /// Since when 911 has been on the line; `nil` when nobody has said so.
    package var call911: Call911?
    /// Which agency commands the scene.
    package var scene: SceneCommand?
    /// What others reported of that and nobody has settled.
    package var otherScenes: [SceneCommand] = []
    /// Who coordinates the school's side.
    package var coordination = Coordination()
    /// The accounting of rooms.
    package var rollCall = RollCall()
    /// The notes written so far, without their texts.
    package var notes = Table<NoteRow>()
    /// The courses of action, whose steps are tasks of positions.
    package var courses = IncidentCourses()

    /// That the coordinator wrote objectives for it; without, the plan's stand.
    package var objectives: OwnObjectives?
    /// What was asked for, is on its way or is here.
    package var resources = Table<Resource>()

    /// What the row is found and sorted by.
    package var key: IncidentID { id }

    /// A blank incident, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("kind", &kind)
        visitor.field("level", &level)
        visitor.field("raisedLevel", &raisedLevel)
        visitor.field("hazard", &hazard)
        visitor.field("places", &places)
        visitor.field("raisedAt", &raisedAt)
        visitor.field("raisedBy", &raisedBy)
        visitor.field("turnedActualAt", &turnedActualAt)
        visitor.field("phase", &phase)
        visitor.field("actions", &actions)
        visitor.field("begin", &begin)
        visitor.field("presses", &presses)
        visitor.field("steps", &steps)
        visitor.field("settled", &settled)
        visitor.field("anewAt", &anewAt)
        visitor.field("cleared", &cleared)
        visitor.field("confirmedBy", &confirmedBy)
        visitor.field("mistakes", &mistakes)
        visitor.field("audibleAt", &audibleAt)
        visitor.field("heardAt", &heardAt)
        visitor.field("reopenedAt", &reopenedAt)
        visitor.field("call911", &call911)
        visitor.field("scene", &scene)
        visitor.field("coordination", &coordination)
        visitor.field("rollCall", &rollCall)
        visitor.field("notes", &notes)
        visitor.field("courses", &courses, default: IncidentCourses())
        visitor.field("objectives", &objectives)
        visitor.field("resources", &resources, default: Table())
        visitor.field("otherScenes", &otherScenes, default: [])
    }
}

/// Open or closed, and then by whom and why.
package enum IncidentPhase: WireUnion, Equatable, Sendable {
    case open
    case closed(at: Instant, by: PersonID, reason: CloseReason)

    /// The frozen names of the phases.
    package enum Case: String, WireName { case open, closed }

    /// The frozen name of the case.
    package var wireCase: Case {
        switch self {
        case .open: .open
        case .closed: .closed
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ wireCase: Case) -> IncidentPhase {
        switch wireCase {
        case .open: .open
        case .closed: .closed(at: .zero, by: .none, reason: .over)
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        guard case .closed(var at, var by, var reason) = self else { return }
        visitor.field("at", &at)
        visitor.field("by", &by)
        visitor.field("reason", &reason)
        self = .closed(at: at, by: by, reason: reason)
    }
}

extension Incident {
    /// Whether it is still going on.
    package var isOpen: Bool { phase == .open }

    /// When it was closed; the first moment of 1970 while it is open.
    var closedAt: Instant {
        if case .closed(let at, _, _) = phase { at } else { .zero }
    }

    /// The action that a place is under: the one set nearest above it that has not ended.
    package func action(at place: PlaceID, in tree: Table<PlaceFact>) -> PlacedAction? {
        actions.action(at: place, in: tree)
    }

    /// Whether a place is in Lockdown and has not been cleared.
    package func isLockedDown(_ place: PlaceID, in tree: Table<PlaceFact>) -> Bool {
        cleared[place] == nil && action(at: place, in: tree)?.action == .lockdown
    }

    /// When it became what it is: real where it was practice before.
    package var since: Instant { turnedActualAt ?? raisedAt }

    /// Since when an action is in force as what it is now: none was real before the incident was.
    package func since(_ placed: PlacedAction) -> Instant { max(placed.setAt, since) }

    /// Whether it is a practice, or was one before it became real.
    package var wasPractice: Bool { kind.isPractice || turnedActualAt != nil }

    /// Whether something was seen in the practice that has become real since: there it was played.
    package func isOfPractice(_ source: Source) -> Bool {
        turnedActualAt.map { source.observedAt < $0 } ?? false
    }

    /// Whether any place is in Lockdown.
    package var hasLockdown: Bool {
        actions.rows.contains { $0.isInForce && $0.action == .lockdown }
    }

    /// Whether any action is in force.
    package var hasActionInForce: Bool {
        actions.rows.contains { $0.isInForce }
    }
}
