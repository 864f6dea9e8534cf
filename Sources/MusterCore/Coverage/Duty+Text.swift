/// How duty data is written in tables and on pages: short, and as people type it.
package enum DutyText {
    /// A minute of the day as `07:30`; the next midnight is `24:00`, and what lies behind it `06:00+1`.
    package static func time(_ minute: Int32) -> String {
        if minute > 1440 { return time(minute - 1440) + "+1" }
        return two(minute / 60) + ":" + two(minute % 60)
    }

    /// A day and a minute as `2026-09-01 07:30`.
    package static func moment(_ shown: (day: CivilDay, minute: Int32)) -> String {
        shown.day.text + " " + time(shown.minute)
    }

    /// A qualification as people write it: `is-100` is IS-100, and `first-aid` first aid.
    package static func qualification(_ name: String) -> String {
        let parts = name.split(separator: "-")
        guard parts.count > 1, !parts[0].isEmpty else { return name }
        let isCourse = parts[1].utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
        return isCourse
            ? parts[0].uppercased() + name.dropFirst(parts[0].count) : parts.joined(separator: " ")
    }

    private static func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Weekday {
    /// The day in three letters.
    package var short: String {
        switch self {
        case .monday: "Mon"
        case .tuesday: "Tue"
        case .wednesday: "Wed"
        case .thursday: "Thu"
        case .friday: "Fri"
        case .saturday: "Sat"
        case .sunday: "Sun"
        }
    }
}

extension Weekdays {
    /// The days as `Mon-Fri` or `Mon, Wed`: three or more in a row are written as a range.
    package var text: String {
        var parts: [String] = []
        var run: [Weekday] = []
        func close() {
            guard let first = run.first, let last = run.last else { return }
            if run.count > 2 {
                parts.append(first.short + "-" + last.short)
            } else {
                parts += run.map { $0.short }
            }
            run = []
        }
        for day in Weekday.allCases {
            if contains(day) { run.append(day) } else { close() }
        }
        close()
        return parts.joined(separator: ", ")
    }
}

extension Recurrence {
    /// The minute at which it ends, counted from the midnight before it begins.
    package var endsAfter: Int32 { ends > begins ? ends : ends + 1440 }
}
