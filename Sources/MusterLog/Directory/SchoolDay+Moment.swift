import Foundation
package import MusterCore

extension SchoolDay {
    /// The day of the calendar at a moment, on the wall clock of this machine, which stands in the school.
    package init(at moment: Instant) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .current
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let number = parts.day,
            let day = SchoolDay(year: year, month: month, day: number)
        else { preconditionFailure("the wall clock is in no year of four digits") }
        self = day
    }
}
