package import MusterCore

/// The bands and banners that say what a page is, and how far it can be trusted.
extension Html {
    /// Writes the band that names the mode.
    ///
    /// Pages draw it themselves, first and last.
    mutating func modeBand(_ mode: Mode) {
        guard let word = mode.word else { return }
        div("mode-band") { h in
            h.raw("<p class=\"mode-words\"><strong class=\"mode-word\">")
            h.raw(word)
            h.raw("</strong> <span class=\"mode-sentence\">")
            h.raw(mode.sentence)
            h.raw("</span></p>")
        }
    }

    /// Writes how old what the page shows is.
    ///
    /// Pages draw it themselves.
    mutating func freshness(_ connection: Connection, _ clock: PageClock) {
        p("freshness") { h in
            switch connection {
            case .current: h.span("dot dot-current") { _ in }
            case .catchingUp, .offline, .updateNeeded: h.span("dot dot-old") { _ in }
            }
            h.text("As of ")
            h.timeOfDay(connection.asOf, clock)
            h.text(" · ")
            h.age(of: connection.asOf, clock)
        }
    }

    /// Writes the banner that a connection asks for, if any.
    ///
    /// Pages draw it themselves.
    mutating func connectionBanner(_ connection: Connection, _ clock: PageClock) {
        switch connection {
        case .current: return
        case .catchingUp(let at):
            banner(.update, "Catching up", "Shown is what was known ", since: at, clock)
        case .offline(let at):
            banner(
                .offline, "No network", "What you see is from ", since: at, clock,
                "Go on: what you enter is kept here and sent later.")
        case .updateNeeded(let at):
            banner(
                .update, "Update needed", "This device stopped reading ", since: at, clock,
                "Load the page again.")
        }
    }

    private mutating func banner(
        _ icon: Icon, _ title: StaticString, _ lead: StaticString, since moment: Instant, _ clock: PageClock,
        _ rest: StaticString = ""
    ) {
        div("banner", .data("announce", "polite")) { h in
            h.icon(icon)
            h.p { h in
                h.raw("<strong>")
                h.raw(title)
                h.raw("</strong> ")
                h.raw(lead)
                h.age(of: moment, clock)
                h.raw(". ")
                h.raw(rest)
            }
        }
    }

    /// Writes a call for attention inside a page: tone, title and what follows from it.
    package mutating func notice(_ tone: Tone, _ title: String, content: (inout Html) -> Void = { _ in }) {
        div("notice", .attribute("role", "note")) { h in
            h.div(.class(tone.className)) { h in
                h.p("notice-title") { h in
                    h.icon(tone.icon)
                    h.strong(text: title)
                }
                h.div("notice-body", content: content)
            }
        }
    }

    /// Writes what was not sent: the one notice that must never be overlooked.
    ///
    /// `words` are for the intercom or the telephone, said instead of what could not be sent.
    package mutating func notSent(
        _ what: String, since moment: Instant, _ clock: PageClock, words: String = "",
        content: (inout Html) -> Void = { _ in }
    ) {
        div("not-sent", .data("announce", "assertive")) { h in
            h.p("not-sent-title") { h in
                h.icon(.outbox)
                h.strong(text: "Not sent: ")
                h.text(what)
            }
            h.p { h in
                h.text("Pressed ")
                h.age(of: moment, clock)
                h.text(". Keep this page open, or use the telephone or the intercom.")
            }
            if !words.isEmpty { h.paWords("Say instead", words) }
            content(&h)
        }
    }

    /// Writes an error that helps: what went wrong, what to do, and links to the fields concerned.
    package mutating func problem(_ title: String, _ sentence: String, fields: [Field] = []) {
        div("problem", .attribute("role", "alert"), .attribute("tabindex", "-1")) { h in
            h.h2("problem-title", text: title)
            h.p(text: sentence)
            if fields.contains(where: { $0.error != "" }) {
                h.ul { h in
                    for field in fields where field.error != "" {
                        h.li { h in h.link(field.error, to: "#" + field.id) }
                    }
                }
            }
        }
    }

    /// Writes what stands where a list has nothing yet, and what comes next.
    package mutating func empty(_ title: String, _ sentence: String) {
        div("empty") { h in
            h.p("empty-title", text: title)
            h.p("empty-body", text: sentence)
        }
    }
}
