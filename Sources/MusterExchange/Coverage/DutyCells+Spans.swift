import MusterCore
import MusterLog

extension DutyCells {
    /// A stretch of the clock that comes back: the columns `days`, `from`, `to`, `on`, `first`, `last`.
    mutating func recurrence() -> Recurrence? {
        let count = faults.count
        let weekdays = weekdays()
        let span = span()
        let days = word(.on, DutyVocabulary.days, blank: .schoolDays)
        let first = day(.first, required: false)
        let last = day(.last, required: false)
        if let first, let last, last < first {
            fault(
                .dutyOrder, .last, "\(last.text) lies before the first day, \(first.text). Turn them round.")
        }
        guard faults.count == count, let weekdays, let span, let days else { return nil }
        return Recurrence(span.begins, to: span.ends, on: days, weekdays, from: first, until: last)
    }

    /// Nothing written is every day of the week: `on` says which of them are meant.
    private mutating func weekdays() -> Weekdays? {
        if text(.days).isEmpty { return .all }
        if let days = DutyTyped.weekdays(text(.days)) { return days }
        fault(
            .dutyWeekday, .days,
            "\(Self.quoted(text(.days))) has a word that is no day of the week. Write Mon-Fri, or Mon, Wed.")
        return nil
    }

    private mutating func span() -> (begins: Int32, ends: Int32)? {
        guard let begins = minute(.from), let ends = minute(.to) else { return nil }
        guard begins < 1440 else {
            fault(.dutyTime, .from, "It begins on the day itself: write a time before 24:00.")
            return nil
        }
        guard begins != ends else {
            fault(
                .dutyEmpty, .to,
                "It ends when it begins. For a whole day and night write \(DutyText.time(begins))+1.")
            return nil
        }
        guard begins < ends else {
            fault(
                .dutyOrder, .to,
                "It ends before it begins. If it goes on past midnight, say so: tick the next day, or write \(DutyText.time(ends))+1 in a file."
            )
            return nil
        }
        guard ends - begins <= 1440 else {
            fault(.dutyTime, .to, "It lasts longer than a day and a night. Write a row for each day.")
            return nil
        }
        return (begins, ends > 1440 ? ends - 1440 : ends)
    }

    /// A stretch between two moments: the columns `from`, `to`, `zone`; `lasting` is for what may be whole days.
    mutating func stretch(in zone: SiteZone, wholeDays: Bool) -> Stretch? {
        guard let zone = self.zone(or: zone) else { return nil }
        guard let from = moment(.from, zone, endOfDay: false) else { return nil }
        let day = zone.shows(from).day
        var to: Instant?
        if text(.to).isEmpty, wholeDays, CivilDay(text(.from)) != nil {
            to = zone.instant(day, minute: 1440)
        } else {
            to = moment(.to, zone, endOfDay: true, sameDay: day)
        }
        guard let to else { return nil }
        guard from != to else {
            fault(.dutyEmpty, .to, "It ends when it begins.")
            return nil
        }
        guard from < to else {
            fault(
                .dutyOrder, .to, "It ends before it begins. Write the day of the end too: 2026-09-02 06:00.")
            return nil
        }
        return Stretch(from: from, to: to)
    }

    private mutating func zone(or site: SiteZone) -> SiteZone? {
        guard !text(.zone).isEmpty else { return site }
        if let zone = SiteZone(text(.zone)) { return zone }
        fault(
            .dutyZone, .zone,
            "\(Self.quoted(text(.zone))) is no time zone. Write one such as America/Chicago, or leave it blank for the "
                + "site's own.")
        return nil
    }
}
