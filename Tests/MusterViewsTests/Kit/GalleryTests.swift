import Foundation
import Testing

@testable import MusterViews

/// Writes every component and the sample pages as plain files, to be looked at:
/// `MUSTER_GALLERY=/tmp/gallery swift test --filter Gallery`.
struct GalleryTests {
    static let pages: [(name: String, page: Page)] =
        [
            ("components", SamplePages.components(.everyday, connection: .current(asOf: SamplePages.ago(2)))),
            (
                "components-offline",
                SamplePages.components(.live, connection: .offline(asOf: SamplePages.ago(94)))
            ),
            (
                "components-drill",
                SamplePages.components(.drill, connection: .catchingUp(asOf: SamplePages.ago(30)))
            ),
            ("raise", SamplePages.raise(.everyday)),
            ("raise-drill", SamplePages.raise(.drill)),
            ("raise-test", SamplePages.raise(.test)),
            ("staff-live", SamplePages.staffLockdown(.live)),
            ("staff-drill", SamplePages.staffLockdown(.drill)),
            ("staff-test", SamplePages.staffLockdown(.test)),
            ("holder", SamplePages.lockedDownHolder(.live)),
            ("holder-drill", SamplePages.lockedDownHolder(.drill)),
            ("responder", SamplePages.responder(.live)),
            ("board", SamplePages.board(.live)),
            ("board-drill", SamplePages.board(.drill)),
            ("board-400", SamplePages.board(.live, rooms: 400)),
        ]

    @Test func everyPageIsWrittenAndWhole() throws {
        let named = ProcessInfo.processInfo.environment["MUSTER_GALLERY"]
        let folder = URL(filePath: named ?? NSTemporaryDirectory() + "muster-gallery-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if named == nil { try? FileManager.default.removeItem(at: folder) } }
        let style = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Web/app.css")
        let css = try Data(contentsOf: style.standardizedFileURL)
        try css.write(to: folder.appending(path: "app.css"))
        for (name, page) in Self.pages {
            let text = String(decoding: page.document(), as: UTF8.self)
                .replacingOccurrences(of: "href=\"/assets/app.css\"", with: "href=\"app.css\"")
                .replacingOccurrences(of: "<html ", with: "<html data-live-ready ")
            #expect(text.hasSuffix("</html>"))
            try text.write(to: folder.appending(path: name + ".html"), atomically: true, encoding: .utf8)
        }
    }
}
