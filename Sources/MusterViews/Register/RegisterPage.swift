import MusterCore

/// The register of armed and uniformed adults: for its lawful holder and for law-enforcement command.
///
/// Drawn by the server only and kept on no device; each look is taken down.
package enum RegisterPage {
    /// Draws the register for somebody who holds, reads or waits for it.
    package static func page(_ sheet: RegisterSheet, clock: PageClock) -> Page {
        Page(
            "Armed and uniformed adults", site: sheet.site, mode: sheet.mode,
            connection: .current(asOf: clock.now), clock: clock, links: sheet.links
        ) {
            if !sheet.done.isEmpty { Region("done") { h in h.notice(.neutral, sheet.done) } }
            if sheet.access == .waits {
                Region("waits") { h in
                    h.empty(
                        "Nothing is going on",
                        "The register opens here for law-enforcement command while an incident is open.")
                }
            } else {
                Region("adults") { h in h.armedAdults(sheet, clock) }
            }
            if sheet.access == .holds {
                Region("add") { h in h.addArmedAdult(sheet) }
                Region("looks") { h in h.registerLooks(sheet, clock) }
            }
            if sheet.access != .waits { Region("rests-on") { h in h.registerRestsOn(sheet, clock) } }
            if sheet.maySettle {
                Region("setting") { h in
                    h.buttonLink("Settle who keeps and reads it", to: "/register/setting")
                }
            }
        }
    }
}

extension Html {
    fileprivate mutating func armedAdults(_ sheet: RegisterSheet, _ clock: PageClock) {
        let adults = sheet.adults.inReadingOrder(at: clock.now)
        guard !adults.isEmpty else {
            return empty(
                "Nobody is in the register",
                sheet.access == .holds
                    ? "Add the first below."
                    : "Ask at the school's desk who is armed, and trust no gap in this list.")
        }
        let armed = adults.count { $0.isArmed }
        let gone = adults.count { $0.isHere(at: clock.now) == false }
        p("lead") { h in
            h.strong(text: "\(armed) armed")
            h.text(", \(adults.count - armed) not armed")
            h.text(gone == 0 ? "." : "; \(gone) known to have left the site.")
            h.text(" Others may be armed who are not listed.")
        }
        for adult in adults { keyed("adult-" + adult.id.text) { h in h.armedAdult(adult, sheet, clock) } }
    }

    private mutating func armedAdult(_ adult: ArmedAdult, _ sheet: RegisterSheet, _ clock: PageClock) {
        let isHere = adult.isHere(at: clock.now)
        card(
            adult.name,
            aside: { h in
                h.badge(adult.isArmed ? .caution : .neutral, adult.isArmed ? "Armed" : "Not armed")
                if isHere == false {
                    h.text(" ")
                    h.badge(.noReport, "Has left")
                }
            },
            content: { h in
                h.p("big-value") { h in h.span(text: adult.appearance) }
                h.p { h in
                    if adult.isArmed, adult.dress == .plain {
                        h.badge(.caution, "Ordinary clothes")
                    } else {
                        h.text(adult.dress.label)
                    }
                }
                h.facts { h in
                    let texts: [(String, String)] = [
                        ("Does here", adult.duty), ("Employer", adult.employer), ("Usual place", adult.post),
                        ("When here", adult.hours),
                    ]
                    for (key, value) in texts where !value.isEmpty { h.fact(key, value) }
                    h.fact("On the site now") { h in
                        guard let isHere else { return h.text("Not known") }
                        h.text(isHere ? "Yes, said " : "No, said ")
                        h.age(of: adult.seenAt, clock)
                    }
                    if !adult.call.isEmpty { h.fact("Reached by", adult.call) }
                    h.fact(adult.isUnchecked(at: clock.now) ? "May be out of date: checked" : "Checked") {
                        h in
                        h.text(sheet.name(adult.checkedBy) + ", ")
                        h.age(of: adult.checkedAt, clock)
                    }
                }
                if sheet.access == .holds { h.keep(adult, sheet) }
            })
    }

    /// What the holder may do with a row.
    private mutating func keep(_ adult: ArmedAdult, _ sheet: RegisterSheet) {
        plainForm(to: "/register/mark", ["row": adult.id.text]) { h in
            h.buttonRow { h in
                h.button("Is here", .secondary, icon: .pin, name: "state", value: "here")
                h.button("Has left", .secondary, icon: .exit, name: "state", value: "left")
                h.button("Still right", .secondary, icon: .check, name: "state", value: "checked")
            }
        }
        let typed = sheet.typed.flatMap { $0.row == adult.id ? $0 : nil }
        let content: (inout Html) -> Void = { h in
            if let typed { h.problem("This was not kept", typed.refusal.sentence) }
            h.plainForm(to: "/register/keep", ["row": adult.id.text]) { h in
                h.armedAdultFields(adult, typed?.fields, typed?.refusal, "\(adult.id)-")
                h.button("Keep the change", .secondary, icon: .check)
            }
            h.plainForm(to: "/register/remove", ["row": adult.id.text]) { h in
                h.button("Take out of the register", .secondary, icon: .exit)
            }
        }
        if typed == nil {
            fold("Change or take out", key: "keep-" + adult.id.text, content: content)
        } else {
            content(&self)
        }
    }

    fileprivate mutating func addArmedAdult(_ sheet: RegisterSheet) {
        let typed = sheet.typed.flatMap { $0.row == nil ? $0 : nil }
        let content: (inout Html) -> Void = { h in
            if let typed { h.problem("This was not kept", typed.refusal.sentence) }
            h.plainForm(to: "/register/keep") { h in
                h.armedAdultFields(ArmedAdult(), typed?.fields, typed?.refusal, "new-")
                h.button("Add to the register", .primary, icon: .check)
            }
        }
        guard typed == nil, !sheet.adults.isEmpty else { return card("Add an adult", content: content) }
        fold("Add an adult", key: "add", icon: .person, content: content)
    }

    /// The fields of a row: what was typed, where something is to be put right, else what is kept.
    private mutating func armedAdultFields(
        _ adult: ArmedAdult, _ typed: [FormField]?, _ refusal: RegisterRefusal?, _ prefix: String
    ) {
        func value(_ field: RegisterField, _ kept: String) -> String {
            guard let typed else { return kept }
            return typed.first { $0.name == field.rawValue }?.value ?? ""
        }
        func error(_ field: RegisterField) -> String {
            refusal?.field == field ? refusal?.sentence ?? "" : ""
        }
        func text(_ name: StaticString, _ field: RegisterField, _ kept: String, hint: String = "") -> Field {
            Field(
                name, field.label, hint: hint, error: error(field), value: value(field, kept),
                isRequired: field == .name || field == .appearance, id: prefix + field.rawValue)
        }
        field(text("name", .name, adult.name))
        field(
            text(
                "appearance", .appearance, adult.appearance,
                hint: "Colours, lettering, badge, build of the vest: what an officer sees from afar"))
        select(
            "armed", RegisterField.armed.label,
            [Choice("yes", "Carries a weapon"), Choice("no", "Carries none")],
            selected: value(.armed, adult.isArmed || adult.id.isNone ? "yes" : "no"), id: prefix + "armed")
        select(
            "dress", RegisterField.dress.label, Dress.allCases.map { Choice($0.rawValue, $0.label) },
            selected: value(.dress, adult.dress.rawValue), id: prefix + "dress")
        fieldError(error(.dress), id: prefix + "dress")
        field(text("duty", .duty, adult.duty, hint: "For example: evening guard, School Resource Officer"))
        field(text("employer", .employer, adult.employer))
        field(text("post", .post, adult.post))
        field(text("hours", .hours, adult.hours, hint: "For example: school days 7:30 to 15:30"))
        field(text("call", .call, adult.call, hint: "Radio channel or telephone"))
    }

    fileprivate mutating func registerLooks(_ sheet: RegisterSheet, _ clock: PageClock) {
        fold("Who looked at it or changed it", key: "looks", icon: .clock) { h in
            guard !sheet.looks.isEmpty else { return h.p("quiet", text: "Nobody yet.") }
            h.ul { h in
                for look in sheet.looks {
                    h.li { h in
                        h.text(look.at.day(clock) + " ")
                        h.timeOfDay(look.at, clock)
                        h.text(" " + sheet.name(look.person) + " " + look.step.words + ".")
                    }
                }
            }
            h.p("quiet", text: "Entries are only ever added. The last \(sheet.looks.count) are shown.")
        }
    }

    fileprivate mutating func registerRestsOn(_ sheet: RegisterSheet, _ clock: PageClock) {
        card("Who reads this, and why it may exist") { h in
            h.p(text: sheet.setting.legalNote)
            h.facts { h in
                h.fact("Lawful holder", sheet.names(sheet.setting.holders))
                h.fact("Law-enforcement command", sheet.names(sheet.setting.command))
                h.fact("Settled by", sheet.name(sheet.setting.setBy) + ", " + sheet.setting.setAt.day(clock))
            }
            h.p("quiet", text: "Nobody else is shown it. Each look is taken down. No device keeps it.")
        }
    }
}
