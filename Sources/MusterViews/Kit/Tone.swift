/// A colour with a fixed meaning, always beside its icon and words.
package enum Tone: UInt8, CaseIterable, Sendable {
    /// No meaning of its own.
    case neutral
    /// Something to look at before going on.
    case caution
    /// Hold: stay in the room, halls are kept clear.
    case hold
    /// Secure: outside doors locked, inside as usual.
    case secure
    /// Lockdown.
    case lockdown
    /// Evacuate.
    case evacuate
    /// Shelter from a hazard.
    case shelter
    /// Evade, where a district's doctrine has it.
    case evade
    /// A room that asks for help.
    case needsHelp
    /// A room where everyone is present.
    case allHere
    /// A room that misses or has extra or injured people.
    case exceptions
    /// A room heard from, without a count.
    case heardFrom
    /// A room without a report.
    case noReport
    /// A room cleared by whoever opened it.
    case cleared

    /// The class that sets the colours of an element: `tone-lockdown`.
    package var className: StaticString {
        switch self {
        case .neutral: "tone-neutral"
        case .caution: "tone-caution"
        case .hold: "tone-hold"
        case .secure: "tone-secure"
        case .lockdown: "tone-lockdown"
        case .evacuate: "tone-evacuate"
        case .shelter: "tone-shelter"
        case .evade: "tone-evade"
        case .needsHelp: "tone-needs-help"
        case .allHere: "tone-all-here"
        case .exceptions: "tone-exceptions"
        case .heardFrom: "tone-heard-from"
        case .noReport: "tone-no-report"
        case .cleared: "tone-cleared"
        }
    }

    /// The icon that goes with the colour.
    package var icon: Icon {
        switch self {
        case .neutral: .info
        case .caution: .warning
        case .hold: .pause
        case .secure: .shield
        case .lockdown: .lock
        case .evacuate: .exit
        case .shelter: .roof
        case .evade: .run
        case .needsHelp: .help
        case .allHere: .check
        case .exceptions: .unequal
        case .heardFrom: .speech
        case .noReport: .unknown
        case .cleared: .doorOpen
        }
    }

    /// The usual words; a plan may have its own.
    package var words: String {
        switch self {
        case .neutral: "Note"
        case .caution: "Caution"
        case .hold: "Hold"
        case .secure: "Secure"
        case .lockdown: "Lockdown"
        case .evacuate: "Evacuate"
        case .shelter: "Shelter"
        case .evade: "Evade"
        case .needsHelp: "Needs help"
        case .allHere: "All here"
        case .exceptions: "Exceptions"
        case .heardFrom: "Heard from"
        case .noReport: "No report"
        case .cleared: "Cleared"
        }
    }
}
