import MusterCore

/// Who would coordinate at a site, hour by hour, and what is to be mended: drawn by the server, never kept on a device.
package enum CoveragePage {
    /// Draws one part of the page.
    package static func page(_ sheet: CoverageSheet, _ section: CoverageSection, clock: PageClock) -> Page {
        Page(
            "Coverage", site: sheet.site, mode: sheet.mode, layout: .wide,
            connection: .current(asOf: clock.now), clock: clock, links: sheet.links
        ) {
            Region("sections") { h in
                h.tabs(
                    "Parts of the coverage",
                    CoverageSection.allCases.map { part in
                        (part.label(sheet), sheet.address(part), part == section)
                    })
                h.days(sheet, section)
            }
            if !sheet.caveats.isEmpty {
                Region("empty") { h in for caveat in sheet.caveats { h.caveat(caveat) } }
            }
            switch section {
            case .week: week(sheet, clock)
            case .findings: findings(sheet, clock)
            case .hour: [Region("hour") { h in h.coverageHour(sheet) }]
            case .trial: [Region("trial") { h in h.coverageTrial(sheet) }]
            case .digest: [Region("digest") { h in h.coverageDigest(sheet) }]
            }
        }
    }

    private static func week(_ sheet: CoverageSheet, _ clock: PageClock) -> [Region] {
        [
            Region("now") { h in h.coverageNow(sheet) },
            Region("summary") { h in h.coverageSummary(sheet) },
            Region("grid") { h in h.coverageGrid(sheet) },
            Region("table") { h in h.coverageTable(sheet) },
        ]
    }

    private static func findings(_ sheet: CoverageSheet, _ clock: PageClock) -> [Region] {
        [
            Region("open") { h in
                guard !sheet.open.isEmpty else { return h.coverageSummary(sheet) }
                h.div("findings") { h in
                    for item in sheet.open { h.coverageFinding(item, sheet, clock) }
                }
            },
            Region("accepted") { h in
                guard !sheet.accepted.isEmpty else { return }
                h.h2("section-title", text: "Accepted as it is")
                h.div("findings") { h in
                    for item in sheet.accepted { h.coverageFinding(item, sheet, clock) }
                }
            },
        ]
    }
}

extension CoverageSection {
    fileprivate func label(_ sheet: CoverageSheet) -> String {
        switch self {
        case .week: "Week"
        case .findings: sheet.open.isEmpty ? "Findings" : "Findings (\(sheet.open.count))"
        case .hour: "One hour"
        case .trial: "What if"
        case .digest: "Digest"
        }
    }
}

extension CoverageCaveat {
    /// What is not known, in a few words.
    package var title: String {
        switch self {
        case .noHours: "No working hours are known yet"
        case .noOpenings: "No opening times are entered"
        case .noZone: "No time zone is chosen"
        }
    }

    /// What that does to the answer, and what to do.
    package var words: String {
        switch self {
        case .noHours:
            "Enter who works when, or bring the hours in as a file. Until then everybody counts as away."
        case .noOpenings:
            "Enter when people are on the site: school, care before and after it. Until then nobody is due at any hour, and almost nothing can be found to lack."
        case .noZone:
            "The site runs on the clock of Greenwich (UTC), and every hour here may be wrong by the distance from it. An administrator sets the zone on the duty pages, under the calendar."
        }
    }
}

extension Html {
    fileprivate mutating func caveat(_ caveat: CoverageCaveat) {
        notice(.caution, caveat.title) { h in
            h.p(text: caveat.words)
            h.link("Duty data", to: caveat == .noHours ? "/duty" : "/duty?view=calendar")
        }
    }

    fileprivate mutating func days(_ sheet: CoverageSheet, _ section: CoverageSection) {
        let last = sheet.first.advanced(by: 6)
        element("nav", ["day-nav", .label("Days shown")]) { h in
            h.link("Week before", to: sheet.address(section, from: sheet.first.advanced(by: -7)))
            h.strong(text: "\(sheet.first.words) to \(last.words) \(last.date.year)")
            h.link("Week after", to: sheet.address(section, from: sheet.first.advanced(by: 7)))
        }
    }
}

extension CoverageSheet {
    /// The address of a part of the page for the same days.
    func address(_ section: CoverageSection, from day: CivilDay? = nil) -> String {
        "/coverage?view=\(section.rawValue)&from=\((day ?? first).text)"
    }

    /// The address of one hour's answer.
    func address(at moment: Instant) -> String { address(.hour) + "&at=" + clock.text(at: moment) }
}
