/// What a raise says: the content of the command and of the event alike.
package struct Raise: WireValue, Equatable, Sendable {
    /// Real or practice.
    package var kind = IncidentKind.actual
    /// How far it reaches.
    package var level = IncidentLevel.protective
    /// The protective action, where the level is protective.
    package var action: ProtectiveAction?
    /// What the danger is; an alarm never waits for it.
    package var hazard: Hazard?
    /// Where; the whole site by default.
    package var places: [PlaceID] = []
    /// Who saw it, when, and how the raise came in.
    package var source = Source()

    /// A blank raise, to be filled by the codec.
    package init() {}

    /// A raise for some places.
    package init(
        _ action: ProtectiveAction?, at places: [PlaceID], kind: IncidentKind = .actual,
        level: IncidentLevel = .protective, hazard: Hazard? = nil, source: Source
    ) {
        self.kind = kind
        self.level = level
        self.action = action
        self.hazard = hazard
        self.places = places
        self.source = source
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("kind", &kind)
        visitor.field("level", &level)
        visitor.field("action", &action)
        visitor.field("hazard", &hazard)
        visitor.field("places", &places)
        visitor.field("source", &source)
    }

    /// Whether another one would raise the same at the same places.
    func isSame(as other: Raise) -> Bool {
        kind == other.kind && level == other.level && action == other.action && places == other.places
    }
}

/// A raise that arrived too late to be an alarm: a report that somebody must judge.
package struct LateRaise: WireValue, Keyed, Equatable, Sendable {
    /// Names the report.
    package var id = ReportID.none
    /// What it would have raised.
    package var raise = Raise()
    /// Who sent it.
    package var by = PersonID.none
    /// When it arrived.
    package var receivedAt = Instant.zero

    /// How many reports of one person wait to be judged: every one stays in the log, and the newest are shown.
    static let mostOfOne = 4

    /// What the row is found and sorted by.
    package var key: ReportID { id }

    /// A blank report, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("raise", &raise)
        visitor.field("by", &by)
        visitor.field("receivedAt", &receivedAt)
    }
}
