/// Who is on duty in the hours to come: what a device needs to say who would coordinate now, also without a network.
///
/// It knows no plan, which a device has in its state and which may change before the hours do.
package struct DutyOutlook: WireValue, Equatable, Sendable {
    /// Whether anybody's working hours are known; where none are, nobody is said to be away.
    package var knowsHours = false
    /// Who is there when, in order of time; none where there is no duty data.
    package var spans: [Span] = []

    /// A stretch of time over which nothing of it changes.
    package struct Span: WireValue, Equatable, Sendable {
        /// When.
        package var when = Stretch()
        /// Who is on the site or can be reached, sorted.
        package var there: [PersonID] = []
        /// Who has outside duty by an hour that is entered.
        package var outside: PersonID?
        /// Who stands in somebody's place in the lines.
        package var substitutes: [StandIn] = []

        /// A blank span, to be filled by the codec.
        package init() {}

        /// Names each field in the order in which it is written.
        package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
            visitor.field("when", &when)
            visitor.field("there", &there)
            visitor.field("outside", &outside)
            visitor.field("substitutes", &substitutes, default: [])
        }

        func isSame(as other: Span) -> Bool {
            there == other.there && outside == other.outside && substitutes == other.substitutes
        }
    }

    /// Nothing is known.
    package init() {}

    /// What the duty data says of a period.
    package init(_ book: DutyBook, _ clock: SiteClock, _ period: Stretch) {
        guard book.saysWhoIsOnDuty else { return }
        knowsHours = !book.hours.isEmpty
        var plan = SitePlan()
        plan.line = book.people.map { LineMember($0, onSite: true) }
        var sweep = CoverageSweep(CoverageQuestion(plan, book, clock, period))
        while let when = sweep.advance() {
            let duty = sweep.duty
            var span = Span()
            span.when = when
            span.there = plan.line.map { $0.person }.filter { !duty.away.contains($0) }
            span.outside = duty.outside
            span.substitutes = duty.substitutes
            if let last = spans.last, last.isSame(as: span) {
                spans[spans.count - 1].when.to = when.to
            } else {
                spans.append(span)
            }
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("knowsHours", &knowsHours)
        visitor.field("spans", &spans)
    }

    /// Who is on duty at a moment, is away, and stands in, as a raise would take it down; `nil` where nothing is known.
    package func duty(at moment: Instant, by plan: SitePlan) -> TakenDuty? {
        guard let span = spans.first(where: { $0.when.contains(moment) }) else { return nil }
        var away: [PersonID] = []
        for position in Position.allCases where knowsHours {
            for member in plan.members(for: position).with(span.substitutes)
            where !span.there.contains(member.person) {
                away.insertSorted(member.person)
            }
        }
        return TakenDuty(outside: span.outside, away: away, substitutes: span.substitutes)
    }

    /// Whether it knew something once, and the moment lies beyond it: a device that was long without the server.
    package func hasRunOut(at moment: Instant) -> Bool {
        spans.last.map { $0.when.to <= moment } ?? false
    }
}

extension DutyBook {
    /// Whether the data says at all who is on duty.
    ///
    /// Where no hours are known nobody is said to be away: everybody would be.
    var saysWhoIsOnDuty: Bool {
        !hours.isEmpty || !outside.isEmpty || !presences.isEmpty || substitutes.contains { $0.inLine }
    }

    /// Everybody of whom it says when they are there, sorted.
    fileprivate var people: [PersonID] {
        var people = hours.map { $0.person } + outside.map { $0.person } + presences.map { $0.person }
        people += substitutes.flatMap { [$0.absent, $0.substitute] }
        return people.sortedOnce
    }
}

extension SiteState {
    /// Who could be asked to coordinate with that duty in force, in the order in which they are asked: neither away nor
    /// unavailable nor responding.
    package func standby(on duty: TakenDuty?) -> [LineMember] {
        plan.members(for: .schoolCoordinator, on: duty).filter { member in
            unavailable[member.person] == nil && responding[member.person] == nil
                && duty?.away.contains(member.person) != true
        }
    }
}
