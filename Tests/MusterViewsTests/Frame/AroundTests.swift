import MusterCore
import Testing

@testable import MusterViews

@Suite("A page about something else says what is in force, and is dark for whoever hides")
struct AroundTests {
    private func page(_ school: School, of person: PersonID) -> Page {
        Page(
            "Plan", site: "North Elementary", mode: .everyday, connection: .current(asOf: school.now),
            clock: PageClock(now: school.now)
        ) {}.amid(Around(person, in: school.context(of: School.coordinator, [.staff, .line]).state))
    }

    private func frame(_ page: Page) -> String { String(decoding: page.document(), as: UTF8.self) }

    @Test func anOrdinaryDayIsQuiet() {
        let page = page(School(), of: School.teacher)
        #expect(!frame(page).contains("What to do") && !page.look.isSilent)
    }

    @Test func aLockdownIsNamedAndThePageIsDark() {
        var school = School()
        school.raise(.lockdown)
        let page = page(school, of: School.teacher)
        #expect(frame(page).contains("<strong>Lockdown.</strong> What to do stands on "))
        #expect(page.look == .quiet)
        #expect(!self.page(school, of: School.outside).look.isSilent)
    }

    @Test func aCallOfSomebodyElseIsNoDangerAround() {
        var school = School()
        school.raise(nil, at: [School.room(4)], level: .medical)
        #expect(!frame(page(school, of: School.teacher)).contains("What to do"))
    }
}
