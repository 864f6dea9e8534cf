/// A protective action at the place where it was set; places inside it share it unless they have their own.
package struct PlacedAction: WireValue, Keyed, Equatable, Sendable {
    /// Where it was set.
    package var place = PlaceID.none
    /// What people there do.
    package var action = ProtectiveAction.hold
    /// Against what, where somebody said so; for Shelter it names the strategy.
    package var hazard: Hazard?
    /// Since when it has been in force here.
    package var setAt = Instant.zero
    /// When it was set again while it stood; `nil` where it was set once.
    package var restatedAt: Instant?
    /// Who set it.
    package var setBy = PersonID.none
    /// How it ended; `nil` while it is in force.
    package var ended: EndedAction?
    /// Whether what holds around had ended here when it was set: with its own end nothing holds here.
    var isCutOut = false

    /// What the row is found and sorted by.
    package var key: PlaceID { place }

    /// When somebody said it last: what was pressed before that did not know of it.
    package var saidAt: Instant { restatedAt ?? setAt }

    /// Whether it has not ended.
    package var isInForce: Bool { ended == nil }

    /// A blank action, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("place", &place)
        visitor.field("action", &action)
        visitor.field("hazard", &hazard)
        visitor.field("setAt", &setAt)
        visitor.field("setBy", &setBy)
        visitor.field("ended", &ended)
        visitor.field("restatedAt", &restatedAt)
        visitor.field("isCutOut", &isCutOut, default: false)
    }
}

extension EndMethod {
    /// Whether this end of what holds at a place ends an action inside it too.
    ///
    /// An end ends what it is the end of: another action that somebody set inside goes on until it is ended itself, and
    /// the coordinator's own end is never that of a Lockdown, which has its ways in the plan.
    func ends(_ inside: PlacedAction, beside here: PlacedAction?) -> Bool {
        switch self {
        case .cancelled, .mistake: true
        case .coordinator:
            inside.action != .lockdown && (here.map { inside.isAlike($0.action, $0.hazard) } ?? true)
        case .inPerson, .announcementAndKey, .agency: here?.action != .lockdown || inside.action == .lockdown
        }
    }
}

extension PlacedAction {
    /// Whether people do the same: Shelter from another hazard is another action.
    func isAlike(_ other: ProtectiveAction, _ otherHazard: Hazard?) -> Bool {
        action == other && !action.tellsApart(hazard, otherHazard)
    }

    /// Whether it says already what somebody raises: Shelter from a danger that is not named is no other one.
    package func says(_ other: ProtectiveAction, _ otherHazard: Hazard?) -> Bool {
        isAlike(other, otherHazard) || (action == other && otherHazard == nil)
    }

    /// Whether it is the same action, set at the same place.
    package func isSame(as other: PlacedAction) -> Bool {
        place == other.place && isAlike(other.action, other.hazard)
    }

    /// Whether another one says more: it is stronger, or as strong and set later.
    package static func isWeaker(_ one: PlacedAction, _ other: PlacedAction) -> Bool {
        (one.action.strength, one.setAt) < (other.action.strength, other.setAt)
    }
}

/// When, by whom and how an action ended.
package struct EndedAction: WireValue, Equatable, Sendable {
    /// When.
    package var at = Instant.zero
    /// By whom.
    package var by = PersonID.none
    /// In which way.
    package var method = EndMethod.coordinator

    /// A blank end, to be filled by the codec.
    package init() {}

    /// An end by somebody.
    init(at moment: Instant, by person: PersonID, _ method: EndMethod) {
        at = moment
        by = person
        self.method = method
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("at", &at)
        visitor.field("by", &by)
        visitor.field("method", &method)
    }
}

/// A room that somebody opened and found to be clear.
package struct ClearedRoom: WireValue, Keyed, Equatable, Sendable {
    /// The room.
    package var room = PlaceID.none
    /// Who entered it.
    package var by = PersonID.none
    /// Who opened it and when, as the entry says.
    package var source = Source()

    /// What the row is found and sorted by.
    package var key: PlaceID { room }

    /// A blank row, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("room", &room)
        visitor.field("by", &by)
        visitor.field("source", &source)
    }
}

/// A claim that a press was a mistake.
package struct MistakeClaim: WireValue, Equatable, Sendable {
    /// Which press.
    package var press = CommandID.none
    /// Whose press it is: that person is called back.
    package var whose = PersonID.none
    /// By whom it is said.
    package var by = PersonID.none
    /// When.
    package var at = Instant.zero
    /// What the call back found; `nil` until somebody has called.
    package var outcome: CallBackOutcome?

    /// A blank claim, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("press", &press)
        visitor.field("whose", &whose)
        visitor.field("by", &by)
        visitor.field("at", &at)
        visitor.field("outcome", &outcome)
    }

    /// Whether somebody may see what the call back found.
    ///
    /// The duress word is never shown to whoever said it: there may be somebody beside them.
    package func shows(_ outcome: CallBackOutcome, to viewer: PersonID) -> Bool {
        outcome != .duress || (viewer != whose && viewer != by)
    }

    /// Whether it may be claimed once more: the call back found nothing.
    var mayBeSaidAgain: Bool { outcome == .notConfirmed }
}

/// Since when 911 has been on the line, as somebody reported.
package struct Call911: WireValue, Equatable, Sendable {
    /// Who entered it.
    package var by = PersonID.none
    /// Since when the call has been up.
    package var since = Instant.zero
    /// When the call ended, once somebody said so.
    package var endedAt: Instant?

    /// A blank call, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("by", &by)
        visitor.field("since", &since)
        visitor.field("endedAt", &endedAt)
    }
}
