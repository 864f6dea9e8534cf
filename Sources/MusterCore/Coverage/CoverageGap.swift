/// What is wrong with who would coordinate, the gravest first.
package enum CoverageGap: String, WireName {
    /// Nobody who stands in the line is there or can be reached.
    case nobody
    /// Only people who are also expected to respond, such as the School Resource Officer.
    case onlyResponders
    /// Nobody outside the danger: everybody who could coordinate is on the site.
    case nobodyOutside
    /// No outside duty person is named for the hour, so that nobody would be seated as caretaker.
    case noOutsideDuty
    /// Nobody has outside duty by an hour that is entered, and the plan's own person, who would be seated, is away.
    case planAway
    /// One person, and nobody after that one.
    case oneDeep
    /// Nobody has outside duty by an hour that is entered: the plan's own person would be seated, whom nothing says to be
    /// reachable then.
    case planDuty
    /// A position would fall to somebody who already has one; allowed in the small-school profile.
    case fallsToOne
    /// Whoever would take the position has not learned what it asks for here, or no longer holds it.
    case unqualified
    /// Somebody is counted at two sites at once.
    case countedTwice
    /// The plan's courses give steps to a position that has no line, so that nobody is asked for it.
    case noLine
    /// The line has fewer than a primary and two backups (field practice for every function).
    case shortLine
    /// It is not known when somebody of the line works or can be reached.
    case hoursUnknown

    /// Whether it is wrong with the lines as such, whatever the hour.
    package var isStanding: Bool { self == .noLine || self == .shortLine || self == .hoursUnknown }

    /// How grave it is; 0 is the gravest.
    package var rank: Int32 {
        switch self {
        case .nobody: 0
        case .onlyResponders: 1
        case .nobodyOutside: 2
        case .noOutsideDuty: 3
        case .planAway: 4
        case .oneDeep: 5
        case .planDuty: 6
        case .fallsToOne: 7
        case .unqualified: 8
        case .countedTwice: 9
        case .noLine: 10
        case .shortLine: 11
        case .hoursUnknown: 12
        }
    }
}

/// Why somebody of a line is not counted on at an hour.
package enum WhyNot: String, WireName {
    /// Neither working nor reachable.
    case off
    /// Away, as was entered.
    case absent
    /// Has left the site.
    case left
    /// No working hours are known.
    case hoursUnknown
    /// Expected to respond.
    case responds
    /// Set to not available for the line.
    case unavailable
}

/// Somebody of a line, and why that one is not counted on.
package struct NotCounted: WireValue, Hashable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// Why.
    package var why = WhyNot.off

    /// A blank reason, to be filled by the codec.
    package init() {}

    init(_ person: PersonID, _ why: WhyNot) {
        self.person = person
        self.why = why
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("why", &why)
    }
}

/// One gap at one position.
package struct CoverageHit: WireValue, Hashable, Sendable {
    /// What is wrong.
    package var gap = CoverageGap.nobody
    /// At which position.
    package var position = Position.schoolCoordinator
    /// Whom it is about: whoever is alone, responds, is unqualified, or would hold two positions.
    package var persons: [PersonID] = []
    /// Who of the line is not counted on, and why.
    package var notCounted: [NotCounted] = []

    /// A blank hit, to be filled by the codec.
    package init() {}

    init(
        _ gap: CoverageGap, _ position: Position = .schoolCoordinator, _ persons: [PersonID] = [],
        _ notCounted: [NotCounted] = []
    ) {
        self.gap = gap
        self.position = position
        self.persons = persons
        self.notCounted = notCounted
    }

    /// Whether the same lacks with the same people, for whatever reasons: what makes two stretches of time one finding.
    func isSameLack(as other: CoverageHit) -> Bool {
        gap == other.gap && position == other.position && persons == other.persons
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("gap", &gap)
        visitor.field("position", &position)
        visitor.field("persons", &persons)
        visitor.field("notCounted", &notCounted)
    }
}

/// Something to mend in who would coordinate: what, who, when and why.
package struct CoverageFinding: WireValue, Equatable, Sendable {
    /// What is wrong, where, with whom and why.
    package var hit = CoverageHit()
    /// When, earliest first; stretches that touch are one.
    package var when: [Stretch] = []

    /// A blank finding, to be filled by the codec.
    package init() {}

    init(_ hit: CoverageHit, _ when: [Stretch]) {
        self.hit = hit
        self.when = when
    }

    /// How long it lasts in all, in minutes.
    package var minutes: Int64 { when.minutes }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("hit", &hit)
        visitor.field("when", &when)
    }
}
