package import MusterCore

/// A day of the calendar without time or zone, as rosters use it.
package struct SchoolDay: Hashable, Comparable, Sendable, Codable {
    /// Year, month and day as one readable number, such as 20260831.
    package let number: Int32

    /// A day; nil when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard let year = Int32(exactly: year), let month = Int32(exactly: month),
            let day = Int32(exactly: day),
            let day = CivilDay(year: year, month: month, day: day)
        else { return nil }
        self.init(day)
    }

    /// A day of the calendar, from year 1 to year 9999.
    package init(_ day: CivilDay) {
        let (year, month, day) = day.date
        number = Int32(year * 10000 + month * 100 + day)
    }

    /// The same day as the core counts days; nil when what was stored is no day.
    package var civil: CivilDay? {
        CivilDay(year: number / 10000, month: number / 100 % 100, day: number % 100)
    }

    /// The day as `YYYY-MM-DD`.
    package var text: String {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.dropFirst(6))"
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
