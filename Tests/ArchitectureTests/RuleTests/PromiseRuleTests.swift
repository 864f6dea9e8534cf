import Testing

@Suite("Every promise is held by a test")
struct PromiseRuleTests {
    private static let promise = Promise("OneHolder", "one")

    @Test func theTreeKeepsTheRule() {
        let tests = SourceTree.paths.filter { path in
            (path.hasPrefix("Tests/") || path.hasPrefix("BrowserTests/"))
                && !path.hasPrefix("Tests/ArchitectureTests/")
                && [".swift", ".py", ".mjs"].contains { path.hasSuffix($0) }
        }
        let read = tests.map { (path: $0, text: SourceTree.text($0)) }
        expectNone(PromiseRule.findings(promises: Promise.all, tests: read))
    }

    @Test func theTableHoldsAllTenOnce() {
        #expect(Promise.all.count == 10)
        #expect(Set(Promise.all.map(\.name)).count == 10)
    }

    @Test func aPromiseWithoutATestIsCaught() {
        #expect(PromiseRule.findings(promises: [Self.promise], tests: [("a", "struct Other {}")]).count == 1)
        for text in ["struct OneHolderTests {}", "def test_one_holder(page):", "@Suite(\"OneHolder\")"] {
            #expect(PromiseRule.findings(promises: [Self.promise], tests: [("a", text)]).isEmpty)
        }
    }

    @Test func anAwaitedPromiseThatHasItsTestIsCaught() {
        let awaited = Promise("OneHolder", "one", awaited: "later")
        #expect(PromiseRule.findings(promises: [awaited], tests: []).isEmpty)
        #expect(PromiseRule.findings(promises: [awaited], tests: [("a", "OneHolder")]).count == 1)
    }
}
