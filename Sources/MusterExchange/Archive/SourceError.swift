/// A foreign file or archive that cannot be read at all.
package struct SourceError: Error, Hashable, Sendable {
    /// What is the matter; an open set.
    package struct Code: Hashable, Sendable {
        /// The stable name of the code.
        package let name: String

        /// The path names nothing, or may not be opened.
        package static let unreadable = Code(name: "source.unreadable")
        /// The path is neither a folder nor a zip archive.
        package static let notAnArchive = Code(name: "source.not-an-archive")
        /// The archive is damaged.
        package static let damaged = Code(name: "source.damaged")
        /// The archive or one of its files is larger than the limits allow.
        package static let tooLarge = Code(name: "source.too-large")
    }

    /// What is the matter.
    package let code: Code
    /// A sentence that says what and where.
    package let message: String

    /// An error with a sentence for people.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension SourceError: CustomStringConvertible {
    package var description: String { "\(code.name): \(message)" }
}
