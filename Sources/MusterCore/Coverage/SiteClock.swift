/// The wall clock of a site over a stretch of time: how far it is from UTC, and when that changes.
///
/// The core knows no zones; whoever calls brings the changes of the site's zone for the stretch that is looked at.
package struct SiteClock: WireValue, Equatable, Sendable {
    /// From a moment on, the clock is this far ahead of UTC.
    package struct Turn: WireValue, Equatable, Sendable {
        /// From when.
        package var from = Instant.zero
        /// Minutes ahead of UTC; negative in the Americas.
        package var offsetMinutes: Int32 = 0

        /// A blank turn, to be filled by the codec.
        package init() {}

        /// A turn of the clock.
        package init(from: Instant, offsetMinutes: Int32) {
            self.from = from
            self.offsetMinutes = offsetMinutes
        }

        /// Names each field in the order in which it is written.
        package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
            visitor.field("from", &from)
            visitor.field("offsetMinutes", &offsetMinutes)
        }
    }

    /// The turns, earliest first and at least one; the first one holds before it too.
    package private(set) var turns = [Turn()]

    /// A clock that shows UTC, to be filled by the codec.
    package init() {}

    /// A clock with its turns, earliest first.
    package init(_ turns: [Turn]) {
        precondition(!turns.isEmpty, "a clock shows some time")
        self.turns = turns
    }

    /// A clock that never changes.
    package init(offsetMinutes: Int32) {
        self.init([Turn(from: Instant(milliseconds: .min), offsetMinutes: offsetMinutes)])
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("turns", &turns)
        if turns.isEmpty { self = SiteClock() }
    }

    /// Minutes ahead of UTC at a moment.
    package func offset(at moment: Instant) -> Int32 {
        turns.last { $0.from <= moment }?.offsetMinutes ?? turns[0].offsetMinutes
    }

    /// The first moment at which the clock shows this minute of this day, or a later one.
    ///
    /// A minute that the clock leaps over when summer time begins is the moment of the leap; of one that it shows twice
    /// the first is meant. Minutes go from 0; 1440 is the next midnight.
    package func instant(_ day: CivilDay, minute: Int32) -> Instant {
        let shown = (Int64(day.number) * 1440 + Int64(minute)) * 60_000
        for index in turns.indices {
            let start = index == 0 ? Int64.min : turns[index].from.milliseconds
            let moment = max(start, shown - Int64(turns[index].offsetMinutes) * 60_000)
            let isLast = index + 1 == turns.count
            if isLast || moment < turns[index + 1].from.milliseconds { return Instant(milliseconds: moment) }
        }
        preconditionFailure("the last turn holds for ever")
    }

    /// The day and the minute of the day that the clock shows at a moment.
    package func shows(_ moment: Instant) -> (day: CivilDay, minute: Int32) {
        let minutes = Self.floor(moment.milliseconds, 60_000) + Int64(offset(at: moment))
        let day = Self.floor(minutes, 1440)
        return (CivilDay(number: Int32(truncatingIfNeeded: day)), Int32(minutes - day * 1440))
    }

    static func floor(_ value: Int64, _ unit: Int64) -> Int64 {
        value >= 0 ? value / unit : -((-value + unit - 1) / unit)
    }
}

/// A stretch of time from a moment up to, and without, another one.
package struct Stretch: WireValue, Hashable, Sendable {
    /// Its first moment.
    package var from = Instant.zero
    /// The moment at which it is over.
    package var to = Instant.zero

    /// A blank stretch, to be filled by the codec.
    package init() {}

    /// The stretch between two moments.
    package init(from: Instant, to: Instant) {
        self.from = from
        self.to = to
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("from", &from)
        visitor.field("to", &to)
    }

    /// How long it is, in whole minutes.
    package var minutes: Int64 { (to - from).milliseconds / 60_000 }

    /// Whether a moment lies in it.
    package func contains(_ moment: Instant) -> Bool { from <= moment && moment < to }

    /// Whether the two have a moment in common.
    package func meets(_ other: Stretch) -> Bool { from < other.to && other.from < to }
}
