extension CoverageQuestion {
    /// The smallest change that makes a finding go away, tried out before it is proposed.
    ///
    /// One change where one is enough, else as few as do it, three at most. Nobody new comes before somebody who is known,
    /// nobody is asked to be there longer where somebody is there already, and whoever is expected to respond is not
    /// proposed. Where nobody who is known helps, somebody must be found. Every hour is looked at again by each trial:
    /// call it for what is shown, not for a whole district.
    package func mend(_ finding: CoverageFinding) -> [DutyChange] {
        let hit = finding.hit
        switch hit.gap {
        case .hoursUnknown: return [.enterHours(hit.persons.first ?? .none)]
        case .countedTwice: return [.oneSite(hit.persons.first ?? .none)]
        case .unqualified: return [qualify(finding)]
        case .shortLine: return lengthen(finding)
        default: break
        }
        var question = self
        var rest = finding
        var changes: [DutyChange] = []
        while changes.count < 3 {
            var best: (change: DutyChange, left: [Stretch])?
            for change in question.candidates(for: rest) {
                let left = question.left(of: rest, by: change)
                if left.isEmpty { return changes + [change] }
                if left.minutes < (best?.left.minutes ?? rest.when.minutes) { best = (change, left) }
            }
            guard let best else { break }
            changes.append(best.change)
            question = question.after(best.change)
            rest.when = best.left
        }
        return [.find(hit.position)]
    }

    /// When a finding is still there after a change, or something graver of its kind is.
    private func left(of finding: CoverageFinding, by change: DutyChange) -> [Stretch] {
        guard let first = finding.when.first, let last = finding.when.last else { return [] }
        var trial = after(change)
        trial.period = Stretch(from: first.from, to: last.to)
        let lacking = Coverage(trial).stretches.filter { stretch in
            stretch.hits.contains { hit in
                hit.position == finding.hit.position && hit.gap.isOfKind(finding.hit.gap)
            }
        }.map { $0.when }
        return finding.when.flatMap { when in
            lacking.filter { $0.meets(when) }.map {
                Stretch(from: max($0.from, when.from), to: min($0.to, when.to))
            }
        }
    }

    /// The people who make a line long enough.
    private func lengthen(_ finding: CoverageFinding) -> [DutyChange] {
        let missing = 3 - plan.members(for: finding.hit.position).count
        let known = candidates(for: finding).prefix(missing)
        return known.count < missing ? known + [.find(finding.hit.position)] : Array(known)
    }

    private func qualify(_ finding: CoverageFinding) -> DutyChange {
        let person = finding.hit.persons.first ?? .none
        let asked = book.requirements.filter { $0.position == finding.hit.position }.map { $0.name }
        let missing = asked.filter { name in
            !book.qualifications.contains { row in
                guard row.person == person, row.name == name else { return false }
                guard let expires = row.expires else { return true }
                return finding.when.allSatisfy { $0.to <= clock.instant(expires, minute: 1440) }
            }
        }
        return .qualify(person, missing)
    }

    /// What might help, the smallest first.
    private func candidates(for finding: CoverageFinding) -> [DutyChange] {
        let position = finding.hit.position
        let line = plan.members(for: position)
        let isFree: (PersonID) -> Bool = { position.isResponse || !book.responds($0) }
        let others = knownPeople.filter { person in
            isFree(person) && !line.contains { $0.person == person }
        }
        if finding.hit.gap == .noOutsideDuty {
            let outside = line.filter { !$0.onSite } + line.filter { $0.onSite }
            return outside.map { $0.person }.filter(isFree).map { .outsideDuty($0, finding.when) }
        }
        // Somebody who is there anyway, outside the building where that is what lacks.
        var changes: [DutyChange] = others.filter { isQualified($0, for: position) }
            .map { .addToLine(position, $0, onSite: isOnSite($0)) }
        changes += others.filter { !isQualified($0, for: position) }
            .map { .addToLine(position, $0, onSite: isOnSite($0)) }
        if finding.hit.gap == .shortLine || finding.hit.gap == .fallsToOne { return changes }
        // Somebody of the line who would have to be reachable longer: whoever is off site first.
        let longer = line.filter { isFree($0.person) }
        let reachable = longer.filter { !$0.onSite } + longer.filter { $0.onSite }
        changes += reachable.map { .reachable($0.person, finding.when) }
        return changes
    }

    /// Everybody whose hours are known, sorted.
    private var knownPeople: [PersonID] {
        var people: [PersonID] = []
        for hours in book.hours where !people.contains(hours.person) { people.append(hours.person) }
        return people.sorted()
    }

    private func isOnSite(_ person: PersonID) -> Bool {
        book.hours.contains { $0.person == person && $0.onSite }
    }

    private func isQualified(_ person: PersonID, for position: Position) -> Bool {
        book.requirements.allSatisfy { row in
            row.position != position
                || book.qualifications.contains { $0.person == person && $0.name == row.name }
        }
    }
}

extension CoverageGap {
    /// Whether a gap is the same lack as another one, or a graver degree of it: one deep, only responders and nobody
    /// are three degrees of too few.
    func isOfKind(_ other: CoverageGap) -> Bool {
        let few: [CoverageGap] = [.nobody, .onlyResponders, .oneDeep]
        if let mine = few.firstIndex(of: self), let others = few.firstIndex(of: other) {
            return mine <= others
        }
        return self == other
    }
}

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
