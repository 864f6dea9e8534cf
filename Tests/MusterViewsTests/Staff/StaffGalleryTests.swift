import Testing

@testable import MusterViews

/// Writes the states of the pages as plain files, to be looked at:
/// `MUSTER_GALLERY=/tmp/gallery swift test --filter StaffGallery`.
struct StaffGalleryTests {
    @Test("Every state of the pages is a whole document")
    func everyStateIsWritten() throws {
        try Gallery.write(PageStates.all)
    }
}
