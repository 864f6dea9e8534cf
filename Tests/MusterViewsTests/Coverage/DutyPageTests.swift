import MusterCore
import Testing

@testable import MusterViews

/// The duty page as it is drawn.
struct DutyPageTests {
    private let dara: PersonID = PersonID("dara") ?? .none
    private let clock = PageClock(now: Instant(milliseconds: 1_800_000_000_000))

    private func overview(_ entries: DutyEntry...) -> DutyOverview {
        var duty = DutyOverview(organization: "Oak School")
        duty.people = [
            DutyPerson(dara, "Dara <Teachwell>", title: "Teacher"),
            DutyPerson(PersonID("ned") ?? .none, "Ned Neighbour", title: "Principal", isHere: false),
        ]
        duty.rows = entries.enumerated().map { index, entry in
            DutyRow(DutyID("row\(index)") ?? .none, entry, origin: index == 0 ? "page" : "csv:hours.csv")
        }
        return duty
    }

    private func text(_ duty: DutyOverview, _ section: DutySection) -> String {
        String(decoding: DutyPage.page(duty, section, clock: clock).document(token: "t"), as: UTF8.self)
    }

    @Test func eachRowIsSaidInALineWithTheWayToRemoveIt() {
        let night = Recurrence(1320, to: 360, on: .everyDay, Weekdays([.saturday, .sunday]))
        let page = text(
            overview(
                .hours(WorkingHours(dara, Recurrence(450, to: 930))),
                .outside(OutsideDuty(dara, night)),
                .hours(
                    WorkingHours(
                        dara, Recurrence(450, to: 930, on: .summerDays, Weekdays([.monday])), onSite: false))),
            .hours)
        #expect(page.contains("Dara &lt;Teachwell&gt;") && !page.contains("<Teachwell>"))
        #expect(page.contains("School days, 07:30 to 15:30"))
        #expect(page.contains("Sat, Sun, holidays too, 22:00 to 06:00 the next day"))
        #expect(page.contains("Mon on days of summer school, 07:30 to 15:30, reachable off site"))
        #expect(page.contains("/duty/remove?view=hours&amp;row=row0"))
    }

    @Test func whatIsEnteredSaysWhenOnTheClockOfTheSite() {
        var duty = overview(
            .absence(
                Absence(
                    dara,
                    Stretch(
                        from: Instant(milliseconds: 1_800_003_600_000),
                        to: Instant(milliseconds: 1_800_010_800_000)))))
        duty.clock = SiteClock(offsetMinutes: -360)
        // 2027-01-15 08:00 UTC is 02:00 there; an hour later it begins.
        #expect(text(duty, .absences).contains("Fri 2027-01-15, 03:00 to 05:00"))
    }

    @Test func aFormThatWasNotTakenStandsOpenWithWhatWasTyped() throws {
        var duty = overview()
        duty.typed = DutyForm(
            "hours",
            [
                FormField("person", "dara"), FormField("days", "Sun"), FormField("from", "16:00"),
                FormField("to", "07:00\"><script>"), FormField("next", "yes"),
            ], [DutyForm.Fault("to", "It ends before it begins.")])
        let page = text(duty, .hours)
        #expect(page.contains("href=\"#hours-to\""))
        #expect(page.contains("id=\"hours-to-error\"") && page.contains("aria-invalid=\"true\""))
        #expect(page.contains("value=\"16:00\"") && !page.contains("<script>\""))
        #expect(page.contains("<option value=\"dara\" selected>"))
        let other = try #require(page.firstRange(of: "data-region=\"outside-duty\""))
        let form = page[..<other.lowerBound]
        #expect(form.contains("value=\"Sun\" checked") && !form.contains("value=\"Mon\" checked"))
        // Whoever does not belong to the site cannot be chosen for its hours.
        #expect(!page.contains("<option value=\"ned\""))
    }

    @Test func aTrialThatCannotBeSavedHasNoButtonForIt() {
        var duty = overview()
        duty.trial = DutyTrial(
            key: "", file: "hours.csv",
            changes: ImportChanges(added: 1, changed: 0, removed: 0, unchanged: 0), lines: 0,
            findings: [RosterFinding(.error, "duty.day", file: "hours.csv", line: 2, column: 7, "No day.")],
            findingCount: 1)
        let page = text(duty, .importing)
        #expect(page.contains("This file cannot be saved") && !page.contains("Save it"))
        #expect(page.contains("duty.day") && page.contains("line 2"))
        duty.trial?.key = "abc"
        #expect(text(duty, .importing).contains("Save it"))
        #expect(!text(duty, .importing).contains("What is new"))
        let known = duty.rows.first
        let fresh = DutyRow(
            DutyID("fresh") ?? .none, .responder(ExpectedResponder(dara, .nurse)), origin: "csv:x")
        duty.trial?.rows = [known, fresh].compactMap { $0 }
        let shown = text(duty, .importing)
        #expect(shown.contains("What is new"))
        #expect(shown.contains(ResponderSort.nurse.label))
    }

    @Test func ownDutySaysWhatWasSaidLast() {
        var mine = MyDuty(organization: "Oak School")
        mine.mark = PresenceMark(dara, at: clock.now + .minutes(-5), arrived: true)
        let page = String(decoding: MyDutyPage.page(mine, clock: clock).document(token: "t"), as: UTF8.self)
        #expect(page.contains("You said that you were here") && page.contains("5 min ago"))
        #expect(page.contains("name=\"state\" value=\"left\""))
    }
}
