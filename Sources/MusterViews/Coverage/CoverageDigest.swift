import MusterCore

/// Seven days in a few sentences, for whoever does not open the page: the office board, a message, a print.
package struct CoverageDigest: Sendable {
    /// The sentences, one a line.
    package let lines: [String]

    /// The digest of a sheet.
    package init(_ sheet: CoverageSheet) {
        let last = sheet.first.advanced(by: 6)
        let occupied = sheet.coverage.stretches.filter { $0.isOccupied }
        let minutes = occupied.reduce(0) { $0 + $1.when.minutes }
        let covered = occupied.filter { stretch in
            !stretch.hits.contains { $0.grade == .gravest }
        }.reduce(0) { $0 + $1.when.minutes }
        var lines = ["\(sheet.site), \(sheet.first.words) to \(last.words) \(last.date.year)."]
        if minutes == 0 {
            lines.append("Nobody is due on the site in these days.")
        } else {
            let backed = occupied.filter { $0.depth > 1 }.reduce(0) { $0 + $1.when.minutes }
            lines.append(
                "People are on the site for \(Self.hours(minutes)). Somebody who need not respond could coordinate for "
                    + "\(Self.hours(covered)) of them, with a backup for \(Self.hours(backed)).")
        }
        if sheet.open.isEmpty { lines.append("Nothing is to be mended.") }
        for item in sheet.open {
            let hit = item.finding.hit
            let isLasting = hit.gap == .shortLine || hit.gap == .hoursUnknown
            let when = isLasting ? "" : " \(sheet.clock.words(of: item.finding.when))."
            let who = item.note?.assigned.map { " Seen to by \(sheet.directory.name(of: $0))." } ?? ""
            lines.append(
                "\(hit.gap.label): \(hit.sentence(sheet.directory))\(when) "
                    + item.mend.sentences(sheet.directory, sheet.clock) + who)
        }
        if !sheet.accepted.isEmpty {
            let count = sheet.accepted.count
            lines.append(
                count == 1 ? "1 finding is accepted as it is." : "\(count) findings are accepted as they are."
            )
        }
        self.lines = lines
    }

    private static func hours(_ minutes: Int64) -> String {
        minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
    }
}
