/// How often one kind of trouble was found in one file.
package struct FindingCount: Codable, Hashable, Sendable {
    /// The stable name of the code.
    package let code: String
    /// How much it matters.
    package let severity: FindingSeverity
    /// The file inside the set.
    package let file: String
    /// How often, whether kept with its words or only counted.
    package let count: Int
}

/// Everything a reader has to say about a set, ready to be written as JSON.
package struct FindingReport: Codable, Hashable, Sendable {
    /// How many findings mean that something was not read.
    package let errors: Int
    /// How many findings mean that something was perhaps read otherwise than meant.
    package let warnings: Int
    /// How many findings are only worth knowing.
    package let notes: Int
    /// Whether nothing was found that forbids an import.
    package let isImportPossible: Bool
    /// The counts by code and file.
    package let counts: [FindingCount]
    /// The first findings of each code and file, with their words.
    package let findings: [Finding]
}
