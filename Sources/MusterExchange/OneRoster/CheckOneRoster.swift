import Foundation

/// Reads a set without a server and says what was understood and what was odd: `muster check oneroster`.
package enum CheckOneRoster {
    /// How a check ended, as the exit status of the command.
    package enum Status: Int32, Sendable {
        /// Nothing of severity error was found.
        case clean = 0
        /// Something was not read.
        case hasErrors = 1
        /// The set cannot be read at all.
        case unreadable = 2
    }

    /// Checks a set.
    package static func run(
        path: String, encoding: TextEncoding = .utf8, limits: ArchiveLimits = ArchiveLimits()
    ) throws(SourceError) -> OneRosterReport {
        try OneRosterReader(path: path, encoding: encoding, limits: limits).read(into: OneRosterCheckSink())
    }
}

extension OneRosterReport {
    /// How the check ended.
    package var status: CheckOneRoster.Status { findings.errors > 0 ? .hasErrors : .clean }

    /// The report as JSON with sorted keys.
    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// The report for reading on a screen.
    package var text: String {
        var lines = ["OneRoster \(version.rawValue) set at \(path)"]
        if !systemName.isEmpty { lines.append("Written by \(systemName)") }
        lines.append("")
        lines.append(Self.columns("file", "mode", "rows", "accepted", "refused"))
        for file in files where file.mode != .absent || file.rows > 0 {
            lines.append(
                Self.columns(
                    file.file, file.mode.rawValue, String(file.rows), String(file.accepted),
                    String(file.refused)))
        }
        lines += ["", "Understood:"] + understood.sentences.map { "  " + $0 } + [""]
        lines.append("\(findings.errors) errors, \(findings.warnings) warnings, \(findings.notes) notes")
        for count in findings.counts.sorted(by: { $0.severity > $1.severity }) {
            lines.append("  \(count.severity.rawValue) \(count.code) \(count.file): \(count.count)")
        }
        if !findings.findings.isEmpty { lines.append("") }
        lines += findings.findings.map(\.description)
        if !findings.isImportPossible {
            lines += ["", "This set cannot be imported before the errors are mended."]
        }
        return lines.joined(separator: "\n")
    }

    private static func columns(_ cells: String...) -> String {
        cells.enumerated().map { index, cell in
            let blanks = String(repeating: " ", count: max(1, (index == 0 ? 24 : 10) - cell.count))
            return index < 2 ? cell + blanks : blanks + cell
        }.joined()
    }
}

extension OneRosterCounts {
    /// The numbers as sentences, those of nothing left out.
    package var sentences: [String] {
        func list(_ counts: [String: Int]) -> String {
            counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        }
        return [
            ("bodies", list(orgs)), ("terms", terms == 0 ? "" : "\(terms)"),
            ("courses", courses == 0 ? "" : "\(courses)"),
            ("classes", list(classes)), ("rooms", rooms == 0 ? "" : "\(rooms)"),
            ("accounts", users == 0 ? "" : "\(users)"),
            ("people by role", list(people)),
            ("pairs of student and adult", relations == 0 ? "" : "\(relations)"),
            ("enrollments", list(enrollments)),
            ("accounts that look like another one's", doubleAccounts == 0 ? "" : "\(doubleAccounts)"),
            ("passwords dropped", passwordsDropped == 0 ? "" : "\(passwordsDropped)"),
        ].filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
    }
}
