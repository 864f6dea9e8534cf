import Testing

@Suite("Files and functions stay short")
struct LengthRuleTests {
    @Test func theTreeKeepsTheRule() {
        let written = SourceTree.paths.filter(LengthRule.isWritten)
        expectNone(written.flatMap { LengthRule.findings(path: $0, text: SourceTree.text($0)) })
        expectNone(SourceTree.swift.flatMap { LengthRule.findings(in: $0) })
    }

    @Test func aLongFileIsCaught() {
        let line = "let a = 1\n"
        for path in ["Sources/MusterCore/Wire/A.swift", "Web/shell.mjs", "script/test", "BrowserTests/a.py"] {
            let long = LengthRule.findings(path: path, text: String(repeating: line, count: 401))
            #expect(long.count == 1, "\(path)")
            #expect(LengthRule.findings(path: path, text: String(repeating: line, count: 400)).isEmpty)
        }
        let data = LengthRule.findings(path: "Demo/a.csv", text: String(repeating: line, count: 900))
        #expect(data.isEmpty)
    }

    @Test(arguments: ["func f()", "init()", "subscript(a: Int) -> Int"])
    func aLongFunctionIsCaught(head: String) {
        func text(_ lines: Int) -> String {
            "struct A {\n\(head) {\n" + String(repeating: "if a { b() }\n", count: lines - 2) + "}\n}\n"
        }
        #expect(LengthRule.findings(in: planted(text(60))).isEmpty)
        let found = LengthRule.findings(in: planted(text(61)))
        #expect(found.count == 1)
        #expect(found.first?.line == 2)
    }
}
