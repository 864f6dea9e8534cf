/// Whether a page speaks of danger, of practice, of a test, or of an ordinary day.
///
/// No two look alike.
package enum Mode: UInt8, CaseIterable, Sendable {
    /// No incident.
    case everyday
    /// An actual incident.
    case live
    /// A real call for help beside a practice; without one it is part of an everyday page.
    case call
    /// A drill.
    case drill
    /// An exercise.
    case exercise
    /// A test of the system.
    case test

    /// The value of `data-mode` on the document.
    package var name: StaticString {
        switch self {
        case .everyday: "everyday"
        case .live: "live"
        case .call: "call"
        case .drill: "drill"
        case .exercise: "exercise"
        case .test: "test"
        }
    }

    /// The word that stands first and last on every page of this mode; an ordinary day has none.
    package var word: StaticString? {
        switch self {
        case .everyday: nil
        case .live: "Live emergency"
        case .call: "Real call for help"
        case .drill: "DRILL"
        case .exercise: "EXERCISE"
        case .test: "TEST"
        }
    }

    /// What the word means, said in full beside it.
    var sentence: StaticString {
        switch self {
        case .everyday: ""
        case .live: "This is real"
        case .call: "Beside it a practice goes on"
        case .drill: "This is practice, not an emergency"
        case .exercise: "This is an exercise, not an emergency"
        case .test: "Nothing here is real"
        }
    }

    /// Whether the word frames the page, below as well as above.
    var isPretended: Bool { self == .drill || self == .exercise || self == .test }
}
