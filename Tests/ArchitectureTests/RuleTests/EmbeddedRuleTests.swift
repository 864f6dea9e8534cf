import Testing

@Suite("What becomes WebAssembly keeps to Embedded Swift")
struct EmbeddedRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.sources.flatMap { EmbeddedRule.findings(in: $0) })
    }

    @Test(arguments: [
        "let port: any Port = log", "func read() throws -> Room", "func read() async -> Room",
        "let name = rooms.map(\\.name)", "struct Room: Codable {}", "let date = Foundation.Date(a)",
    ])
    func whatEmbeddedSwiftLacksIsCaught(text: String) {
        #expect(EmbeddedRule.findings(in: planted(text)).count == 1)
        #expect(EmbeddedRule.findings(in: planted(text, in: "Sources/MusterViews/Kit/A.swift")).count == 1)
        #expect(EmbeddedRule.findings(in: planted(text, in: "Sources/MusterServer/A.swift")).isEmpty)
    }

    @Test func whatItHasPasses() {
        let text = """
            /// any Word in a comment, throws
            func decide(_ command: some Command) throws(Rejection) -> [Event] { rooms.any { $0 } }
            let text = "any Room throws \\(room)"
            """
        #expect(EmbeddedRule.findings(in: planted(text)).isEmpty)
    }
}
