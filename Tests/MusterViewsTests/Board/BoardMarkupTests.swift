import MusterCore
import Testing

@testable import MusterViews

/// What must be true of the board's markup whatever it shows.
struct BoardMarkupTests {
    @Test(arguments: BoardGalleryTests.pages.map { $0.name })
    func noIdAndNoRegionKeyStandsTwiceOnAPage(_ name: String) throws {
        let page = try #require(BoardGalleryTests.pages.first { $0.name == name }?.page)
        for attribute in ["id", "data-region"] {
            let values = page.text.values(of: attribute)
            #expect(values.count == Set(values).count, "\(attribute) stands twice")
        }
    }

    @Test(arguments: BoardRuleTests.live) func everyFormOfTheBoardIsUnderstood(_ site: SampleSite) {
        for query in ["", "incident=i1&room=r34", "incident=i1&room=r3"] {
            let context = site.context(query: query)
            let acts = BoardPage.page(context).text.acts
            #expect(acts.count > 1)
            for fields in acts {
                let result = ActForm.read(
                    fields,
                    ActContext(
                        viewer: context.viewer, site: SampleSite.named("cedar"),
                        command: SampleSite.named("c1"), now: context.now, state: context.state))
                guard case .problems(let problems) = result else { continue }
                // What a person has to write, count or choose first.
                let asked = problems.filter {
                    !["text", "missing", "action", "person"].contains($0.field ?? "")
                }
                #expect(asked.isEmpty, "\(fields): \(problems)")
            }
        }
    }

    @Test func whatPeopleWroteNeverBecomesMarkup() {
        let hostile = "<script>alert(1)</script>\"'&"
        var site = SampleSite.underWay()
        site.directory.people.update(SampleSite.dana) { $0.name = hostile }
        site.directory.places.update(SampleSite.room(17)) { $0.label = hostile }
        site.directory.card.name = hostile
        site.record(
            3, SampleSite.dana,
            .journal(
                .noteWritten(
                    SampleSite.incident, SampleSite.named("n9"), position: nil, corrects: nil,
                    source: Source(at: site.ago(3)), text: hostile)))
        for query in ["", "incident=i1&room=r17", "incident=%3Cscript%3E&room=%22&show=%3Cb%3E"] {
            let text = BoardPage.page(site.context(query: query)).text
            #expect(!text.contains("<script>alert"))
            #expect(!text.contains("<b>"))
            #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
        }
    }

    @Test func oneReportOfFourHundredRoomsRedrawsOneTile() throws {
        var site = SampleSite.underWay(rooms: 400)
        let before = BoardPage.page(site.context())
        site.report(103, .allHere, 0)
        let after = BoardPage.page(site.context())
        let changes = after.changes(since: before)
        let keys = changes.map { $0.key }.filter { !$0.hasPrefix("record-") }
        #expect(keys.filter { $0.hasPrefix("room-") } == ["room-r103"])
        #expect(
            Set(keys) == [
                "room-r103", "tally", "signal-rooms", "briefing", "silent-", "silent-r103", "entries",
                "say-i1-scene.police-1",
            ])
        let tile = try #require(changes.first { $0.key == "room-r103" })
        #expect(tile.bytes.count < 400)
        let whole = after.text.utf8.count
        let sent = changes.reduce(0) { $0 + $1.bytes.count }
        #expect(sent * 40 < whole, "\(sent) of \(whole) bytes")
    }

    @Test func theTickOfTheClockRedrawsNothing() {
        let site = SampleSite.underWay(rooms: 400)
        var later = site.context()
        later.clock = PageClock(now: site.now + .seconds(2), utcOffsetMinutes: -360)
        let changes = BoardPage.page(later).changes(since: BoardPage.page(site.context()))
        #expect(changes.isEmpty)
    }

    @Test func theRegionsOfABoardDoNotDependOnItsState() {
        let keys = { (site: SampleSite) in BoardPage.page(site.context()).regions.map { $0.key } }
        #expect(keys(.underWay()) == keys(.justRaised()))
        #expect(keys(.underWay()) == keys(.mistake()))
    }

    @Test func severalIncidentsAreTabsThatAreLinks() {
        var site = SampleSite.underWay()
        var raise = Raise(nil, at: [SampleSite.named("gym")], source: Source(at: site.ago(20)))
        raise.level = .medical
        site.incident(20, SampleSite.sam, .raised(SampleSite.named("i2"), raise))
        let page = BoardPage.page(site.context())
        #expect(page.region("incidents").contains("href=\"/board?incident=i2&amp;beside=i1\""))
        let other = BoardPage.page(site.context(query: "incident=i2&beside=i1"))
        #expect(other.region("head").contains("Medical help"))
    }

    @Test func whatEndedIsToldOnEveryPageAndCanBeOpenedAgainBesideACall() {
        var school = School()
        let alarm = school.raise(.lockdown)
        school.act(.acceptPosition(alarm, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        let call = school.raise(nil, at: [School.room(3)], level: .medical)
        func board(_ query: String = "") -> Page {
            BoardPage.page(
                school.context(of: School.coordinator, [.staff, .line], rooms: [], query: query))
        }
        #expect(board().words(of: "ended").isEmpty)
        school.act(
            .endAction(alarm, places: [School.whole], method: .announcementAndKey), by: School.coordinator,
            [.staff, .line])
        #expect(board().words(of: "head").hasPrefix("Lockdown has ended"))
        school.act(.closeIncident(alarm), by: School.coordinator, [.staff, .line])
        for page in [
            board(), school.responderPage(),
            ResponderPage.page(school.context(of: School.officer, [.sro], rooms: [])),
        ]
        where page.parts.contains("ended") {
            #expect(page.words(of: "ended").hasPrefix("Lockdown has ended at North Elementary"))
        }
        #expect(board().words(of: "ended").contains("Entered by you"))
        #expect(board().words(of: "head").contains("Medical help"))
        #expect(board().region("incidents").contains("incident=\(alarm.text)&amp;beside=\(call.text)"))
        let closed = board("incident=\(alarm.text)&beside=\(call.text)&whole=1")
        #expect(closed.words(of: "head").contains("Closed"))
        #expect(closed.region("acts").contains("reopenIncident"))
        #expect(closed.region("incidents").contains("whole=1"))
        // What was begun for one incident is no part of another.
        #expect(closed.region("notes").contains("data-key=\"notes-\(alarm.text)\""))
    }

    @Test func anAlarmIsNotHiddenBehindWhatWasLookedAtBefore() {
        var school = School()
        let ended = school.raise(.lockdown)
        school.ended(ended)
        let call = school.raise(nil, at: [School.room(3)], level: .medical)
        let head = { (query: String) in
            let context = school.context(of: School.coordinator, [.staff, .line], rooms: [], query: query)
            return BoardPage.page(context).words(of: "head")
        }
        #expect(head("incident=" + ended.text).contains("Medical help"))
        #expect(head("incident=\(ended.text)&beside=\(call.text)").contains("Closed"))
        let alarm = school.raise(.lockdown, by: School.neighbour)
        for earlier in [ended, call] {
            // What was chosen before the alarm gives way to it, also where it was chosen beside something else.
            #expect(head("incident=" + earlier.text).contains("Lockdown North Elementary"))
            #expect(
                head("incident=\(earlier.text)&beside=\(call.text)").contains("Lockdown North Elementary"))
        }
        #expect(head("incident=\(ended.text)&beside=\(alarm.text)").contains("Closed"))
        #expect(head("incident=\(call.text)&beside=\(alarm.text)").contains("Medical help"))
    }

    @Test func roomsStandInReadingOrder() {
        let labels = ["Room 12", "Room 9", "Gym", "Room 112", "Room 9A", "Room 012b", "Room 123456789012"]
        let sorted = ["Gym", "Room 9", "Room 9A", "Room 12", "Room 012b", "Room 112", "Room 123456789012"]
        #expect(labels.inReadingOrder { $0 } == sorted)
    }
}
