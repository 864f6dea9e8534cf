import Testing

@Suite("What crosses targets says what it is")
struct DocumentationRuleTests {
    @Test func theTreeKeepsTheRule() {
        let asked = DocumentationRule.asked(in: SourceTree.sources)
        expectNone(SourceTree.sources.flatMap { DocumentationRule.findings(in: $0, asked: asked) })
    }

    @Test(arguments: [
        "package struct A {}", "public enum A {}", "package static func f() {}", "package init() {}",
        "public private(set) var a = 1", "@inlinable\npackage mutating func f() {}",
        "package final class A {}",
        "package typealias A = B", "// not a doc comment\npackage let a = 1", "package class func f() {}",
        "#if os(Linux)\npackage let a = 1\n#endif", "/// of the other\nlet b = 2\npackage let a = 1",
    ])
    func anUndocumentedDeclarationIsCaught(text: String) {
        #expect(DocumentationRule.findings(in: planted(text)).count == 1)
    }

    @Test(arguments: [
        "/// A room.\npackage struct A {}", "/// A.\n@inlinable\n@discardableResult\npackage func f() {}",
        "/**\n A.\n */\npublic let a = 1", "package import MusterCore", "struct A { var b = 1 }",
        "package extension A {}", "let a = b.package.name",
    ])
    func documentedAndInnerDeclarationsPass(text: String) {
        #expect(DocumentationRule.findings(in: planted(text)).isEmpty)
    }

    @Test func whatAProtocolAsksForIsSaidThere() {
        let port = planted(
            """
            package protocol Port {
                /// Reads.
                mutating func read() throws(Rejection)
                func write()
            }
            """)
        let asked = DocumentationRule.asked(in: [port])
        #expect(asked.contains("read"))
        #expect(!asked.contains("write"))
        func count(_ text: String) -> Int {
            DocumentationRule.findings(in: planted(text), asked: asked).count
        }
        #expect(count("package func read() {}") == 0)
        #expect(count("package static func < (a: A, b: A) -> Bool {}") == 0)
        #expect(count("package static func ==(a: A, b: A) -> Bool {}") == 0)
        #expect(count("package static func + (a: A, b: A) -> A {}") == 1)
        #expect(count("package func write() {}") == 1)
    }
}
