import Foundation
import MusterCore
import MusterLog

/// The cells of one row by their columns, read one after the other; what is wrong with each is kept.
struct DutyCells {
    private let values: [DutyColumn: String]
    private let context: DutyContext
    /// What was wrong so far.
    private(set) var faults: [DutyFault] = []

    /// The longest name.
    private static let longest = 120

    init(_ values: [DutyColumn: String], _ context: DutyContext) {
        self.values = values
        self.context = context
    }

    /// A cell without spaces around it.
    func text(_ column: DutyColumn) -> String {
        (values[column] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    mutating func fault(_ code: FindingCode, _ column: DutyColumn, _ message: String) {
        faults.append(DutyFault(code: code, column: column, message: message))
    }

    private func quoted(_ column: DutyColumn) -> String { Self.quoted(text(column)) }

    static func quoted(_ text: String) -> String { "\"\(DutyTyped.line(text).prefix(60))\"" }

    /// A name that may not be blank.
    mutating func name(_ column: DutyColumn, _ what: String) -> String? {
        let name = DutyTyped.line(text(column))
        guard !name.isEmpty else {
            fault(.dutyBlank, column, "Enter \(what).")
            return nil
        }
        return short(name, column)
    }

    /// A name that may be blank.
    mutating func optionalName(_ column: DutyColumn) -> String? {
        short(DutyTyped.line(text(column)), column)
    }

    private mutating func short(_ name: String, _ column: DutyColumn) -> String? {
        guard name.count <= Self.longest else {
            fault(.dutyTooLong, column, "Write it in at most \(Self.longest) characters.")
            return nil
        }
        return name
    }

    /// Somebody who may not be left out.
    mutating func person(_ column: DutyColumn) -> PersonID? {
        guard !text(column).isEmpty else {
            fault(.dutyBlank, column, "Say who: a name, a key of the roster, or an id.")
            return nil
        }
        return person(named: text(column), column)
    }

    /// Everybody in a cell, parted by semicolons.
    mutating func people(_ column: DutyColumn) -> [PersonID]? {
        var found: [PersonID] = []
        var isWhole = true
        for name in text(column).split(separator: ";").map({ $0.trimmingCharacters(in: .whitespaces) })
        where !name.isEmpty {
            guard let person = person(named: name, column) else {
                isWhole = false
                continue
            }
            if !found.contains(person) { found.append(person) }
        }
        return isWhole ? found : nil
    }

    private mutating func person(named name: String, _ column: DutyColumn) -> PersonID? {
        func list(_ adults: [SiteAdult]) -> String {
            adults.prefix(5).map { "\($0.name), \($0.title) (\($0.person))" }.joined(separator: "; ")
        }
        switch context.people.find(name) {
        case .one(let adult): return adult.person
        case .several(let adults):
            fault(
                .dutyPersonUnclear, column,
                "Several people are called \(Self.quoted(name)). Write the id of the one who is meant: "
                    + list(adults) + ".")
        case .none(let alike):
            fault(
                .dutyPersonUnknown, column,
                "Nobody on the staff is called \(Self.quoted(name)). "
                    + (alike.isEmpty
                        ? "Look at the spelling, or put the person in: muster people add."
                        : "Who is meant? " + list(alike) + "."))
        }
        return nil
    }

    /// One of a list of words; a blank cell is `blank`, where that is allowed.
    mutating func word<Value>(_ column: DutyColumn, _ words: DutyWords<Value>, blank: Value? = nil) -> Value?
    {
        if text(column).isEmpty, let blank { return blank }
        if let value = words.value(text(column)) { return value }
        let said = text(column).isEmpty ? "Nothing stands here." : "\(quoted(column)) is none of the words."
        fault(.dutyWord, column, "\(said) Write one of: \(words.list).")
        return nil
    }

    /// A day, `required` or perhaps blank.
    mutating func day(_ column: DutyColumn, required: Bool) -> CivilDay? {
        let text = text(column)
        if text.isEmpty {
            if required { fault(.dutyBlank, column, "Enter a day, such as 2026-09-01.") }
            return nil
        }
        return day(written: text, column)
    }

    private mutating func day(written text: String, _ column: DutyColumn) -> CivilDay? {
        if let day = CivilDay(text) { return day }
        let isTurned = text.contains("/") || text.contains(".")
        fault(
            .dutyDay, column,
            isTurned
                ? "\(Self.quoted(text)) can be read in two ways. Write the year first: 2026-09-01. A spreadsheet "
                    + "keeps it so in a column of the format text."
                : "\(Self.quoted(text)) is no day of the calendar. Write it as 2026-09-01.")
        return nil
    }

    /// Two days of which the second is the first where it is blank.
    mutating func days(_ first: DutyColumn, _ last: DutyColumn) -> (first: CivilDay, last: CivilDay)? {
        let begin = day(first, required: true)
        let count = faults.count
        let end = day(last, required: false) ?? begin
        guard let begin, let end, faults.count == count else { return nil }
        guard begin <= end else {
            fault(.dutyOrder, last, "\(end.text) lies before the first day, \(begin.text). Turn them round.")
            return nil
        }
        return (begin, end)
    }

    /// A time of day.
    mutating func minute(_ column: DutyColumn) -> Int32? {
        if let minute = DutyTyped.minute(text(column)) { return minute }
        let said = text(column).isEmpty ? "Nothing stands here." : "\(quoted(column)) is no time of day."
        fault(.dutyTime, column, "\(said) Write it as 07:30 or 3:30 pm.")
        return nil
    }

    /// A moment of the site's clock, from a day, a day with a time, or a time of another moment's day.
    mutating func moment(
        _ column: DutyColumn, _ zone: SiteZone, endOfDay: Bool, sameDay: CivilDay? = nil
    ) -> Instant? {
        let text = text(column).replacing("T", with: " ")
        if let sameDay, let minute = DutyTyped.minute(text) { return zone.instant(sameDay, minute: minute) }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let first = parts.first else {
            fault(.dutyBlank, column, "Enter a day and a time, such as 2026-09-01 07:30.")
            return nil
        }
        guard let day = day(written: first, column) else { return nil }
        guard parts.count == 2 else { return zone.instant(day, minute: endOfDay ? 1440 : 0) }
        let (time, offset) = Self.offset(parts[1])
        guard let minute = DutyTyped.minute(time) else {
            fault(
                .dutyTime, column, "\(Self.quoted(parts[1])) is no time of day. Write it as 07:30 or 3:30 pm."
            )
            return nil
        }
        if let offset { return SiteClock(offsetMinutes: offset).instant(day, minute: minute) }
        return zone.instant(day, minute: minute)
    }

    /// A time of day without the distance from UTC that stands behind it, as `07:30-05:00` or `07:30Z`.
    private static func offset(_ text: String) -> (String, Int32?) {
        if text.hasSuffix("Z") { return (String(text.dropLast()), 0) }
        let tail = text.suffix(6)
        guard tail.utf8.count == 6, let sign = tail.first, sign == "+" || sign == "-",
            let minutes = DutyTyped.minute(String(tail.dropFirst())), minutes <= 14 * 60
        else { return (text, nil) }
        return (String(text.dropLast(6)), sign == "-" ? -minutes : minutes)
    }
}
