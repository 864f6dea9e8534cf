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
        try Gallery.write(Self.pages)
    }
}
