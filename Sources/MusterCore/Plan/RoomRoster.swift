/// Who is expected in a room when an incident is raised, by ids only.
package struct RoomRoster: WireValue, Keyed, Equatable, Sendable {
    /// The room.
    package var room = PlaceID.none
    /// Whose room it is.
    package var tenant: TenantID?
    /// How many students are expected.
    package var expected: Int32 = 0
    /// The staff who answer for the room.
    package var staff: [PersonID] = []

    /// What the row is found and sorted by.
    package var key: PlaceID { room }

    /// A blank roster, to be filled by the codec.
    package init() {}

    /// A room with its expected count and the staff who answer for it.
    package init(_ room: PlaceID, tenant: TenantID? = nil, expected: Int32 = 0, staff: [PersonID] = []) {
        self.room = room
        self.tenant = tenant
        self.expected = expected
        self.staff = staff
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("room", &room)
        visitor.field("tenant", &tenant)
        visitor.field("expected", &expected)
        visitor.field("staff", &staff)
    }
}
