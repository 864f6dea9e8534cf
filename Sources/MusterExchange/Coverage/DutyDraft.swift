import Foundation
package import MusterCore

/// What tables of duty data came to: the rows that are to lie there, and the lines that are to be published.
package struct DutyDraft: Sendable {
    /// The rows, each with its origin.
    package var rows: [DutyRow] = []
    /// The origins that are replaced.
    package var origins: [String] = []
    /// The lines that were named; a position that is not named keeps its own.
    package var lines: [PositionLine] = []
    /// What each table changes.
    package var tables: [DutyTableChange] = []
    /// What was found.
    package var findings: FindingReport

    /// Whether it may be saved: nothing was found that keeps anything from being read.
    package var isSound: Bool { findings.errors == 0 }
}

/// What one table would change.
package struct DutyTableChange: Codable, Hashable, Sendable {
    /// The table's name.
    package let name: String
    /// How many rows it has.
    package let rows: Int
    /// How many entries are new.
    package let added: Int
    /// How many entries of an earlier import are not in it any more.
    package let removed: Int
    /// How many are as they were.
    package let unchanged: Int
}

/// What an import did or would do, for people and as JSON.
package struct DutyReport: Codable, Sendable {
    /// How an import ended.
    package enum Outcome: String, Codable, Sendable {
        case applied
        case dryRun = "dry-run"
        case refused
    }

    /// How it ended.
    package let outcome: Outcome
    /// What each table changes.
    package let tables: [DutyTableChange]
    /// What was found.
    package let findings: FindingReport

    /// The report on a draft.
    package init(_ draft: DutyDraft, _ outcome: Outcome) {
        self.outcome = draft.isSound ? outcome : .refused
        tables = draft.tables
        findings = draft.findings
    }

    /// The report as JSON with sorted keys.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The report for reading on a screen.
    package var text: String {
        var lines = findings.findings.map(\.description)
        if !lines.isEmpty { lines.append("") }
        for table in tables where outcome != .refused {
            lines.append(
                "\(table.name): \(table.rows) rows, \(table.added) new, \(table.removed) no longer in it, "
                    + "\(table.unchanged) as before")
        }
        switch outcome {
        case .applied: lines.append("Saved.")
        case .dryRun: lines.append("Dry run: nothing was saved.")
        case .refused:
            lines.append("Refused: \(findings.errors) findings must be put right first. Nothing was saved.")
        }
        return lines.joined(separator: "\n")
    }
}
