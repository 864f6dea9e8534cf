import MusterCore

/// Seven days in short, for whoever does not open the page: the office board, a message, a print.
package struct CoverageDigest: Sendable {
    /// One thing to mend.
    package struct Item: Sendable {
        /// What lacks.
        package let label: String
        /// When; empty of what is so at every hour.
        package let when: [String]
        /// What lacks, in a sentence.
        package let words: String
        /// What to do, one thing a line.
        package let mend: [String]
        /// Who sees to it, by name.
        package let assigned: String?
        let grade: CoverageGrade
    }

    /// Which site and which days.
    package let title: String
    /// How many hours are covered, and what is not known.
    package let facts: [String]
    /// What is to be mended, the gravest first.
    package let items: [Item]
    /// What else is to be said: that nothing is to be mended, what is accepted.
    package let rest: [String]

    /// The digest of a sheet.
    package init(_ sheet: CoverageSheet) {
        let last = sheet.first.advanced(by: 6)
        title = "\(sheet.site), \(sheet.first.words) to \(last.words) \(last.date.year)"
        facts = Self.facts(sheet)
        items = sheet.open.map { item in
            let hit = item.finding.hit
            return Item(
                label: hit.label, when: hit.gap.isStanding ? [] : sheet.clock.list(of: item.finding.when),
                words: hit.sentence(sheet.directory),
                mend: item.mend.map { $0.sentence(sheet.directory, sheet.clock) },
                assigned: item.note?.assigned.map { sheet.directory.name(of: $0) }, grade: hit.grade)
        }
        var rest: [String] = []
        if items.isEmpty, sheet.isKnown { rest.append("Nothing is to be mended.") }
        if !sheet.accepted.isEmpty {
            let count = sheet.accepted.count
            rest.append(
                count == 1 ? "1 finding is accepted as it is." : "\(count) findings are accepted as they are."
            )
        }
        self.rest = rest
    }

    private static func facts(_ sheet: CoverageSheet) -> [String] {
        let occupied = sheet.coverage.stretches.filter { $0.isOccupied }
        let minutes = occupied.reduce(0) { $0 + $1.when.minutes }
        let known = sheet.caveats.map { $0.title + "." }
        guard minutes > 0 else { return known + ["Nobody is due on the site in these days."] }
        let covered = occupied.filter { $0.first != nil }.reduce(0) { $0 + $1.when.minutes }
        let backed = occupied.filter { $0.depth > 1 }.reduce(0) { $0 + $1.when.minutes }
        return known + [
            "\(hours(minutes)) with people on the site.",
            "\(hours(covered)) of them with somebody who could coordinate and need not respond.",
            "\(hours(backed)) of them with a backup as well.",
        ]
    }

    private static func hours(_ minutes: Int64) -> String {
        minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }
}

extension Html {
    /// Writes the digest as lists.
    mutating func coverageDigest(_ sheet: CoverageSheet) {
        let digest = CoverageDigest(sheet)
        card("Weekly digest") { h in
            h.p { h in h.strong(text: digest.title) }
            h.ul("told") { h in for fact in digest.facts { h.li(text: fact) } }
            for line in digest.rest { h.p(text: line) }
        }
        if !digest.items.isEmpty {
            card("To mend") { h in
                h.ol("told") { h in for item in digest.items { h.digestItem(item) } }
            }
        }
        p(
            "quiet",
            text: "Print this page for the office, or send it on: it holds names of staff and no student.")
    }

    private mutating func digestItem(_ item: CoverageDigest.Item) {
        li { h in
            h.p { h in
                h.badge(item.grade.tone, item.label)
                if !item.when.isEmpty { h.strong(text: " " + item.when.joined(separator: "; ")) }
            }
            h.p(text: item.words)
            for line in item.mend { h.p("quiet", text: "To do: " + line) }
            if let assigned = item.assigned { h.p("quiet", text: "Seen to by \(assigned).") }
        }
    }
}
