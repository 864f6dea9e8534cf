import MusterLog
import MusterSQLite
import Testing

/// An adapter of the log under the contract.
struct LogFixture: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Makes an empty log, in a folder where the adapter needs one.
    let make: @Sendable (TestFolder) throws -> any EventLog

    /// Every adapter there is; a new one joins here and has the whole contract to keep.
    static let all = [
        LogFixture(testDescription: "in memory") { _ in InMemoryLog() },
        LogFixture(testDescription: "SQLite") { folder in try SQLiteLog(folder: folder.path) },
    ]
}
