import MusterCore
import MusterLog
import MusterSQLite
import Testing

/// An adapter of the duty data under the contract.
struct DutyFixture: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Makes an empty directory, in a folder where the adapter needs one.
    let make: @Sendable (TestFolder) throws -> any DutyDirectory

    /// Every adapter there is; a new one joins here and has the whole contract to keep.
    static let all = [
        DutyFixture(testDescription: "in memory") { _ in InMemoryDutyDirectory() },
        DutyFixture(testDescription: "SQLite") { folder in
            try DirectoryDatabase(path: folder.file("directory.sqlite"))
        },
    ]
}

func id<Kind>(_ text: String) -> ID<Kind> {
    guard let id = ID<Kind>(text) else { preconditionFailure("\(text) is no id") }
    return id
}
