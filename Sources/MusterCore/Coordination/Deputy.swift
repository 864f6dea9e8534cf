/// Who takes a position over first: named by the coordinator, or by whoever holds the position.
///
/// A fact of the incident and no offer: a deputy is asked before the position's line when a successor is needed.
package struct Deputy: WireValue, Keyed, Equatable, Sendable {
    /// Of which position.
    package var position = Position.schoolCoordinator
    /// Who.
    package var person = PersonID.none
    /// Since when.
    package var since = Instant.zero

    /// What the row is found and sorted by.
    package var key: Position { position }

    /// A blank deputy, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("position", &position)
        visitor.field("person", &person)
        visitor.field("since", &since)
    }
}

extension SiteState {
    /// Somebody is deputy of a position from now on, in the place of whoever was before; or nobody is.
    mutating func name(_ person: PersonID?, deputyOf position: Position, in id: IncidentID, _ record: Record)
    {
        incidents.update(id) { incident in
            guard let person else { return incident.coordination.deputies.remove(position) }
            var deputy = Deputy()
            deputy.position = position
            deputy.person = person
            deputy.since = record.at
            incident.coordination.deputies.put(deputy)
        }
    }

    /// Whoever is hands-on or not available takes nothing over: they are deputy no more and asked no more, and what they
    /// hold needs a successor.
    mutating func needSuccessors(of person: PersonID, _ record: Record) {
        incidents.updateAll { incident in
            incident.coordination.deputies.removeAll { $0.person == person }
            guard incident.isOpen else { return }
            incident.coordination.asked.removeAll { $0 == person }
            incident.coordination.others.updateAll { holding in
                holding.stopAsking(person)
                guard holding.holder == person, holding.handsBusySince == nil else { return }
                holding.handsBusySince = record.at
            }
        }
    }
}

extension Coordination {
    /// Who is deputy of a position.
    package func deputy(of position: Position) -> PersonID? { deputies[position]?.person }

    /// Whoever takes a position is its deputy no more and needs no relief planned for it; in a large school a deputy has
    /// no other position either.
    mutating func settleSuccession(of position: Position, by person: PersonID, isSmallSchool: Bool) {
        deputies.removeAll { $0.person == person && ($0.position == position || !isSmallSchool) }
        if shifts[position]?.person == person { shifts.remove(position) }
        // In a large school whoever takes a position is asked for no other one.
        guard !isSmallSchool else { return }
        others.updateAll { if $0.position != position { $0.stopAsking(person) } }
    }
}
