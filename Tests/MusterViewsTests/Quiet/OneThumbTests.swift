import Foundation
import MusterCore
import Testing

@testable import MusterViews

/// The page of a holder who hides.
struct OneThumbTests {
    @Test func handingToSomebodyOutsideIsTheFirstButton() {
        let text = OneThumbPage.page(SampleSite.underWay().context()).text
        let buttons = text.components(separatedBy: "<button ").dropFirst()
        #expect(buttons.first?.contains("Hand to outside") == true)
        #expect(text.contains("name=\"to\" value=\"morgan\""))
    }

    @Test func itIsDarkAndMakesNeitherLightNorNoise() {
        let page = OneThumbPage.page(SampleSite.underWay().context())
        #expect(page.look == .quiet)
        for words in ["<audio", "<video", "autoplay", "assertive", "vibrate", "tone-lockdown"] {
            #expect(!page.text.contains(words))
        }
    }

    @Test func whoeverHoldsACallAndHidesIsToldOfTheLockdownFirst() {
        var site = SampleSite()
        let call: IncidentID = SampleSite.named("i2")
        let raise = Raise(
            nil, at: [SampleSite.room(4)], level: .medical, source: Source(at: site.ago(400)))
        site.incident(400, SampleSite.sam, .raised(call, raise))
        site.coordination(
            390, SampleSite.dana,
            .positionTaken(call, .schoolCoordinator, by: SampleSite.dana, caretaker: false))
        site.lockdown(60)
        let page = OneThumbPage.page(site.context())
        #expect(page.mode == .live && page.look == .quiet)
        #expect(page.region("facts").contains("Lockdown"))
        #expect(page.region("beside").contains("Medical help, Room 105"))
        #expect(page.region("beside").contains("Hand to outside"))
    }

    @Test func whoeverOutsideDeclinesIsNotWaitedFor() {
        var school = School()
        let id = school.raise(.lockdown)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.act(.handOver(id, to: School.outside), by: School.coordinator, [.staff, .line])
        func hand() -> String {
            OneThumbPage.page(
                school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)])
            ).words(of: "hand")
        }
        #expect(hand().contains("Asked: Sam Wu,") && !hand().contains("cannot"))
        school.act(.declineOffer(id, .schoolCoordinator), by: School.outside, [.line])
        #expect(hand().contains("Sam Wu cannot. Asked: nobody can be reached now"))
    }

    @Test func whoseHandsAreFreeAgainMayGoOn() {
        var school = School()
        let id = school.raise(.secure)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        let person = School.coordinator
        school.act(
            .reportResponding(person, source: Source(at: school.now), text: nil), by: person, [.staff, .line])
        school.act(.reportHandsFree(person, source: Source(at: school.now)), by: person, [.staff, .line])
        func waiting() -> String {
            BoardPage.page(school.context(of: person, [.staff, .line], rooms: [])).words(of: "waiting")
        }
        #expect(waiting().contains("Your hands are free: go on coordinating?"))
        #expect(waiting().contains("Yes, I stay") && !waiting().contains("You are recorded as responding"))
        school.act(.acceptPosition(id, .schoolCoordinator), by: person, [.staff, .line])
        #expect(!waiting().contains("go on coordinating"))
    }

    @Test func whatWasSaidToBeAMistakeIsCalledBackFromTheDarkToo() {
        var school = School()
        let id = school.raise(.lockdown, by: School.teacher)
        func thumb() -> Page {
            OneThumbPage.page(
                school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)]))
        }
        #expect(thumb().words(of: "claims").isEmpty)
        school.act(.claimMistake(id, press: id.retyped()), by: School.teacher)
        let claims = thumb().words(of: "claims")
        #expect(claims.hasPrefix("Said to be a mistake: call back"))
        #expect(claims.contains("Ana Reyes says that it was a mistake"))
        #expect(claims.contains("The duress word: the alarm stands"))
    }

    @Test func whoeverHidesAndCoordinatesCanSayThatTheHandsAreBusy() {
        var school = School()
        let id = school.raise(.lockdown)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        func thumb() -> Page {
            OneThumbPage.page(
                school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)]))
        }
        #expect(thumb().words(of: "rest").contains("My hands are busy"))
        school.act(
            .reportResponding(School.coordinator, source: Source(at: school.now), text: nil),
            by: School.coordinator,
            [.staff, .line])
        #expect(!thumb().words.contains("My hands are busy"))
        #expect(thumb().words.contains("My hands are free"))
    }

    @Test func whoeverSetTheActionHasItsWordsFirstAlsoInHiding() {
        var school = School()
        school.raise(.lockdown, kind: .drill, by: School.coordinator)
        let own = school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)])
        let page = OneThumbPage.page(own)
        #expect(page.look == .quiet && page.parts.first == "words")
        #expect(page.words(of: "words").contains("This is a drill. "))
        var other = School()
        other.raise(.lockdown)
        let told = other.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)])
        #expect(!OneThumbPage.page(told).parts.contains("words"))
    }

    @Test func whatTheCoordinatorSetsAfterwardsIsNotReadOutByWhoeverRaisedTheAlarmAndHides() {
        var school = School()
        let id = school.raise(.lockdown, by: School.teacher)
        school.act(
            .confirmAudible(id, source: Source(at: school.now + .seconds(1))), by: School.neighbour)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.act(
            .recordCleared(id, room: School.room(3), source: Source(at: school.now)), by: School.coordinator,
            [.staff, .line])
        #expect(!school.staffPage().words.contains("Read this out"))
        school.act(
            .setAction(id, places: [School.room(3)], action: .evacuate, hazard: nil), by: School.coordinator,
            [.staff, .line])
        #expect(!school.staffPage().words.contains("Read this out"))
        let own = school.context(of: School.coordinator, [.staff, .line], rooms: [])
        #expect(BoardPage.page(own).words(of: "waiting").contains("Evacuate"))
    }

    @Test func theWordsStayWithWhoeverRaisedTheLockdownUntilSomebodyHasHeardThem() {
        var school = School()
        school.raise(.lockdown, at: [School.main], by: School.teacher)
        school.raise(.hold, at: [School.gym], by: School.neighbour)
        #expect(school.staffPage().words.contains("Read this out now, twice"))
        // Nor does a weaker alarm make somebody who hides read aloud.
        let hiding = school.staffPage(of: School.neighbour, rooms: [School.room(3)])
        #expect(hiding.look == .quiet && !hiding.words.contains("Read this out"))
    }

    @Test func theHoldersFirstButtonHandsOutsideAlsoWhereTheWordsAreStillToBeSaid() {
        var school = School()
        let id = school.raise(.lockdown, by: School.coordinator)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        let page = OneThumbPage.page(
            school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)]))
        #expect(page.parts.first == "words")
        let buttons = page.markup.components(between: "<button ", and: "</button>")
        #expect(buttons.first?.contains("Hand to outside") == true)
        #expect(page.words(of: "heard").contains("I heard it"))
    }

    @Test func whoeverHidesIsAskedAboutTheDangerAndACallWaitsBehindOneLine() {
        var school = School()
        school.raise(nil, at: [School.room(5)], level: .assist, by: School.teacher)
        let alarm = school.raise(.lockdown)
        school.act(.acceptPosition(alarm, .schoolCoordinator), by: School.outside, [.line])
        let page = OneThumbPage.page(
            school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)]))
        #expect(page.title == "You are in Lockdown" && !page.parts.contains("asked"))
        #expect(page.words(of: "calls").hasPrefix("Also asked: Assist, Room 5"))
    }

    @Test func anOfferComesBeforeACallThatIsHeld() {
        var school = School()
        let call = school.raise(nil, at: [School.room(5)], level: .medical, by: School.teacher)
        school.act(.acceptPosition(call, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.raise(.lockdown)
        let page = OneThumbPage.page(
            school.context(of: School.coordinator, [.staff, .line], rooms: [School.room(2)]))
        let parts = page.parts.filter { ["asked", "beside"].contains($0) }
        #expect(parts == ["asked", "beside"])
        #expect(!page.region("beside").contains("button-primary"))
    }

    @Test func whoeverHoldsNoCommandSliceHasNoBoard() {
        var school = School()
        school.raise(.lockdown)
        let teacher = school.context()
        #expect(
            Pages.page(named: "/board", context: teacher)?.title
                == Pages.page(named: "/staff", context: teacher)?.title)
        let agency = school.context(of: School.officer, [.agency], rooms: [])
        #expect(Pages.page(named: "/board?incident=x&whole=1", context: agency)?.title == "Incident")
    }

    @Test func itShowsThreeFacts() {
        let facts = OneThumbPage.page(SampleSite.underWay().context()).region("facts")
        #expect(facts.count(of: "<dt>") == 3)
        #expect(facts.contains("118, 121"))
    }

    @Test func itIsForWhoeverHidesOnly() {
        let site = SampleSite.underWay()
        #expect(OneThumbPage.isFor(site.context()))
        #expect(!OneThumbPage.isFor(SampleSite.replaced().context(SampleSite.morgan, [.line])))
        #expect(!OneThumbPage.isFor(SampleSite.underWay().context(SampleSite.priya, [.line])))
        #expect(!OneThumbPage.isFor(SampleSite.quietDay().context()))
    }

    @Test func theBoardsAddressLeadsThereUntilAnIncidentIsAskedFor() {
        let context = SampleSite.underWay().context()
        #expect(Pages.page(named: "/board", context: context)?.look == .quiet)
        #expect(Pages.page(named: "/board?incident=i1&whole=1", context: context)?.look == .silent)
    }

    @Test func whoeverIsAskedInALockedDownPlaceAnswersInTheDark() throws {
        let context = SampleSite.justRaised().context(SampleSite.lee, [.staff, .line])
        let page = try #require(Pages.page(named: "/board", context: context))
        #expect(page.look == .quiet && page.title == "You are asked")
        let buttons = page.text.components(separatedBy: "<button ").dropFirst()
        #expect(buttons.first?.contains("Yes, I coordinate") == true)
        #expect(buttons.dropFirst().first?.contains("I cannot") == true)
        #expect(!page.text.contains("data-announce"))
        // Outside nobody hides: the same offer comes on the bright board.
        let outside = SampleSite.justRaised().context(SampleSite.priya, [.line])
        #expect(Pages.page(named: "/board", context: outside)?.look == .standard)
    }

    @Test func whoeverOfTheLineOnlyHidesIsToldSoInTheDark() throws {
        let context = SampleSite.replaced().context(SampleSite.dana, [.staff, .line])
        let page = try #require(Pages.page(named: "/board", context: context))
        #expect(page.look == .quiet && page.title == "You are in Lockdown")
        #expect(page.region("facts").contains("Morgan"))
        #expect(!page.text.contains("Hand to outside"))
    }

    @Test func aLoneAdultIsShownAsSuchWithTheNextStep() throws {
        var site = SampleSite.handsBusy()
        let locked = try #require(Pages.page(named: "/board", context: site.context()))
        #expect(locked.look == .quiet)
        for words in ["You are alone with this", "Go on with what your hands do", "Hand to outside"] {
            #expect(locked.region("alone").contains(words))
        }
        // 911 is on the line in this story; without that the number stands there, with the address.
        #expect(locked.region("alone").contains("911 is on the line"))
        site.incident(
            5, SampleSite.sam,
            .call911Recorded(
                SampleSite.incident, ended: true, source: Source(at: site.ago(5))))
        let page = try #require(Pages.page(named: "/board", context: site.context()))
        #expect(page.region("alone").contains("href=\"tel:911\""))
        #expect(page.region("alone").contains("Asked: Morgan Hale and Priya Nair"))
        // On the staff page as well: whoever kneels beside a child does not look for the board.
        #expect(StaffPage.page(site.context()).region("duties").contains("You are alone with this"))
    }

    @Test func aDrillSaysSoFirstAndLastInTheDarkToo() {
        let text = OneThumbPage.page(SampleSite.underWay(kind: .drill).context()).text
        #expect(text.count(of: "class=\"mode-band\"") == 2)
    }
}
