package import MusterCore

extension RoomStatus {
    /// The status in two words.
    package var label: String {
        switch self {
        case .heardFrom: "We are here"
        case .allHere: "All here"
        case .exceptions: "All here, but…"
        case .needsHelp: "We need help"
        }
    }

    /// The colour and icon of the status.
    package var tone: Tone {
        switch self {
        case .heardFrom: .heardFrom
        case .allHere: .allHere
        case .exceptions: .exceptions
        case .needsHelp: .needsHelp
        }
    }
}

extension RoomStanding {
    /// The standing in two words.
    package var label: String {
        switch self {
        case .needsHelp: "Needs help"
        case .conflict: "Reports differ"
        case .exceptions: "Exceptions"
        case .noReport: "No report"
        case .silent: "Silent"
        case .heardFrom: "Heard from"
        case .allHere: "All here"
        case .cleared: "Cleared"
        }
    }

    /// The colour and icon of the standing.
    package var tone: Tone {
        switch self {
        case .needsHelp: .needsHelp
        case .conflict: .caution
        case .exceptions: .exceptions
        case .noReport, .silent: .noReport
        case .heardFrom: .heardFrom
        case .allHere: .allHere
        case .cleared: .cleared
        }
    }
}

extension RoomReport {
    /// What was reported, counts included: "2 missing, 1 injured".
    package var words: String { Self.words(status, missing: missing, extra: extra, injured: injured) }

    /// What a status and its counts say.
    package static func words(_ status: RoomStatus, missing: Int32, extra: Int32, injured: Int32) -> String {
        var counts: [String] = []
        if missing > 0 { counts.append("\(missing) missing") }
        if extra > 0 { counts.append("\(extra) extra") }
        if injured > 0 { counts.append("\(injured) injured") }
        let list = counts.joined(separator: ", ")
        switch status {
        case .needsHelp: return list.isEmpty ? "Needs help" : "Needs help: " + list
        case .exceptions: return list.isEmpty ? "Exceptions" : list
        case .allHere: return list.isEmpty ? "All here" : "All here, " + list
        case .heardFrom: return list.isEmpty ? "Heard from" : "Heard from, " + list
        }
    }
}
