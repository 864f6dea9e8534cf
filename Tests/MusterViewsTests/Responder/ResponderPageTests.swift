import MusterCore
import Testing

@testable import MusterViews

@Suite("A responder's page")
struct ResponderPageTests {
    static let page = PageStates.responder(.lockdown)

    @Test("Three facts come first: what and where, who coordinates and how to reach them, scene command")
    func threeFacts() {
        let words = Self.page.words(of: "facts")
        #expect(Self.page.parts.first == "facts")
        #expect(words.hasPrefix("What and where Lockdown North Elementary, since 14:03:03"))
        #expect(words.contains("Come in at Door 1, Mill Road"))
        #expect(words.contains("Coordinates the school&#39;s side Dana Ortiz"))
        #expect(Self.page.markup.contains("href=\"tel:+15550111\""))
        #expect(words.contains("Police Reported by Officer Lund, by radio, entered by Mia Falk"))
        #expect(words.contains("1 room needs help"))
    }

    @Test("What was practised and became real began when it did")
    func turned() {
        var school = School()
        let id = school.raise(.lockdown, kind: .drill, by: School.coordinator)
        school.act(.turnActual(id), by: School.teacher, after: 90)
        let words = school.responderPage().words(of: "facts")
        #expect(words.contains("since 14:04:33") && words.contains("Raised by Ana Reyes, just now"))
    }

    @Test("An officer is told that the coordination is being passed on, not to call somebody with busy hands")
    func passedOn() {
        var school = School()
        let id = school.raise(.secure)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        #expect(school.responderPage().markup.contains("tel:+15550111"))
        school.act(
            .reportResponding(School.coordinator, source: Source(at: school.now), text: nil),
            by: School.office)
        let words = school.responderPage().words
        #expect(words.contains("Being passed on Dana Ortiz,") && words.contains("until somebody accepts"))
        #expect(!school.responderPage().markup.contains("tel:+15550111"))
    }

    @Test("An officer who raises has 911 and the way back; one who calls for somebody says when it is over")
    func ownAlarm() {
        var school = School()
        func page() -> Page { ResponderPage.page(school.context(of: School.officer, [.sro], rooms: [])) }
        #expect(page().words(of: "everyday").contains("I need somebody"))
        school.raise(nil, at: [School.gym], level: .medical, by: School.officer)
        school.now = school.now + .seconds(60)
        #expect(page().words.contains("It is over, thank you"))
        school.raise(.lockdown, at: [School.main], by: School.officer)
        #expect(page().words.contains("Call 911 if nobody has"))
        #expect(page().words(of: "raise").contains("Something worse?"))
        // Nobody takes the alarm from an officer: rooms may have been opened, or something else burn.
        school.raise(.lockdown, by: School.teacher)
        #expect(page().words(of: "raise").contains("Another action"))
    }

    @Test("A room that was not opened can be said to be so by the officer and by whoever is in it")
    func notOpened() {
        var school = School()
        let id = school.raise(.lockdown)
        #expect(!school.responderPage().words.contains("Correct a cleared room"))
        school.act(
            .recordCleared(id, room: School.room(12), source: Source(at: school.now)), by: School.officer,
            [.sro])
        #expect(school.responderPage().words.contains("Correct a cleared room"))
        #expect(school.staffPage().words.contains("Nobody has opened this room"))
        school.act(
            .recordNotCleared(id, room: School.room(12), source: Source(at: school.now)), by: School.teacher)
        #expect(school.staffPage().look == .quiet && !school.staffPage().words.contains("was opened"))
    }

    @Test("Rooms stand in groups, the most urgent first, in reading order, with their doors")
    func groups() {
        let words = Self.page.words(of: "rooms")
        let titles = [
            "Need help 1", "reports differ 1", "Silent in Lockdown 15", "nothing asked 6", "Cleared 1",
        ]
        var rest = words[...]
        for title in titles {
            guard let range = rest.firstRange(of: title) else {
                Issue.record("\(title) is missing or out of order in \(words)")
                return
            }
            rest = rest[range.upperBound...]
        }
        #expect(words.contains("Room 4 Door 1 Needs help: 1 injured"))
        #expect(words.contains("Room 8 Door 2 Room 12 Door 2"))
    }

    @Test(
        "A room for which somebody asks for help says so, whoever reported it last, and that reports differ")
    func helpAndConflict() {
        var school = School()
        let id = school.raise(.lockdown)
        school.report(id, 1, .needsHelp, by: School.neighbour)
        school.report(id, 1, .allHere, by: School.office)
        #expect(school.responderPage().words(of: "rooms").contains("Room 1 Door 1 Reports differ Needs help"))
        let board = BoardPage.page(school.context(of: School.coordinator, [.line], rooms: []))
        #expect(board.words(of: "attention").contains("1 Needs help Needs help / All here"))
        #expect(board.words(of: "attention").contains("Ben Cole"))
    }

    @Test(
        "An agency that holds nothing any more is told that it is over, and whether it was a mistake; never of a drill"
    )
    func waiting() {
        var school = School()
        func words() -> String {
            WaitingPage.page(site: "North", state: school.replica.state, clock: PageClock(now: school.now))
                .words
        }
        #expect(!words().contains("has ended"))
        let drill = school.raise(.lockdown, kind: .drill, by: School.teacher)
        school.act(.cancelRaise(drill), by: School.teacher)
        #expect(!words().contains("has ended"))
        let id = school.raise(.lockdown, by: School.teacher)
        school.act(.cancelRaise(id), by: School.teacher)
        #expect(words().contains("Lockdown has ended") && words().contains("mistake"))
        #expect(
            !WaitingPage.page(site: "North", state: nil, clock: PageClock(now: school.now)).words.contains(
                "ended"))
        school.now = school.now + .minutes(61)
        #expect(!words().contains("has ended"))
    }

    @Test("Silence in Lockdown is a list for law enforcement, not a queue of doors to knock on")
    func silentRooms() {
        #expect(Self.page.words(of: "rooms").contains("For law enforcement. In Lockdown silence is expected"))
        let evacuation = PageStates.responder(.evacuate)
        #expect(evacuation.words(of: "rooms").contains("No report 15"))
        #expect(!evacuation.words(of: "rooms").contains("Silent in Lockdown"))
    }

    @Test("Nothing must be touched: what can be recorded lies in folds")
    func nothingAsked() {
        let outside = Self.page.regions.filter { !$0.key.hasPrefix("record-") }
        #expect(!outside.contains { $0.html.string.contains("<form") })
        #expect(Self.page.words(of: "record").contains("Record a cleared room"))
        #expect(Self.page.words(of: "record").contains("Record scene command"))
    }

    @Test("A School Resource Officer may raise from here; an agency may not")
    func raising() {
        let school = School()
        let sro = ResponderPage.page(school.context(of: School.officer, [.sro], rooms: []))
        #expect(sro.words(of: "raise").contains("Lockdown"))
        #expect(!school.responderPage().parts.contains("raise"))
    }

    @Test("What is not known is said to be unknown")
    func unknownIsUnknown() {
        var school = School()
        school.raise(.lockdown)
        let words = school.responderPage().words(of: "facts")
        #expect(words.contains("Not known yet"))
        #expect(words.contains("The school&#39;s desk +1 555 0100"))
        #expect(words.contains("Not reported"))
    }
}
