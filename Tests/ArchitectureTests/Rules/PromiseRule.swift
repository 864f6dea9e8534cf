/// Each promise of the design is named in a test, or is awaited with a reason; never both, never neither.
enum PromiseRule {
    static func findings(promises: [Promise], tests: [(path: String, text: String)]) -> [Finding] {
        promises.compactMap { promise in
            let table = "Tests/ArchitectureTests/Tables/Promise.swift"
            let witness = tests.first { isNamed(promise.name, in: $0.text) }
            switch (witness, promise.awaited) {
            case (nil, nil):
                return Finding(path: table, line: 1, message: "no test names \(promise.name)")
            case (let witness?, .some):
                let message = "\(witness.path) names \(promise.name): take its `awaited` away"
                return Finding(path: table, line: 1, message: message)
            default: return nil
            }
        }
    }

    /// Named as a type or function (`OneHolder`, `oneHolder`) or in Python (`one_holder`).
    private static func isNamed(_ name: String, in text: String) -> Bool {
        var snake = ""
        for character in name {
            if character.isUppercase, !snake.isEmpty { snake.append("_") }
            snake.append(contentsOf: character.lowercased())
        }
        return text.contains(name) || text.contains(snake)
    }
}
