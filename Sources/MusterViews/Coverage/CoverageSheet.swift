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
    /// One hour that was asked about.
    package var hour: CoverageHour?
    /// What nobody entered, so that the page says less than it seems to.
    package var caveats: [CoverageCaveat] = []
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
    var open: [CoverageItem] { items.filter { $0.standing != .accepted } }

    /// What was accepted as it is.
    var accepted: [CoverageItem] { items.filter { $0.standing == .accepted } }

    /// Whether it is known when people are due and who works then, without which nothing open means nothing.
    var isKnown: Bool { !caveats.contains(.noHours) && !caveats.contains(.noOpenings) }
}

/// A finding with what would mend it and what was settled about it.
package struct CoverageItem: Sendable {
    /// What is to be mended.
    package var finding: CoverageFinding
    /// The smallest change that mends it.
    package var mend: [DutyChange]
    /// What was settled.
    package var note: CoverageNote?
    /// What that says of the finding now.
    package var standing: NoteStanding

    /// A finding with its mend and, of the notes, what was settled about it.
    package init(
        _ finding: CoverageFinding, mend: [DutyChange], notes: [CoverageNote] = [],
        on clock: SiteClock = SiteClock(offsetMinutes: 0), at now: Instant = .zero
    ) {
        self.finding = finding
        self.mend = mend
        note = notes.first { $0.finding == finding.hit.name }
        standing = note?.standing(of: finding, on: clock, at: now) ?? .open
    }
}

/// A what-if and what it would open and close.
package struct CoverageTrial: Sendable {
    /// What is tried out, all of it together.
    package var changes: [DutyChange]
    /// What would come of it.
    package var difference: CoverageDifference
    /// When somebody else would be asked, and who.
    package var shifts: [CoverageShift]

    /// The outcome of changes tried out on a question.
    package init(_ changes: [DutyChange], _ question: CoverageQuestion, before: Coverage) {
        self.changes = changes
        let after = Coverage(question.after(changes))
        difference = CoverageDifference(from: before, to: after)
        shifts = CoverageShift.all(from: before, to: after)
    }

    /// Whoever is taken away in it.
    var away: [PersonID] {
        changes.compactMap { if case .withoutPerson(let person) = $0 { person } else { nil } }
    }
}

/// Who would coordinate at one hour, if some people were away.
package struct CoverageHour: Sendable {
    /// When.
    package var at: Instant
    /// Who is taken away.
    package var away: [PersonID]
    /// The answer; `nil` outside the days that are shown.
    package var answer: CoverageStretch?

    /// The answer to a question at a moment without some people.
    package init(_ question: CoverageQuestion, at moment: Instant, without away: [PersonID]) {
        at = moment
        self.away = away
        answer = Coverage(question.after(away.map { .withoutPerson($0) })).at(moment)
    }
}

/// A part of the coverage page.
package enum CoverageSection: String, CaseIterable, Sendable {
    case week, findings, hour, trial = "what-if", digest
}
