package import MusterCore

/// What the coverage page shows of a site.
package struct CoverageSheet: Sendable {
    /// The site's name.
    package var site: String
    /// The wall clock of the site.
    package var clock: SiteClock
    /// The days that are shown: seven from the first one.
    package var first: CivilDay
    /// Who would coordinate in these days.
    package var coverage: Coverage
    /// Who would coordinate now.
    package var now: CoverageStretch?
    /// Who is who.
    package var directory: DirectorySlice
    /// What is to be mended in these days.
    package var items: [CoverageItem] = []
    /// The events that a what-if may move.
    package var events: [SiteEvent] = []
    /// The people whom a what-if may take away: whoever stands in a line or has outside duty.
    package var people: [PersonID] = []
    /// A what-if that was tried out.
    package var trial: CoverageTrial?
    /// Whether any working hours are known; without them the page says how to enter some.
    package var hasHours = true
    /// Whether the viewer may settle findings.
    package var maySettle = false
    /// How the pages look now.
    package var mode = Mode.everyday
    /// The viewer's other pages.
    package var links: [PageLink] = []

    /// The coverage of a site over seven days.
    package init(
        site: String, clock: SiteClock, first: CivilDay, coverage: Coverage, directory: DirectorySlice
    ) {
        self.site = site
        self.clock = clock
        self.first = first
        self.coverage = coverage
        self.directory = directory
    }

    /// What is open.
    var open: [CoverageItem] { items.filter { $0.note?.accepted == nil } }

    /// What was accepted as it is.
    var accepted: [CoverageItem] { items.filter { $0.note?.accepted != nil } }
}

/// A finding with what would mend it and what was settled about it.
package struct CoverageItem: Sendable {
    /// What is to be mended.
    package var finding: CoverageFinding
    /// The smallest change that mends it.
    package var mend: [DutyChange]
    /// What was settled.
    package var note: CoverageNote?

    /// A finding with its mend.
    package init(_ finding: CoverageFinding, mend: [DutyChange], note: CoverageNote? = nil) {
        self.finding = finding
        self.mend = mend
        self.note = note
    }
}

/// A what-if and what it would open and close.
package struct CoverageTrial: Sendable {
    /// What is tried out.
    package var change: DutyChange
    /// What would come of it.
    package var difference: CoverageDifference

    /// A what-if with its outcome.
    package init(_ change: DutyChange, _ difference: CoverageDifference) {
        self.change = change
        self.difference = difference
    }
}

/// A part of the coverage page.
package enum CoverageSection: String, CaseIterable, Sendable {
    case week, findings, trial = "what-if", digest
}
