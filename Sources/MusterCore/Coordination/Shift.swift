/// A planned relief: who is to take a position over, and from when.
///
/// It never empties the position: whoever holds it does so until somebody has accepted.
package struct Shift: WireValue, Keyed, Equatable, Sendable {
    /// Which position.
    package var position = Position.schoolCoordinator
    /// Who is to take it over.
    package var person = PersonID.none
    /// From when.
    package var from = Instant.zero
    /// Names the deadline; the command that reports its expiry has the same id.
    package var deadline = DeadlineID.none

    /// What the row is found and sorted by.
    package var key: Position { position }

    /// A blank shift, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("position", &position)
        visitor.field("person", &person)
        visitor.field("from", &from)
        visitor.field("deadline", &deadline)
    }
}

extension SiteState {
    /// A relief is planned, in the place of the one that was planned before for that position.
    mutating func plan(
        _ person: PersonID, for position: Position, from moment: Instant, in id: IncidentID, _ record: Record
    ) {
        var shift = Shift()
        shift.position = position
        shift.person = person
        shift.from = moment
        shift.deadline = DeadlineID("r", record.position)
        incidents.update(id) { $0.coordination.shifts.put(shift) }
    }
}
