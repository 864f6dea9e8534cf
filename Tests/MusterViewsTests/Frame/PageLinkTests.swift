import MusterCore
import Testing

@testable import MusterViews

/// Which pages the masthead offers to whom.
struct PageLinkTests {
    private func offered(_ roles: [Role], keepsRoster: Bool = false, rooms: [PlaceID] = []) -> [String] {
        var viewer = Viewer()
        viewer.roles = roles
        viewer.rooms = rooms
        viewer.keepsRoster = keepsRoster
        return PageLink.all(for: viewer, on: "/staff").map { $0.path + ($0.isCurrent ? " now" : "") }
    }

    @Test func whoeverHasOnePageIsOfferedNoOther() {
        #expect(offered([.staff]) == [])
        #expect(offered([.sro]) == [])
        #expect(offered([.agency]) == [])
    }

    @Test func theLineAdministratorsAndSchoolOfficialsFindTheirPages() {
        #expect(offered([.staff, .line]) == ["/board", "/staff now", "/coverage", "/plan"])
        #expect(
            offered([.staff, .line, .administrator], keepsRoster: true)
                == ["/board", "/staff now", "/coverage", "/duty", "/roster", "/plan"])
        #expect(offered([.staff], keepsRoster: true) == ["/staff now", "/roster", "/plan"])
        #expect(offered([.staff, .schoolOfficial]) == ["/staff now", "/responder", "/plan"])
    }

    @Test func theWayIsOnThePage() {
        let context = SampleSite.quietDay().context(SampleSite.dana)
        let text = BoardPage.page(context).text
        #expect(text.contains("<a href=\"/board\" aria-current=\"page\">Board</a>"))
        #expect(text.contains("<a href=\"/staff\">Staff page</a>"))
        let teacher = StaffPage.page(SampleSite.quietDay().context(SampleSite.sam, [.staff]))
        #expect(!teacher.text.contains("Your pages"))
    }
}
