import Foundation
import Testing

@testable import MusterViews

/// Writes the pages of the plan as plain files, to be looked at:
/// `MUSTER_GALLERY=/tmp/gallery swift test --filter PlanGallery`.
struct PlanGalleryTests {
    @Test("Every page is a whole document, and its ids are its own")
    func everyPageIsWritten() throws {
        let named = ProcessInfo.processInfo.environment["MUSTER_GALLERY"]
        let folder = URL(filePath: named ?? NSTemporaryDirectory() + "muster-plan-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if named == nil { try? FileManager.default.removeItem(at: folder) } }
        let web = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Web/")
        let css = try ["app.css", "pages.css", "board.css"].map { name in
            String(
                decoding: try Data(contentsOf: web.appending(path: name).standardizedFileURL), as: UTF8.self)
        }.joined()
        for (name, page) in PlanStates.all {
            let text = page.text.replacingOccurrences(
                of: "<link rel=\"manifest\"", with: "<style>\(css)</style><link rel=\"manifest\"")
            #expect(text.hasSuffix("</html>"))
            let ids = page.text.values(of: "id")
            #expect(Set(ids).count == ids.count, "\(name)")
            try text.write(to: folder.appending(path: name + ".html"), atomically: true, encoding: .utf8)
        }
    }
}
