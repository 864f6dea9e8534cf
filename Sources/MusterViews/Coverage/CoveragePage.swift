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
            if !sheet.hasHours {
                Region("empty") { h in
                    h.notice(.caution, "No working hours are known yet") { h in
                        h.p(
                            text:
                                "Enter who works when, or bring the hours in as a file. Until then everybody counts as away."
                        )
                        h.link("Duty data", to: "/duty")
                    }
                }
            }
            switch section {
            case .week: week(sheet, clock)
            case .findings: findings(sheet, clock)
            case .trial: [Region("trial") { h in h.trial(sheet, clock) }]
            case .digest: [Region("digest") { h in h.digest(sheet) }]
            }
        }
    }

    private static func week(_ sheet: CoverageSheet, _ clock: PageClock) -> [Region] {
        [
            Region("now") { h in h.coverageNow(sheet, clock) },
            Region("summary") { h in if sheet.hasHours { h.coverageSummary(sheet) } },
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
        case .trial: "What if"
        case .digest: "Digest"
        }
    }
}

extension Html {
    fileprivate mutating func days(_ sheet: CoverageSheet, _ section: CoverageSection) {
        let last = sheet.first.advanced(by: 6)
        element("nav", ["day-nav", .label("Days shown")]) { h in
            h.link("Week before", to: sheet.address(section, from: sheet.first.advanced(by: -7)))
            h.strong(text: "\(sheet.first.words) to \(last.words) \(last.date.year)")
            h.link("Week after", to: sheet.address(section, from: sheet.first.advanced(by: 7)))
        }
    }

    fileprivate mutating func trial(_ sheet: CoverageSheet, _ clock: PageClock) {
        if let trial = sheet.trial { outcome(trial, sheet) }
        card("If somebody were away") { h in
            h.p(
                "quiet",
                text: "All of these seven days, from every line and duty. Nothing is changed by trying.")
            h.plainForm(to: sheet.address(.trial)) { h in
                h.select("person", "Who", sheet.people.map { Choice($0.text, sheet.directory.name(of: $0)) })
                h.button("See what opens")
            }
        }
        card("If an event were moved") { h in
            guard !sheet.events.isEmpty else {
                return h.p("quiet", text: "No event lies in these seven days.")
            }
            h.plainForm(to: sheet.address(.trial)) { h in
                h.select(
                    "event", "Which",
                    sheet.events.enumerated().map { number, event in
                        Choice("\(number)", "\(event.name), \(sheet.clock.words(of: [event.when]))")
                    })
                h.field(
                    Field("day", "To which day", hint: "For example \(sheet.first.text)", isRequired: true))
                h.field(Field("time", "Beginning at", hint: "For example 18:30", isRequired: true))
                h.button("See what opens")
            }
        }
    }

    private mutating func outcome(_ trial: CoverageTrial, _ sheet: CoverageSheet) {
        let opened = trial.difference.opened
        let worst = opened.map { $0.hit.grade }.max() ?? .fine
        notice(worst.tone, "If: " + trial.change.sentence(sheet.directory, sheet.clock)) { h in
            h.list("Opens", opened, sheet, none: "Nothing opens.")
            if !trial.difference.closed.isEmpty { h.list("Closes", trial.difference.closed, sheet, none: "") }
        }
    }

    private mutating func list(
        _ title: String, _ findings: [CoverageFinding], _ sheet: CoverageSheet, none: String
    ) {
        guard !findings.isEmpty else { return p(text: none) }
        h3(text: title)
        ul { h in
            for finding in findings {
                h.li { h in
                    h.strong(text: finding.hit.gap.label + ": ")
                    h.text(finding.hit.sentence(sheet.directory) + " ")
                    h.span("quiet", text: sheet.clock.words(of: finding.when))
                }
            }
        }
    }

    fileprivate mutating func digest(_ sheet: CoverageSheet) {
        card("Weekly digest") { h in
            for line in CoverageDigest(sheet).lines { h.p(text: line) }
        }
        p(
            "quiet",
            text: "Print this page for the office, or send it on: it holds names of staff and no student.")
    }
}
