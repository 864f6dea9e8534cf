/// How grave a gap is, for colours and for what is told first; `thin` is one deep, and nothing else.
package enum CoverageGrade: Int32, Comparable, Sendable {
    case fine, attention, thin, serious, gravest

    /// The less grave one comes first.
    package static func < (left: CoverageGrade, right: CoverageGrade) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension CoverageGap {
    /// How grave it is.
    package var grade: CoverageGrade {
        switch self {
        case .nobody, .onlyResponders: .gravest
        case .nobodyOutside, .noOutsideDuty, .planAway: .serious
        case .oneDeep: .thin
        case .planDuty, .fallsToOne, .unqualified, .countedTwice, .noLine, .shortLine, .hoursUnknown:
            .attention
        }
    }
}

extension CoverageHit {
    /// How grave it is: what lacks at another position than the school coordinator's is never more than worth attention.
    package var grade: CoverageGrade {
        position == .schoolCoordinator ? gap.grade : min(gap.grade, .attention)
    }
}
