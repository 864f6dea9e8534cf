import Testing

@Suite("Names say what lies inside")
struct NameRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.paths.flatMap { NameRule.findings(path: $0) })
        expectNone(NameRule.duplicates(in: SourceTree.swift))
    }

    @Test(arguments: [
        "Sources/MusterCore/Utils/A.swift", "Sources/MusterCore/StringUtils.swift", "Web/helpers.mjs",
        "Sources/MusterServer/SessionManager.swift", "Tests/MusterCoreTests/Helper+Room.swift",
        "BrowserTests/common.py", "Sources/MusterLog/Extensions/Data.swift",
    ])
    func aDrawerIsCaught(path: String) {
        #expect(NameRule.findings(path: path).count == 1)
    }

    @Test func ordinaryWordsPass() {
        #expect(NameRule.findings(path: "Sources/MusterCore/Wire/WireReader+Extension.swift").isEmpty)
        #expect(NameRule.findings(path: "Sources/MusterServer/Uncommon/Mismanaged.swift").isEmpty)
    }

    @Test func twoFilesOfOneNameInATargetAreCaught() {
        let paths = [
            "Sources/MusterCore/Incident/Command.swift", "Sources/MusterCore/RollCall/Command.swift",
            "Sources/MusterViews/RollCall/Command.swift",
        ]
        let found = NameRule.duplicates(in: paths.map { SwiftFile(path: $0, text: "") })
        #expect(found.map(\.path) == ["Sources/MusterCore/RollCall/Command.swift"])
    }
}
