import MusterCore

/// Where an administrator settles whether a register of armed and uniformed adults may exist, and who reads it.
package enum RegisterSettingPage {
    /// Draws the form as it is kept, or as it was typed with what is to be put right.
    package static func page(_ sheet: RegisterSheet, clock: PageClock) -> Page {
        Page(
            "Register of armed adults", site: sheet.site, mode: sheet.mode,
            connection: .current(asOf: clock.now), clock: clock, links: sheet.links
        ) {
            if !sheet.done.isEmpty { Region("done") { h in h.notice(.neutral, sheet.done) } }
            Region("why") { h in
                h.notice(.caution, "Ask counsel before you allow it") { h in
                    h.p(
                        text:
                            "Officers who arrive need to know who else is armed. The same list can endanger those on "
                            + "it. Some states forbid it, keep it secret by law, or make it a public record.")
                }
            }
            Region("setting") { h in h.registerSetting(sheet, clock) }
            if sheet.setting.isAllowed { Region("forbid") { h in h.registerForbid() } }
            Region("looks") { h in
                h.p(
                    "quiet",
                    text: "Whoever is not named here, administrators too, is never shown the register.")
                h.buttonLink("Back to the roster", to: "/roster")
            }
        }
    }
}

extension Html {
    fileprivate mutating func registerSetting(_ sheet: RegisterSheet, _ clock: PageClock) {
        let kept = sheet.setting
        let typed = sheet.typed
        func chosen(_ name: String, _ persons: [PersonID]) -> [String] {
            typed.map { $0.fields.filter { $0.name == name }.map { $0.value } } ?? persons.map { $0.text }
        }
        func error(_ field: RegisterField) -> String {
            typed?.refusal.field == field ? typed?.refusal.sentence ?? "" : ""
        }
        card(kept.isAllowed ? "The register exists" : "There is no register") { h in
            if kept.isAllowed {
                h.p("quiet", text: "Settled by \(sheet.name(kept.setBy)), \(kept.setAt.day(clock)).")
            }
            if let typed { h.problem("This was not kept", typed.refusal.sentence) }
            h.plainForm(to: "/register/setting") { h in
                h.field(
                    Field(
                        "legalNote", "On what it rests",
                        hint:
                            "The law, policy or decision, its date, and who found that the register may exist",
                        error: error(.legalNote),
                        value: typed.map { $0.fields.first { $0.name == "legalNote" }?.value ?? "" }
                            ?? kept.legalNote, kind: .multiline, isRequired: true))
                h.checks(
                    "holders", legend: "Lawful holders", hint: "They keep it, and read it at any time",
                    error: error(.holders), sheet.candidates.holders.map { $0.choice },
                    selected: chosen("holders", kept.holders))
                h.checks(
                    "command", legend: "Law-enforcement command",
                    hint: "They read it while an incident is open that agencies see", error: error(.command),
                    sheet.candidates.command.map { $0.choice }, selected: chosen("command", kept.command))
                h.button(kept.isAllowed ? "Keep the change" : "Allow the register", .primary, icon: .check)
            }
        }
    }

    fileprivate mutating func registerForbid() {
        fold("End the register", key: "forbid", icon: .exit) { h in
            h.p(text: "Every row is erased at once. The record of who looked at it stays.")
            h.plainForm(to: "/register/forbid") { h in
                h.button("End and erase the register", .secondary, icon: .exit)
            }
        }
    }
}

extension PersonEntry {
    fileprivate var choice: Choice { Choice(person.text, name, hint: title) }
}
