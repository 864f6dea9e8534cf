/// A directory that could not do what it was asked.
package struct DirectoryError: Error, Sendable {
    /// What is the matter; an open set.
    package struct Code: Hashable, Sendable {
        /// The stable name of the code.
        package let name: String

        /// The rows changed since the plan was made: plan again.
        package static let stale = Code(name: "directory.stale")
        /// The store cannot be reached or is full.
        package static let unavailable = Code(name: "directory.unavailable")
        /// What is stored cannot be read.
        package static let corrupt = Code(name: "directory.corrupt")
    }

    /// What is the matter.
    package let code: Code
    /// A sentence for people.
    package let message: String
    /// What the store itself said.
    package let cause: (any Error)?

    /// An error with a sentence for people.
    package init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }
}

extension DirectoryError: CustomStringConvertible {
    package var description: String { message }
}
