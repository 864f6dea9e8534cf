/// Who was on duty when an incident began, as the desk found it in the duty data: by ids, so that the log needs no
/// table to be understood.
package struct TakenDuty: WireValue, Equatable, Sendable {
    /// Who has outside duty at this hour; `nil` where the duty data names nobody, and the plan's own person is meant.
    package var outside: PersonID?
    /// Who of the line was neither due on the site nor reachable, sorted: asked after the others, never left out.
    package var away: [PersonID] = []

    /// Nobody is known to be away.
    package init() {}

    /// Who has outside duty, and who is away.
    package init(outside: PersonID?, away: [PersonID]) {
        self.outside = outside
        self.away = away.sorted()
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("outside", &outside)
        visitor.field("away", &away)
    }
}

extension CoverageQuestion {
    /// Who is on duty at a moment of the period; `nil` where no hours are known, so that everybody would seem away.
    package func duty(at moment: Instant) -> TakenDuty? {
        guard !book.hours.isEmpty, let stretch = Coverage(self).at(moment) else { return nil }
        let away = plan.line.map { $0.person }.filter { person in
            !stretch.standby.contains { $0.person == person }
        }
        return TakenDuty(outside: stretch.outsideDuty, away: away)
    }
}
