import Testing

@testable import MusterViews

/// Writes the pages of the plan as plain files, to be looked at:
/// `MUSTER_GALLERY=/tmp/gallery swift test --filter PlanGallery`.
struct PlanGalleryTests {
    @Test("Every page is a whole document, and its ids are its own")
    func everyPageIsWritten() throws {
        try Gallery.write(PlanStates.all)
        for (name, page) in PlanStates.all {
            let ids = page.text.values(of: "id")
            #expect(Set(ids).count == ids.count, "\(name)")
        }
    }
}
