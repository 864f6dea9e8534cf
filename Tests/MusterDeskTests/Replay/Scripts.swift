import Foundation
import MusterCore
import MusterSimulation

/// The written-down events of the repository.
enum Scripts {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let scenarios = [
        "robb-elementary-2022", "oxford-2021", "hawaii-false-alert-2018", "lake-brantley-drill-2018",
        "msd-2018", "stem-highlands-ranch-2019", "memorial-gas-smell-2016",
    ]

    static func scenario(_ name: String) throws -> Script {
        try Script(Data(contentsOf: root.appendingPathComponent("Tests/Scenarios/\(name).json")))
    }

    static func drill() throws -> Script {
        try Script(Data(contentsOf: root.appendingPathComponent("Demo/lockdown-drill.json")))
    }

    /// The persons that a record asks, by the script's names.
    static func asked(_ record: Record) -> [String] {
        guard case .coordination(.coordinatorAsked(_, let persons, _, _)) = record.event else { return [] }
        return persons.map(\.text).sorted()
    }
}
