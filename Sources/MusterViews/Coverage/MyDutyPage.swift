package import MusterCore

/// What somebody says of themselves: here, gone, or away at some time.
package struct MyDuty: Sendable {
    /// The name of the site.
    package var organization: String
    /// What is going on at the site.
    package var mode = Mode.everyday
    /// The viewer's other pages.
    package var links: [PageLink] = []
    /// The clock of the site.
    package var clock = SiteClock(offsetMinutes: 0)
    /// The last thing that the person said of being here.
    package var mark: PresenceMark?
    /// The person's own absences that are not over.
    package var absences: [DutyRow] = []
    /// A form that could not be taken.
    package var typed: DutyForm?
    /// What was done just now.
    package var done = ""

    /// Nothing said yet.
    package init(organization: String) {
        self.organization = organization
    }
}

/// The page on which anybody who works here says: I am here, I have left, I will be away.
package enum MyDutyPage {
    /// Draws the page.
    package static func page(_ duty: MyDuty, clock: PageClock) -> Page {
        Page(
            "Here and away", site: duty.organization, mode: duty.mode, connection: .current(asOf: clock.now),
            clock: clock, links: duty.links
        ) {
            if !duty.done.isEmpty { Region("done") { h in h.notice(.neutral, duty.done) } }
            Region("presence") { h in h.myPresence(duty, clock) }
            Region("absence") { h in h.myAbsence(duty) }
            Region("absences") { h in h.myAbsences(duty) }
            Region("back") { h in h.buttonLink("Back to your page", to: "/") }
        }
    }
}

extension Html {
    fileprivate mutating func myPresence(_ duty: MyDuty, _ clock: PageClock) {
        let isHere = duty.mark.map { $0.arrived && clock.now - $0.at < PresenceMark.lasts } ?? false
        card("Are you on the site?") { h in
            if let mark = duty.mark {
                h.p { h in
                    h.text(mark.arrived ? "You said that you were here " : "You said that you had left ")
                    h.age(of: mark.at, clock)
                    h.text(".")
                }
            }
            h.plainForm(to: "/duty/me/presence") { h in
                h.buttonRow { h in
                    h.button(
                        "I am here", isHere ? .secondary : .primary, icon: .pin, name: "state", value: "here")
                    h.button("I have left", .secondary, icon: .exit, name: "state", value: "left")
                }
            }
            h.p(
                "quiet",
                text:
                    "For the times at which you are not expected here. Your working hours count by themselves."
            )
        }
    }

    fileprivate mutating func myAbsence(_ duty: MyDuty) {
        let typed = duty.typed
        card("Will you be away?") { h in
            h.plainForm(to: "/duty/me/absence") { h in
                h.buttonRow { h in
                    h.button("The rest of today", .secondary, icon: .clock, name: "quick", value: "today")
                    h.button("Tomorrow, all day", .secondary, icon: .clock, name: "quick", value: "tomorrow")
                }
            }
            let other: (inout Html) -> Void = { h in
                h.plainForm(to: "/duty/me/absence") { h in
                    h.dutyField(.moment("from", "Away from"), "me", typed, [])
                    h.dutyField(.moment("to", "Back at"), "me", typed, [])
                    h.button("Say that I am away", .secondary, icon: .check)
                }
            }
            if typed == nil { h.fold("At another time", content: other) } else { other(&h) }
            h.p("quiet", text: "No reason is asked for, and none is kept.")
        }
    }

    fileprivate mutating func myAbsences(_ duty: MyDuty) {
        guard !duty.absences.isEmpty else { return }
        var overview = DutyOverview(organization: "")
        overview.clock = duty.clock
        table("You said that you are away", ["When", "Take it back"]) { h in
            for row in duty.absences {
                guard case .absence(let absence) = row.entry else { continue }
                let words = overview.words(of: absence.when)
                h.element("tr", []) { h in
                    h.element("th", [.attribute("scope", "row")]) { h in h.text(words) }
                    h.element("td", ["cell-act cell-narrow"]) { h in
                        h.plainForm(to: "/duty/me/remove", ["row": row.id.text]) { h in
                            h.element("button", ["button button-secondary", .attribute("type", "submit")]) {
                                h in
                                h.span(text: "Take back")
                                h.span("visually-hidden", text: ": " + words)
                            }
                        }
                    }
                }
            }
        }
    }
}
