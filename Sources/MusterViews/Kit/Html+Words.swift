package import MusterCore

/// Panels made to be read aloud or taken in at one look.
extension Html {
    /// Writes the exact words to say, huge.
    package mutating func paWords(_ title: String, _ all: [String]) {
        for (index, words) in all.enumerated() { paWords(index == 0 ? title : "Then say", words) }
    }

    /// Writes the exact words for the public address system.
    package mutating func paWords(_ title: String, _ words: String) {
        div("pa-words") { h in
            h.p("pa-title") { h in
                h.icon(.megaphone)
                h.span(text: title)
            }
            h.element("blockquote", ["pa-text"]) { h in h.text(words) }
        }
    }

    /// Writes numbered steps, memory items first: short lines in a box.
    package mutating func steps(_ title: String, _ steps: [String]) {
        div("steps") { h in
            h.h2("steps-title", text: title)
            h.ol { h in for step in steps { h.li(text: step) } }
        }
    }

    /// Writes a briefing for a handover: what the next holder needs to hear, as keys and values.
    package mutating func briefing(
        _ title: String, asOf moment: Instant, _ clock: PageClock, content: (inout Html) -> Void
    ) {
        section("briefing") { h in
            h.div("briefing-head") { h in
                h.h2(text: title)
                h.p("quiet") { h in
                    h.text("Composed from the log, ")
                    h.age(of: moment, clock)
                }
            }
            h.facts(content)
        }
    }

    /// Writes keys and values, of `fact` calls.
    package mutating func facts(_ content: (inout Html) -> Void) {
        element("dl", ["facts"], content)
    }

    /// Writes one key and its value.
    package mutating func fact(_ key: String, _ value: String) {
        fact(key) { h in h.text(value) }
    }

    /// Writes one key and a value with markup.
    package mutating func fact(_ key: String, content: (inout Html) -> Void) {
        div("fact") { h in
            h.element("dt", []) { h in h.text(key) }
            h.element("dd", [], content)
        }
    }

    /// Writes one big fact for a responder: a short key, a value to read at arm's length, its source and age.
    package mutating func bigFact(
        _ key: String, _ value: String, tone: Tone = .neutral, source: String, at: Instant, _ clock: PageClock
    ) {
        div(.class(tone.className)) { h in
            h.div("big-fact") { h in
                h.p("big-key", text: key)
                h.p("big-value") { h in
                    if tone != .neutral { h.icon(tone.icon) }
                    h.span(text: value)
                }
                h.p("quiet") { h in
                    h.text(source + ", ")
                    h.age(of: at, clock)
                }
            }
        }
    }

    /// Writes the protective action in force at a place, across the width of the page.
    package mutating func actionHeader(
        _ tone: Tone, _ words: String = "", place: String, since moment: Instant, _ clock: PageClock
    ) {
        div(.class(tone.className)) { h in
            h.div("action-header") { h in
                h.icon(tone.icon)
                h.div { h in
                    h.p("action-words", text: words.isEmpty ? tone.words : words)
                    h.p("action-place") { h in
                        h.text(place + " · ")
                        h.running(since: moment, clock)
                    }
                }
            }
        }
    }
}
