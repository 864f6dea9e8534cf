/// One content line of an iCalendar file (RFC 5545, section 3.1), unfolded.
struct ICalLine {
    /// The line of the file on which it begins, counted from 1.
    let number: Int
    /// What stands there.
    let text: String

    /// The name of its property in capital letters.
    var name: String {
        String(text.prefix { $0 != ":" && $0 != ";" }).uppercased()
    }

    /// What stands behind the first colon outside quotes.
    var value: Substring {
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ":", !isQuoted { return text[text.index(after: index)...] }
        }
        return ""
    }
}

/// The lines of a calendar sorted into what Muster looks at: its events, and its time zones.
struct ICalLines {
    /// An event's own lines; what lies in it, such as an alarm, is left out.
    struct Event {
        /// Where it begins.
        let line: Int
        /// Its lines.
        var lines: [ICalLine] = []

        /// The first line of a name.
        func first(_ name: String) -> ICalLine? { lines.first { $0.name == name } }
        /// All lines of a name.
        func all(_ name: String) -> [ICalLine] { lines.filter { $0.name == name } }
    }

    /// What is looked at of an event: when it is, never what it says; what it is called only where that is asked for.
    private let names: Set<String>

    /// The events in the order of the file.
    private(set) var events: [Event] = []
    /// The texts of the zones.
    private(set) var zones: [String] = []

    private var open: [String] = []
    private var zone = ""
    private let findings: FindingLog
    private let file: String
    private let limits: ICalLimits

    /// Sorts a text.
    init(_ bytes: [UInt8], named: Bool, file: String, limits: ICalLimits, findings: FindingLog) {
        (self.file, self.limits, self.findings) = (file, limits, findings)
        let times: Set<String> = [
            "UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS",
        ]
        names = named ? times.union(["SUMMARY"]) : times
        var isCalendar = false
        let isWhole = unfold(bytes) { line in
            let isFirst = !isCalendar && open.isEmpty
            guard !isFirst || line.text.isEmpty || line.text.uppercased() == "BEGIN:VCALENDAR" else {
                return false
            }
            if isFirst, !line.text.isEmpty { isCalendar = true }
            return take(line)
        }
        if !isCalendar {
            findings.add(
                .calendarBroken, file: file, line: 1,
                "This is no calendar: it does not begin with BEGIN:VCALENDAR. Export it as iCalendar (.ics).")
        } else if isWhole, !open.isEmpty {
            findings.add(
                .calendarBroken, file: file, "The file breaks off inside \(open[open.count - 1].prefix(40)).")
        }
    }

    private mutating func take(_ line: ICalLine) -> Bool {
        let name = line.name
        if name == "BEGIN" {
            open.append(line.value.uppercased())
            guard open.count <= limits.depth else {
                findings.add(
                    .calendarBroken, file: file, line: line.number, "Too many parts lie in each other.")
                return false
            }
            if open.last == "VEVENT" {
                guard events.count < limits.events else {
                    findings.add(
                        .calendarTooLarge, file: file, line: line.number,
                        "More than \(limits.events) events. Export fewer months.")
                    return false
                }
                events.append(Event(line: line.number))
            }
        }
        if open.contains("VTIMEZONE"), zone.utf8.count < limits.zoneBytes { zone += line.text + "\r\n" }
        if name == "END" {
            guard open.last == line.value.uppercased() else {
                findings.add(
                    .calendarBroken, file: file, line: line.number, "An END here belongs to no BEGIN.")
                return false
            }
            open.removeLast()
            if !zone.isEmpty, !open.contains("VTIMEZONE") {
                if zones.count < limits.zones { zones.append(zone) }
                zone = ""
            }
        } else if open.last == "VEVENT", names.contains(name), !events.isEmpty {
            events[events.count - 1].lines.append(line)
        }
        return true
    }

    /// Gives out the lines with their continuations; says whether all of them were taken.
    private func unfold(_ bytes: [UInt8], _ take: (ICalLine) -> Bool) -> Bool {
        var text: [UInt8] = []
        var begun = 1
        var number = 0
        for piece in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            let piece = piece.last == 0x0D ? piece.dropLast() : piece
            if let first = piece.first, first == 0x20 || first == 0x09, number > 1 {
                // A line that goes on for ever is cut: no time is as long as that.
                if text.count < limits.lineBytes { text += piece.dropFirst() }
                continue
            }
            if !text.isEmpty, !take(ICalLine(number: begun, text: String(decoding: text, as: UTF8.self))) {
                return false
            }
            text = Array(piece.prefix(limits.lineBytes))
            begun = number
        }
        return text.isEmpty || take(ICalLine(number: begun, text: String(decoding: text, as: UTF8.self)))
    }
}

/// How much a calendar may hold before it is refused.
package struct ICalLimits: Sendable {
    /// The most bytes of a file.
    package var bytes = 8 << 20
    /// The most events.
    package var events = 5000
    /// The most occurrences that are taken.
    package var occurrences = 5000
    /// The most steps that one rule is followed.
    package var steps = 20_000
    /// How deep parts may lie in each other.
    var depth = 8
    /// The longest line.
    var lineBytes = 16 << 10
    /// The most zones, and the longest one.
    var zones = 100
    /// The longest zone.
    var zoneBytes = 256 << 10

    /// The limits that fit any school.
    package init() {}
}
