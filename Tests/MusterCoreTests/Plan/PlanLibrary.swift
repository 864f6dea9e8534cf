import Foundation
import MusterCore

/// The annexes and the basic plan that Muster ships, read as they lie in the repository.
enum PlanLibrary {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Plans")

    static let names: [String] = {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return all.filter { $0.hasSuffix(".json") && $0 != "basic-plan.json" }.sorted()
    }()

    static func text(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func annexes() throws -> [Annex] {
        try names.map { try Annex.decoded(try text($0)) }
    }

    static func basicPlan() throws -> BasicPlan {
        try BasicPlan.decoded(try text("basic-plan.json"))
    }
}
