import Foundation
package import MusterCore

/// The annexes and the basic plan that Muster ships: files in a folder, so that a district can have its own.
package struct PlanLibrary: Sendable {
    private let folder: String
    private static let basicPlan = "basic-plan.json"

    /// The library in a folder.
    package init(folder: String) {
        self.folder = folder
    }

    /// Whether there is one.
    package var isThere: Bool { !names.isEmpty }

    private var names: [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter { $0.hasSuffix(".json") && $0 != Self.basicPlan }.sorted()
    }

    /// What a first draft is made from.
    /// - Throws: ``SetupError`` when the folder has no annexes, or a file in it cannot be read.
    package func document() throws(SetupError) -> PlanDocument {
        guard !names.isEmpty else {
            throw SetupError(
                "There are no annexes in \(folder). Name the folder with --plans or MUSTER_PLANS; it comes with Muster."
            )
        }
        var document = PlanDocument()
        for name in names { document.annexes.put(try read(name)) }
        if FileManager.default.fileExists(atPath: "\(folder)/\(Self.basicPlan)") {
            document.basic = try read(Self.basicPlan)
        }
        return document
    }

    private func read<Value: WireValue>(_ name: String) throws(SetupError) -> Value {
        let path = "\(folder)/\(name)"
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SetupError("\(path) cannot be read: look at whose it is.")
        }
        do { return try Value.decoded(Array(data), isNews: true) } catch {
            throw SetupError("\(path) cannot be read: \(error.message).")
        }
    }
}
