/// A moment, as milliseconds since 1970-01-01 00:00 UTC.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    package var milliseconds: Int64

    /// A moment from milliseconds since 1970-01-01 00:00 UTC.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The first moment of 1970: what an undecoded value holds.
    package static let zero = Instant(milliseconds: 0)

    /// The earlier or shorter one comes first.
    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// The moment a span later; holds at the ends of the range instead of trapping.
    package static func + (moment: Instant, span: TimeSpan) -> Instant {
        let (sum, overflow) = moment.milliseconds.addingReportingOverflow(span.milliseconds)
        return Instant(milliseconds: overflow ? (span.milliseconds > 0 ? .max : .min) : sum)
    }

    /// The span from the right moment to the left one; holds at the ends of the range instead of trapping.
    package static func - (later: Instant, earlier: Instant) -> TimeSpan {
        let (difference, overflow) = later.milliseconds.subtractingReportingOverflow(earlier.milliseconds)
        return TimeSpan(milliseconds: overflow ? (later > earlier ? .max : .min) : difference)
    }
}

/// A length of time in whole milliseconds.
package struct TimeSpan: Hashable, Comparable, Sendable {
    /// Milliseconds; negative when it points back.
    package var milliseconds: Int64

    /// A span of milliseconds.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// A span of whole seconds.
    package static func seconds(_ seconds: Int64) -> TimeSpan { TimeSpan(milliseconds: seconds * 1000) }

    /// A span of whole minutes.
    package static func minutes(_ minutes: Int64) -> TimeSpan { .seconds(minutes * 60) }

    /// Whole seconds, rounded towards zero.
    package var seconds: Int64 { milliseconds / 1000 }

    /// The two spans one after the other.
    package static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
        TimeSpan(milliseconds: (Instant(milliseconds: left.milliseconds) + right).milliseconds)
    }

    /// The earlier or shorter one comes first.
    package static func < (left: TimeSpan, right: TimeSpan) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
