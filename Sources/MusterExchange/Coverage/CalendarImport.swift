package import MusterCore
package import MusterLog

/// What a calendar is read for.
package enum CalendarPurpose: Equatable, Sendable {
    /// When a person is away: the times, and nothing that the calendar says about them.
    case absences(of: PersonID)
    /// When people are on the site at another time than usual.
    case events
    /// Days without school.
    case holidays

    /// What rows have for an origin; another file for the same person replaces the one before.
    func origin(_ file: String) -> String {
        switch self {
        case .absences(let person): "ical:absences:\(person)"
        case .events: "ical:events:\(file)"
        case .holidays: "ical:holidays:\(file)"
        }
    }
}

/// Reads an iCalendar file into duty data, within some days.
package enum CalendarImport {
    /// Reads a calendar; nothing is written here.
    /// - Throws: ``SourceError`` when the bytes cannot be had.
    package static func read(
        _ stream: any ByteStream, file: String, for purpose: CalendarPurpose, days: ClosedRange<CivilDay>,
        zone: SiteZone, held: [DutyRow], limits: ICalLimits = ICalLimits(),
        random: some RandomNumberGenerator = SystemRandomNumberGenerator()
    ) throws(SourceError) -> DutyDraft {
        let findings = FindingLog()
        var draft = DutyDraft(findings: findings.report)
        var random = random
        let entries = try entries(stream, file, purpose, days, zone, limits, findings)
        let origin = purpose.origin(file)
        draft.merge(
            entries, from: origin, name: file, read: entries.count, held: held.filter { $0.origin == origin },
            &random)
        draft.findings = findings.report
        return draft
    }

    private static func entries(
        _ stream: any ByteStream, _ file: String, _ purpose: CalendarPurpose, _ days: ClosedRange<CivilDay>,
        _ zone: SiteZone, _ limits: ICalLimits, _ findings: FindingLog
    ) throws(SourceError) -> [DutyEntry] {
        guard let bytes = try text(stream, file, limits, findings) else { return [] }
        let isNamed = if case .absences = purpose { false } else { true }
        let lines = ICalLines(bytes, named: isNamed, file: file, limits: limits, findings: findings)
        guard findings.count(of: .error) == 0 else { return [] }
        let window = Stretch(
            from: zone.instant(days.lowerBound, minute: 0), to: zone.instant(days.upperBound, minute: 1440))
        var reader = ICalReader(
            lines, ICalZones(lines.zones, site: zone, file: file, findings: findings), window: window,
            file: file,
            limits: limits, findings: findings)
        var seen: Set<[UInt8]> = []
        let entries = reader.occurrences().compactMap { entry(of: $0, purpose, file, findings) }
            .filter { seen.insert($0.encoded()).inserted }
        if entries.isEmpty, findings.count(of: .error) == 0 {
            findings.add(
                .calendarNothing, file: file,
                "Nothing in it lies from \(days.lowerBound.text) to \(days.upperBound.text).")
        }
        return entries
    }

    private static func entry(
        of occurrence: ICalOccurrence, _ purpose: CalendarPurpose, _ file: String, _ findings: FindingLog
    ) -> DutyEntry? {
        let name = String(DutyTyped.line(occurrence.name).prefix(120))
        switch purpose {
        case .absences(let person): return .absence(Absence(person, occurrence.when.wholeMinutes))
        case .events: return .event(SiteEvent(name.isEmpty ? "Event" : name, occurrence.when.wholeMinutes))
        case .holidays:
            guard let days = occurrence.days else {
                findings.add(
                    .calendarNotADay, file: file,
                    "\(DutyCells.quoted(name)) has times of day and is no day without school; it was left out."
                )
                return nil
            }
            return .calendar(
                CalendarSpan(
                    .holiday, from: CivilDay(number: days.lowerBound), to: CivilDay(number: days.upperBound),
                    name: name))
        }
    }

    /// The text of a calendar as UTF-8; nothing when it is too long or no text.
    private static func text(
        _ stream: any ByteStream, _ file: String, _ limits: ICalLimits, _ findings: FindingLog
    ) throws(SourceError) -> [UInt8]? {
        let opening = try TextDecoding.open(stream, as: .utf8)
        guard opening.finding?.isBlocking != true else {
            findings.add(.notUTF8, file: file, line: 1, "The file is no text in UTF-8.")
            return nil
        }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = try chunk.fill(from: opening.stream, atMost: chunk.count)
            if count == 0 { break }
            bytes += chunk[..<count]
            guard bytes.count <= limits.bytes else {
                findings.add(
                    .calendarTooLarge, file: file,
                    "The file is larger than \(limits.bytes >> 20) MB. Export fewer months.")
                return nil
            }
        }
        if let bad = UTF8Check.firstInvalid(in: bytes.span) {
            let line = bytes[..<bad].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
            findings.add(.notUTF8, file: file, line: line, "Byte \(bad + 1) is no UTF-8. Export it as UTF-8.")
            return nil
        }
        return bytes
    }
}

extension Stretch {
    /// The whole minutes that it touches.
    fileprivate var wholeMinutes: Stretch {
        let minute: Int64 = 60_000
        let start = from.milliseconds - (from.milliseconds % minute + minute) % minute
        let end = to.milliseconds + (minute - (to.milliseconds % minute + minute) % minute) % minute
        return Stretch(from: Instant(milliseconds: start), to: Instant(milliseconds: end))
    }
}
