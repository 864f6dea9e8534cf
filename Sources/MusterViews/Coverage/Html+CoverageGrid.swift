import MusterCore

/// The week by hour and day.
extension Html {
    /// Writes the heat map, each hour of which leads to its answer.
    ///
    /// Whoever cannot see it or goes by keyboard has the table of ``coverageTable(_:)``, which says more and leads there
    /// too: 168 stops of the Tab key would be in everybody's way.
    mutating func coverageGrid(_ sheet: CoverageSheet) {
        section("card") { h in
            h.h2("card-title", text: "Hour by hour")
            h.div("hours", .attribute("aria-hidden", "true")) { h in
                h.span("hour-corner") { _ in }
                for hour in 0..<24 as Range<Int32> { h.span("hour-head", text: "\(hour)") }
                for number in 0..<7 as Range<Int32> {
                    let day = sheet.first.advanced(by: number)
                    h.span("day-head") { h in
                        h.strong(text: day.weekday.short)
                        h.span(text: " \(day.date.day)")
                    }
                    for hour in 0..<24 as Range<Int32> { h.hour(hour, of: day, sheet) }
                }
            }
            h.legend(sheet)
        }
    }

    private mutating func hour(_ hour: Int32, of day: CivilDay, _ sheet: CoverageSheet) {
        let when = Stretch(
            from: sheet.clock.instant(day, minute: hour * 60),
            to: sheet.clock.instant(day, minute: hour * 60 + 60))
        // The hour that the clock leaps over.
        guard when.from < when.to else { return span("hour hour-none") { _ in } }
        let cell = sheet.coverage.cell(when)
        let mark = cell.gaps.map { $0.mark }.first { !$0.isEmpty } ?? (cell.lacksOther ? "+" : "")
        let isFilled = cell.isOccupied || !mark.isEmpty
        span(.class(isFilled ? cell.grade.tone.className : "hour-empty")) { h in
            h.element(
                "a",
                [
                    .class(isFilled ? "hour hour-filled" : "hour"), .href(sheet.address(at: when.from)),
                    .attribute("tabindex", "-1"),
                ]
            ) { h in
                if cell.isOccupied { h.strong(text: "\(cell.depth)") }
                if !mark.isEmpty { h.span("hour-mark", text: mark) }
            }
        }
    }

    private mutating func legend(_ sheet: CoverageSheet) {
        p("quiet") { h in
            h.text("The number says how many could coordinate at the thinnest moment of the hour. ")
            h.text("Hours without a colour are those in which nobody need be on the site. ")
            h.text("Each hour leads to who would be asked in it.")
        }
        let findings = sheet.coverage.findings
        let marks = CoverageGap.allCases.filter { gap in
            !gap.mark.isEmpty
                && findings.contains { $0.hit.gap == gap && $0.hit.position == .schoolCoordinator }
        }
        let lacksOther = findings.contains { $0.hit.position != .schoolCoordinator }
        guard !marks.isEmpty || lacksOther else { return }
        ul("hour-legend") { h in
            for gap in marks { h.mark(gap.mark, gap.legend) }
            if lacksOther { h.mark("+", "another position lacks somebody") }
        }
    }

    private mutating func mark(_ mark: String, _ legend: String) {
        li { h in
            h.strong(text: mark)
            h.text(" " + legend)
        }
    }

    /// Writes the stretches of the week as a table: when, who would be asked, and what lacks.
    mutating func coverageTable(_ sheet: CoverageSheet) {
        let shown = sheet.coverage.stretches.filter { $0.isOccupied || !$0.hits.isEmpty }
        guard !shown.isEmpty else { return }
        fold("The same as a table", icon: .note) { h in
            h.table("Who would coordinate", ["When", "Asked in this order", "Outside duty", "What lacks"]) {
                h in
                for stretch in shown {
                    let when = sheet.clock.words(of: [stretch.when])
                    let address = sheet.address(at: max(stretch.when.from, sheet.coverage.period.from))
                    let names = stretch.standby.map { standby in
                        sheet.directory.name(of: standby.person) + (standby.responds ? " (responds)" : "")
                            + (standby.isOutside ? " (outside)" : "")
                    }
                    let cells = [
                        names.isEmpty ? "Nobody" : names.joined(separator: ", "),
                        stretch.outsideDuty.map { sheet.directory.name(of: $0) } ?? "Nobody",
                        stretch.hits.isEmpty
                            ? "Nothing"
                            : stretch.hits.map { $0.label }.joined(separator: "; "),
                    ]
                    h.element("tr", []) { h in
                        h.element("th", [.attribute("scope", "row")]) { h in h.link(when, to: address) }
                        for cell in cells { h.element("td", []) { h in h.text(cell) } }
                    }
                }
            }
        }
    }
}
