import MusterCore

/// Reads times, days and days of the week as people and spreadsheets write them.
package enum DutyTyped {
    /// A time of day in minutes from midnight: `7:30`, `07:30`, `7:30 pm`, `19:30:00`, `24:00`; `06:00+1` lies behind
    /// the next midnight.
    package static func minute(_ text: String) -> Int32? {
        var text = text.lowercased().filter { !$0.isWhitespace && $0 != "." }
        var later: Int32 = 0
        if text.hasSuffix("+1") {
            later = 1440
            text.removeLast(2)
        }
        var half: Int32?
        for (suffix, hours) in [("am", Int32(0)), ("pm", 12)] where text.hasSuffix(suffix) {
            half = hours
            text.removeLast(2)
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count) || parts.count == 1 && half != nil,
            parts.allSatisfy({
                (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy { (48...57).contains($0) }
            }),
            var hour = Int32(parts[0]), let minute = Int32(parts.count > 1 ? parts[1] : "0"), minute < 60,
            parts.count < 3 || Int32(parts[2]) == 0
        else { return nil }
        if let half {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + half
        }
        let whole = hour * 60 + minute
        return whole <= 1440 ? whole + later : nil
    }

    /// Days of the week: `Mon-Fri`, `Mon, Wed`, `monday;tuesday`; `nil` when a word among them is none.
    static func weekdays(_ text: String) -> Weekdays? {
        let plain = text.lowercased().replacing("–", with: "-").replacing(" to ", with: "-")
        let pieces = plain.split { ",;/ \t".contains($0) }.joined(separator: " ")
            .replacing(" - ", with: "-").replacing("- ", with: "-").replacing(" -", with: "-")
            .split(separator: " ")
        var bits: Int32 = 0
        for piece in pieces where piece != "and" {
            let ends = piece.split(separator: "-", omittingEmptySubsequences: false).map { weekday($0) }
            guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1] else { return nil }
            var index = Weekday.allCases.firstIndex(of: first) ?? 0
            while Weekday.allCases[index] != last {
                bits |= Weekday.allCases[index].bit
                index = (index + 1) % 7
            }
            bits |= last.bit
        }
        return bits == 0 ? nil : Weekdays(bits: bits)
    }

    private static func weekday(_ word: Substring) -> Weekday? {
        let word = String(word.filter { $0 != "." })
        if word == "m" { return .monday }
        guard word.count >= 2 else { return nil }
        let found = Weekday.allCases.filter { $0.rawValue.hasPrefix(word) }
        if found.count == 1 { return found[0] }
        return ["tues": .tuesday, "weds": .wednesday, "thur": .thursday, "thurs": .thursday][word]
    }

    /// A text as one line without the characters that make a spreadsheet calculate.
    static func line(_ text: String) -> String {
        let plain = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control ? " " as Character : Character(scalar)
        }
        return String(String(plain).drop { "=+-@ ".contains($0) })
            .split(separator: " ").joined(separator: " ")
    }
}
