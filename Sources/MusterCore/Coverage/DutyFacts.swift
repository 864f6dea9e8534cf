/// A time at which people are on the site, so that somebody must be able to coordinate.
package struct Opening: WireValue, Equatable, Sendable {
    /// What it is: school, before-school care, after-school care.
    package var name = ""
    /// When.
    package var when = Recurrence()

    /// A blank opening, to be filled by the codec.
    package init() {}

    /// A time at which people are on the site.
    package init(_ name: String, _ when: Recurrence) {
        self.name = name
        self.when = when
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("name", &name)
        visitor.field("when", &when)
    }
}

/// A game, a concert, a parents' evening: people are on the site at another time than usual.
package struct SiteEvent: WireValue, Equatable, Sendable {
    /// What it is.
    package var name = ""
    /// When.
    package var when = Stretch()
    /// The staff who will be there.
    package var people: [PersonID] = []

    /// A blank event, to be filled by the codec.
    package init() {}

    /// An event with the staff who will be there.
    package init(_ name: String, _ when: Stretch, people: [PersonID] = []) {
        self.name = name
        self.when = when
        self.people = people
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("name", &name)
        visitor.field("when", &when)
        visitor.field("people", &people)
    }
}

/// When a person works on the site, or can be reached away from it.
package struct WorkingHours: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// When.
    package var when = Recurrence()
    /// Whether the person is on the site then; otherwise reachable away from it.
    package var onSite = true

    /// Blank hours, to be filled by the codec.
    package init() {}

    /// The hours of a person.
    package init(_ person: PersonID, _ when: Recurrence, onSite: Bool = true) {
        self.person = person
        self.when = when
        self.onSite = onSite
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("when", &when)
        visitor.field("onSite", &onSite)
    }
}

/// Who is seated as caretaker when nobody takes the position, by the hour.
package struct OutsideDuty: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// When.
    package var when = Recurrence()

    /// A blank duty, to be filled by the codec.
    package init() {}

    /// The outside duty of a person.
    package init(_ person: PersonID, _ when: Recurrence) {
        self.person = person
        self.when = when
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("when", &when)
    }
}

/// A person is away: no reason is asked for, and none is kept.
package struct Absence: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// When.
    package var when = Stretch()

    /// A blank absence, to be filled by the codec.
    package init() {}

    /// The absence of a person.
    package init(_ person: PersonID, _ when: Stretch) {
        self.person = person
        self.when = when
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("when", &when)
    }
}

/// Somebody arrived on the site, or left it.
package struct PresenceMark: WireValue, Keyed, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// When.
    package var at = Instant.zero
    /// Whether the person arrived; otherwise left.
    package var arrived = true

    /// What the row is found and sorted by.
    package var key: PersonID { person }

    /// How long an arrival outside the working hours counts when nobody says that the person left.
    package static let lasts = TimeSpan.minutes(4 * 60)

    /// A blank mark, to be filled by the codec.
    package init() {}

    /// Somebody arrived or left.
    package init(_ person: PersonID, at: Instant, arrived: Bool) {
        self.person = person
        self.at = at
        self.arrived = arrived
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("at", &at)
        visitor.field("arrived", &arrived)
    }
}

/// Somebody works the hours of somebody else on some days, and that person is away.
package struct Substitute: WireValue, Equatable, Sendable {
    /// Who is away.
    package var absent = PersonID.none
    /// Who works instead.
    package var substitute = PersonID.none
    /// The first day.
    package var first = CivilDay.unread
    /// The last day.
    package var last = CivilDay.unread
    /// Whether the substitute also takes the other's place in the lines; a substitute teacher does not.
    package var inLine = false

    /// A blank substitution, to be filled by the codec.
    package init() {}

    /// A substitution on some days.
    package init(
        _ substitute: PersonID, for absent: PersonID, from first: CivilDay, to last: CivilDay, inLine: Bool
    ) {
        self.substitute = substitute
        self.absent = absent
        self.first = first
        self.last = last
        self.inLine = inLine
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("absent", &absent)
        visitor.field("substitute", &substitute)
        visitor.field("first", &first)
        visitor.field("last", &last)
        visitor.field("inLine", &inLine)
    }
}

/// What a person has learned, and until when it holds.
package struct Qualification: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// What: `is-100`, `is-362`, `first-aid`, or a site's own.
    package var name = ""
    /// The last day on which it holds; `nil` for one that does not end.
    package var expires: CivilDay?

    /// A blank qualification, to be filled by the codec.
    package init() {}

    /// A qualification of a person.
    package init(_ person: PersonID, _ name: String, expires: CivilDay? = nil) {
        self.person = person
        self.name = name
        self.expires = expires
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("name", &name)
        visitor.field("expires", &expires)
    }
}

/// What whoever holds a position must have learned here.
package struct Requirement: WireValue, Equatable, Sendable {
    /// Which position.
    package var position = Position.schoolCoordinator
    /// What.
    package var name = ""

    /// A blank requirement, to be filled by the codec.
    package init() {}

    /// A requirement of a position.
    package init(_ position: Position, _ name: String) {
        self.position = position
        self.name = name
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("position", &position)
        visitor.field("name", &name)
    }
}

/// What somebody who is expected to respond is.
package enum ResponderSort: String, WireName {
    case sro, security, nurse, trainedStaff
}

/// Somebody who is expected to respond here, hands-on, and therefore cannot be counted on to coordinate.
package struct ExpectedResponder: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// As what.
    package var sort = ResponderSort.trainedStaff

    /// A blank expectation, to be filled by the codec.
    package init() {}

    /// Somebody who is expected to respond.
    package init(_ person: PersonID, _ sort: ResponderSort) {
        self.person = person
        self.sort = sort
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("sort", &sort)
    }
}
