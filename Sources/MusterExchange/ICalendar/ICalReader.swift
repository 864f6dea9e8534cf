import MusterCore
import MusterLog

/// Something that happens once: from a moment to another, or on whole days.
struct ICalOccurrence: Equatable {
    /// From when to when.
    let when: Stretch
    /// The days, where it is on whole days.
    let days: ClosedRange<Int32>?
    /// What it is called.
    let name: String
}

/// Expands the events of a calendar within some days (RFC 5545): rules, dates left out and put in, changed occurrences.
struct ICalReader {
    private let lines: ICalLines
    private let zones: ICalZones
    private let window: Stretch
    private let file: String
    private let limits: ICalLimits
    private let findings: FindingLog
    /// The moments at which occurrences were changed, by the id of the event.
    private var changed: [String: Set<Instant>] = [:]

    init(
        _ lines: ICalLines, _ zones: ICalZones, window: Stretch, file: String, limits: ICalLimits,
        findings: FindingLog
    ) {
        self.lines = lines
        self.zones = zones
        self.window = window
        (self.file, self.limits, self.findings) = (file, limits, findings)
    }

    /// What happens within the days, sorted by when.
    mutating func occurrences() -> [ICalOccurrence] {
        noteChanges()
        var found: [ICalOccurrence] = []
        for event in lines.events {
            found += expanded(event)
            guard found.count <= limits.occurrences else {
                report(
                    .calendarTooLarge, event.line,
                    "More than \(limits.occurrences) times. Ask for fewer days with --from and --to.")
                return []
            }
        }
        return found.sorted { ($0.when.from, $0.when.to, $0.name) < ($1.when.from, $1.when.to, $1.name) }
    }

    private mutating func noteChanges() {
        for event in lines.events {
            guard let line = event.first("RECURRENCE-ID") else { continue }
            guard let time = time(line) else { continue }
            if line.text.uppercased().contains("RANGE=THISANDFUTURE") {
                report(
                    .calendarRange, line.number,
                    "A change to an event and all that come after it was taken for this one only. Look at the others."
                )
            }
            changed[uid(event), default: []].insert(zones.instant(time, line: line.number))
        }
    }

    private func uid(_ event: ICalLines.Event) -> String { event.first("UID").map { String($0.value) } ?? "" }

    private func expanded(_ event: ICalLines.Event) -> [ICalOccurrence] {
        guard event.first("STATUS")?.value.uppercased() != "CANCELLED" else { return [] }
        guard let line = event.first("DTSTART") else {
            report(.calendarNoStart, event.line, "The event has no beginning (DTSTART).")
            return []
        }
        guard let start = time(line), let length = length(event, start, line.number) else { return [] }
        let isChange = event.first("RECURRENCE-ID") != nil
        var starts = [start]
        var ends: [Instant: Instant] = [:]
        if !isChange {
            guard let times = times(event, start, line.number, &ends) else { return [] }
            starts += times
        }
        let gone = isChange ? [] : changed[uid(event)] ?? []
        let left = Set(leftOut(event))
        var seen: Set<Instant> = []
        let name = event.first("SUMMARY").map { Self.unescaped($0.value) } ?? ""
        return starts.compactMap { time in
            let from = zones.instant(time, line: line.number)
            guard !gone.contains(from), !left.contains(from), seen.insert(from).inserted else { return nil }
            return occurrence(time, from, length, ends[from], name)
        }
    }

    private func occurrence(
        _ time: ICalTime, _ from: Instant, _ length: Length, _ end: Instant?, _ name: String
    ) -> ICalOccurrence? {
        let when: Stretch
        var days: ClosedRange<Int32>?
        switch length {
        case .days(let count):
            let last = time.day.advanced(by: count - 1)
            var behind = time
            behind.day = time.day.advanced(by: count)
            when = Stretch(from: from, to: zones.instant(behind, line: 0))
            days = time.day.number...last.number
        case .span(let span): when = Stretch(from: from, to: end ?? from + span)
        }
        guard when.from < when.to, when.meets(window) else { return nil }
        return ICalOccurrence(when: when, days: days, name: name)
    }

    /// How long each occurrence is.
    private enum Length {
        case days(Int32)
        case span(TimeSpan)
    }

    private func length(_ event: ICalLines.Event, _ start: ICalTime, _ line: Int) -> Length? {
        if let duration = event.first("DURATION") {
            guard case .duration(let seconds)? = values(duration).first else { return nil }
            guard seconds >= 0 else { return backwards(duration.number) }
            if start.second == nil { return .days(max(1, Int32(clamping: seconds / 86_400))) }
            return span(TimeSpan(milliseconds: seconds * 1000), duration.number)
        }
        guard let endLine = event.first("DTEND") else {
            return start.second == nil ? .days(1) : span(TimeSpan.seconds(0), line)
        }
        guard let end = time(endLine) else { return nil }
        if start.second == nil {
            let count = end.day.number - start.day.number
            guard count >= 0 else { return backwards(endLine.number) }
            return .days(max(1, count))
        }
        let span = zones.instant(end, line: endLine.number) - zones.instant(start, line: line)
        guard span >= TimeSpan.seconds(0) else { return backwards(endLine.number) }
        return self.span(span, endLine.number)
    }

    private func span(_ span: TimeSpan, _ line: Int) -> Length? {
        guard span > TimeSpan.seconds(0) else {
            report(.calendarEmpty, line, "The event has no length; it was left out.")
            return nil
        }
        return .span(span)
    }

    private func backwards(_ line: Int) -> Length? {
        report(
            .calendarOrder, line,
            "The event ends before it begins. Put it right in the calendar and export again.")
        return nil
    }

    /// The other times at which an event happens; `nil` when it cannot be said.
    private func times(
        _ event: ICalLines.Event, _ start: ICalTime, _ line: Int, _ ends: inout [Instant: Instant]
    ) -> [ICalTime]? {
        var found: [ICalTime] = []
        for rule in event.all("RRULE") {
            switch followed(rule, start, line) {
            case .times(let times): found += times
            case .tooOften:
                report(
                    .calendarTooOften, rule.number,
                    "The event recurs more often than daily, or too many times to be followed.")
                return nil
            case .unreadable:
                unreadable(rule)
                return nil
            }
        }
        for more in event.all("RDATE") {
            for value in values(more) {
                switch value {
                case .time(let time): found.append(time)
                case .period(let from, let to):
                    found.append(from)
                    ends[zones.instant(from, line: more.number)] = zones.instant(to, line: more.number)
                case .duration: unreadable(more)
                }
            }
        }
        return found
    }

    /// Follows a rule up to the end of the window, or to its own end where that comes first.
    private func followed(_ rule: ICalLine, _ start: ICalTime, _ line: Int) -> ICalHandle.Followed {
        let text = String(rule.value)
        var end = zones.wall(of: window.to, like: start, line: line)
        if start.second == nil { end.second = nil }
        if var own = ICalHandle.until(of: text) {
            if own.isUTC, start.second != nil, !start.isUTC {
                own = zones.wall(of: Instant(milliseconds: own.wall), like: start, line: line)
            }
            // A rule that ends on a day ends with that day.
            if own.second == nil, start.second != nil { own.second = 86_399 }
            if own.wall < end.wall { end = own }
        }
        return ICalHandle.follow(text, from: start, until: end, steps: limits.steps)
    }

    private func leftOut(_ event: ICalLines.Event) -> [Instant] {
        event.all("EXDATE").flatMap { line in
            values(line).compactMap { value in
                guard case .time(let time) = value else { return nil }
                return zones.instant(time, line: line.number)
            }
        }
    }

    private func time(_ line: ICalLine) -> ICalTime? {
        guard case .time(let time)? = values(line).first else { return nil }
        return time
    }

    private func values(_ line: ICalLine) -> [ICalValue] {
        if let values = ICalHandle.values(of: line) { return values }
        unreadable(line)
        return []
    }

    private func unreadable(_ line: ICalLine) {
        report(
            .calendarLine, line.number,
            "\(line.name) cannot be read. Put it right in the calendar and export again.")
    }

    private func report(_ code: FindingCode, _ line: Int, _ message: String) {
        findings.add(code, file: file, line: line, message)
    }

    /// The text of a value without its escapes (RFC 5545, section 3.3.11).
    private static func unescaped(_ value: Substring) -> String {
        var text = ""
        var isEscaped = false
        for character in value {
            if isEscaped {
                text.append(character == "n" || character == "N" ? " " : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.append(character)
            }
        }
        return text
    }
}
