/// Why a step of setting up cannot be done: a sentence that says what is the matter, where, and what to do.
package struct SetupError: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    /// An error with its sentence.
    package init(_ description: String) {
        self.description = description
    }
}
