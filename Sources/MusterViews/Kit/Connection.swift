/// How fresh a page is.
package enum Connection: Equatable, Sendable {
    /// Caught up, as of a moment.
    case current(asOf: Moment)
    /// Connected, reading what it missed.
    case catchingUp(asOf: Moment)
    /// Without the network since the moment of what is shown.
    case offline(asOf: Moment)
    /// This device is too old to understand the log; the server draws.
    case updateNeeded(asOf: Moment)

    /// The moment of what is shown.
    package var asOf: Moment {
        switch self {
        case .current(let at), .catchingUp(let at), .offline(let at), .updateNeeded(let at): at
        }
    }
}
