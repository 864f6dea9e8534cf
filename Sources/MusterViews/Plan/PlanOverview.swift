package import MusterCore

/// What the pages of the plan show: plain facts that the server has gathered.
package struct PlanOverview: Sendable {
    /// The name of the site.
    package var site: String
    /// What is going on at the site: a reader must see it here too.
    package var mode = Mode.everyday
    /// The viewer's other pages.
    package var links: [PageLink] = []
    /// The plan by which incidents run now.
    package var plan = SitePlan()
    /// All versions, the newest first, as far as the viewer may read them.
    package var documents: [PlanDocument] = []
    /// Whether the document in force is, to the letter, the one that was published; `nil` without one.
    package var isTrue: Bool?
    /// The people whom marks name.
    package var people = Table<PersonEntry>()
    /// Who looks.
    package var viewer = PersonID.none
    /// Whether the viewer may write, approve and publish.
    package var mayEdit = false
    /// Whether the viewer may review and read drafts.
    package var mayReview = false
    /// Who may review, for the rule that it is somebody else.
    package var reviewers: [PersonID] = []

    /// Why what was typed is not kept yet; empty as a rule.
    package var refusal = ""

    /// A site without a plan.
    package init(site: String) {
        self.site = site
    }

    /// The version in force: the one that the log names.
    package var inForce: PlanDocument? {
        plan.document == 0 ? nil : documents.first { $0.number == plan.document }
    }

    /// A version by its number.
    package func document(_ number: Int64) -> PlanDocument? {
        documents.first { $0.number == number }
    }

    /// Versions that may come into force.
    var waiting: [PlanDocument] { documents.filter { !$0.state.isPublic } }

    /// The name of whoever made a mark.
    func name(_ mark: PlanMark) -> String {
        guard let person = mark.person else { return "whoever sat at the server" }
        return people[person]?.name ?? "somebody who left"
    }

    /// "Avery Lane on 2026-11-30".
    func signature(_ mark: PlanMark, _ clock: PageClock) -> String {
        "\(name(mark)), \(mark.at.day(clock))"
    }
}

extension Instant {
    /// The day of the calendar at the site.
    func day(_ clock: PageClock) -> String {
        let local = self + .minutes(Int64(clock.utcOffsetMinutes))
        return String(local.iso.prefix(10))
    }
}
