/// Collects findings: counts every one, keeps the first few of each kind.
///
/// A file of a million rows with the same mistake in each must neither fill the memory nor hide the other mistakes.
/// A log belongs to the one task that reads a set.
package final class FindingLog {
    /// How many findings of one code in one file are kept with their words.
    package let keptPerCode: Int
    /// The findings that were kept, in the order in which they were made.
    package private(set) var kept: [Finding] = []
    /// Whether anything was found that forbids an import.
    package private(set) var isBlocked = false

    private struct Slot: Hashable {
        let code: FindingCode
        let file: String
    }

    private var counts: [Slot: Int] = [:]
    private var order: [Slot] = []

    /// A log that keeps at most `keptPerCode` findings of one code in one file.
    package init(keptPerCode: Int = 100) {
        precondition(keptPerCode > 0)
        self.keptPerCode = keptPerCode
    }

    /// Counts a finding, and keeps it when there are few of its kind; only then are its words put together.
    package func add(
        _ code: FindingCode, file: String = "", line: Int? = nil, column: Int? = nil,
        _ message: @autoclosure () -> String
    ) {
        let slot = Slot(code: code, file: file)
        let count = counts[slot, default: 0] + 1
        if count == 1 { order.append(slot) }
        counts[slot] = count
        if code.isBlocking { isBlocked = true }
        guard count <= keptPerCode else { return }
        kept.append(
            Finding(
                code: code.name, severity: code.severity, file: file, line: line, column: column,
                message: message()))
    }

    /// How often a code was found, in one file or in all.
    package func count(of code: FindingCode, in file: String? = nil) -> Int {
        counts.reduce(0) { sum, entry in
            entry.key.code == code && (file == nil || entry.key.file == file) ? sum + entry.value : sum
        }
    }

    /// How many findings there are of one severity, kept or not.
    package func count(of severity: FindingSeverity) -> Int {
        counts.reduce(0) { $1.key.code.severity == severity ? $0 + $1.value : $0 }
    }

    /// What was found, as a value that can be written as JSON.
    package var report: FindingReport {
        FindingReport(
            errors: count(of: .error), warnings: count(of: .warning), notes: count(of: .note),
            isImportPossible: !isBlocked,
            counts: order.map {
                FindingCount(
                    code: $0.code.name, severity: $0.code.severity, file: $0.file, count: counts[$0] ?? 0)
            },
            findings: kept)
    }
}
