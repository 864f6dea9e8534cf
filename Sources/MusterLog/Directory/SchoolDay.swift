/// A day of the calendar without time or zone, as rosters use it.
package struct SchoolDay: Hashable, Comparable, Sendable, Codable {
    /// Year, month and day as one readable number, such as 20260831.
    package let number: Int32

    /// A day; nil when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
        guard day <= days else { return nil }
        number = Int32(year * 10000 + month * 100 + day)
    }

    /// The day as `YYYY-MM-DD`.
    package var text: String {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        return "\(padded.prefix(4))-\(padded.dropFirst(4).prefix(2))-\(padded.dropFirst(6))"
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
