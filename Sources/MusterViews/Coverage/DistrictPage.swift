package import MusterCore

/// One site on the district's page.
package struct DistrictRow: Sendable {
    /// Which site.
    package var site: SiteID
    /// Its name.
    package var name: String
    /// Who would coordinate now; `nil` where its data cannot be read.
    package var now: CoverageStretch?
    /// Who would be asked first, by name.
    package var first: String?
    /// The outside duty person, by name.
    package var outsideDuty: String?
    /// What comes next within a day, and when.
    package var next: String?
    /// What is to be mended within seven days.
    package var open: Int32 = 0
    /// What nobody entered there, so that the row says less than it seems to.
    package var caveats: [CoverageCaveat] = []
    /// Whether an incident is open there, and whether it is practice.
    package var mode = Mode.everyday

    /// A site.
    package init(_ site: SiteID, _ name: String) {
        self.site = site
        self.name = name
    }

    /// How grave what lacks there now is; of what cannot be read it is not known.
    package var grade: CoverageGrade { now?.grade ?? .serious }
}

/// Right now at every site that the viewer looks after: who would coordinate, how deep, and who is outside.
package enum DistrictPage {
    /// Draws the page, the gravest site first.
    package static func page(_ rows: [DistrictRow], clock: PageClock, links: [PageLink]) -> Page {
        Page(
            "Right now", site: "Your sites", mode: .everyday, layout: .wide,
            connection: .current(asOf: clock.now), clock: clock, links: links
        ) {
            Region("summary") { h in h.summary(rows) }
            Region("sites") { h in
                guard !rows.isEmpty else {
                    return h.empty(
                        "No site", "This page shows the sites in whose line you stand or that you administer."
                    )
                }
                h.table(
                    "Who would coordinate now",
                    ["Site", "Asked first", "How many", "Outside duty", "What lacks", "Next"]
                ) { h in
                    for row in rows.sorted(by: { ($1.grade, $0.name) < ($0.grade, $1.name) }) { h.site(row) }
                }
            }
        }
    }
}

extension Html {
    fileprivate mutating func summary(_ rows: [DistrictRow]) {
        guard !rows.isEmpty else { return }
        let nobody = rows.filter { $0.now?.first == nil && $0.now != nil }
        let unread = rows.filter { $0.now == nil }
        let unknown = rows.filter { $0.caveats.contains(.noOpenings) }
        if nobody.isEmpty, unread.isEmpty, unknown.isEmpty {
            return notice(.allHere, "At every site somebody would be asked first now")
        }
        if !nobody.isEmpty {
            let worst = nobody.map { $0.grade }.max() ?? .serious
            sites(worst.tone, "nobody would be asked first now", nobody)
        }
        if !unread.isEmpty { sites(.caution, "it cannot be read who would be asked", unread) }
        if !unknown.isEmpty { sites(.caution, "no opening times are entered", unknown) }
    }

    private mutating func sites(_ tone: Tone, _ what: String, _ rows: [DistrictRow]) {
        notice(tone, "At \(rows.count == 1 ? "1 site" : "\(rows.count) sites") \(what)") { h in
            h.p(text: Teller.list(rows.map { $0.name }) + ".")
        }
    }

    fileprivate mutating func site(_ row: DistrictRow) {
        element("tr", []) { h in
            h.element("th", [.attribute("scope", "row")]) { h in
                h.text(row.name)
                if row.open > 0 {
                    h.p(
                        "quiet",
                        text: row.open == 1
                            ? "1 thing to mend in 7 days" : "\(row.open) things to mend in 7 days")
                }
                if let word = row.mode.word {
                    h.badge(row.mode.isPretended ? .neutral : .lockdown, "\(word)")
                }
            }
            guard let now = row.now else {
                return h.element("td", [.attribute("colspan", "5")]) { h in
                    h.text("Its data cannot be read now.")
                }
            }
            h.cell("Asked first") { h in h.text(row.first ?? "Nobody") }
            h.cell("How many") { h in h.text("\(now.depth)") }
            h.cell("Outside duty") { h in h.text(row.outsideDuty ?? "Nobody") }
            h.cell("What lacks") { h in
                guard let worst = now.worst else {
                    return h.text(now.isOccupied ? "Nothing" : "Nobody due there")
                }
                h.badge(worst.grade.tone, worst.label)
            }
            h.cell("Next") { h in h.text(row.next ?? "Nothing within a day") }
        }
    }

    /// Writes a cell that says on a phone, where rows stand below one another, what it is.
    private mutating func cell(_ label: String, _ content: (inout Html) -> Void) {
        element("td", [.data("label", label)], content)
    }
}
