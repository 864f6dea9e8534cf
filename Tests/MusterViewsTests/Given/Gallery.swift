import Foundation
import Testing

@testable import MusterViews

/// Pages as plain files, to be looked at: `MUSTER_GALLERY=/tmp/gallery swift test --filter Gallery`.
enum Gallery {
    /// Writes each page with the style sheets in it, and expects that it is a whole document.
    static func write(_ pages: [(name: String, page: Page)]) throws {
        let named = ProcessInfo.processInfo.environment["MUSTER_GALLERY"]
        let folder = URL(filePath: named ?? NSTemporaryDirectory() + "muster-gallery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if named == nil { try? FileManager.default.removeItem(at: folder) } }
        let web = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Web/")
        let css = try ["app.css", "pages.css", "board.css"].map { name in
            String(
                decoding: try Data(contentsOf: web.appending(path: name).standardizedFileURL), as: UTF8.self)
        }.joined()
        for (name, page) in pages {
            let text = page.markup
                .replacingOccurrences(
                    of: "<link rel=\"manifest\"", with: "<style>\(css)</style><link rel=\"manifest\""
                )
                .replacingOccurrences(of: "<html ", with: "<html data-live-ready ")
            #expect(text.hasSuffix("</html>"))
            try text.write(to: folder.appending(path: name + ".html"), atomically: true, encoding: .utf8)
        }
    }
}
