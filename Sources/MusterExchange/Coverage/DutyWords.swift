import MusterCore

/// The words of tables of duty data and what they stand for; the first spelling is the one that is written.
struct DutyWords<Value: Equatable & Sendable>: Sendable {
    let pairs: [(value: Value, spellings: [String])]

    /// What a word stands for; case, spaces and hyphens do not matter.
    func value(_ text: String) -> Value? {
        let word = Self.folded(text)
        return pairs.first { $0.spellings.contains { Self.folded($0) == word } }?.value
    }

    /// How a value is written.
    func word(_ value: Value) -> String { pairs.first { $0.value == value }?.spellings.first ?? "" }

    /// What may be written, for a finding.
    var list: String { pairs.map { $0.spellings[0] }.joined(separator: ", ") }

    private static func folded(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

enum DutyVocabulary {
    static let calendar = DutyWords<CalendarSort>(pairs: [
        (.term, ["term", "school", "semester", "trimester", "quarter"]),
        (.summer, ["summer", "summer school"]),
        (.holiday, ["holiday", "no school", "closed", "break"]),
        (.halfDay, ["half day", "early release", "early dismissal", "minimum day"]),
    ])
    static let days = DutyWords<DutyDays>(pairs: [
        (.schoolDays, ["school days", "school day", "school"]),
        (.summerDays, ["summer", "summer days", "summer school"]),
        (.freeDays, ["days without school", "no school", "free days"]),
        (.everyDay, ["every day", "all days", "daily"]),
    ])
    static let onSite = DutyWords<Bool>(pairs: [
        (true, ["on site", "here", "at school"]), (false, ["reachable", "off site", "by phone"]),
    ])
    static let place = DutyWords<Bool>(pairs: [
        (true, ["on site", "here", "at school"]), (false, ["off site", "reachable", "elsewhere"]),
    ])
    static let yes = DutyWords<Bool>(pairs: [
        (true, ["yes", "y", "true", "x", "1"]), (false, ["no", "n", "false", "0"]),
    ])
    static let responder = DutyWords<ResponderSort>(pairs: [
        (.sro, ["SRO", "school resource officer", "officer"]), (.security, ["security", "guard"]),
        (.nurse, ["nurse", "school nurse"]), (.trainedStaff, ["trained staff", "staff", "first aider"]),
    ])
    static let position = DutyWords<Position>(pairs: [
        (.schoolCoordinator, ["school coordinator", "coordinator"]),
        (.liaison, ["liaison", "liaison officer"]),
        (.publicInformation, ["public information", "public information officer", "PIO"]),
        (.safety, ["safety", "safety officer"]),
        (.planning, ["planning", "planning section chief"]),
        (.logistics, ["logistics", "logistics section chief"]),
        (.finance, ["finance", "finance and administration", "finance and administration section chief"]),
        (.accountabilityLead, ["accountability lead", "accountability"]),
        (
            .reunificationDirector,
            ["reunification director", "reunification", "reunification branch director"]
        ),
        (.medical, ["medical", "medical branch director"]),
        (.caller911, ["911 caller", "caller 911", "911"]),
    ])
}
