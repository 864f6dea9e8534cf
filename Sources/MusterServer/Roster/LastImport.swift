import MusterViews
import Synchronization

/// What the last import since the start did, for the roster page.
final class LastImport: Sendable {
    private let kept = Mutex<ImportSummary?>(nil)

    /// What it did; nothing when there was none.
    var summary: ImportSummary? { kept.withLock { $0 } }

    /// Keeps what an import did.
    func keep(_ summary: ImportSummary) { kept.withLock { $0 = summary } }
}
