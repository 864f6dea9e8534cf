/// One remark about a foreign file: what is the matter, where, and what to do.
package struct Finding: Codable, Hashable, Sendable {
    /// The stable name of the kind of trouble, see ``FindingCode``.
    package let code: String
    /// How much it matters.
    package let severity: FindingSeverity
    /// The file inside the set; empty when the whole set is meant.
    package let file: String
    /// The line in the file, counted from 1; absent when the whole file is meant.
    package let line: Int?
    /// The column of the table, counted from 1; absent when the whole line is meant.
    package let column: Int?
    /// A sentence that says what was found and what to do about it.
    package let message: String
}

extension Finding: CustomStringConvertible {
    package var description: String {
        var place = file
        if let line { place += place.isEmpty ? "line \(line)" : ":\(line)" }
        if let column { place += ":\(column)" }
        return "\(severity.rawValue) \(code) \(place.isEmpty ? "" : place + " ")\(message)"
    }
}
