extension CoverageSweep {
    /// Who would coordinate now, and what is wrong with it.
    func judge() -> CoverageStretch {
        var stretch = CoverageStretch()
        stretch.isOccupied = isOccupied
        let everybody = 0..<Int32(people.count)
        let duty = everybody.first { isSo(.duty, of: $0) && !isSo(.absent, of: $0) }
        stretch.outsideDuty = duty.map { person($0) }
        var standby = lines.first.map { candidates($0) } ?? []
        if let duty, !standby.contains(duty) { standby.append(duty) }
        stretch.standby = standby.map {
            Standby(person($0), isOutside: !isOnSite($0), responds: responds[Int($0)])
        }
        if duty == nil { stretch.hits.append(CoverageHit(.noOutsideDuty)) }
        guard isOccupied else { return stretch }
        var seats: [[Int32]] = []
        for line in lines {
            let all = line.position == .schoolCoordinator ? standby : candidates(line)
            let counted = all.filter { line.position.isResponse || !responds[Int($0)] }
            stretch.hits += hits(line, all, counted)
            seats.append(counted)
        }
        if !question.plan.smallSchool { stretch.hits += doubled(seats) }
        for number in everybody where isSo(.elsewhere, of: number) && isOnSite(number) {
            stretch.hits.append(CoverageHit(.countedTwice, .schoolCoordinator, [person(number)]))
        }
        return stretch
    }

    /// Whether a person is on the site: working there and neither away nor gone, or seen to have arrived.
    private func isOnSite(_ person: Int32) -> Bool {
        let works = isSo(.onSite, of: person) && !isSo(.absent, of: person) && !isSo(.left, of: person)
        return works || isSo(.arrived, of: person)
    }

    private func isThere(_ person: Int32) -> Bool {
        isOnSite(person) || (isSo(.reachable, of: person) && !isSo(.absent, of: person))
    }

    /// Who of a line is there or can be reached, in its order; a substitute stands where the other one does.
    private func candidates(_ line: Line) -> [Int32] {
        var found: [Int32] = []
        for member in line.members {
            if isThere(member.person), !found.contains(member.person) { found.append(member.person) }
            for substitute in member.substitutes
            where isOn(substitute.slot) && isThere(substitute.person) && !found.contains(substitute.person) {
                found.append(substitute.person)
            }
        }
        return found
    }

    private func hits(_ line: Line, _ all: [Int32], _ counted: [Int32]) -> [CoverageHit] {
        let position = line.position
        var hits: [CoverageHit] = []
        if all.isEmpty {
            hits.append(CoverageHit(.nobody, position, [], notCounted(line, counted)))
        } else if counted.isEmpty {
            hits.append(
                CoverageHit(.onlyResponders, position, all.map { person($0) }, notCounted(line, counted)))
        } else if counted.count == 1 {
            hits.append(CoverageHit(.oneDeep, position, [person(counted[0])], notCounted(line, counted)))
        }
        if position == .schoolCoordinator, !all.isEmpty, !counted.contains(where: { !isOnSite($0) }) {
            hits.append(CoverageHit(.nobodyOutside, position, [], []))
        }
        if let first = counted.first, !isQualified(first, for: line) {
            hits.append(CoverageHit(.unqualified, position, [person(first)]))
        }
        return hits
    }

    /// Who of a line is not counted on, and why.
    private func notCounted(_ line: Line, _ counted: [Int32]) -> [NotCounted] {
        line.members.filter { !counted.contains($0.person) }.map { member in
            NotCounted(person(member.person), whyNot(member.person))
        }
    }

    private func whyNot(_ person: Int32) -> WhyNot {
        if isThere(person) { return .responds }
        if isSo(.absent, of: person) { return .absent }
        if isSo(.left, of: person) { return .left }
        return knowsHours[Int(person)] ? .off : .hoursUnknown
    }

    /// The positions for which nobody is left when each of the others has somebody of its own.
    ///
    /// Positions come in their order; one gives way to a later one never, but is held by another of its line where
    /// that lets the later one be filled too (augmenting paths).
    private func doubled(_ seats: [[Int32]]) -> [CoverageHit] {
        var holders = [Int?](repeating: nil, count: people.count)
        var hits: [CoverageHit] = []
        for (number, seat) in seats.enumerated() where !seat.isEmpty {
            var seen = [Bool](repeating: false, count: people.count)
            if !Self.place(number, seats, &holders, &seen) {
                hits.append(CoverageHit(.fallsToOne, lines[number].position, [person(seat[0])]))
            }
        }
        return hits
    }

    private static func place(
        _ number: Int, _ seats: [[Int32]], _ holders: inout [Int?], _ seen: inout [Bool]
    ) -> Bool {
        for person in seats[number].map({ Int($0) }) where !seen[person] {
            seen[person] = true
            if let other = holders[person], !place(other, seats, &holders, &seen) { continue }
            holders[person] = number
            return true
        }
        return false
    }
}

extension Position {
    /// Whether whoever holds it may be expected to respond: first aid is led by whoever gives it.
    package var isResponse: Bool { self == .medical }
}
