package import MusterLog

/// What is wrong with one cell of duty data, whether it stood in a file or was typed on a page.
package struct DutyFault: Equatable, Sendable {
    /// What kind of trouble.
    package let code: FindingCode
    /// In which column.
    package let column: DutyColumn
    /// What is wrong and what to do.
    package let message: String
}

/// What a row of duty data is read with: who there is, and the clock of the site.
package struct DutyContext: Sendable {
    /// Finds people.
    package let people: AdultFinder
    /// The zone of the site.
    package let zone: SiteZone

    /// What rows of a site are read with.
    package init(people: AdultFinder, zone: SiteZone) {
        self.people = people
        self.zone = zone
    }
}
