/// One fact of a site's duty data: who is when where, and when people are on the site.
///
/// Duty data lies in the directory, which can forget, and names people by ids. Working hours are on the wall clock of
/// the site; whatever has a date of its own is kept as moments.
package enum DutyEntry: WireUnion, Equatable, Sendable {
    case calendar(CalendarSpan)
    case opening(Opening)
    case event(SiteEvent)
    case hours(WorkingHours)
    case outside(OutsideDuty)
    case absence(Absence)
    case presence(PresenceMark)
    case substitute(Substitute)
    case qualification(Qualification)
    case requirement(Requirement)
    case responder(ExpectedResponder)

    /// The frozen name of the case.
    package var wireCase: DutyKind {
        switch self {
        case .calendar: .calendar
        case .opening: .opening
        case .event: .event
        case .hours: .hours
        case .outside: .outside
        case .absence: .absence
        case .presence: .presence
        case .substitute: .substitute
        case .qualification: .qualification
        case .requirement: .requirement
        case .responder: .responder
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ kind: DutyKind) -> DutyEntry {
        switch kind {
        case .calendar: .calendar(CalendarSpan())
        case .opening: .opening(Opening())
        case .event: .event(SiteEvent())
        case .hours: .hours(WorkingHours())
        case .outside: .outside(OutsideDuty())
        case .absence: .absence(Absence())
        case .presence: .presence(PresenceMark())
        case .substitute: .substitute(Substitute())
        case .qualification: .qualification(Qualification())
        case .requirement: .requirement(Requirement())
        case .responder: .responder(ExpectedResponder())
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .calendar(var value):
            value.visit(&visitor)
            self = .calendar(value)
        case .opening(var value):
            value.visit(&visitor)
            self = .opening(value)
        case .event(var value):
            value.visit(&visitor)
            self = .event(value)
        case .hours(var value):
            value.visit(&visitor)
            self = .hours(value)
        case .outside(var value):
            value.visit(&visitor)
            self = .outside(value)
        case .absence(var value):
            value.visit(&visitor)
            self = .absence(value)
        default: visitPeople(&visitor)
        }
    }

    private mutating func visitPeople<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .presence(var value):
            value.visit(&visitor)
            self = .presence(value)
        case .substitute(var value):
            value.visit(&visitor)
            self = .substitute(value)
        case .qualification(var value):
            value.visit(&visitor)
            self = .qualification(value)
        case .requirement(var value):
            value.visit(&visitor)
            self = .requirement(value)
        case .responder(var value):
            value.visit(&visitor)
            self = .responder(value)
        default: preconditionFailure("visited before")
        }
    }

    /// Everybody whom it names; what names somebody who has left is forgotten with that person.
    package var people: [PersonID] {
        switch self {
        case .calendar, .opening, .requirement: []
        case .event(let event): event.people
        case .hours(let hours): [hours.person]
        case .outside(let duty): [duty.person]
        case .absence(let absence): [absence.person]
        case .presence(let mark): [mark.person]
        case .substitute(let substitute): [substitute.absent, substitute.substitute]
        case .qualification(let qualification): [qualification.person]
        case .responder(let responder): [responder.person]
        }
    }
}

/// The sorts of duty data.
package enum DutyKind: String, WireName {
    case calendar, opening, event, hours, outside, absence, presence, substitute
    case qualification, requirement, responder
}

/// An entry with the id by which it is changed and taken away.
package struct DutyRow: WireValue, Keyed, Equatable, Sendable {
    /// Names the entry.
    package var id = DutyID.none
    /// What it says.
    package var entry = DutyEntry.requirement(Requirement())
    /// Where it came from: `page`, or the name of what was imported; an import replaces its own rows only.
    package var origin = ""

    /// What the row is found and sorted by.
    package var key: DutyID { id }

    /// A blank row, to be filled by the codec.
    package init() {}

    /// An entry with its id and origin.
    package init(_ id: DutyID, _ entry: DutyEntry, origin: String) {
        self.id = id
        self.entry = entry
        self.origin = origin
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("entry", &entry)
        visitor.field("origin", &origin)
    }
}
