import Testing

@Suite("One word a feature, one folder a feature")
struct FolderRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.paths.flatMap { FolderRule.findings(path: $0) })
    }

    @Test(arguments: [
        "Sources/MusterCore/Alarm/Raise.swift", "Sources/MusterCore/Raise.swift",
        "Sources/MusterServer/Kit/A.swift", "Tests/MusterCoreTests/Stuff/A.swift",
        "Tests/MusterLogTests/Routes/A.swift",
    ])
    func anUnknownFolderIsCaught(path: String) {
        #expect(FolderRule.findings(path: path).count == 1)
    }

    @Test(arguments: [
        "Sources/MusterCore/RollCall/RoomReport.swift", "Sources/MusterViews/RollCall/RoomGrid.swift",
        "Tests/MusterCoreTests/RollCall/RoomReportTests.swift", "Tests/MusterCoreTests/Fixtures/v1/a.json",
        "Sources/MusterCore/MusterCore.docc/MusterCore.md", "Sources/MusterBrowser/Exports.swift",
        "Tests/WebTests/feed.test.mjs", "Sources/MusterViews/Kit/Region.swift", "Web/icons/a.svg",
        "Tests/MusterViewsTests/Kit/RegionTests.swift",
    ])
    func aKnownFolderPasses(path: String) {
        #expect(FolderRule.findings(path: path).isEmpty)
    }
}
