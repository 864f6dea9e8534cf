/// A point in time as pages know it: milliseconds since 1970 UTC.
package struct Moment: Equatable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    /// Creates a moment from milliseconds since 1970 UTC.
    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Orders moments by time.
    package static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

    /// The moment so many seconds later.
    package func adding(seconds: Int64) -> Moment { Moment(milliseconds: milliseconds + seconds * 1000) }

    /// The moment as `2026-03-02T14:03:12Z`.
    package var iso: String {
        let days = floorDivide(milliseconds, 86_400_000)
        let (year, month, day) = Self.civil(days: days)
        return "\(year)-\(two(month))-\(two(day))T\(timeOfDay(utcOffsetMinutes: 0))Z"
    }

    /// The time of day as `14:03:12`, at a distance from UTC.
    package func timeOfDay(utcOffsetMinutes: Int32) -> String {
        let seconds = floorDivide(milliseconds, 1000) + Int64(utcOffsetMinutes) * 60
        let ofDay = seconds - floorDivide(seconds, 86_400) * 86_400
        return "\(two(ofDay / 3600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))"
    }

    /// Year, month and day of a count of days since 1970, in the proleptic Gregorian calendar.
    ///
    /// Counts years from 1 March, so that the leap day is the last of its year, in eras of 400 years.
    private static func civil(days: Int64) -> (Int64, Int64, Int64) {
        let shifted = days + 719_468
        let era = floorDivide(shifted, 146_097)
        let ofEra = shifted - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * ofYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, ofYear - (153 * march + 2) / 5 + 1)
    }
}

/// What a page needs to speak of time: now, and the site's distance from UTC.
package struct PageClock: Sendable {
    /// The moment the page is drawn.
    package let now: Moment
    /// Minutes to add to UTC for the site's wall clock.
    package let utcOffsetMinutes: Int32

    /// Creates a page's clock.
    package init(now: Moment, utcOffsetMinutes: Int32 = 0) {
        self.now = now
        self.utcOffsetMinutes = utcOffsetMinutes
    }

    /// How long ago in words: "just now", "12 s ago", "3 min ago", "2 h 5 min ago", "3 days ago".
    ///
    /// The browser's tick writes the same words; `Documentation/design-system.md` holds the table.
    package func ago(_ moment: Moment) -> String {
        let seconds = floorDivide(now.milliseconds - moment.milliseconds, 1000)
        if seconds < 5 { return "just now" }
        if seconds < 60 { return "\(seconds) s ago" }
        let minutes = seconds / 60
        if minutes < 60 { return "\(minutes) min ago" }
        let hours = minutes / 60
        if hours < 24 { return minutes % 60 == 0 ? "\(hours) h ago" : "\(hours) h \(minutes % 60) min ago" }
        return hours < 48 ? "1 day ago" : "\(hours / 24) days ago"
    }

    /// A running or remaining time as `0:12`, `12:04` or `1:02:09`; never below zero.
    package static func span(from start: Moment, to end: Moment) -> String {
        let seconds = max(0, floorDivide(end.milliseconds - start.milliseconds, 1000))
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
    }
}

private func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

private func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : (a - b + 1) / b }
