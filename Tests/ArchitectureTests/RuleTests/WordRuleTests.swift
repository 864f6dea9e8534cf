import Testing

@Suite("No machine paths, no forbidden words")
struct WordRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.paths.flatMap { WordRule.findings(path: $0, text: SourceTree.text($0)) })
    }

    @Test(arguments: [
        "cd /root/muster", "see \"/home/notes\"", "// TODO later", "FIXME: now", "open /Users/me/a",
    ])
    func aMachinePathOrALooseEndIsCaught(text: String) {
        for path in ["README.md", "script/test", "Sources/MusterCore/Wire/A.swift", "Web/feed.mjs"] {
            #expect(WordRule.findings(path: path, text: "first\n" + text).map(\.line) == [2], "\(path)")
        }
    }

    @Test func wordsOfTheDomainAreKeptInTheProduct() {
        let text = "say \"all clear\" to the rooms"
        #expect(WordRule.findings(path: "Sources/MusterViews/Kit/A.swift", text: text).count == 1)
        #expect(WordRule.findings(path: "Documentation/words.md", text: text).isEmpty)
    }

    @Test func longerWordsAndDataPass() {
        #expect(WordRule.findings(path: "README.md", text: "https://example.org/home/x").isEmpty)
        #expect(WordRule.findings(path: "README.md", text: "a/chroot/root2/ MASTODON TODOS").isEmpty)
        #expect(WordRule.findings(path: "Web/icon.png", text: "TODO").isEmpty)
    }
}
