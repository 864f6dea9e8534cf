/// Why the log could not do what was asked: the world failed, not a rule.
package struct LogError: Error, Sendable, CustomStringConvertible {
    /// What kind of failure it is; the set is open, so that an adapter can add its own.
    package struct Code: Hashable, Sendable, CustomStringConvertible {
        /// The name of the code as it stands in messages and metrics.
        package let description: String

        /// A code of that name.
        package init(_ description: String) {
            self.description = description
        }

        /// The store cannot be reached or written now; the same call may succeed later.
        package static let unavailable = Code("unavailable")
        /// The queue before the store is full; the caller slows down and tries again.
        package static let overloaded = Code("overloaded")
        /// Stored bytes are not what the log wrote.
        package static let corrupt = Code("corrupt")
        /// The store was written by a newer Muster.
        package static let newerSchema = Code("newerSchema")
        /// The store does not keep what it confirms, so nothing may be confirmed from it.
        package static let notDurable = Code("notDurable")
        /// The record, part or key asked for is not there.
        package static let notFound = Code("notFound")
        /// What was to be stored is larger than ``LogLimits`` allow, or not well-formed.
        package static let refused = Code("refused")
    }

    /// What kind of failure it is.
    package let code: Code
    /// One sentence for the operator.
    package let message: String
    /// What lay below, where something did.
    package let cause: (any Error)?

    /// A failure with the sentence for the operator.
    package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    package var description: String {
        cause.map { "\(code): \(message) (\($0))" } ?? "\(code): \(message)"
    }
}
