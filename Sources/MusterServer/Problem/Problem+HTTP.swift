import Hummingbird

extension Problem {
    /// A body larger than the route takes.
    static let tooLarge = Problem(
        .contentTooLarge, "too-large", "The request is larger than the server takes.")

    /// After how many seconds asking again makes sense, for a status that says "not now".
    static func retryAfter(_ status: Int) -> Int? {
        switch status {
        case 429: 10
        case 503: 2
        default: nil
        }
    }

    /// What Hummingbird itself refuses, in our words.
    init(_ error: HTTPError) {
        switch error.status {
        case .notFound: self = .notFound
        case .contentTooLarge: self = .tooLarge
        case .methodNotAllowed:
            self.init(.methodNotAllowed, "method", "This address does not take that kind of request.")
        default:
            self.init(error.status, "refused", "The request could not be taken as it was sent.")
        }
    }
}
