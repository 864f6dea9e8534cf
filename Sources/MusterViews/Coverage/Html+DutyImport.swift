import MusterCore

/// Bringing duty data in: first a trial that changes nothing, then a yes.
extension Html {
    mutating func dutyUpload(_ duty: DutyOverview) {
        let typed = duty.typed?.table == "upload" ? duty.typed : nil
        card(duty.trial == nil ? "Bring a file in" : "Try another file") { h in
            h.p(
                text: "A CSV table under its own name, such as hours.csv, or a calendar (.ics). "
                    + "It is read and compared first; nothing changes until you say so.")
            h.plainForm(to: "/duty/trial", carriesFile: true) { h in
                h.div("field") { h in
                    h.element("label", [.attribute("for", "upload-file")]) { h in h.text("File") }
                    h.void(
                        "input", .id("upload-file"), .attribute("type", "file"), .attribute("name", "file"),
                        .attribute("accept", ".csv,.ics,text/csv,text/calendar"), .flag("required"))
                }
                h.dutyField(
                    .choice(
                        "purpose", "What it is",
                        [
                            ("table", "A CSV table"), ("absences", "A calendar: somebody's absences"),
                            ("events", "A calendar: events on the site"),
                            ("holidays", "A calendar: days without school"),
                        ]), "upload", typed, duty.people)
                h.dutyField(
                    .whose("person", "Whose absences", hint: "For a calendar of absences only."), "upload",
                    typed,
                    duty.people)
                h.button("Read it, change nothing", duty.trial == nil ? .primary : .secondary, icon: .update)
            }
            h.p(
                "quiet",
                text: "Of a calendar of absences only the times are read, never what it says about them. "
                    + "A year from today is taken.")
        }
    }

    mutating func dutyTrial(_ trial: DutyTrial, _ duty: DutyOverview) {
        card("Tried, not saved: " + trial.file) { h in
            h.facts { h in
                h.fact("New", "\(trial.changes.added)")
                h.fact("No longer in it", "\(trial.changes.removed)")
                h.fact("As before", "\(trial.changes.unchanged)")
                if trial.lines > 0 { h.fact("Lines set anew", "\(trial.lines)") }
            }
            h.freshRows(trial, duty)
            if trial.key.isEmpty {
                h.problem(
                    "This file cannot be saved",
                    "Put right what is said below and try it again. Nothing was changed.")
            } else {
                h.plainForm(to: "/duty/import", ["trial": trial.key]) { h in
                    h.button("Save it", .primary, icon: .check)
                }
            }
        }
        if !trial.findings.isEmpty { findings(trial.findings, of: trial.findingCount) }
    }

    /// Writes what would be new, so that times and people can be looked at before anything is saved.
    private mutating func freshRows(_ trial: DutyTrial, _ duty: DutyOverview) {
        let fresh = trial.rows.filter { row in !duty.rows.contains { $0.entry == row.entry } }
        guard !fresh.isEmpty else { return }
        fold("What is new", aside: "\(fresh.count)") { h in
            h.ul("annex-lines") { h in
                for row in fresh.prefix(100) {
                    let words = duty.words(of: row.entry)
                    h.li { h in
                        h.strong(text: words.title)
                        h.text(": " + words.detail)
                    }
                }
            }
            if fresh.count > 100 { h.p("quiet", text: "And \(fresh.count - 100) more.") }
        }
    }

    /// Writes the way to what there is as tables.
    mutating func dutyDownload() {
        fold("Take the tables out", icon: .outbox) { h in
            h.p(text: "What there is, as tables that can be changed in a spreadsheet and brought in again.")
            h.ul { h in
                for name in [
                    "calendar", "openings", "events", "hours", "outside-duty", "absences", "substitutes",
                    "qualifications", "requirements", "responders", "lines",
                ] {
                    h.li { h in h.link(name + ".csv", to: "/duty/table?name=" + name) }
                }
            }
        }
    }
}
