package import MusterCore

/// Times that say how old a fact is; the shell's clock tick goes on with the words.
extension Html {
    /// Writes how long ago something was: "12 s ago".
    package mutating func age(of moment: Instant, _ clock: PageClock) {
        time("age", moment) { h in h.text(clock.ago(moment)) }
    }

    /// Writes a clock that counts up from a moment: "12:04".
    package mutating func running(since moment: Instant, _ clock: PageClock) {
        time("since", moment) { h in h.text(PageClock.span(from: moment, to: clock.now)) }
    }

    /// Writes a clock that counts down to a moment: "0:12".
    package mutating func countdown(to moment: Instant, _ clock: PageClock) {
        time("until", moment) { h in h.text(PageClock.span(from: clock.now, to: moment)) }
    }

    /// Writes the time of day at the site: "14:03:12".
    package mutating func timeOfDay(_ moment: Instant, _ clock: PageClock) {
        element("time", ["time", .attribute("datetime", moment.iso)]) { h in
            h.text(moment.timeOfDay(utcOffsetMinutes: clock.utcOffsetMinutes))
        }
    }

    private mutating func time(_ kind: StaticString, _ moment: Instant, _ words: (inout Html) -> Void) {
        raw("<time class=\"")
        raw(kind)
        raw("\" data-")
        raw(kind)
        raw("=\"")
        number(moment.milliseconds)
        raw("\">")
        marked(.running, words)
        raw("</time>")
    }
}
