import MusterCore
import Testing

@testable import MusterViews

@Suite("A teacher's page")
struct StaffPageTests {
    @Test("On an ordinary day it offers Lockdown by holding or in two steps, and the everyday calls")
    func ordinaryDay() {
        let page = School().staffPage()
        #expect(page.mode == .everyday)
        #expect(page.words(of: "raise").contains("Press and hold"))
        #expect(page.words(of: "raise").contains("Send Lockdown now"))
        #expect(page.words(of: "everyday").contains("Medical help"))
        #expect(page.words(of: "everyday").contains("Assist"))
        #expect(page.words.contains("Muster does not replace 911 or audible alarms."))
        #expect(!page.words.contains("Evade"))
    }

    @Test("Evade is offered only where the plan speaks of it")
    func evadeIsDoctrine() {
        var plan = School.plan
        plan.wording = [Wording(.evade, announcement: "Run.", steps: [])]
        #expect(School(plan: plan).staffPage().words(of: "raise").contains("Evade"))
    }

    @Test("Until an audible channel is confirmed, the raiser sees the exact words first")
    func exactWordsFirst() {
        var school = School()
        let id = school.raise(.evacuate, by: School.teacher)
        let page = school.staffPage()
        #expect(page.parts.first == "words")
        #expect(page.words(of: "words").contains(ProtectiveAction.evacuate.announcement()))
        #expect(page.words(of: "words").contains("I heard it"))
        school.act(.confirmAudible(id, source: Source(at: school.now)), by: School.neighbour)
        #expect(!school.staffPage().parts.contains("words"))
    }

    @Test(
        "The words name the place they are for, and come first for whoever set the action, not for whoever began"
    )
    func wordsNameThePlace() {
        var school = School()
        let id = school.raise(.evacuate, at: [School.main], hazard: .fire, by: School.teacher)
        let first = school.staffPage()
        #expect(first.parts.first == "words")
        #expect(first.words(of: "words").contains("Main building: Evacuate"))
        school.act(.confirmAudible(id, source: Source(at: school.now)), by: School.office)
        school.act(
            .setAction(id, places: [School.room(3)], action: .lockdown, hazard: .intruder),
            by: School.coordinator, [.staff, .line])
        let page = school.staffPage()
        #expect(page.parts.first != "words")
        #expect(page.words(of: "words").contains("Room 3: Lockdown"))
        let board = BoardPage.page(school.context(of: School.coordinator, [.line], rooms: []))
        #expect(board.words(of: "waiting").contains("Room 3: Lockdown"))
        // What was said of one action is not told of another.
        #expect(
            school.responderPage().words(of: "facts").contains(
                "Lockdown, Intruder Evacuate, Fire: Main building"))
        #expect(board.words(of: "head").contains("Intruder, set by Dana Ortiz"))
    }

    @Test("No hazard is asked before a Lockdown goes out")
    func noHazardQuestion() {
        let form = School().staffPage().forms.first { $0.contains(FormField("action", "lockdown")) }
        #expect(form?.contains { $0.name == "hazard" } == false)
    }

    @Test("Somebody who hides is not asked to read anything out")
    func hidingIsSilent() {
        var school = School()
        school.raise(.lockdown)
        #expect(!school.staffPage().parts.contains("words"))
    }

    @Test("Call 911 stands right after the words, with the address, and goes once 911 is on the line")
    func call911() {
        var school = School()
        let id = school.raise(.lockdown, by: School.teacher)
        let page = school.staffPage()
        #expect(page.parts.prefix(4) == ["words", "cancel", "call", "action"])
        #expect(page.markup.contains("href=\"tel:911\""))
        #expect(page.words(of: "call").contains("12 Mill Road, Fairview, Ohio"))
        school.act(.recordCall911(id, ended: false, source: Source(at: school.now)), by: School.office)
        let later = school.staffPage()
        #expect(!later.parts.contains("call"))
        #expect(later.words(of: "help").contains("911 is on the line: Mia Falk, since 14:03:03"))
    }

    @Test("For five seconds the raiser can cancel; after that it can be said that it was a mistake")
    func wayBack() {
        var school = School()
        school.raise(.hold, by: School.teacher)
        school.now = school.now + .seconds(4)
        #expect(school.staffPage().words.contains("Cancel, it was a mistake"))
        #expect(!school.staffPage().words(of: "more").contains("This was a mistake"))
        school.now = school.now + .seconds(2)
        #expect(!school.staffPage().words.contains("Cancel, it was a mistake"))
        #expect(school.staffPage().words(of: "more").contains("This was a mistake"))
        #expect(!school.staffPage(of: School.neighbour).words(of: "more").contains("This was a mistake"))
    }

    @Test("The action at my room stands in huge words, with short numbered steps")
    func actionAtMyRoom() {
        var school = School()
        school.raise(.shelter, hazard: .tornado)
        let words = school.staffPage().words(of: "action")
        #expect(words.hasPrefix("Shelter: tornado Room 12 · since"))
        #expect(words.contains("Go to your shelter area now."))
    }

    @Test("A site's own words come before Muster's")
    func ownWords() {
        var plan = School.plan
        plan.wording = [Wording(.hold, announcement: "Hold, please.", steps: ["Stay put."])]
        var school = School(plan: plan)
        school.raise(.hold, by: School.teacher)
        #expect(school.staffPage().words(of: "words").contains("Hold, please."))
        #expect(school.staffPage().words(of: "action").contains("Do this Stay put."))
    }

    @Test("Another room than mine: nothing is asked of me")
    func elsewhere() {
        var school = School()
        school.raise(.secure, at: [School.gym])
        let words = school.staffPage().words(of: "action")
        #expect(words.contains("Secure at Gym"))
        #expect(words.contains("Nothing is asked of Room 12."))
    }

    @Test("One tap reports my room; what was reported is shown with its age")
    func oneTapReport() {
        var school = School()
        let id = school.raise(.evacuate)
        let statuses = school.staffPage().forms.filter { $0.contains(FormField("room", "r12")) }
            .compactMap { form in form.first { $0.name == "status" }?.value }
        #expect(statuses == ["allHere", "exceptions", "needsHelp", "heardFrom"])
        school.report(id, 12, .exceptions, missing: 2, by: School.teacher)
        school.now = school.now + .seconds(12)
        #expect(school.staffPage().words(of: "report").contains("2 missing you, 13 s ago"))
    }

    @Test("Two incidents at once: the one at my room comes first, and both are there")
    func twoAtOnce() {
        let page = PageStates.two
        let actions = page.regions.filter { $0.key.hasPrefix("action-") }
        #expect(actions.count == 2)
        #expect(page.words(of: "action").hasPrefix("Secure"))
        #expect(page.words.contains("Medical help: Gym"))
    }

    @Test("Help is being coordinated is said only when somebody has accepted")
    func coordinatedOnlyWhenTrue() {
        var school = School()
        let id = school.raise(.lockdown)
        #expect(!school.staffPage().words.contains("Help is being coordinated"))
        let deadline = school.replica.state.deadlines[0]
        school.act(.expire(deadline.id), by: .none, [], after: 30)
        #expect(school.replica.state.incidents[id]?.coordination.coordinator?.caretaker == true)
        #expect(!school.staffPage().words.contains("Help is being coordinated"))
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        #expect(school.staffPage().words.contains("Help is being coordinated: Dana Ortiz"))
        school.act(
            .reportResponding(School.coordinator, source: Source(at: school.now), text: nil),
            by: School.coordinator)
        let line = StaffPage.page(school.context(of: School.office, [.staff, .line]))
        #expect(!line.words.contains("Help is being coordinated"))
    }

    @Test("A cancelled alarm ends with its correction for everyone who got it")
    func corrected() {
        let page = PageStates.corrected
        #expect(page.words(of: "ended").contains("Lockdown has ended"))
        #expect(page.words(of: "ended").contains("pressed by mistake and cancelled at once"))
        #expect(page.words(of: "ended").contains("Correction"))
        #expect(!page.words(of: "ended").contains("Ana Reyes"))
        #expect(page.words(of: "raise").contains("Lockdown"))
    }

    @Test("That it has ended is told without a room too, whatever was closed since: by whom, and what now")
    func ended() {
        let words = PageStates.ended.words(of: "ended")
        #expect(words.contains("Lockdown has ended at North Elementary"))
        #expect(words.contains("Entered by Dana Ortiz"))
        #expect(words.contains("Stay with your class until you hear what comes next."))
        #expect(PageStates.ended.words(of: "closed").contains("Medical help has ended"))
    }

    @Test("Beside a Lockdown in force nothing says that one has ended")
    func notBesideAnother() {
        var school = School()
        let id = school.raise(.lockdown, kind: .drill)
        school.ended(id, isClosed: false)
        #expect(school.staffPage().words.contains("has ended"))
        school.raise(.lockdown)
        #expect(!school.staffPage().words.contains("has ended"))
        #expect(!school.staffPage(rooms: []).words.contains("has ended"))
    }

    @Test("What was over before an alarm is not told beside it, and that there is no danger never")
    func notBesideAnAlarm() {
        var school = School()
        let mistaken = school.raise(.lockdown, by: School.teacher)
        school.act(.cancelRaise(mistaken), by: School.teacher)
        #expect(school.staffPage().words.contains("There is no danger from it"))
        let fire = school.raise(.evacuate, hazard: .fire)
        #expect(!school.staffPage().words.contains("no danger"))
        #expect(!school.staffPage().words.contains("Correction"))
        // In one incident the end of one action is news beside another: now people may move.
        school.act(.acceptPosition(fire, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.act(
            .setAction(fire, places: [School.gym], action: .lockdown, hazard: nil), by: School.office, [.line]
        )
        school.act(
            .endAction(fire, places: [School.gym], method: .announcementAndKey), by: School.coordinator,
            [.staff, .line])
        #expect(!school.staffPage().words.contains("no danger"))
    }

    @Test("A practice hides no real end: whoever hid with the phone off comes back to it")
    func practiceHidesNoEnd() {
        var school = School()
        let real = school.raise(.lockdown)
        school.ended(real)
        school.now = school.now + .minutes(20)
        school.raise(.hold, at: [School.gym], kind: .drill)
        #expect(school.staffPage().words.contains("Lockdown has ended"))
        school.raise(.hold, at: [School.gym])
        #expect(school.staffPage().words.contains("Lockdown has ended"))
        school.raise(.evacuate, at: [School.main])
        #expect(!school.staffPage().words.contains("Lockdown has ended"))
    }

    @Test("While an alarm is on its way no end of an earlier one is told")
    func notBesideASentOne() {
        var school = School()
        school.ended(school.raise(.lockdown))
        #expect(school.staffPage().words.contains("Lockdown has ended"))
        let raise = Raise(.lockdown, at: [School.whole], source: Source(at: school.now))
        let notice = OutboxNotice(
            id: CommandID("a", 1), act: .raise, .queued, at: school.now, command: .raise(raise))
        #expect(!school.staffPage(outbox: [notice]).words.contains("has ended"))
    }

    @Test("Whoever locks down in an emergency that another began reads the words, also in hiding")
    func laterLockdown() {
        var school = School()
        school.raise(.secure, by: School.office)
        school.raise(.lockdown, by: School.teacher)
        #expect(school.staffPage().parts.first == "words")
        #expect(school.staffPage().words(of: "words").contains("Lockdown"))
        let office = school.staffPage(of: School.office, rooms: [School.room(3)])
        #expect(!office.parts.contains("words"))
    }

    @Test("Every action in force is announced once, with all its places")
    func allWords() {
        var school = School()
        let id = school.raise(.evacuate, at: [School.main])
        for place in [School.room(3), School.gym] {
            school.act(
                .setAction(id, places: [place], action: .lockdown, hazard: nil), by: School.coordinator,
                [.staff, .line])
        }
        let words = BoardPage.page(school.context(of: School.coordinator, [.line], rooms: []))
            .words(of: "waiting")
        #expect(
            words.contains("Gym, Room 3: Lockdown")
                && words.contains("Then say Main building except Room 3: Evacuate"))
    }

    @Test("What was said in a practice is asked anew once it is real")
    func saidInPractice() {
        var school = School()
        let id = school.raise(.lockdown, kind: .drill)
        school.report(id, 12, .allHere, by: School.teacher)
        school.act(.turnActual(id), by: School.neighbour)
        let words = school.staffPage().words(of: "report")
        #expect(words.contains("Said in the practice") && words.contains("Only if it is safe and silent"))
        #expect(!words.contains("Nothing more is needed"))
        #expect(school.responderPage().words(of: "rooms").contains("All here in the practice"))
    }

    @Test("Whoever asked for help in hiding is not told that nothing is needed")
    func helpInHiding() {
        var school = School()
        let id = school.raise(.lockdown)
        school.report(id, 12, .needsHelp, by: School.teacher)
        let words = school.staffPage().words(of: "report")
        #expect(words.contains("Your room stands first on the board"))
        #expect(!words.contains("Nothing more is needed"))
    }

    @Test("Anyone records that somebody else is responding, and nobody is recorded whom nobody chose")
    func somebodyElse() {
        var school = School()
        school.raise(.evacuate)
        let more = school.staffPage().html(of: "more")
        #expect(more.contains("Their hands are busy") && more.contains(">Kit Moss, Nurse</option>"))
        let officer = ResponderPage.page(school.context(of: School.officer, [.sro], rooms: []))
        #expect(officer.html(of: "record").contains("Their hands are busy"))
        #expect(
            ActFormTests.problems("act=reportResponding&person=&channel=direct") == [
                "person: Choose a person."
            ])
    }

    @Test("Whoever said that it was a mistake reads what follows, and is not asked again")
    func saidAlready() {
        var school = School()
        let id = school.raise(.lockdown, by: School.teacher)
        school.now = school.now + .seconds(30)
        let said = OutboxNotice(
            id: CommandID("a", 4), act: .claimMistake, .accepted, at: school.now, command: .claimMistake(id))
        #expect(school.staffPage().html(of: "more").contains("claimMistake"))
        let page = school.staffPage(outbox: [said])
        #expect(!page.html(of: "more").contains("claimMistake"))
        #expect(page.words(of: "more").hasPrefix("You said that it was a mistake. The alarm stands"))
    }

    @Test("Shelter from another hazard is another action, and is read out anew")
    func shelter() {
        var school = School()
        let id = school.raise(.shelter, hazard: .tornado)
        #expect(school.staffPage().words(of: "action").contains("Shelter: tornado"))
        school.act(
            .setAction(id, places: [School.whole], action: .shelter, hazard: .gas), by: School.office,
            [.staff, .line])
        let page = school.staffPage()
        #expect(page.words(of: "action").contains("Shelter: gas"))
        #expect(page.words(of: "action").contains("Seal the gaps"))
        #expect(!page.words(of: "action").contains("tornado"))
    }

    @Test("Without a room the page asks for it, and takes the answer from its address")
    func chooseRoom() {
        let school = School()
        #expect(school.staffPage(rooms: []).words(of: "choose-room").contains("Where are you?"))
        #expect(school.staffPage(rooms: [], query: "room=r7").title == "Room 7")
        #expect(school.staffPage(rooms: [], query: "room=nowhere").title == "Staff")
        var empty = school
        empty.directory.places = Table()
        #expect(empty.staffPage(rooms: []).words(of: "choose-room").contains("Your room is not known here"))
    }

    @Test("What a room says by radio is entered by whoever has a page")
    func proxyEntry() throws {
        var school = School()
        school.raise(.hold)
        let page = school.staffPage(of: School.office, rooms: [])
        #expect(page.words(of: "more").contains("Report for another room"))
        #expect(page.words(of: "more").contains("Radio"))
        #expect(page.parts.first == "words")
    }

    @Test(
        "Calls of others for elsewhere stand below the alarm button, the own one and one from here above it")
    func callsOfOthers() {
        var school = School()
        let other = school.raise(nil, at: [School.gym], level: .medical, by: School.neighbour)
        let here = school.raise(nil, at: [School.room(12)], level: .assist, by: School.office)
        let parts = school.staffPage().regions.map { $0.key }
        let raise = parts.firstIndex(of: "raise") ?? 0
        #expect((parts.firstIndex(of: "action-" + other.text) ?? 0) > raise)
        #expect((parts.firstIndex(of: "action-" + here.text) ?? .max) < raise)
    }
}
