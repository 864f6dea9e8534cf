/// What a site's published plan lays down for incidents: data, never code.
///
/// The plan is part of the log, so that an incident keeps the rules it started with wherever it is folded.
package struct SitePlan: WireValue, Equatable, Sendable {
    /// Counts up with each publication, from 1; 0 before the first.
    package var version: Int64 = 0
    /// One person may hold several coordination positions, and backups may be off site.
    package var smallSchool = false
    /// Who may become school coordinator, in order.
    package var line: [LineMember] = []
    /// Who may hold each of the other positions, in order.
    package var lines = Table<PositionLine>()
    /// What is to be done when something comes to pass.
    package var courses = Table<Course>()
    /// What must be so while something goes on, by annex.
    package var objectives = Table<AnnexObjectives>()
    /// Who is seated as caretaker when nobody takes the position.
    package var outsideDuty: PersonID?
    /// The plan's spans of time.
    package var timings = Timings()
    /// Who may do what; an act that is not listed follows ``Right/defaults``.
    package var rights: [Right] = []
    /// How a Lockdown may end here.
    package var lockdownEnds: [EndMethod] = [.inPerson, .announcementAndKey, .agency]
    /// What the school coordinator becomes while an agency commands the scene.
    package var underAgency = AgencyRelation.liaison
    /// Whether outside agencies see drills and exercises here; without it no drill leaves the school.
    package var agenciesInDrills = false
    /// The words of the site where they differ from Muster's own.
    package var wording: [Wording] = []
    /// The number of the plan document whose courses and settings these are; 0 before one was published.
    package var document: Int64 = 0
    /// The number by which people know the plan: that of its document, where it has one.
    package var number: Int64 { document == 0 ? version : document }
    /// The digest of that document, so that log and document can be held against each other.
    package var documentDigest = ""

    /// A plan with Muster's defaults and nobody on the line.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("version", &version)
        visitor.field("smallSchool", &smallSchool)
        visitor.field("line", &line)
        visitor.field("outsideDuty", &outsideDuty)
        visitor.field("timings", &timings)
        visitor.field("rights", &rights)
        visitor.field("lockdownEnds", &lockdownEnds)
        visitor.field("underAgency", &underAgency)
        visitor.field("wording", &wording)
        visitor.field("agenciesInDrills", &agenciesInDrills, default: false)
        visitor.field("lines", &lines, default: Table())
        visitor.field("courses", &courses, default: Table())
        visitor.field("document", &document, default: 0)
        visitor.field("documentDigest", &documentDigest, default: "")
        visitor.field("objectives", &objectives, default: Table())
    }
}

/// A person who may become school coordinator.
package struct LineMember: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// Whether the person is usually on the site; somebody off site is outside the danger.
    package var onSite = true

    /// A blank member, to be filled by the codec.
    package init() {}

    /// A member of the line.
    package init(_ person: PersonID, onSite: Bool) {
        self.person = person
        self.onSite = onSite
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("onSite", &onSite)
    }
}

/// Who may hold a position, in order: a primary and backups (field practice asks for at least two of them).
package struct PositionLine: WireValue, Keyed, Equatable, Sendable {
    /// Which position; the school coordinator's line is ``SitePlan/line``.
    package var position = Position.liaison
    /// The primary first, then the backups.
    package var members: [LineMember] = []

    /// What the row is found and sorted by.
    package var key: Position { position }

    /// A blank line, to be filled by the codec.
    package init() {}

    /// The line of a position.
    package init(_ position: Position, _ members: [LineMember]) {
        self.position = position
        self.members = members
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("position", &position)
        visitor.field("members", &members)
    }
}

extension SitePlan {
    /// Who may hold a position, in order.
    package func members(for position: Position) -> [LineMember] {
        position == .schoolCoordinator ? line : lines[position]?.members ?? []
    }

    /// A person who may hold some position, as the plan has them; the coordinator's line says it first.
    package func member(_ person: PersonID) -> LineMember? {
        if let member = line.first(where: { $0.person == person }) { return member }
        for line in lines.rows {
            if let member = line.members.first(where: { $0.person == person }) { return member }
        }
        return nil
    }

    /// Every line that has somebody, that of the school coordinator first.
    package var everyLine: [PositionLine] {
        (line.isEmpty ? [] : [PositionLine(.schoolCoordinator, line)]) + lines.rows
    }
}

/// The spans of time that the rules use.
package struct Timings: WireValue, Equatable, Sendable {
    /// In Lockdown the outside duty person is seated this long after the line was asked.
    package var caretakerAfter = TimeSpan.seconds(20)
    /// In slower incidents the next person is asked this long after the one before.
    package var askNextAfter = TimeSpan.seconds(60)
    /// Without an act, prompt, call or radio report for this long, takeover is offered to the line.
    package var silentAfter = TimeSpan.minutes(5)
    /// The raiser may cancel within this span.
    package var cancelWithin = TimeSpan.seconds(5)
    /// A raise that is older when it arrives is an unconfirmed report.
    package var raiseStaleAfter = TimeSpan.seconds(120)
    /// A closed incident may be opened again within this span.
    package var reopenWithin = TimeSpan.minutes(60)
    /// Whoever has held a position for this long should be relieved.
    package var reliefAfter = TimeSpan.minutes(120)

    /// Muster's defaults.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("caretakerAfter", &caretakerAfter)
        visitor.field("askNextAfter", &askNextAfter)
        visitor.field("silentAfter", &silentAfter)
        visitor.field("cancelWithin", &cancelWithin)
        visitor.field("raiseStaleAfter", &raiseStaleAfter)
        visitor.field("reopenWithin", &reopenWithin)
        visitor.field("reliefAfter", &reliefAfter, default: .minutes(120))
    }
}

/// What the school coordinator is called while an agency commands the scene.
package enum AgencyRelation: String, WireName {
    case deputy, liaison, representative
}

/// The words for one protective action at this site.
package struct Wording: WireValue, Equatable, Sendable {
    /// The action the words are for.
    package var action = ProtectiveAction.hold
    /// What is said over the public address system.
    package var announcement = ""
    /// What a member of staff does, in short lines.
    package var steps: [String] = []

    /// A blank wording, to be filled by the codec.
    package init() {}

    /// The words of a site for one action.
    package init(_ action: ProtectiveAction, announcement: String, steps: [String]) {
        self.action = action
        self.announcement = announcement
        self.steps = steps
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("action", &action)
        visitor.field("announcement", &announcement)
        visitor.field("steps", &steps)
    }
}
