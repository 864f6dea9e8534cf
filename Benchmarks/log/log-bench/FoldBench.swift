import MusterCore
import MusterLog

/// Fold of a million events.
enum FoldBench {
    private static let count: Int64 = 1_000_000

    static func run() throws {
        let records = (1...count).map(SchoolYears.record)
        var state = SiteState()
        let clock = ContinuousClock()
        LogBench.report("fold", count, in: clock.measure { for record in records { state.apply(record) } })
        let texts = records.map { $0.encoded() }
        var again = SiteState()
        let time = try clock.measure {
            for text in texts { again.apply(try Record.decoded(text)) }
        }
        LogBench.report("decode-fold", count, in: time)
        precondition(again == state, "both folds are one state")
        print("state-bytes \(state.encoded().count)")
    }
}
