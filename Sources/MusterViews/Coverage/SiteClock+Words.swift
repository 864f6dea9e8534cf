package import MusterCore

extension CivilDay {
    /// The day as `Mon 7 Sep`.
    package var words: String { "\(weekday.short) \(date.day) \(month)" }

    /// The month in three letters.
    fileprivate var month: String { Self.months[Int(date.month - 1)] }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension SiteClock {
    /// A moment as `Mon 7 Sep, 07:30`.
    package func words(at moment: Instant) -> String {
        let (day, minute) = shows(moment)
        return "\(day.words), \(DutyText.time(minute))"
    }

    /// Stretches of time in words, the first ones of many: `Mon to Fri 15:30 to 17:00; Sat 12 Sep 18:00 to 21:00`.
    package func words(of stretches: [Stretch], atMost most: Int = 4) -> String {
        let all = list(of: stretches)
        let rest = all.count - most
        return all.prefix(most).joined(separator: "; ") + (rest > 0 ? "; and \(rest) more times" : "")
    }

    /// Stretches of time in words, one text for all days with the same times.
    ///
    /// Within one week three days or more are told by their weekdays. What lasts into another day than the next
    /// midnight or the next morning is told with both days.
    package func list(of stretches: [Stretch]) -> [String] {
        var groups: [(times: String, days: [CivilDay])] = []
        for stretch in stretches {
            let from = shows(stretch.from)
            let times = times(of: stretch)
            if let times, let index = groups.firstIndex(where: { $0.times == times }) {
                groups[index].days.append(from.day)
            } else {
                groups.append((times ?? ends(of: stretch), times == nil ? [] : [from.day]))
            }
        }
        let days = stretches.map { shows($0.from).day.number }
        let isOneWeek = (days.max() ?? 0) - (days.min() ?? 0) < 7
        return groups.map { group in
            group.days.isEmpty
                ? group.times : "\(Self.words(days: group.days, isOneWeek: isOneWeek)) \(group.times)"
        }
    }

    /// The two ends with their days, of what lasts longer than a night.
    private func ends(of stretch: Stretch) -> String {
        let from = shows(stretch.from)
        let to = shows(stretch.to)
        return
            "\(from.day.words) \(DutyText.time(from.minute)) to \(to.day.words) \(DutyText.time(to.minute))"
    }

    /// The two times of what begins and ends on one day, or is over before it has lasted a day; `nil` of anything longer.
    private func times(of stretch: Stretch) -> String? {
        let from = shows(stretch.from)
        let to = shows(stretch.to)
        let begins = DutyText.time(from.minute)
        if to.day == from.day { return "\(begins) to \(DutyText.time(to.minute))" }
        guard to.day == from.day.advanced(by: 1) else { return nil }
        if to.minute == 0 { return from.minute == 0 ? "all day" : "\(begins) to 24:00" }
        guard to.minute <= from.minute else { return nil }
        return "\(begins) to \(DutyText.time(to.minute)) the next day"
    }

    private static func words(days: [CivilDay], isOneWeek: Bool) -> String {
        guard days.count > 2, let first = days.first, let last = days.last else {
            return Teller.list(days.map { $0.words })
        }
        let weekdays = Weekdays(days.map { $0.weekday })
        guard !isOneWeek else { return words(of: weekdays) }
        // Every week the same days, or just so many of them.
        let between = (first.number...last.number).filter {
            weekdays.contains(CivilDay(number: $0).weekday)
        }
        let span = "\(first.date.day) \(first.month) to \(last.date.day) \(last.month)"
        if between.count == days.count, last.number - first.number >= 7 {
            return "\(words(of: weekdays)), \(span),"
        }
        return "\(days.count) days from \(first.words) to \(last.words)"
    }

    private static func words(of weekdays: Weekdays) -> String {
        let days = weekdays.days
        guard let first = days.first, let last = days.last else { return "" }
        let isRow = last.bit == first.bit << Int32(days.count - 1)
        return isRow && days.count > 2
            ? "\(first.short) to \(last.short)" : Teller.list(days.map { $0.short })
    }

    /// One stretch of time in words; of many it is said that they are the ones that were named.
    func brief(_ stretches: [Stretch]) -> String {
        let all = list(of: stretches)
        return all.count == 1 ? all[0] : "at these times"
    }
}
