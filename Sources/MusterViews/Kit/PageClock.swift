package import MusterCore

/// What a page needs to speak of time: now, and the site's distance from UTC.
package struct PageClock: Sendable {
    /// The moment the page is drawn.
    package let now: Instant
    /// Minutes to add to UTC for the site's wall clock.
    package let utcOffsetMinutes: Int32

    /// Creates a page's clock.
    package init(now: Instant, utcOffsetMinutes: Int32 = 0) {
        self.now = now
        self.utcOffsetMinutes = utcOffsetMinutes
    }

    /// The clock of pages of a site: its own where its zone is named, else that of whatever draws them.
    package init(now: Instant, of site: DirectorySlice, otherwise utcOffsetMinutes: Int32) {
        self.init(now: now, utcOffsetMinutes: site.clock?.offset(at: now) ?? utcOffsetMinutes)
    }

    /// How long ago in words: "just now", "12 s ago", "3 min ago", "2 h 5 min ago", "3 days ago".
    ///
    /// The browser's tick writes the same words; `Documentation/design-system.md` holds the table.
    package func ago(_ moment: Instant) -> String {
        let seconds = floorDivide((now - moment).milliseconds, 1000)
        if seconds < 5 { return "just now" }
        if seconds < 60 { return "\(seconds) s ago" }
        let minutes = seconds / 60
        if minutes < 60 { return "\(minutes) min ago" }
        let hours = minutes / 60
        if hours < 24 { return minutes % 60 == 0 ? "\(hours) h ago" : "\(hours) h \(minutes % 60) min ago" }
        return hours < 48 ? "1 day ago" : "\(hours / 24) days ago"
    }

    /// A running or remaining time as `0:12`, `12:04` or `1:02:09`; never below zero.
    package static func span(from start: Instant, to end: Instant) -> String {
        let seconds = max(0, floorDivide((end - start).milliseconds, 1000))
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}
