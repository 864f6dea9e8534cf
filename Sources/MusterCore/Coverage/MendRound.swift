/// Looks for what mends one finding after the other, and keeps in mind what was proposed before.
struct MendRound {
    private let question: CoverageQuestion
    /// What was proposed, and can be carried out.
    private var proposed: [DutyChange] = []
    /// For how long positions fall to one person with them.
    private var doubled: Int64 = 0
    /// What those changes mend.
    private var mended: [CoverageFinding] = []

    init(_ question: CoverageQuestion) {
        self.question = question
        doubled = Coverage(question).minutes(of: .fallsToOne)
    }

    mutating func mend(_ finding: CoverageFinding) -> [DutyChange] {
        let changes = proposal(for: finding)
        let isWhole = changes.allSatisfy { $0.isCarriedOut }
        let new = changes.filter { $0.isCarriedOut && !proposed.contains($0) }
        proposed += new
        if !new.isEmpty { doubled = Coverage(question.after(proposed)).minutes(of: .fallsToOne) }
        if isWhole, !finding.hit.gap.isStanding { mended.append(finding) }
        return changes
    }

    private func proposal(for finding: CoverageFinding) -> [DutyChange] {
        let hit = finding.hit
        switch hit.gap {
        case .hoursUnknown: return [.enterHours(hit.persons.first ?? .none)]
        case .countedTwice: return [.oneSite(hit.persons.first ?? .none)]
        case .unqualified: return [qualify(finding)]
        case .shortLine, .noLine: return lengthen(finding)
        default: return search(finding)
        }
    }

    /// As few changes as do it: what was proposed before where it helps, then what helps most.
    private func search(_ finding: CoverageFinding) -> [DutyChange] {
        var rest = finding
        var changes: [DutyChange] = []
        for change in proposed where change.helps(finding.hit) {
            let left = question.left(of: rest, by: changes + [change])
            guard left.minutes < rest.when.minutes else { continue }
            changes.append(change)
            rest.when = left
            if left.isEmpty { return changes }
        }
        let most = changes.count + 3
        while changes.count < most {
            var best: (change: DutyChange, left: [Stretch])?
            for change in question.after(changes).candidates(for: rest) where isFree(change) {
                let left = question.left(of: rest, by: changes + [change])
                guard left.minutes < (best?.left.minutes ?? rest.when.minutes) else { continue }
                guard isSound(changes + [change], left.isEmpty ? finding : nil) else { continue }
                if left.isEmpty { return shortest(changes, change, finding) }
                best = (change, left)
            }
            guard let best else { break }
            changes.append(best.change)
            rest.when = best.left
        }
        return [.find(finding.hit.position)]
    }

    /// The changes without any that the last one makes needless.
    private func shortest(
        _ changes: [DutyChange], _ last: DutyChange, _ finding: CoverageFinding
    ) -> [DutyChange] {
        var kept = changes
        for change in changes {
            let rest = kept.filter { $0 != change } + [last]
            if question.left(of: finding, by: rest).isEmpty { kept.removeAll { $0 == change } }
        }
        return kept + [last]
    }

    /// Whether all that was mended stays so when these changes come to what was proposed, and no position falls to
    /// somebody who is needed for another.
    private func isSound(_ changes: [DutyChange], _ finding: CoverageFinding?) -> Bool {
        guard !mended.isEmpty else { return true }
        let after = Coverage(question.after(proposed + changes.filter { !proposed.contains($0) }))
        return after.minutes(of: .fallsToOne) <= doubled
            && (mended + (finding.map { [$0] } ?? [])).allSatisfy { after.lacking($0).isEmpty }
    }

    /// Whether a change asks nobody to stand in more lines than one person can serve.
    private func isFree(_ change: DutyChange) -> Bool {
        guard case .addToLine(let position, let person, _) = change else { return true }
        let others = proposed.filter { other in
            guard case .addToLine(let otherPosition, let otherPerson, _) = other else { return false }
            return otherPerson == person && otherPosition != position
        }
        return others.count < (question.plan.smallSchool ? 2 : 1)
    }

    /// The people who make a line long enough.
    private func lengthen(_ finding: CoverageFinding) -> [DutyChange] {
        let position = finding.hit.position
        let missing = 3 - question.plan.members(for: position).count
        let before = proposed.filter { change in
            if case .addToLine(position, _, _) = change { true } else { false }
        }
        let more = question.after(before).candidates(for: finding).filter(isFree)
        let known = before.prefix(missing) + more.prefix(max(0, missing - before.count))
        return known.count < missing ? known + [.find(position)] : Array(known)
    }

    private func qualify(_ finding: CoverageFinding) -> DutyChange {
        let book = question.book
        let person = finding.hit.persons.first ?? .none
        let asked = book.requirements.filter { $0.position == finding.hit.position }.map { $0.name }
        let missing = asked.filter { name in
            !book.qualifications.contains { row in
                guard row.person == person, row.name == name else { return false }
                guard let expires = row.expires else { return true }
                return finding.when.allSatisfy { $0.to <= question.clock.instant(expires, minute: 1440) }
            }
        }
        return .qualify(person, missing)
    }
}

extension Coverage {
    fileprivate func minutes(of gap: CoverageGap) -> Int64 {
        findings.filter { $0.hit.gap == gap }.reduce(0) { $0 + $1.minutes }
    }
}

extension DutyChange {
    /// Whether it can be tried out: nobody can be entered who must first be found.
    package var isCarriedOut: Bool {
        switch self {
        case .find, .enterHours, .oneSite: false
        default: true
        }
    }

    /// Whether it may help where something lacks: a change of another position's line does not.
    fileprivate func helps(_ hit: CoverageHit) -> Bool {
        switch self {
        case .addToLine(let position, _, _): position == hit.position
        case .outsideDuty: hit.position == .schoolCoordinator
        case .reachable: !hit.gap.isOfDuty
        default: false
        }
    }
}
