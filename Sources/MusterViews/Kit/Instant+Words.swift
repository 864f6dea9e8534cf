package import MusterCore

extension Instant {
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

func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

/// Divides towards minus infinity; a moment at the ends of the range, which anybody may claim, does not trap.
func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : (a + 1) / b - 1 }
