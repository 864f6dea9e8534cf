/// What happens to the accounting of rooms.
package enum RollCallEvent: Equatable, Sendable {
    /// Somebody said how a room is. Reporter and moment of receipt are the record's own.
    case roomReported(IncidentID, room: PlaceID, report: RoomClaim)
    /// Of differing reports, this one stands.
    case roomSettled(IncidentID, room: PlaceID, report: ReportID)

    /// The frozen name that the event is stored under.
    package var name: EventName {
        switch self {
        case .roomReported: .roomReported
        case .roomSettled: .roomSettled
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: EventName) -> RollCallEvent? {
        switch name {
        case .roomReported: .roomReported(.none, room: .none, report: RoomClaim())
        case .roomSettled: .roomSettled(.none, room: .none, report: .none)
        default: nil
        }
    }

    /// The incident that the event belongs to.
    package var incident: IncidentID {
        switch self {
        case .roomReported(let id, _, _), .roomSettled(let id, _, _): id
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .roomReported(var id, var room, var report):
            visitor.field("incident", &id)
            visitor.field("room", &room)
            report.visit(&visitor)
            self = .roomReported(id, room: room, report: report)
        case .roomSettled(var id, var room, var report):
            visitor.field("incident", &id)
            visitor.field("room", &room)
            visitor.field("report", &report)
            self = .roomSettled(id, room: room, report: report)
        }
    }
}

/// What somebody says of a room: the content of the command and of the event alike.
package struct RoomClaim: WireValue, Equatable, Sendable {
    /// What is known of the room.
    package var status = RoomStatus.heardFrom
    /// How many who are expected are not there.
    package var missing: Int32 = 0
    /// How many are there who are expected elsewhere.
    package var extra: Int32 = 0
    /// How many are hurt.
    package var injured: Int32 = 0
    /// Who said it, and when it was seen.
    package var source = Source()

    /// A blank claim, to be filled by the codec.
    package init() {}

    /// What somebody says of a room.
    package init(
        _ status: RoomStatus, missing: Int32 = 0, extra: Int32 = 0, injured: Int32 = 0, source: Source
    ) {
        self.status = status
        self.missing = missing
        self.extra = extra
        self.injured = injured
        self.source = source
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("status", &status)
        visitor.field("missing", &missing)
        visitor.field("extra", &extra)
        visitor.field("injured", &injured)
        visitor.field("source", &source)
    }
}
