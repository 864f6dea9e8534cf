package import MusterCore

/// The administrators' page of duty data: drawn by the server only, never kept on a device.
package enum DutyPage {
    /// Draws one part of the duty data.
    package static func page(_ duty: DutyOverview, _ section: DutySection, clock: PageClock) -> Page {
        Page(
            "Duty", site: duty.organization, mode: duty.mode, layout: .wide,
            connection: .current(asOf: clock.now), clock: clock, links: duty.links
        ) {
            Region("sections") { h in
                h.tabs(
                    "Parts of the duty data",
                    DutySection.allCases.map { part in
                        (part.label, "/duty?view=" + part.rawValue, part == section)
                    })
            }
            if let typed = duty.typed { Region("faults") { h in h.dutyFaults(typed) } }
            if !duty.done.isEmpty {
                Region("done") { h in h.notice(.neutral, duty.done) }
            }
            switch section {
            case .lines: Region("lines") { h in h.dutyLines(duty) }
            case .importing: importing(duty)
            default: tables(duty, section)
            }
        }
    }

    /// Draws the question whether a row is to go.
    package static func removal(
        of row: DutyRow, _ duty: DutyOverview, _ section: DutySection, clock: PageClock
    ) -> Page {
        let words = duty.words(of: row.entry)
        return Page(
            "Duty", site: duty.organization, mode: duty.mode, connection: .current(asOf: clock.now),
            clock: clock,
            links: duty.links
        ) {
            Region("removal") { h in
                h.card("Remove this?") { h in
                    h.p { h in
                        h.strong(text: words.title)
                        h.text(": " + words.detail)
                    }
                    if row.isImported {
                        h.p(
                            "quiet", text: "It was imported. The next import of the same file brings it back."
                        )
                    }
                    h.plainForm(to: "/duty/remove", ["row": row.id.text, "view": section.rawValue]) { h in
                        h.button("Remove", .outlined(.caution), icon: .warning)
                    }
                    h.buttonLink("Keep it", to: "/duty?view=" + section.rawValue, .primary)
                }
            }
        }
    }

    private static func tables(_ duty: DutyOverview, _ section: DutySection) -> [Region] {
        DutyTableForm.all(in: section).map { form in
            Region(form.table) { h in
                h.dutyTable(form, duty, section)
                h.dutyForm(form, duty)
            }
        } + (section == .absences ? [Region("presence") { h in h.presence(duty) }] : [])
            + (section == .calendar ? [Region("zone") { h in h.zone(duty) }] : [])
    }

    private static func importing(_ duty: DutyOverview) -> [Region] {
        [
            Region("trial") { h in if let trial = duty.trial { h.dutyTrial(trial, duty) } },
            Region("upload") { h in h.dutyUpload(duty) },
            Region("download") { h in h.dutyDownload() },
        ]
    }
}

extension DutyRow {
    /// Whether a file brought it in.
    var isImported: Bool { origin != "page" }
}

extension DutySection {
    /// The name of the part.
    package var label: String {
        switch self {
        case .hours: "People's hours"
        case .lines: "Lines"
        case .calendar: "Calendar and events"
        case .absences: "Absences and substitutes"
        case .learned: "Qualifications and responders"
        case .importing: "Import"
        }
    }
}

extension Html {
    /// Writes the rows of a table, each with the way to remove it.
    fileprivate mutating func dutyTable(
        _ form: DutyTableForm, _ duty: DutyOverview, _ section: DutySection
    ) {
        let rows = duty.rows.filter { $0.entry.wireCase == form.kind }
        guard !rows.isEmpty else { return empty(form.title, form.empty + ".") }
        table(form.title, ["What is entered", "Remove"]) { h in
            for row in rows { h.dutyRow(row, duty, "/duty/remove?view=\(section.rawValue)&row=") }
        }
    }

    private mutating func dutyRow(_ row: DutyRow, _ duty: DutyOverview, _ path: String) {
        let words = duty.words(of: row.entry)
        element("tr", []) { h in
            h.element("th", [.attribute("scope", "row")]) { h in
                h.text(words.title)
                h.p("quiet", text: words.detail)
            }
            h.element("td", ["cell-act cell-narrow"]) { h in
                h.element("a", ["button button-secondary", .href(path + row.id.text)]) { h in
                    h.span(text: "Remove")
                    h.span("visually-hidden", text: ": \(words.title), \(words.detail)")
                }
            }
        }
    }

    /// Writes who said that they are here.
    fileprivate mutating func presence(_ duty: DutyOverview) {
        let rows = duty.rows.filter { $0.entry.wireCase == .presence }
        guard !rows.isEmpty else { return }
        table("Who said so themselves", ["Here or not", "Remove"]) { h in
            for row in rows { h.dutyRow(row, duty, "/duty/remove?view=absences&row=") }
        }
    }

    fileprivate mutating func zone(_ duty: DutyOverview) {
        let typed = duty.typed?.table == "zone" ? duty.typed : nil
        let form: (inout Html) -> Void = { h in
            h.plainForm(to: "/duty/zone") { h in
                h.field(
                    Field(
                        "zone", "Time zone of the site", hint: "Such as America/Chicago.",
                        error: typed?.error("zone") ?? "", value: typed?.value("zone") ?? duty.zone,
                        isRequired: true, id: "zone-zone"))
                h.button("Use this time zone", .secondary, icon: .clock)
            }
        }
        guard typed == nil else { return card("Time zone", content: form) }
        fold("Time zone", key: "zone", icon: .clock, aside: duty.zone, content: form)
    }

    /// Writes what has to be put right, with the way to each field.
    fileprivate mutating func dutyFaults(_ typed: DutyForm) {
        div("problem", .attribute("role", "alert"), .attribute("tabindex", "-1")) { h in
            h.h2("problem-title", text: "This was not saved")
            h.p(text: "Put right what is said below, and send it again.")
            h.ul { h in
                for fault in typed.faults {
                    h.li { h in h.link(fault.message, to: "#" + typed.table + "-" + fault.field) }
                }
            }
        }
    }
}
