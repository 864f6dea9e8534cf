extension CoverageQuestion {
    /// The smallest change that makes a finding go away, tried out before it is proposed.
    ///
    /// One change where one is enough, else as few as do it, three at most. Nobody new comes before somebody who is known,
    /// nobody is asked to be there longer where somebody is there already, and whoever is expected to respond is not
    /// proposed. Where nobody who is known helps, somebody must be found. Every hour is looked at again by each trial:
    /// call it for what is shown, not for a whole district.
    package func mend(_ finding: CoverageFinding) -> [DutyChange] { mends([finding])[0] }

    /// What mends each of several findings, so that all of it holds together.
    ///
    /// What was proposed for one finding is taken for the next where it helps; nobody is proposed for the line of more
    /// than one position, in a small school of two.
    package func mends(_ findings: [CoverageFinding]) -> [[DutyChange]] {
        var round = MendRound(self)
        return findings.map { round.mend($0) }
    }

    /// When a finding is still there after some changes, or something graver of its kind is.
    func left(of finding: CoverageFinding, by changes: [DutyChange]) -> [Stretch] {
        guard let first = finding.when.first, let last = finding.when.last else { return [] }
        var trial = after(changes)
        trial.period = Stretch(from: first.from, to: last.to)
        return Coverage(trial).lacking(finding)
    }

    /// What might help, the smallest first.
    func candidates(for finding: CoverageFinding) -> [DutyChange] {
        let position = finding.hit.position
        let line = plan.members(for: position)
        let isFree: (PersonID) -> Bool = { position.isResponse || !book.responds($0) }
        if finding.hit.gap.isOfDuty {
            // Whoever the plan names has but to have the hours entered.
            let own = finding.hit.gap == .planDuty ? finding.hit.persons : []
            let outside = line.filter { !$0.onSite } + line.filter { $0.onSite }
            return (own + outside.map { $0.person }.filter { isFree($0) && !own.contains($0) }).map {
                .outsideDuty($0, finding.when)
            }
        }
        // Somebody who is there anyway, outside the building where that is what lacks.
        var changes: [DutyChange] = known(for: position)
            .filter { person in isFree(person) && !line.contains { $0.person == person } }
            .map { .addToLine(position, $0, onSite: isOnSite($0)) }
        if finding.hit.gap.isStanding || finding.hit.gap == .fallsToOne { return changes }
        // Somebody of the line who would have to be reachable longer: whoever is off site first.
        let longer = line.filter { isFree($0.person) }
        let reachable = longer.filter { !$0.onSite } + longer.filter { $0.onSite }
        changes += reachable.map { .reachable($0.person, finding.when) }
        return changes
    }

    /// Everybody whose hours are known, whoever suits a position best first: who has learned what it asks for, who
    /// stands in the line of another one, who has no class, who is there longest; else as they were entered.
    private func known(for position: Position) -> [PersonID] {
        var people: [(person: PersonID, rank: [Int32])] = []
        for hours in book.hours where !people.contains(where: { $0.person == hours.person }) {
            let person = hours.person
            let minutes = book.hours.filter { $0.person == person }.reduce(0 as Int32) { sum, row in
                sum + (row.when.endsAfter - row.when.begins) * Int32(row.when.weekdays.days.count)
            }
            let isTrained = plan.everyLine.contains { $0.members.contains { $0.person == person } }
            people.append(
                (
                    person,
                    [
                        isQualified(person, for: position) ? 0 : 1, isTrained ? 0 : 1,
                        teaching.contains(person) ? 1 : 0, -minutes, Int32(people.count),
                    ]
                ))
        }
        return people.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }.map { $0.person }
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

extension Coverage {
    /// When a finding lacks here too, or something graver of its kind does.
    func lacking(_ finding: CoverageFinding) -> [Stretch] {
        let lacking = stretches.filter { stretch in
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
}

extension CoverageGap {
    /// Whether a gap is the same lack as another one, or a graver degree of it: one deep, only responders and nobody
    /// are three degrees of too few, and so are the three of outside duty.
    func isOfKind(_ other: CoverageGap) -> Bool {
        let kinds: [[CoverageGap]] = [
            [.nobody, .onlyResponders, .oneDeep], [.noOutsideDuty, .planAway, .planDuty],
        ]
        for degrees in kinds {
            if let mine = degrees.firstIndex(of: self), let others = degrees.firstIndex(of: other) {
                return mine <= others
            }
        }
        return self == other
    }

    /// Whether outside duty lacks, more or less.
    var isOfDuty: Bool { isOfKind(.planDuty) }
}
