/// What a change would open and close.
package struct CoverageDifference: WireValue, Equatable, Sendable {
    /// What would have to be mended and does not have to be now.
    package var opened: [CoverageFinding] = []
    /// What would be mended.
    package var closed: [CoverageFinding] = []

    /// A blank difference, to be filled by the codec.
    package init() {}

    /// What lies between two answers about one period.
    ///
    /// Findings are compared minute by minute and by what lacks, not by who is left: where somebody else is alone, the
    /// position is one deep before and after.
    package init(from before: Coverage, to after: Coverage) {
        opened = Self.only(in: after, notIn: before)
        closed = Self.only(in: before, notIn: after)
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("opened", &opened)
        visitor.field("closed", &closed)
    }

    private static func only(in one: Coverage, notIn other: Coverage) -> [CoverageFinding] {
        one.findings.compactMap { finding in
            let known = other.findings.filter {
                $0.hit.gap == finding.hit.gap && $0.hit.position == finding.hit.position
            }.flatMap { $0.when }
            var rest = finding
            rest.when = finding.when.flatMap { $0.without(known) }
            return rest.when.isEmpty ? nil : rest
        }
    }
}

extension [Stretch] {
    /// How long they last in all, in minutes.
    package var minutes: Int64 { reduce(0) { $0 + $1.minutes } }
}

extension Stretch {
    /// What is left of it without others.
    package func without(_ others: [Stretch]) -> [Stretch] {
        var left = [self]
        for other in others {
            left = left.flatMap { piece in
                guard piece.meets(other) else { return [piece] }
                let before = Stretch(from: piece.from, to: min(piece.to, other.from))
                let after = Stretch(from: max(piece.from, other.to), to: piece.to)
                return [before, after].filter { $0.from < $0.to }
            }
        }
        return left
    }
}
