import Foundation

/// What is said in JSON about a set that cannot be read at all.
package struct UnreadableReport: Codable, Hashable, Sendable {
    /// The path that was given.
    package let path: String
    /// The stable name of the error.
    package let code: String
    /// A sentence that says what and where.
    package let message: String

    /// A report of an error.
    package init(path: String, error: SourceError) {
        self.path = path
        code = error.code.name
        message = error.message
    }

    /// The report as JSON with sorted keys.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}
