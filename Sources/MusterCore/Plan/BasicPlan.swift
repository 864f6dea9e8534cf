/// The basic plan: what holds for every annex.
package struct BasicPlan: WireValue, Equatable, Sendable {
    /// The sections that have a text, in the order of ``BasicSection``.
    package var parts = Table<BasicPart>()

    /// A basic plan without a text.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("parts", &parts)
    }
}

/// A section of the basic plan and its text.
package struct BasicPart: WireValue, Keyed, Equatable, Sendable {
    /// Which section.
    package var section = BasicSection.introduction
    /// Its text, a paragraph each.
    package var lines: [String] = []

    /// What the row is found and sorted by.
    package var key: BasicSection { section }

    /// A blank part, to be filled by the codec.
    package init() {}

    /// A section with its text.
    package init(_ section: BasicSection, _ lines: [String]) {
        self.section = section
        self.lines = lines
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("section", &section)
        visitor.field("lines", &lines)
    }
}

/// The sections of a basic plan, after the 2013 guide (Plan Content, The Basic Plan).
package enum BasicSection: String, WireName {
    case introduction, purposeAndSituation, conceptOfOperations, organization, direction, information,
        training
    case administration, maintenance, authorities
}

extension BasicSection: Comparable {
    /// Sections stand in the order of ``rank``.
    package static func < (left: BasicSection, right: BasicSection) -> Bool { left.rank < right.rank }

    private var rank: Int32 {
        switch self {
        case .introduction: 0
        case .purposeAndSituation: 1
        case .conceptOfOperations: 2
        case .organization: 3
        case .direction: 4
        case .information: 5
        case .training: 6
        case .administration: 7
        case .maintenance: 8
        case .authorities: 9
        }
    }
}
