/// A day of the calendar without zone, as a count of days since 1970-01-01.
///
/// Days are proleptic Gregorian; the arithmetic holds from year 1 to year 9999.
package struct CivilDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    package var number: Int32

    /// A day by its number.
    package init(number: Int32) {
        self.number = number
    }

    /// A day by its date; `nil` when the calendar has no such day.
    package init?(year: Int32, month: Int32, day: Int32) {
        guard year >= 1, year <= 9999, month >= 1, month <= 12, day >= 1,
            day <= Self.days(inMonth: month, of: year)
        else { return nil }
        // The year begins in March, so that the leap day is its last.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `YYYY-MM-DD`; `nil` for anything else.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Self.decimal(bytes[0..<4]), let month = Self.decimal(bytes[5..<7]),
            let day = Self.decimal(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Year, month and day of the month.
    package var date: (year: Int64, month: Int64, day: Int64) { Self.date(ofDay: Int64(number)) }

    /// Year, month and day of a count of days since 1970-01-01, however far away.
    ///
    /// Counts years from 1 March, so that the leap day is the last of its year, in eras of 400 years.
    package static func date(ofDay number: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let march = (5 * dayOfYear + 2) / 153
        let month = march < 10 ? march + 3 : march - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
    }

    /// The day of the week.
    package var weekday: Weekday {
        // 1 January 1970 was a Thursday. Asked for each entry and day, so no list is made for it.
        switch (number % 7 + 10) % 7 {
        case 0: .monday
        case 1: .tuesday
        case 2: .wednesday
        case 3: .thursday
        case 4: .friday
        case 5: .saturday
        default: .sunday
        }
    }

    /// The day as `YYYY-MM-DD`.
    package var text: String {
        let (year, month, day) = date
        return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
    }

    /// The day some days later.
    package func advanced(by days: Int32) -> CivilDay { CivilDay(number: number + days) }

    /// The earlier day comes first.
    package static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

    private static func days(inMonth month: Int32, of year: Int32) -> Int32 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        switch month {
        case 2: return isLeap ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    private static func decimal(_ bytes: ArraySlice<UInt8>) -> Int32? {
        var value: Int32 = 0
        for byte in bytes {
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int32(byte - 0x30)
        }
        return value
    }

    private static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = "\(value)"
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension CivilDay: WireField {
    /// What stands where nothing was read yet.
    package static var unread: CivilDay { CivilDay(number: 0) }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { writer.string(text) }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        reader.skipSpace()
        let start = reader.offset
        if let day = CivilDay(reader.string()) { self = day } else { reader.fail(.unknownName, at: start) }
    }
}

/// A day of the week; the week begins on Monday, as ISO 8601 has it.
package enum Weekday: String, WireName {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The bit that stands for it in a set of weekdays.
    package var bit: Int32 {
        switch self {
        case .monday: 1
        case .tuesday: 2
        case .wednesday: 4
        case .thursday: 8
        case .friday: 16
        case .saturday: 32
        case .sunday: 64
        }
    }
}

/// Some days of the week.
package struct Weekdays: Hashable, Sendable {
    /// One bit a day, Monday first; 0 to 127.
    package var bits: Int32

    /// The days whose bits are set.
    package init(bits: Int32) {
        self.bits = bits & 127
    }

    /// These days.
    package init(_ days: [Weekday]) {
        bits = days.reduce(0) { $0 | $1.bit }
    }

    /// Monday to Friday.
    package static let workdays = Weekdays(bits: 31)
    /// Every day.
    package static let all = Weekdays(bits: 127)

    /// Whether a day is among them.
    package func contains(_ day: Weekday) -> Bool { bits & day.bit != 0 }

    /// The days, Monday first.
    package var days: [Weekday] { Weekday.allCases.filter { contains($0) } }
}

extension Weekdays: WireField {
    /// What stands where nothing was read yet.
    package static var unread: Weekdays { Weekdays(bits: 0) }
    /// Appends the value as canonical JSON.
    package func write(to writer: inout WireWriter) { days.write(to: &writer) }

    /// Becomes the value where the reader stands.
    package mutating func read(from reader: inout WireReader) {
        var days: [Weekday] = []
        days.read(from: &reader)
        self = Weekdays(days)
    }
}
