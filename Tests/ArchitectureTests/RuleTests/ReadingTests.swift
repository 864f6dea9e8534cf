import Testing

@Suite("The reader of sources")
struct ReadingTests {
    private func words(_ text: String) -> [String] {
        Lexer.tokens(of: text).filter { $0.kind == .word }.map(\.text)
    }

    @Test func leavesOutCommentsAndTheContentOfStrings() {
        #expect(words("a // b\n/* c /* d */ e */ f \"g\"") == ["a", "f"])
        #expect(words("x = \"\"\"\n  try! y\n  \"\"\"\nz") == ["x", "z"])
        #expect(words(##"let r = #"a "quoted" \(no)"# + b"##) == ["let", "r", "b"])
        #expect(words(#"let q = "one \"two\" three"; next"#) == ["let", "q", "next"])
    }

    @Test func readsCodeInsideInterpolation() {
        #expect(
            words(#"print("at \(UUID().text(of: "x")) end", b)"#) == ["print", "UUID", "text", "of", "b"])
    }

    @Test func takesARegularExpressionForText() {
        #expect(words("f(/[a-z]\"b/, c) / d") == ["f", "c", "d"])
    }

    @Test func countsLinesThroughEverything() {
        let tokens = Lexer.tokens(of: "a\n/* b\n c */ d\n\"\"\"\n e\n\"\"\" f\n")
        #expect(tokens.filter { $0.kind == .word }.map(\.line) == [1, 3, 6])
    }

    @Test func knowsWhatBracesBelongTo() {
        let file = SwiftFile(
            path: "Sources/MusterCore/A.swift",
            text: """
                struct Room {
                    var size: Int32 { 1 }
                    func look(_ act: () -> Void = {}) {
                        if true { act() }
                    }
                    let last = 1
                    enum Kind { case small }
                }
                extension Room { init(a: Int32) { self.init() } }
                """)
        #expect(file.functions.map(\.name) == ["look", "init"])
        #expect(file.functions.first == FunctionSpan(name: "look", first: 3, last: 5))
        let small = file.tokens.firstIndex { $0.isWord("small") }
        #expect(small.map { file.scopes[$0] } == .type("Kind"))
        let last = file.tokens.firstIndex { $0.isWord("last") }
        #expect(last.map { file.scopes[$0] } == .type("Room"))
    }

    @Test func findsTheTree() {
        #expect(SourceTree.paths.contains("Package.swift"))
        #expect(SourceTree.paths.contains("Tests/ArchitectureTests/RuleTests/ReadingTests.swift"))
        #expect(SourceTree.sources.contains { $0.target == "MusterCore" })
        #expect(SourceTree.text("Package.swift").contains("swift-tools-version"))
    }
}
