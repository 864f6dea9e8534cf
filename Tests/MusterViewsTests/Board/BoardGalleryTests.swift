import MusterCore
import Testing

@testable import MusterViews

/// Writes the board's moments as plain files, to be looked at:
/// `MUSTER_GALLERY=/tmp/gallery swift test --filter BoardGallery`.
struct BoardGalleryTests {
    static let clock = SampleRoster.clock

    static let pages: [(name: String, page: Page)] = [
        ("bd-60", BoardPage.page(SampleSite.underWay().context())),
        ("bd-400", BoardPage.page(SampleSite.underWay(rooms: 400).context())),
        ("bd-drill", BoardPage.page(SampleSite.underWay(kind: .drill).context())),
        ("bd-room", BoardPage.page(SampleSite.underWay().context(query: "incident=i1&room=r34"))),
        ("bd-room-silent", BoardPage.page(SampleSite.underWay().context(query: "incident=i1&room=r3"))),
        ("bd-raised", BoardPage.page(SampleSite.justRaised().context(SampleSite.lee))),
        (
            "bd-staff",
            BoardPage.page(SampleSite.justRaised().context(SampleSite.sam, [.staff], slice: Slice(.staff)))
        ),
        ("bd-busy", BoardPage.page(SampleSite.handsBusy().context(SampleSite.priya))),
        ("bd-mistake", BoardPage.page(SampleSite.mistake().context())),
        ("bd-covered", covered),
        ("bd-replaced", BoardPage.page(SampleSite.replaced().context(SampleSite.morgan, [.line]))),
        ("bd-offline", BoardPage.page(SampleSite.underWay().context(offline: true))),
        ("bd-quiet-day", BoardPage.page(SampleSite.quietDay().context())),
        ("bd-closed", BoardPage.page(SampleSite.quietDay().context(query: "incident=i1"))),
        ("quiet", OneThumbPage.page(SampleSite.underWay().context())),
        (
            "quiet-asked",
            OneThumbPage.page(SampleSite.justRaised().context(SampleSite.lee, [.staff, .line]))
        ),
        ("quiet-alone", OneThumbPage.page(SampleSite.handsBusy().context())),
        ("quiet-drill", OneThumbPage.page(SampleSite.underWay(kind: .drill).context())),
        ("sign-in", SignInPage.page(.noSession, organization: "Cedar Hill District", clock: clock)),
        ("sign-in-used", SignInPage.page(.linkUsed, organization: "Cedar Hill District", clock: clock)),
        (
            "sign-in-ended",
            SignInPage.page(.sessionExpired, organization: "Cedar Hill District", clock: clock)
        ),
        (
            "enrol",
            EnrolmentPage.page(
                EnrolmentOffer(
                    token: "3f9a", name: "Alma Boyd", title: "Teacher", site: "Cedar Hill Elementary",
                    roles: [.staff], expires: SampleSite.now + .seconds(740)), clock: clock)
        ),
        ("roster", RosterPage.page(SampleRoster.withLink(), .people, clock: clock)),
        ("roster-import", RosterPage.page(SampleRoster.refused(), .importing, clock: clock)),
        ("roster-devices", RosterPage.page(SampleRoster.overview(), .devices, clock: clock)),
    ]

    @Test func everyPageIsWrittenAndWhole() throws {
        try Gallery.write(Self.pages)
    }

    /// A Lockdown that stood over a fire has ended.
    static var covered: Page {
        var school = School()
        let id = school.raise(.evacuate, at: [School.gym], hazard: .fire)
        school.raise(.lockdown, by: School.teacher)
        school.ended(id, isClosed: false)
        return BoardPage.page(school.context(of: School.coordinator, [.staff, .line], rooms: []))
    }
}
