import Testing

@Suite("What the core stores has one width everywhere")
struct WidthRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.sources.flatMap { WidthRule.findings(in: $0) })
    }

    @Test(arguments: [
        "struct A { var count: Int }", "struct A { package let ages: [Int] }", "struct A { let x: Double? }",
        "struct A { var count = 0 }", "struct A { var count: Int { didSet { f() } } }",
        "enum A { case counted(Int, by: PersonID) }", "struct A { var far = -1.5 }",
        "enum A { case a\n case counted(\n  rooms: UInt\n ) }", "struct A { var a: Int32 = 1; let b: Float }",
    ])
    func aMachineWideNumberIsCaught(text: String) {
        #expect(WidthRule.findings(in: planted(text)).count == 1)
    }

    @Test(arguments: [
        "struct A { var count: Int64 }", "struct A { var count: Int { rooms.count } }",
        "struct A { static let limit: Int = 5 }", "struct A { func f() { let i: Int = 0; var n = 0 } }",
        "enum A { case first, second(Room) }", "struct A { init(count: Int) { self.count = Int64(count) } }",
        "extension A { var half: Int { 2 } }", "enum A: UInt8 { case one = 1 }",
        "struct A { subscript(index: Int) -> Room { rooms[index] } }",
    ])
    func namedWidthsAndPassingValuesPass(text: String) {
        #expect(WidthRule.findings(in: planted(text)).isEmpty)
    }

    @Test func theParserOfBytesIsExcepted() {
        let file = planted("struct Reader { var at: Int }", in: "Sources/MusterCore/Wire/Reader.swift")
        #expect(WidthRule.findings(in: file).isEmpty)
        #expect(WidthRule.findings(in: file, allowed: []).count == 1)
    }
}
