/// Bringing a roster in: first a trial that changes nothing, then a yes.
extension Html {
    mutating func upload(isFirst: Bool) {
        card(isFirst ? "Bring a roster in" : "Try another file") { h in
            h.p(
                text: "A OneRoster 1.1 or 1.2 zip file from your student information system. "
                    + "It is read and compared first; nothing changes until you say so.")
            h.plainForm(to: "/roster/trial", carriesFile: true) { h in
                h.div("field") { h in
                    h.element("label", [.attribute("for", "field-file")]) { h in h.text("Zip file") }
                    h.void(
                        "input", .id("field-file"), .attribute("type", "file"), .attribute("name", "file"),
                        .attribute("accept", ".zip,application/zip"), .flag("required"))
                }
                h.button("Read it, change nothing", isFirst ? .primary : .secondary, icon: .update)
            }
            h.p("quiet", text: "Passwords in the file are dropped while it is read.")
        }
    }

    mutating func importTrial(_ trial: ImportTrial) {
        card("Tried, not taken in: " + trial.file) { h in
            h.facts { h in
                h.fact("Understood as", trial.format)
                h.fact("Would come in", "\(trial.changes.added)")
                h.fact("Would change", "\(trial.changes.changed)")
                h.fact("Would go", "\(trial.changes.removed)")
                h.fact("Stays as it is", "\(trial.changes.unchanged)")
            }
            h.decision(trial)
        }
        if !trial.findings.isEmpty { findings(trial.findings, of: trial.findingCount) }
    }

    private mutating func decision(_ trial: ImportTrial) {
        switch trial.refusal {
        case nil:
            plainForm(to: "/roster/import", ["trial": trial.key]) { h in
                h.button("Take it in", .primary, icon: .check)
            }
        case .unreadable(let why):
            problem("This set cannot be taken in", why)
        case .wouldRemove(let people, let all, let limit):
            let percent = all == 0 ? 100 : people * 100 / all
            problem(
                "\(people) of \(all) active people would vanish",
                "That is \(percent) in 100; the guard stops at \(limit). Most often the file is incomplete: "
                    + "a school is missing, or it was cut while it was made.")
            buttonRow { h in
                h.buttonLink("Keep the roster as it is", to: "/roster?view=import", .primary, icon: .shield)
            }
            fold("They really left: take it in all the same") { h in
                h.p(
                    text: "\(people) people lose their places and their devices are signed out. "
                        + "A later import brings them back with the same ids.")
                h.plainForm(to: "/roster/import", ["trial": trial.key, "removal": "allowed"]) { h in
                    h.button("Remove \(people) people", .outlined(.caution), icon: .warning)
                }
            }
        }
    }

    /// Writes what was found in a file, `count` being all of it.
    mutating func findings(_ all: [RosterFinding], of count: Int64) {
        let shown = Int64(all.count)
        let caption = shown < count ? "The first \(shown) of \(count) remarks" : "Remarks: \(count)"
        table(caption, ["What and what to do", "Where"]) { h in
            for finding in all {
                h.element("tr", []) { h in
                    h.element("th", [.attribute("scope", "row")]) { h in
                        h.badge(finding.severity.tone, finding.severity.label)
                        h.text(" " + finding.message)
                        h.p("quiet", text: finding.code)
                    }
                    h.element("td", []) { h in
                        h.text(finding.file)
                        if let line = finding.line { h.p("quiet", text: "line \(line)") }
                        if let column = finding.column { h.p("quiet", text: "column \(column)") }
                    }
                }
            }
        }
    }
}

extension ImportChanges {
    /// The counts in a line.
    var words: String { "\(added) added, \(changed) changed, \(removed) removed, \(unchanged) as before" }
}

extension RosterFinding.Severity {
    fileprivate var tone: Tone {
        switch self {
        case .note: .neutral
        case .warning: .exceptions
        case .error: .needsHelp
        }
    }

    fileprivate var label: String {
        switch self {
        case .note: "Note"
        case .warning: "Warning"
        case .error: "Not read"
        }
    }
}
