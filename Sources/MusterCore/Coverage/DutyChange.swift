/// A change of lines or duty data: what would mend a finding, and what a what-if tries out.
package enum DutyChange: WireUnion, Equatable, Sendable {
    /// A person is away for the whole period, from every line and duty.
    case withoutPerson(PersonID)
    /// An event begins at another time, and lasts as long.
    case moveEvent(SiteEvent, to: Instant)
    /// A person is put at the end of a position's line.
    case addToLine(Position, PersonID, onSite: Bool)
    /// A person can be reached away from the site at these times.
    case reachable(PersonID, [Stretch])
    /// A person has outside duty at these times.
    case outsideDuty(PersonID, [Stretch])
    /// A person learns what a position asks for.
    case qualify(PersonID, [String])
    /// Somebody who is not known yet must be found for a position.
    case find(Position)
    /// It is entered when a person works or can be reached.
    case enterHours(PersonID)
    /// A person is at one of the two sites only.
    case oneSite(PersonID)

    /// The frozen name of the case.
    package var wireCase: DutyChangeName {
        switch self {
        case .withoutPerson: .withoutPerson
        case .moveEvent: .moveEvent
        case .addToLine: .addToLine
        case .reachable: .reachable
        case .outsideDuty: .outsideDuty
        case .qualify: .qualify
        case .find: .find
        case .enterHours: .enterHours
        case .oneSite: .oneSite
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: DutyChangeName) -> DutyChange {
        switch name {
        case .withoutPerson: .withoutPerson(.none)
        case .moveEvent: .moveEvent(SiteEvent(), to: .zero)
        case .addToLine: .addToLine(.schoolCoordinator, .none, onSite: true)
        case .reachable: .reachable(.none, [])
        case .outsideDuty: .outsideDuty(.none, [])
        case .qualify: .qualify(.none, [])
        case .find: .find(.schoolCoordinator)
        case .enterHours: .enterHours(.none)
        case .oneSite: .oneSite(.none)
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .withoutPerson(var person):
            visitor.field("person", &person)
            self = .withoutPerson(person)
        case .moveEvent(var event, var to):
            visitor.field("event", &event)
            visitor.field("to", &to)
            self = .moveEvent(event, to: to)
        case .addToLine(var position, var person, var onSite):
            visitor.field("position", &position)
            visitor.field("person", &person)
            visitor.field("onSite", &onSite)
            self = .addToLine(position, person, onSite: onSite)
        case .reachable(var person, var when):
            visitor.field("person", &person)
            visitor.field("when", &when)
            self = .reachable(person, when)
        case .outsideDuty(var person, var when):
            visitor.field("person", &person)
            visitor.field("when", &when)
            self = .outsideDuty(person, when)
        case .qualify(var person, var names):
            visitor.field("person", &person)
            visitor.field("names", &names)
            self = .qualify(person, names)
        case .find(var position):
            visitor.field("position", &position)
            self = .find(position)
        case .enterHours(var person):
            visitor.field("person", &person)
            self = .enterHours(person)
        case .oneSite(var person):
            visitor.field("person", &person)
            self = .oneSite(person)
        }
    }
}

/// The frozen names of changes.
package enum DutyChangeName: String, WireName {
    case withoutPerson, moveEvent, addToLine, reachable, outsideDuty, qualify, find, enterHours, oneSite
}

extension CoverageQuestion {
    /// The question as it would be after several changes, one after the other.
    package func after(_ changes: [DutyChange]) -> CoverageQuestion {
        changes.reduce(self) { $0.after($1) }
    }

    /// The question as it would be after a change; what only asks to look for somebody changes nothing.
    package func after(_ change: DutyChange) -> CoverageQuestion {
        var next = self
        switch change {
        case .withoutPerson(let person):
            next.book.absences.append(Absence(person, period))
            next.book.presences.removeAll { $0.person == person }
        case .moveEvent(let event, let to):
            guard let index = book.events.firstIndex(of: event) else { break }
            next.book.events[index].when = Stretch(from: to, to: to + (event.when.to - event.when.from))
        case .addToLine(let position, let person, let onSite):
            next.plan.add(LineMember(person, onSite: onSite), to: position)
        case .reachable(let person, let when):
            for stretch in when {
                next.book.hours += clock.recurrences(of: stretch).map {
                    WorkingHours(person, $0, onSite: false)
                }
            }
        case .outsideDuty(let person, let when):
            for stretch in when {
                next.book.outside += clock.recurrences(of: stretch).map { OutsideDuty(person, $0) }
            }
        case .qualify(let person, let names):
            next.book.qualifications += names.map { Qualification(person, $0) }
        case .find, .enterHours, .oneSite: break
        }
        return next
    }
}

extension SiteClock {
    /// A stretch of time as stretches of single days.
    package func recurrences(of stretch: Stretch) -> [Recurrence] {
        var found: [Recurrence] = []
        var (day, minute) = shows(stretch.from)
        let end = shows(stretch.to)
        while day < end.day {
            found.append(Recurrence(minute, to: 1440, on: .everyDay, .all, from: day, until: day))
            day = day.advanced(by: 1)
            minute = 0
        }
        if minute < end.minute {
            found.append(Recurrence(minute, to: end.minute, on: .everyDay, .all, from: day, until: day))
        }
        return found
    }
}

extension SitePlan {
    /// Puts somebody at the end of a position's line, once.
    package mutating func add(_ member: LineMember, to position: Position) {
        var members = self.members(for: position)
        guard !members.contains(where: { $0.person == member.person }) else { return }
        members.append(member)
        if position == .schoolCoordinator {
            line = members
        } else {
            lines.put(PositionLine(position, members))
        }
    }
}
