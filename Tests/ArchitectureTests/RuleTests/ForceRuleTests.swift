import Testing

@Suite("The product never stops by force")
struct ForceRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.sources.flatMap { ForceRule.findings(in: $0) })
    }

    @Test(arguments: ["let a = try! f()", "let a = b as! C", "fatalError(\"no\")"])
    func forceIsCaught(text: String) {
        #expect(ForceRule.findings(in: planted(text)).count == 1)
        #expect(ForceRule.findings(in: planted(text, in: "Tests/MusterCoreTests/A.swift")).isEmpty)
    }

    @Test func carePasses() {
        #expect(ForceRule.findings(in: planted("let a = try f(); let b = c as? D; if !e {}")).isEmpty)
    }
}
