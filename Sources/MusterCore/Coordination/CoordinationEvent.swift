/// What happens to who coordinates.
package enum CoordinationEvent: Equatable, Sendable {
    case availabilitySet(PersonID, available: Bool)
    /// Who was on duty when the incident began.
    case dutyTaken(IncidentID, TakenDuty)
    /// These people are asked to become school coordinator; by `due` the ladder takes its next step.
    case coordinatorAsked(IncidentID, persons: [PersonID], step: LadderStep, due: Instant)
    /// One person is asked to take another position; `ofLine` where it is the next of the position's line.
    case positionOffered(IncidentID, Position, to: PersonID, ofLine: Bool = false)
    case offerDeclined(IncidentID, Position)
    /// Whoever was asked to take another position gave no answer for the plan's time.
    case offerUnanswered(IncidentID, Position, by: PersonID)
    /// Somebody takes the position over first when that is needed; or nobody does any more.
    case deputyNamed(IncidentID, Position, person: PersonID?)
    /// Somebody is to relieve the holder of the position from then on.
    case shiftPlanned(IncidentID, Position, PersonID, from: Instant)
    case shiftCancelled(IncidentID, Position)
    /// The time of a planned relief has come: who takes over is asked next.
    case shiftBegan(IncidentID, Position, PersonID)
    /// Somebody holds the position from now on: the announcement.
    case positionTaken(IncidentID, Position, by: PersonID, caretaker: Bool)
    case handoverStarted(IncidentID, from: PersonID, to: PersonID?, cause: HandoverCause)
    /// The new holder read back the three facts.
    case briefingReadBack(IncidentID)
    /// The holder has given no sign for the plan's time, or their command post is silent; the line may take over.
    case takeoverOffered(IncidentID, persons: [PersonID], ofPost: Bool = false)
    /// A declared command post has not been heard since then, or gives signs again.
    case commandPostReported(IncidentID, PersonID, silentSince: Instant?)
    /// Somebody is hands-on.
    case respondingReported(PersonID, source: Source, text: String?)
    case respondingEnded(PersonID, source: Source)
    /// Somebody said to be the only adult where he is: told on the timeline only.
    ///
    /// Who is shown as alone follows from the line and who is hands-on (``SiteState/isLoneAdult(_:in:)``), so that it is
    /// right without anybody saying so; no page asks for it, and logs and devices that have it are read for ever.
    case aloneReported(IncidentID, PersonID, source: Source)
    /// Whoever says it is on the site, or has left it.
    case presenceReported(IncidentID, onSite: Bool, source: Source)
    /// An agency commands the scene; `beside` where another one is on record and the report is not of whoever settles it.
    case sceneCommandRecorded(
        IncidentID, Agency, unified: Bool, since: Instant, source: Source, text: String?, beside: Bool = false
    )
    /// No agency commands the scene: what was recorded was a mistake.
    case sceneCommandWithdrawn(IncidentID)
    /// A late act of a replaced holder, kept for the present one; logs of version 1 hold its name only.
    case suggestionKept(IncidentID, CommandName, act: Command?, text: String?)
}

extension CoordinationEvent {
    /// The frozen name that the event is stored under.
    package var name: EventName {
        switch self {
        case .availabilitySet: .availabilitySet
        case .dutyTaken: .dutyTaken
        case .coordinatorAsked: .coordinatorAsked
        case .positionOffered: .positionOffered
        case .offerDeclined: .offerDeclined
        case .offerUnanswered: .offerUnanswered
        case .deputyNamed: .deputyNamed
        case .shiftPlanned: .shiftPlanned
        case .shiftCancelled: .shiftCancelled
        case .shiftBegan: .shiftBegan
        case .positionTaken: .positionTaken
        case .handoverStarted: .handoverStarted
        case .briefingReadBack: .briefingReadBack
        case .takeoverOffered: .takeoverOffered
        case .commandPostReported: .commandPostReported
        case .respondingReported: .respondingReported
        case .respondingEnded: .respondingEnded
        case .aloneReported: .aloneReported
        case .presenceReported: .presenceReported
        case .sceneCommandRecorded: .sceneCommandRecorded
        case .sceneCommandWithdrawn: .sceneCommandWithdrawn
        case .suggestionKept: .suggestionKept
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: EventName) -> CoordinationEvent? {
        switch name {
        case .availabilitySet: .availabilitySet(.none, available: true)
        case .dutyTaken: .dutyTaken(.none, TakenDuty())
        case .coordinatorAsked: .coordinatorAsked(.none, persons: [], step: .askNext, due: .zero)
        case .positionOffered: .positionOffered(.none, .liaison, to: .none)
        case .offerDeclined: .offerDeclined(.none, .schoolCoordinator)
        case .offerUnanswered: .offerUnanswered(.none, .liaison, by: .none)
        case .deputyNamed: .deputyNamed(.none, .schoolCoordinator, person: nil)
        case .shiftPlanned: .shiftPlanned(.none, .schoolCoordinator, .none, from: .zero)
        case .shiftCancelled: .shiftCancelled(.none, .schoolCoordinator)
        case .shiftBegan: .shiftBegan(.none, .schoolCoordinator, .none)
        case .positionTaken: .positionTaken(.none, .schoolCoordinator, by: .none, caretaker: false)
        case .handoverStarted: .handoverStarted(.none, from: .none, to: nil, cause: .request)
        case .briefingReadBack: .briefingReadBack(.none)
        case .takeoverOffered: .takeoverOffered(.none, persons: [])
        case .commandPostReported: .commandPostReported(.none, .none, silentSince: nil)
        case .respondingReported: .respondingReported(.none, source: Source(), text: nil)
        case .respondingEnded: .respondingEnded(.none, source: Source())
        case .aloneReported: .aloneReported(.none, .none, source: Source())
        case .presenceReported: .presenceReported(.none, onSite: true, source: Source())
        case .sceneCommandRecorded:
            .sceneCommandRecorded(.none, .police, unified: false, since: .zero, source: Source(), text: nil)
        case .sceneCommandWithdrawn: .sceneCommandWithdrawn(.none)
        case .suggestionKept: .suggestionKept(.none, .closeIncident, act: nil, text: nil)
        default: nil
        }
    }

    /// The incident that the event belongs to, where it belongs to one.
    package var incident: IncidentID? {
        switch self {
        case .availabilitySet, .respondingReported, .respondingEnded: nil
        case .dutyTaken(let id, _), .coordinatorAsked(let id, _, _, _), .positionOffered(let id, _, _, _),
            .offerDeclined(let id, _), .offerUnanswered(let id, _, _), .deputyNamed(let id, _, _),
            .shiftPlanned(let id, _, _, _), .shiftCancelled(let id, _), .shiftBegan(let id, _, _),
            .positionTaken(let id, _, _, _), .handoverStarted(let id, _, _, _), .briefingReadBack(let id),
            .takeoverOffered(let id, _, _), .commandPostReported(let id, _, _), .aloneReported(let id, _, _),
            .sceneCommandRecorded(let id, _, _, _, _, _, _), .sceneCommandWithdrawn(let id),
            .presenceReported(let id, _, _),
            .suggestionKept(let id, _, _, _):
            id
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        guard var id = incident else { return visitSiteWide(&visitor) }
        visitor.field("incident", &id)
        switch self {
        case .coordinatorAsked(_, var persons, var step, var due):
            visitor.field("persons", &persons)
            visitor.field("step", &step)
            visitor.field("due", &due)
            self = .coordinatorAsked(id, persons: persons, step: step, due: due)
        case .positionOffered(_, var position, var person, var ofLine):
            visitor.field("position", &position)
            visitor.field("person", &person)
            visitor.field("ofLine", &ofLine, default: false)
            self = .positionOffered(id, position, to: person, ofLine: ofLine)
        case .offerDeclined(_, var position):
            visitor.field("position", &position)
            self = .offerDeclined(id, position)
        case .positionTaken(_, var position, var person, var caretaker):
            visitor.field("position", &position)
            visitor.field("person", &person)
            visitor.field("caretaker", &caretaker)
            self = .positionTaken(id, position, by: person, caretaker: caretaker)
        case .handoverStarted(_, var from, var to, var cause):
            visitor.field("from", &from)
            visitor.field("to", &to)
            visitor.field("cause", &cause)
            self = .handoverStarted(id, from: from, to: to, cause: cause)
        case .briefingReadBack: self = .briefingReadBack(id)
        case .sceneCommandWithdrawn: self = .sceneCommandWithdrawn(id)
        case .offerUnanswered, .deputyNamed, .shiftPlanned, .shiftCancelled, .shiftBegan:
            visitSuccession(id, &visitor)
        default: visitFacts(id, &visitor)
        }
    }

    private mutating func visitSuccession<V: FieldVisitor>(_ id: IncidentID, _ visitor: inout V) {
        switch self {
        case .offerUnanswered(_, var position, var person):
            visitor.field("position", &position)
            visitor.field("person", &person)
            self = .offerUnanswered(id, position, by: person)
        case .deputyNamed(_, var position, var person):
            visitor.field("position", &position)
            visitor.field("person", &person)
            self = .deputyNamed(id, position, person: person)
        case .shiftPlanned(_, var position, var person, var from):
            visitor.field("position", &position)
            visitor.field("person", &person)
            visitor.field("from", &from)
            self = .shiftPlanned(id, position, person, from: from)
        case .shiftCancelled(_, var position):
            visitor.field("position", &position)
            self = .shiftCancelled(id, position)
        case .shiftBegan(_, var position, var person):
            visitor.field("position", &position)
            visitor.field("person", &person)
            self = .shiftBegan(id, position, person)
        default: preconditionFailure("visited elsewhere")
        }
    }

    private mutating func visitFacts<V: FieldVisitor>(
        _ id: IncidentID, _ visitor: inout V
    ) {
        switch self {
        case .dutyTaken(_, var duty):
            duty.visit(&visitor)
            self = .dutyTaken(id, duty)
        case .takeoverOffered(_, var persons, var ofPost):
            visitor.field("persons", &persons)
            visitor.field("ofPost", &ofPost, default: false)
            self = .takeoverOffered(id, persons: persons, ofPost: ofPost)
        case .commandPostReported(_, var person, var since):
            visitor.field("person", &person)
            visitor.field("silentSince", &since)
            self = .commandPostReported(id, person, silentSince: since)
        case .aloneReported(_, var person, var source):
            visitor.field("person", &person)
            visitor.field("source", &source)
            self = .aloneReported(id, person, source: source)
        case .presenceReported(_, var onSite, var source):
            visitor.field("onSite", &onSite)
            visitor.field("source", &source)
            self = .presenceReported(id, onSite: onSite, source: source)
        case .sceneCommandRecorded(_, var agency, var unified, var since, var source, let text, var beside):
            visitor.field("agency", &agency)
            visitor.field("unified", &unified)
            visitor.field("since", &since)
            visitor.field("source", &source)
            visitor.field("beside", &beside, default: false)
            self = .sceneCommandRecorded(
                id, agency, unified: unified, since: since, source: source, text: text, beside: beside)
        case .suggestionKept(_, var command, var act, let text):
            visitor.field("command", &command)
            visitor.field("act", &act)
            self = .suggestionKept(id, command, act: act, text: text)
        default: preconditionFailure("visited before")
        }
    }

    private mutating func visitSiteWide<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .availabilitySet(var person, var available):
            visitor.field("person", &person)
            visitor.field("available", &available)
            self = .availabilitySet(person, available: available)
        case .respondingReported(var person, var source, let text):
            visitor.field("person", &person)
            visitor.field("source", &source)
            self = .respondingReported(person, source: source, text: text)
        case .respondingEnded(var person, var source):
            visitor.field("person", &person)
            visitor.field("source", &source)
            self = .respondingEnded(person, source: source)
        default: preconditionFailure("belongs to an incident")
        }
    }
}
