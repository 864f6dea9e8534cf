import MusterCore

/// The words of duty data on pages.
extension DutyOverview {
    /// What an entry is about, and what it says of it.
    func words(of entry: DutyEntry) -> (title: String, detail: String) {
        switch entry {
        case .calendar(let span): return (span.name.isEmpty ? span.sort.label : span.name, span.words)
        case .opening(let opening): return (opening.name, opening.when.words)
        case .event(let event):
            let people = event.people.map { name(of: $0) }.joined(separator: ", ")
            return (event.name, words(of: event.when) + (people.isEmpty ? "" : "; " + people))
        case .hours(let hours):
            return (name(of: hours.person), hours.when.words + (hours.onSite ? "" : ", reachable off site"))
        case .outside(let duty): return (name(of: duty.person), duty.when.words)
        case .absence(let absence): return (name(of: absence.person), words(of: absence.when))
        case .presence(let mark):
            return (name(of: mark.person), (mark.arrived ? "here since " : "left ") + words(of: mark.at))
        case .substitute(let stand):
            let line = stand.inLine ? ", also in the line" : ""
            return (
                "\(name(of: stand.substitute)) for \(name(of: stand.absent))",
                DutyWords.days(stand.first, stand.last) + line
            )
        case .qualification(let learned):
            let end = learned.expires.map { "until " + $0.text } ?? "without an end"
            return (name(of: learned.person), DutyText.qualification(learned.name) + ", " + end)
        case .requirement(let asked): return (asked.position.label, DutyText.qualification(asked.name))
        case .responder(let responder): return (name(of: responder.person), responder.sort.label)
        }
    }

    /// A stretch: whole days as days, anything else with its times.
    func words(of when: Stretch) -> String {
        let (from, to) = (clock.shows(when.from), clock.shows(when.to))
        if from.minute == 0, to.minute == 0 { return DutyWords.days(from.day, to.day.advanced(by: -1)) }
        let start = DutyWords.day(from.day) + ", " + DutyText.time(from.minute)
        return from.day == to.day
            ? start + " to " + DutyText.time(to.minute)
            : start + " to " + DutyWords.day(to.day) + ", " + DutyText.time(to.minute)
    }

    private func words(of moment: Instant) -> String {
        let shown = clock.shows(moment)
        return DutyWords.day(shown.day) + ", " + DutyText.time(shown.minute)
    }
}

/// Days as pages say them.
enum DutyWords {
    /// A day with its day of the week.
    static func day(_ day: CivilDay) -> String { day.weekday.short + " " + day.text }

    /// Some days from the first to the last.
    static func days(_ first: CivilDay, _ last: CivilDay) -> String {
        first == last ? day(first) : day(first) + " to " + day(last)
    }
}

extension Recurrence {
    /// When, in one line.
    var words: String {
        let isPlain = weekdays == .all || weekdays == .workdays && days == .schoolDays
        var words =
            isPlain
            ? days.label : weekdays.text + (days == .everyDay ? ", holidays too" : " on " + days.inWords)
        words += ", " + DutyText.time(begins) + " to "
        words += ends == 1440 || ends > begins ? DutyText.time(ends) : DutyText.time(ends) + " the next day"
        if let first { words += ", from " + first.text }
        if let last { words += ", until " + last.text }
        return words
    }
}

extension CalendarSpan {
    /// Which days, and when they end.
    fileprivate var words: String {
        let days = DutyWords.days(first, last)
        let sort = name.isEmpty ? "" : self.sort.label + ", "
        return sort + days + (ends.map { ", ends at " + DutyText.time($0) } ?? "")
    }
}

extension CalendarSort {
    /// What the days are.
    package var label: String {
        switch self {
        case .term: "Term"
        case .summer: "Summer school"
        case .holiday: "No school"
        case .halfDay: "Half day"
        }
    }
}

extension DutyDays {
    /// Which days.
    package var label: String {
        switch self {
        case .schoolDays: "School days"
        case .summerDays: "Days of summer school"
        case .freeDays: "Days without school"
        case .everyDay: "Every day"
        }
    }

    /// Which days, in the middle of a line.
    fileprivate var inWords: String {
        switch self {
        case .schoolDays: "school days"
        case .summerDays: "days of summer school"
        case .freeDays: "days without school"
        case .everyDay: "every day"
        }
    }
}

extension ResponderSort {
    /// What the person is.
    package var label: String {
        switch self {
        case .sro: "School Resource Officer"
        case .security: "Security"
        case .nurse: "Nurse"
        case .trainedStaff: "Trained staff"
        }
    }
}
