extension CoverageSweep {
    /// Who would coordinate now, and what is wrong with it.
    func judge() -> CoverageStretch {
        var stretch = CoverageStretch()
        stretch.isOccupied = isOccupied
        let everybody = 0..<Int32(people.count)
        let duty = named
        stretch.outsideDuty = question.plan.outsideDuty(named: duty.map { person($0) }) { person in
            index(of: person).map { !isSo(.unavailable, of: $0) } ?? true
        }
        var standby = lines.first.map { candidates($0) } ?? []
        // The plan's own person is seated where nobody is named for the hour, and counted on at no hour by that alone.
        if let duty, isThere(duty), !standby.contains(duty) { standby.append(duty) }
        stretch.standby = standby.map {
            Standby(person($0), isOutside: !isOnSite($0), responds: responds[Int($0)])
        }
        stretch.hits += dutyHits(duty, stretch.outsideDuty)
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

    /// Who has outside duty by an hour that is entered, and is not away.
    private var named: Int32? {
        (0..<Int32(people.count)).first { isSo(.duty, of: $0) && !isSo(.absent, of: $0) }
    }

    private func dutyHits(_ named: Int32?, _ seated: PersonID?) -> [CoverageHit] {
        var others: [NotCounted] = []
        if let named, isSo(.unavailable, of: named) { others.append(NotCounted(person(named), .unavailable)) }
        guard let seated else { return [CoverageHit(.noOutsideDuty, .schoolCoordinator, [], others)] }
        guard named.map({ person($0) }) != seated else { return [] }
        let isAway = index(of: seated).map { isSo(.absent, of: $0) } ?? false
        return [CoverageHit(isAway ? .planAway : .planDuty, .schoolCoordinator, [seated], others)]
    }

    /// Who is on duty now, as a raise takes it down.
    var duty: TakenDuty {
        var away: [PersonID] = []
        var substitutes: [StandIn] = []
        func note(_ number: Int32) {
            let person = person(number)
            if !question.book.hours.isEmpty, !isThere(number), !away.contains(person) { away.append(person) }
        }
        for member in lines.flatMap({ $0.members }) {
            note(member.person)
            for substitute in member.substitutes where isOn(substitute.slot) {
                let row = StandIn(person(substitute.person), for: person(member.person))
                if !substitutes.contains(row) { substitutes.append(row) }
                note(substitute.person)
            }
        }
        var duty = TakenDuty(outside: named.map { person($0) }, away: away, substitutes: substitutes)
        for number in 0..<Int32(people.count) {
            if isSo(.arrived, of: number) { duty.arrived.append(person(number)) }
            if isSo(.left, of: number) { duty.left.append(person(number)) }
        }
        return duty
    }

    /// Whether a person is on the site: working there and neither away nor gone, or seen to have arrived.
    private func isOnSite(_ person: Int32) -> Bool {
        let works = isSo(.onSite, of: person) && !isSo(.absent, of: person) && !isSo(.left, of: person)
        return works || isSo(.arrived, of: person)
    }

    /// Whether a person can be asked: on the site, reachable, or on outside duty at this hour.
    private func isThere(_ person: Int32) -> Bool {
        guard !isSo(.unavailable, of: person) else { return false }
        let isReached = isSo(.reachable, of: person) || isSo(.duty, of: person)
        return isOnSite(person) || (isReached && !isSo(.absent, of: person))
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
        if isSo(.unavailable, of: person) { return .unavailable }
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
