import MusterCore
import Testing

@testable import MusterViews

@Suite("In Lockdown a page is silent and still")
struct LockdownPageTests {
    static let lockdown = PageStates.lockdown

    @Test("It is dark")
    func dark() {
        #expect(Self.lockdown.look == .quiet)
        #expect(Self.lockdown.markup.contains("data-look=\"quiet\""))
        #expect(PageStates.evacuate.look == .standard)
    }

    @Test("It asks for nothing: the report is optional, in reach of one thumb, and done after one tap")
    func asksForNothing() {
        let report = Self.lockdown.regions.first { $0.key.hasPrefix("report-") }
        #expect(report?.slot == .thumb)
        #expect(Self.lockdown.words(of: "report").hasPrefix("Only if it is safe and silent:"))
        #expect(Self.lockdown.words(of: "action").contains("You need not answer this page."))
        let after = PageStates.lockdownReported
        #expect(after.words(of: "report").contains("Nothing more is needed from you."))
    }

    @Test("It never tells anybody to open a door, and says that rooms are opened from outside")
    func doorsStayShut() {
        #expect(Self.lockdown.words.contains("Never open the door: it is opened from outside."))
        for line in ProtectiveAction.lockdown.steps() {
            #expect(!line.lowercased().contains("open the door") || line.lowercased().contains("never"))
        }
    }

    @Test("It proposes no movement, whatever is known: no form of the page moves anybody")
    func noMovement() {
        let acts = Self.lockdown.forms.compactMap { $0.first { $0.name == "act" }?.value }
        #expect(
            Set(acts).isSubset(of: ["reportRoom", "reportResponding", "reportHandsFree", "recordCall911"]))
        for word in ["go to", "leave", "walk", "come ", "hallway", "sweep"] {
            #expect(!Self.lockdown.words.lowercased().contains(word), "\(word)")
        }
    }

    @Test("It makes no sound for those who hear pages read out")
    func noSound() {
        #expect(!Self.lockdown.markup.contains("data-announce"))
        #expect(PageStates.evacuate.markup.contains("data-announce"))
    }

    @Test("No other room's state and no clock of a position is on it")
    func nothingOfOthers() {
        var school = School()
        let id = school.raise(.lockdown)
        school.report(id, 4, .needsHelp, injured: 3)
        let page = school.staffPage()
        #expect(!page.words.contains("Needs help"))
        #expect(!page.words.contains("3 injured"))
        #expect(!page.markup.contains("data-since"))
        for word in ["vacant", "hands busy", "caretaker", "takeover", "nobody coordinates"] {
            #expect(!page.words.lowercased().contains(word), "\(word)")
        }
    }

    @Test("A room that was opened is not told to stay shut any more")
    func cleared() {
        var school = School()
        let id = school.raise(.lockdown)
        school.act(
            .recordCleared(id, room: School.room(12), source: Source(.radio, at: school.now)),
            by: School.office)
        let page = school.staffPage()
        #expect(page.look == .standard)
        #expect(page.words(of: "action").contains("Your room was opened and cleared"))
        #expect(!page.words.contains("Never open the door"))
    }
}
