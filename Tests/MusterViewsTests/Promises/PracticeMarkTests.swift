import MusterCore
import Testing

@testable import MusterViews

@Suite("Every page of practice says so first and last")
struct PracticeMarkTests {
    static let pages = [PageStates.drill, PageStates.lockdownDrill, PageStates.responder(.lockdown, .drill)]

    @Test("Beside a drill it is said which is real and which is practice, on every page")
    func bothAtOnce() {
        var school = School()
        school.raise(.lockdown, kind: .drill)
        school.raise(nil, at: [School.room(5)], level: .medical, by: School.teacher)
        let words = "Two things at once REAL: Medical help, Room 5 DRILL: Lockdown, North Elementary"
        let inside = school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)])
        let officer = school.context(of: School.officer, [.sro], rooms: [])
        let outside = school.context(of: School.outside, [.line], rooms: [])
        #expect(school.staffPage().words(of: "both") == words)
        #expect(ResponderPage.page(officer).words(of: "both") == words)
        #expect(BoardPage.page(outside).words(of: "ended") == words)
        let dark = OneThumbPage.page(inside)
        #expect(dark.look == .quiet && dark.words(of: "both") == words)
        #expect(dark.mode == .call)
    }

    @Test("The mark is the first and the last thing on the page and in its title", arguments: pages)
    func markedFirstAndLast(page: Page) {
        #expect(page.mode == .drill)
        #expect(page.words.hasPrefix("Skip to the main part DRILL"))
        #expect(page.words.hasSuffix("DRILL This is practice, not an emergency"))
        #expect(page.documentTitle.hasPrefix("DRILL") && page.documentTitle.hasSuffix("DRILL"))
    }

    @Test("The words for the intercom say it first and last")
    func announcements() {
        for action in ProtectiveAction.allCases {
            let words = SitePlan().announcement(action, in: .drill)
            #expect(words.hasPrefix("This is a drill.") && words.hasSuffix("This is a drill."))
        }
    }

    @Test("Nobody is sent to call 911 in a drill")
    func noCall() {
        var school = School()
        school.raise(.lockdown, kind: .drill, by: School.office)
        for page in [school.staffPage(), school.staffPage(of: School.office, rooms: [])] {
            #expect(!page.markup.contains("tel:911"))
            #expect(page.words.contains("Drill: nobody calls 911."))
        }
    }

    @Test("Something real can be said from every page of a drill, and never looks like practice")
    func realInside() {
        for page in Self.pages.prefix(2) {
            #expect(page.forms.contains { $0.contains(FormField("act", "turnActual")) })
            #expect(page.markup.contains("<div class=\"real\">"))
        }
    }

    @Test("A call for the nurse is an ordinary day, except beside a drill, where it must be seen to be real")
    func everydayCalls() {
        #expect(PageStates.medical.mode == .everyday)
        var school = School()
        school.raise(.hold, kind: .drill)
        school.raise(nil, at: [School.gym], level: .medical)
        #expect(school.staffPage().mode == .call)
    }

    @Test("The boards of a call and of a drill that go on at once each say which one is real")
    func boards() {
        var school = School()
        let drill = school.raise(.lockdown, kind: .drill)
        school.act(.acceptPosition(drill, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        let call = school.raise(nil, at: [School.room(4)], level: .medical)
        func own(_ query: String = "") -> PageContext {
            school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)], query: query)
        }
        #expect(BoardPage.page(own("incident=" + call.text)).mode == .call)
        #expect(BoardPage.page(own("incident=\(drill.text)&beside=\(call.text)")).mode == .drill)
        // She hides for the drill and is asked to coordinate the call: the frame of the drill would call both practice.
        let thumb = OneThumbPage.page(own())
        #expect(thumb.mode == .call && thumb.parts.contains("calls"))
        #expect(thumb.words(of: "practice").hasPrefix("DRILL: Lockdown, North Elementary is practice."))
        #expect(thumb.words(of: "facts").hasPrefix("DRILL Lockdown"))
        #expect(thumb.words(of: "calls").hasPrefix("REAL, also asked: Medical help, Room 4"))
        // What she is asked on another page names the practice as one.
        var fresh = School()
        fresh.raise(.hold, kind: .drill)
        fresh.raise(nil, at: [School.room(4)], level: .medical)
        let staff = StaffPage.page(fresh.context(of: School.coordinator, [.staff, .line], rooms: []))
        #expect(staff.words(of: "offers").contains("DRILL: Hold, North Elementary"))
    }

    @Test("A drill beside something real bears its own mark, first and last")
    func besideReal() {
        var school = School()
        school.raise(.hold, at: [School.gym], kind: .drill)
        school.raise(nil, at: [School.main], level: .medical)
        let page = school.staffPage()
        #expect(page.mode == .call)
        let drill = page.regions.last { $0.key.hasPrefix("action-") }.map { page.words(of: $0.key) } ?? ""
        #expect(drill.hasPrefix("DRILL") && drill.hasSuffix("DRILL"))
    }
}
