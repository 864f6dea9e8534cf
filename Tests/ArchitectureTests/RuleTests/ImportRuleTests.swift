import Testing

@Suite("Imports follow the arrows of the house")
struct ImportRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.sources.flatMap { ImportRule.findings(in: $0) })
    }

    @Test(arguments: [
        ("MusterCore", "import Foundation"), ("MusterCore", "import MusterLog"),
        ("MusterViews", "package import MusterBrowser"), ("MusterViews", "import Synchronization"),
        ("MusterBrowser", "@testable import MusterDesk"), ("MusterLog", "import MusterDesk"),
        ("MusterDesk", "import Foundation"), ("MusterDesk", "import NIOCore"),
        ("MusterSQLite", "import MusterServer"), ("MusterExchange", "import MusterSQLite"),
        ("MusterServer", "import struct MusterSimulation.Clock"), ("MusterNew", "let a = 1"),
    ])
    func aForbiddenImportIsCaught(target: String, text: String) {
        #expect(ImportRule.findings(in: planted(text, in: "Sources/\(target)/A.swift")).count == 1)
    }

    @Test func anAllowedImportPasses() {
        let views = planted("package import MusterCore\n", in: "Sources/MusterViews/Kit/A.swift")
        #expect(ImportRule.findings(in: views).isEmpty)
        let log = planted("import struct Foundation.Data\nimport Crypto", in: "Sources/MusterLog/A.swift")
        #expect(ImportRule.findings(in: log).isEmpty)
    }

    @Test func everyTargetOfTheManifestHasALine() {
        for folder in SourceTree.folders(in: "Sources") {
            #expect(Layer.all.contains { $0.target == folder }, "\(folder) has no line in the table")
        }
    }

    @Test func theTableItselfPointsDownOnly() {
        var above: Set<String> = []
        for layer in Layer.all.reversed() {
            above.insert(layer.target)
            #expect(layer.inside.isDisjoint(with: above), "\(layer.target) reaches up")
        }
    }
}
