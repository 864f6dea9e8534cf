import MusterCore

/// What would be if: somebody away, an event at another time, one hour that somebody asks about.
extension Html {
    /// Writes the forms of a what-if, and what came of the one that was tried.
    mutating func coverageTrial(_ sheet: CoverageSheet) {
        if let trial = sheet.trial { outcome(trial, sheet) }
        card("If somebody were away") { h in
            h.p(
                "quiet",
                text: "All of these seven days, from every line and duty. Nothing is changed by trying.")
            h.plainForm(to: sheet.address(.trial)) { h in
                h.people("person", "Who is away", sheet, chosen: sheet.trial?.away ?? [])
                h.button("See who is asked then")
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

    /// Writes who would coordinate at one hour, and the form that asks for another one.
    mutating func coverageHour(_ sheet: CoverageSheet) {
        if let hour = sheet.hour {
            let names = hour.away.map { sheet.directory.name(of: $0) }
            let key =
                sheet.clock.words(at: hour.at) + (names.isEmpty ? "" : ", without " + Teller.list(names))
            if let answer = hour.answer {
                coverageMoment(answer, key, sheet)
            } else {
                notice(.caution, key) { h in h.p(text: "This hour does not lie in the days that are shown.") }
            }
        }
        card("Who would coordinate at an hour") { h in
            let shown = sheet.hour.map { sheet.clock.shows($0.at) }
            h.element(
                "form", ["act", .attribute("method", "get"), .attribute("action", "/coverage")]
            ) { h in
                h.hidden("view", CoverageSection.hour.rawValue)
                h.hidden("from", sheet.first.text)
                h.select(
                    "day", "Day",
                    (0..<7 as Range<Int32>).map { number in
                        let day = sheet.first.advanced(by: number)
                        return Choice(day.text, day.words)
                    }, selected: shown?.day.text ?? "")
                h.field(
                    Field(
                        "time", "Time", hint: "For example 16:30",
                        value: shown.map { DutyText.time($0.minute) } ?? "",
                        isRequired: true))
                h.people("away", "If these are away", sheet, chosen: sheet.hour?.away ?? [])
                h.button("Say who", .primary)
            }
        }
    }

    private mutating func people(
        _ name: StaticString, _ legend: String, _ sheet: CoverageSheet, chosen: [PersonID]
    ) {
        checks(
            name, legend: legend, sheet.people.map { Choice($0.text, sheet.directory.name(of: $0)) },
            selected: chosen.map { $0.text })
    }

    private mutating func outcome(_ trial: CoverageTrial, _ sheet: CoverageSheet) {
        h2("section-title", text: "If: " + trial.changes.sentences(sheet.directory, sheet.clock))
        let opened = trial.difference.opened
        let worst = opened.map { $0.hit.grade }.max() ?? .fine
        notice(
            worst.tone,
            opened.isEmpty
                ? "Nothing opens" : opened.count == 1 ? "1 thing opens" : "\(opened.count) things open"
        ) { h in h.list(opened, sheet) }
        if !trial.difference.closed.isEmpty {
            card("What closes") { h in h.list(trial.difference.closed, sheet) }
        }
        card("Who is asked then") { h in h.shifts(trial.shifts, sheet) }
    }

    private mutating func shifts(_ shifts: [CoverageShift], _ sheet: CoverageSheet) {
        guard !shifts.isEmpty else {
            return p(text: "The same people in the same order, at every hour of these days.")
        }
        for isOccupied in [true, false] {
            let mine = shifts.filter { $0.isOccupied == isOccupied }
            guard !mine.isEmpty else { continue }
            h3(text: isOccupied ? "While people are on the site" : "While nobody is due on the site")
            ul("told") { h in for shift in mine { h.shift(shift, sheet) } }
        }
    }

    private mutating func shift(_ shift: CoverageShift, _ sheet: CoverageSheet) {
        let names = shift.asked.map { sheet.directory.name(of: $0) }
        let asked =
            names.isEmpty
            ? "Then nobody is asked." : "Then asked: " + names.joined(separator: ", then ") + "."
        let duty =
            shift.outsideDuty.map { "Outside duty: \(sheet.directory.name(of: $0))." }
            ?? "Nobody on outside duty."
        li { h in
            h.strong(text: sheet.clock.words(of: shift.when))
            h.p(text: asked)
            h.p("quiet", text: duty)
        }
    }

    private mutating func list(_ findings: [CoverageFinding], _ sheet: CoverageSheet) {
        guard !findings.isEmpty else { return }
        ul("told") { h in
            for finding in findings {
                h.li { h in
                    h.strong(text: finding.hours(sheet.clock) + finding.hit.label)
                    h.p(text: finding.hit.sentence(sheet.directory))
                }
            }
        }
    }
}

extension CoverageFinding {
    /// When it is, with a colon after it; nothing of what is so at every hour.
    func hours(_ clock: SiteClock) -> String { hit.gap.isStanding ? "" : clock.words(of: when) + ": " }
}
