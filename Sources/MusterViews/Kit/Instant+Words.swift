package import MusterCore

extension Instant {
    /// The moment as `2026-03-02T14:03:12Z`.
    package var iso: String {
        let days = floorDivide(milliseconds, 86_400_000)
        let (year, month, day) = CivilDay.date(ofDay: days)
        return "\(year)-\(two(month))-\(two(day))T\(timeOfDay(utcOffsetMinutes: 0))Z"
    }

    /// The time of day as `14:03:12`, at a distance from UTC.
    package func timeOfDay(utcOffsetMinutes: Int32) -> String {
        let seconds = floorDivide(milliseconds, 1000) + Int64(utcOffsetMinutes) * 60
        let ofDay = seconds - floorDivide(seconds, 86_400) * 86_400
        return "\(two(ofDay / 3600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))"
    }
}

func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

/// Divides towards minus infinity; a moment at the ends of the range, which anybody may claim, does not trap.
func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : (a + 1) / b - 1 }
