package import MusterCore

/// How fresh a page is.
package enum Connection: Equatable, Sendable {
    /// Caught up, as of a moment.
    case current(asOf: Instant)
    /// Connected, reading what it missed.
    case catchingUp(asOf: Instant)
    /// Without the network since the moment of what is shown.
    case offline(asOf: Instant)
    /// This device is too old to understand the log; the server draws.
    case updateNeeded(asOf: Instant)

    /// The moment of what is shown.
    package var asOf: Instant {
        switch self {
        case .current(let at), .catchingUp(let at), .offline(let at), .updateNeeded(let at): at
        }
    }
}
