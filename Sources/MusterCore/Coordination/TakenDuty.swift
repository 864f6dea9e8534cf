/// Who was on duty when an incident began, as the desk found it in the duty data: by ids, so that the log needs no
/// table to be understood.
package struct TakenDuty: WireValue, Equatable, Sendable {
    /// Who has outside duty at this hour; `nil` where the duty data names nobody, and the plan's own person is meant.
    package var outside: PersonID?
    /// Who of the lines was neither due on the site nor reachable, sorted: asked after the others, never left out.
    package var away: [PersonID] = []
    /// Who stands in somebody's place in the lines at this hour, in the order in which they are asked.
    package var substitutes: [StandIn] = []
    /// Who of them had said to have arrived on the site, sorted: on it, whatever the plan has.
    package var arrived: [PersonID] = []
    /// Who of them had said to have left it, sorted.
    package var left: [PersonID] = []
    /// When each of them said so.
    package var marks: [PresenceMark] = []

    /// Nobody is known to be away.
    package init() {}

    /// Who has outside duty, who is away, and who stands in for whom.
    package init(outside: PersonID?, away: [PersonID], substitutes: [StandIn] = []) {
        self.outside = outside
        self.away = away.sorted()
        self.substitutes = substitutes
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("outside", &outside)
        visitor.field("away", &away)
        visitor.field("substitutes", &substitutes, default: [])
        visitor.field("arrived", &arrived, default: [])
        visitor.field("left", &left, default: [])
        visitor.field("marks", &marks, default: [])
    }
}

/// Somebody who stands in another one's place in the lines.
package struct StandIn: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// In whose place.
    package var absent = PersonID.none

    /// A blank stand-in, to be filled by the codec.
    package init() {}

    /// Somebody in another one's place.
    package init(_ person: PersonID, for absent: PersonID) {
        self.person = person
        self.absent = absent
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("absent", &absent)
    }
}

extension [LineMember] {
    /// The line with whoever stands in for somebody of it: right after that one, and as far from the danger.
    package func with(_ substitutes: [StandIn]) -> [LineMember] {
        guard !substitutes.isEmpty else { return self }
        var found: [LineMember] = []
        func add(_ member: LineMember) {
            if !found.contains(where: { $0.person == member.person }) { found.append(member) }
        }
        for member in self {
            add(member)
            for row in substitutes where row.absent == member.person {
                add(LineMember(row.person, onSite: member.onSite))
            }
        }
        return found
    }

    /// The line with whoever was away when the incident began after the others.
    ///
    /// Duty data may be wrong, and somebody who stayed longer is there: nobody is left out.
    func inOrder(of duty: TakenDuty?) -> [LineMember] {
        guard let away = duty?.away, !away.isEmpty else { return self }
        return filter { !away.contains($0.person) } + filter { away.contains($0.person) }
    }
}

extension SitePlan {
    /// Who may hold a position while this duty is in force, in the plan's order: the line, and who stands in for
    /// somebody of it.
    package func members(for position: Position, on duty: TakenDuty?) -> [LineMember] {
        members(for: position).with(duty?.substitutes ?? [])
    }

    /// Who has outside duty, first the one of this hour, then the plan's own person.
    ///
    /// The one rule of outside duty, for the ladder and for coverage: where the duty data names nobody who can, the
    /// plan's own person stands.
    package func outsideDuties(named: PersonID?) -> [PersonID] {
        [named, outsideDuty == named ? nil : outsideDuty].compactMap { $0 }
    }

    /// The first of them who can.
    package func outsideDuty(named: PersonID?, where isAble: (PersonID) -> Bool) -> PersonID? {
        outsideDuties(named: named).first(where: isAble)
    }

    /// A person who may hold some position while this duty is in force, as the plan has them.
    package func member(_ person: PersonID, on duty: TakenDuty?) -> LineMember? {
        if let member = member(person) { return member }
        guard let row = duty?.substitutes.first(where: { $0.person == person }) else { return nil }
        return member(row.absent).map { LineMember(person, onSite: $0.onSite) }
    }
}

extension CoverageQuestion {
    /// Who is on duty at a moment; `nil` where the duty data says nothing of it.
    package func duty(at moment: Instant) -> TakenDuty? {
        guard book.saysWhoIsOnDuty else { return nil }
        var question = self
        question.period = Stretch(from: moment, to: moment + TimeSpan(milliseconds: 1))
        var sweep = CoverageSweep(question)
        _ = sweep.advance()
        var duty = sweep.duty
        duty.marks = (duty.arrived + duty.left).compactMap { person in
            book.presences.filter { $0.person == person && $0.at <= moment }.max { $0.at < $1.at }
        }
        return duty
    }
}

extension SiteState {
    /// Somebody says where they are while something goes on: the newest word of each person counts.
    ///
    /// Nobody says it of others. A phone that is taken for one off the site is bright, and may ring: that somebody has left
    /// counts only when it comes at once, and what is said of a practice is played. That somebody is here never is.
    mutating func note(_ onSite: Bool, _ source: Source, in id: IncidentID, _ record: Record) {
        guard audience == .command, let person = record.actor, source.person.map({ $0 == person }) ?? true,
            onSite || record.at - source.observedAt <= Source.lateAfter,
            isNews(onSite, of: person, source, record),
            incidents.rows.contains(where: { $0.isOpen })
        else { return }
        let about = incidents[id]
        let isPlayed = !onSite && (about.map { $0.kind.isPractice || $0.isOfPractice(source) } ?? true)
        if !isPlayed {
            let since = presence[person].map { max($0.at, source.observedAt) } ?? source.observedAt
            hear(PresenceMark(person, at: since, arrived: onSite))
        }
        // A person is at one place, whatever else is open beside it.
        incidents.updateAll { incident in
            guard incident.isOpen, onSite || incident.kind.isPractice || !isPlayed,
                onSite || !incident.isOfPractice(source)
            else { return }
            var duty = incident.coordination.duty ?? TakenDuty()
            duty.arrived.removeAll { $0 == person }
            duty.left.removeAll { $0 == person }
            if onSite { duty.arrived.insertSorted(person) } else { duty.left.insertSorted(person) }
            incident.coordination.duty = duty
        }
    }

    /// Whether no newer word of a person is known; clocks that are apart by seconds make none disappear that keeps somebody
    /// silent.
    private func isNews(_ onSite: Bool, of person: PersonID, _ source: Source, _ record: Record) -> Bool {
        guard let known = presence[person]?.at else { return true }
        return onSite ? !source.isOldNews(since: known, record) : known <= source.observedAt
    }

    /// Keeps what somebody said of where they are for a day, unless a newer word of theirs is known.
    mutating func hear(_ mark: PresenceMark) {
        guard presence[mark.person].map({ $0.at <= mark.at }) ?? true else { return }
        presence.removeAll { mark.at - $0.at > .minutes(1440) }
        presence.put(mark)
    }

    /// What people said before, in an incident that begins, turns real or is opened again.
    ///
    /// The newest word of each counts: that somebody is here as long as an arrival does, and longer where it was said in a
    /// Lockdown that stands. Where no time is known, silence is the safer of the two.
    mutating func takePresence(in id: IncidentID, at moment: Instant) {
        guard audience == .command, let incident = incidents[id] else { return }
        var here = presence.rows.filter { $0.arrived && moment - $0.at <= PresenceMark.lasts }.map {
            $0.person
        }
        for other in lockdowns(binding: incident) {
            for person in other.coordination.duty?.arrived ?? [] { here.insertSorted(person) }
        }
        guard var duty = incident.coordination.duty ?? (here.isEmpty ? nil : TakenDuty()) else { return }
        for person in here { duty.arrived.insertSorted(person) }
        duty.left.removeAll { presence[$0]?.arrived ?? duty.arrived.contains($0) }
        duty.arrived.removeAll { presence[$0]?.arrived == false }
        incidents.update(id) { $0.coordination.duty = duty }
    }
}
