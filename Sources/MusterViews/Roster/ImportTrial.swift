package import MusterCore

/// What an import did.
package struct ImportSummary: Sendable {
    /// When it was taken in.
    package var at: Instant
    /// The name of whoever took it in.
    package var by: String
    /// The format as it was understood, such as "OneRoster 1.2".
    package var format: String
    /// What comes, changes and goes.
    package var changes: ImportChanges
    /// How many remarks there were.
    package var findings: Int64

    /// An import that was taken in.
    package init(at: Instant, by: String, format: String, changes: ImportChanges, findings: Int64) {
        self.at = at
        self.by = by
        self.format = format
        self.changes = changes
        self.findings = findings
    }
}

/// How many people and rooms come, change and go.
package struct ImportChanges: Sendable {
    /// How many are new.
    package var added: Int64
    /// How many are known and differ.
    package var changed: Int64
    /// How many are no longer in the set.
    package var removed: Int64
    /// How many are as they were.
    package var unchanged: Int64

    /// The counts of an import.
    package init(added: Int64, changed: Int64, removed: Int64, unchanged: Int64) {
        self.added = added
        self.changed = changed
        self.removed = removed
        self.unchanged = unchanged
    }
}

/// An upload that was read and compared, and not taken in.
package struct ImportTrial: Sendable {
    /// Names the kept upload, for taking it in.
    package var key: String
    /// The name of the file as it was uploaded.
    package var file: String
    /// The format as it was understood.
    package var format: String
    /// What comes, changes and goes.
    package var changes: ImportChanges
    /// The first findings; `findingCount` counts them all.
    package var findings: [RosterFinding]
    /// How many findings there are in all.
    package var findingCount: Int64
    /// Why it is not simply taken in.
    package var refusal: ImportRefusal?

    /// The outcome of trying an upload.
    package init(
        key: String, file: String, format: String, changes: ImportChanges, findings: [RosterFinding],
        findingCount: Int64, refusal: ImportRefusal? = nil
    ) {
        self.key = key
        self.file = file
        self.format = format
        self.changes = changes
        self.findings = findings
        self.findingCount = findingCount
        self.refusal = refusal
    }
}

/// Why an upload is not simply taken in.
package enum ImportRefusal: Sendable {
    /// More active people would vanish than the guard lets pass.
    case wouldRemove(people: Int64, of: Int64, limitPercent: Int64)
    /// Too much of the set could not be read.
    case unreadable(String)
}

/// One remark about an uploaded file.
package struct RosterFinding: Sendable {
    /// How much a remark matters.
    package enum Severity: Sendable {
        case note, warning, error
    }

    /// How much it matters.
    package var severity: Severity
    /// The stable name of the kind of trouble.
    package var code: String
    /// The file inside the set.
    package var file: String
    /// The line in the file, counted from 1.
    package var line: Int64?
    /// The column of the table, counted from 1.
    package var column: Int64?
    /// What was found and what to do about it.
    package var message: String

    /// A remark and where it was made.
    package init(
        _ severity: Severity, _ code: String, file: String, line: Int64? = nil, column: Int64? = nil,
        _ message: String
    ) {
        self.severity = severity
        self.code = code
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }
}
