extension CoverageQuestion {
    /// Who would coordinate at this very moment: the duty data, and what the site's state says of its people.
    ///
    /// Whoever is set to not available is not asked, and whoever is responding is not counted on. Of another moment the
    /// state says nothing.
    package func now(_ moment: Instant, in state: SiteState) -> CoverageStretch? {
        var question = self
        question.period = Stretch(from: moment, to: moment + TimeSpan(milliseconds: 1))
        question.unavailable = state.unavailable.rows.map { $0.person }
        for row in state.responding.rows where !book.responds(row.person) {
            question.book.responders.append(ExpectedResponder(row.person, .trainedStaff))
        }
        return Coverage(question).stretches.first
    }

    /// What is not known, so that the answer says less than it seems to.
    package func caveats(zone: String) -> [CoverageCaveat] {
        var found: [CoverageCaveat] = []
        if book.hours.isEmpty { found.append(.noHours) }
        if book.openings.isEmpty { found.append(.noOpenings) }
        if CoverageCaveat.isUnnamed(zone) { found.append(.noZone) }
        return found
    }
}

/// Something that nobody entered, without which coverage cannot tell what lacks.
package enum CoverageCaveat: String, WireName {
    /// No working hours: everybody counts as away.
    case noHours
    /// No opening times: nobody is due on the site, so that nothing seems to lack.
    case noOpenings
    /// No time zone: hours may be wrong by the distance from Greenwich.
    case noZone

    /// Whether a zone is the one that a machine has when nobody chose any.
    package static func isUnnamed(_ zone: String) -> Bool {
        ["", "UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "GMT", "Etc/GMT", "Etc/Greenwich"]
            .contains(zone)
    }
}
