import MusterExchange
import MusterViews

extension ImportTrial {
    /// What the roster page shows of a report.
    init(_ report: RosterImportReport, key: String, file: String, limitPercent: Int) {
        let all = report.read.findings
        self.init(
            key: key, file: file, format: "OneRoster \(report.read.version.rawValue)",
            changes: ImportChanges(report),
            findings: all.findings.sorted { $1.severity < $0.severity }.prefix(200).map(RosterFinding.init),
            findingCount: Int64(all.errors + all.warnings + all.notes),
            refusal: Self.refusal(report, limitPercent))
    }

    private static func refusal(_ report: RosterImportReport, _ limit: Int) -> ImportRefusal? {
        guard report.outcome == .refused else { return nil }
        if report.read.findings.isImportPossible, let removal = report.removals.first(where: \.isTooMany) {
            return .wouldRemove(
                people: Int64(removal.vanishing), of: Int64(removal.before), limitPercent: Int64(limit))
        }
        return .unreadable(report.reason ?? "Too much of it could not be read.")
    }
}

extension ImportChanges {
    /// The changes of all tables together.
    init(_ report: RosterImportReport) {
        let all = report.changes
        self.init(
            added: Int64(all.reduce(0) { $0 + $1.added }), changed: Int64(all.reduce(0) { $0 + $1.changed }),
            removed: Int64(all.reduce(0) { $0 + $1.deactivated }),
            unchanged: Int64(all.reduce(0) { $0 + $1.unchanged }))
    }
}

extension RosterFinding {
    /// What pages show of a finding.
    init(_ finding: Finding) {
        let severity: Severity =
            switch finding.severity {
            case .error: .error
            case .warning: .warning
            case .note: .note
            }
        self.init(
            severity, finding.code, file: finding.file, line: finding.line.map(Int64.init),
            column: finding.column.map(Int64.init), finding.message)
    }
}
