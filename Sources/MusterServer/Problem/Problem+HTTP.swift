import Hummingbird

extension Problem {
    /// What Hummingbird itself refuses, in our words.
    init(_ error: HTTPError) {
        switch error.status {
        case .notFound: self = .notFound
        case .contentTooLarge:
            self.init(.contentTooLarge, "too-large", "The request is larger than the server takes.")
        case .methodNotAllowed:
            self.init(.methodNotAllowed, "method", "This address does not take that kind of request.")
        default:
            self.init(error.status, "refused", "The request could not be taken as it was sent.")
        }
    }
}
