package import MusterCore

extension Html {
    /// Writes a timeline, newest first, of `entry` calls.
    package mutating func timeline(_ label: String, content: (inout Html) -> Void) {
        ol("timeline", .label(label), content: content)
    }

    /// Writes one entry: when, what, by whom, how it is known, and what marks it as late or corrected.
    package mutating func entry(
        _ at: Instant, _ clock: PageClock, tone: Tone = .neutral, icon: Icon? = nil, _ what: String,
        by source: String, mark: String = ""
    ) {
        li(.class(tone.className)) { h in
            h.div("entry") { h in
                h.p("entry-time") { h in h.timeOfDay(at, clock) }
                h.icon(icon ?? tone.icon)
                h.div("entry-body") { h in
                    h.p("entry-what", text: what)
                    h.p("entry-source") { h in
                        h.text(source)
                        if !mark.isEmpty {
                            h.raw(" · ")
                            h.span("entry-mark", text: mark)
                        }
                    }
                }
            }
        }
    }
}
