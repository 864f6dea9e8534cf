import Foundation

/// How an import ended.
package enum RosterImportOutcome: String, Codable, Sendable {
    /// The directory was changed.
    case applied
    /// The directory held all of it already.
    case unchanged
    /// Nothing was written, since only the changes were asked for.
    case dryRun = "dry-run"
    /// Nothing was written, for the reason given.
    case refused
}

/// How many rows of one table an import adds, changes and deactivates.
package struct RosterChangeCounts: Codable, Hashable, Sendable {
    /// What the rows are.
    package let table: String
    /// Rows never seen before.
    package let added: Int
    /// Rows whose facts differ.
    package let changed: Int
    /// Rows no longer listed.
    package let deactivated: Int
    /// Rows that stay as they are.
    package let unchanged: Int
}

/// How many active people of one sort an import would lose.
package struct RosterRemoval: Codable, Hashable, Sendable {
    /// All people, students, or staff.
    package let of: String
    /// How many are active now.
    package let before: Int
    /// How many of them would not be any more.
    package let vanishing: Int
    /// Whether that is more than the import may take away.
    package let isTooMany: Bool
}

/// Two accounts, by their keys in the source, that look like one person; a person merges them.
package struct RosterMergeProposal: Codable, Hashable, Sendable {
    /// The account that came first.
    package let first: String
    /// The account that came later.
    package let second: String
}

/// What an import did or would do, ready for a page or for JSON.
package struct RosterImportReport: Codable, Hashable, Sendable {
    /// How it ended.
    package let outcome: RosterImportOutcome
    /// Why it was refused, as a sentence for people.
    package let reason: String?
    /// What was read.
    package let read: OneRosterReport
    /// What changes, table by table.
    package let changes: [RosterChangeCounts]
    /// What the removal guard saw.
    package let removals: [RosterRemoval]
    /// How many people vanish while another with the same names appears.
    package let renumbered: Int
    /// Accounts that look like one person, the first hundred.
    package let mergeProposals: [RosterMergeProposal]
}

extension RosterImportReport {
    /// The report as JSON with sorted keys.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The report for reading on a screen.
    package var text: String {
        var lines = [read.text, ""]
        for count in changes {
            lines.append(
                "\(count.table): \(count.added) added, \(count.changed) changed, "
                    + "\(count.deactivated) no longer listed, \(count.unchanged) unchanged")
        }
        if renumbered > 0 { lines.append("\(renumbered) people came back under new keys: see the findings.") }
        if !mergeProposals.isEmpty {
            lines.append("\(mergeProposals.count) pairs of accounts look like one person each.")
        }
        lines.append("")
        switch outcome {
        case .applied: lines.append("The directory was changed.")
        case .unchanged: lines.append("The directory held all of it already.")
        case .dryRun: lines.append("Dry run: nothing was written.")
        case .refused: lines.append("Refused. \(reason ?? "Nothing was written.")")
        }
        return lines.joined(separator: "\n")
    }
}
