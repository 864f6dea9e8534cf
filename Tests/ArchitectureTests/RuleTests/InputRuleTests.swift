import Testing

@Suite("Time, chance and tasks come in from outside")
struct InputRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.sources.flatMap { InputRule.findings(in: $0) })
    }

    @Test(arguments: [
        "let now = Date()", "let now = Date.now", "let id = UUID()", "Task { await f() }",
        "Task(priority: .high) { f() }", "Task.detached { f() }", "let n = Int64.random(in: 0..<9)",
        "var g = SystemRandomNumberGenerator()", "let x = rooms.randomElement()", "rooms.shuffle()",
    ])
    func whatATestCouldNotHoldIsCaught(text: String) {
        let file = planted(text, in: "Sources/MusterServer/A.swift")
        #expect(InputRule.findings(in: file).count == 1)
        let allowed = [Allowance("Sources/MusterServer/A.swift", because: "tried")]
        #expect(InputRule.findings(in: file, allowed: allowed).isEmpty)
    }

    @Test(arguments: [
        "let at = Date(timeIntervalSince1970: 1)", "let id = UUID(uuidString: text)", "// Task {",
        "await withTaskGroup(of: Void.self) { f() }", "Int64.random(in: 0..<9, using: &generator)",
        "try Task.checkCancellation()", "plan(random: SystemRandomNumberGenerator())",
        "func plan(random: some RandomNumberGenerator = SystemRandomNumberGenerator()) {}",
        "salt: .random(16)",
    ])
    func whatComesInPasses(text: String) {
        #expect(InputRule.findings(in: planted(text, in: "Sources/MusterServer/A.swift")).isEmpty)
    }
}
