import MusterCore
import Testing

@testable import MusterViews

/// The administrators' page.
struct RosterPageTests {
    private let clock = SampleRoster.clock

    @Test func anUploadIsTriedBeforeItIsTakenIn() {
        let text = RosterPage.page(SampleRoster.overview(), .importing, clock: clock).text
        #expect(text.contains("action=\"/roster/trial\" enctype=\"multipart/form-data\""))
        #expect(!text.contains("action=\"/roster/import\""))
    }

    @Test func theRemovalGuardKeepsTheRosterUnlessSomebodySaysThatTheyLeft() {
        let text = RosterPage.page(SampleRoster.refused(), .importing, clock: clock).text
        #expect(text.contains("233 of 812 active people would vanish"))
        #expect(text.has("Keep the roster as it is", before: "Remove 233 people"))
        #expect(text.contains("name=\"removal\" value=\"allowed\""))
        #expect(text.count(of: "button-primary") == 1)
    }

    @Test func aFindingNamesCodeFileLineColumnAndWhatToDo() {
        let text = RosterPage.page(SampleRoster.refused(), .importing, clock: clock).text
        for words in [
            "oneroster.reference-missing", "enrollments.csv", "line 1042", "column 4", "Add it there",
        ] {
            #expect(text.contains(words))
        }
        #expect(text.contains("The first 3 of 61 remarks"))
    }

    @Test func gapsAreNamed() {
        let text = RosterPage.page(SampleRoster.overview(), .people, clock: clock).text
        #expect(text.contains("Rooms for which nobody answers: Room 131, Library."))
        #expect(text.contains("Teachers without a room: Theo Alvarez."))
    }

    @Test func aLinkIsShownWithItsCodeDrawnHere() {
        let text = RosterPage.page(SampleRoster.withLink(), .people, clock: clock).text
        #expect(text.contains("<svg class=\"qr\" viewBox=\"0 0 41 41\""))
        #expect(text.contains("https://muster.cedarhill.example/enrol/3f9a0c51be"))
        #expect(
            !RosterPage.page(SampleRoster.overview(), .people, clock: clock).text.contains("class=\"qr\""))
    }

    @Test func aDeviceCanBeSignedOut() {
        let text = RosterPage.page(SampleRoster.overview(), .devices, clock: clock).text
        #expect(text.contains("action=\"/roster/revoke\""))
        #expect(text.contains("Command post"))
    }
}
