/// Whom a copy of the state is for.
package enum Audience: String, WireName {
    /// The command line of the site: everything.
    case command
    /// Staff: the actions, who coordinates, and their own rooms.
    case staff
    /// Responders: the actions, scene command, rooms and their states, without texts.
    case responder
}

/// What a device may hold: an audience, for staff the rooms they answer for, for an agency the incidents.
package struct Slice: WireValue, Equatable, Hashable, Sendable {
    /// Whom it is for.
    package var audience = Audience.staff
    /// The rooms whose reports a staff device may see, sorted.
    package var rooms: [PlaceID] = []
    /// The incidents that it may hold, sorted; `nil` for all of the site.
    package var incidents: [IncidentID]?

    /// A blank slice, to be filled by the codec.
    package init() {}

    /// The slice of an audience.
    package init(_ audience: Audience, rooms: [PlaceID] = [], incidents: [IncidentID]? = nil) {
        self.audience = audience
        self.rooms = rooms.sorted()
        self.incidents = incidents?.sorted()
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("audience", &audience)
        visitor.field("rooms", &rooms)
        visitor.field("incidents", &incidents)
    }

    /// Everything.
    package static let command = Slice(.command)

    /// Whether anything of this incident belongs to the slice.
    package func holds(_ incident: IncidentID) -> Bool { incidents?.contains(incident) ?? true }

    /// Whether the reports of this room belong to the slice.
    package func holds(_ room: PlaceID) -> Bool {
        switch audience {
        case .command, .responder: true
        case .staff: rooms.contains(room)
        }
    }
}
