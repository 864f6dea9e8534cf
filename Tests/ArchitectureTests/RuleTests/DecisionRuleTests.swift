import Testing

@Suite("Decisions are recorded")
struct DecisionRuleTests {
    private static let whole = "# 1. Title\n\n## Context\nA\n## Choice\nB\n## Consequences\nC\n"

    @Test func theTreeKeepsTheRule() {
        expectNone(DecisionRule.numbering(paths: SourceTree.paths))
        expectNone(
            SourceTree.paths.flatMap { DecisionRule.headings(path: $0, text: SourceTree.text($0)) })
        let records = SourceTree.paths.filter { $0.hasPrefix(DecisionRule.folder) }.map(SourceTree.text)
        let manifest = SwiftFile(path: "Package.swift", text: SourceTree.text("Package.swift"))
        #expect(!DecisionRule.dependencies(of: manifest).isEmpty)
        expectNone(DecisionRule.unexplained(manifest, records: records))
    }

    @Test func aGapARepetitionAndAStrangeNameAreCaught() {
        let folder = DecisionRule.folder
        func count(_ names: String...) -> Int {
            DecisionRule.numbering(
                paths: names.map { folder + $0 }, reserved: [ReservedNumber(2, "given out")]
            )
            .count
        }
        #expect(count("0001-a.md", "0002-b.md", "0003-c.md") == 0)
        #expect(count("0001-a.md", "0003-c.md") == 0)
        #expect(count("0001-a.md", "0002-b.md", "0004-d.md") == 1)
        #expect(count("0001-a.md", "0001-b.md") == 1)
        #expect(count("0001-a.md", "notes.md") == 1)
    }

    @Test func aMissingHeadingIsCaught() {
        let path = DecisionRule.folder + "0001-a.md"
        #expect(DecisionRule.headings(path: path, text: DecisionRuleTests.whole).isEmpty)
        for heading in ["# 1. Title", "## Context", "## Choice", "## Consequences"] {
            let text = DecisionRuleTests.whole.split(separator: "\n").filter { $0 != heading }
            #expect(DecisionRule.headings(path: path, text: text.joined(separator: "\n")).count == 1)
        }
    }

    @Test func anUnexplainedDependencyIsCaught() {
        let manifest = planted(
            """
            .package(url: "https://example.org/some/swift-one", from: "1.0.0"),
            .package(url: "https://example.org/some/swift-two", from: "1.0.0"),
            .systemLibrary(name: "CLibThree", pkgConfig: "three"),
            .product(name: "Four", package: "swift-one"),
            """, in: "Package.swift")
        #expect(DecisionRule.dependencies(of: manifest).count == 3)
        #expect(
            DecisionRule.unexplained(manifest, records: ["we took swift-one", "and CLibThree"]).count == 1)
        #expect(DecisionRule.unexplained(manifest, records: []).count == 3)
        let longer = ["swift-one-ssl, swift-two, CLibThree"]
        #expect(DecisionRule.unexplained(manifest, records: longer).count == 1)
    }
}
