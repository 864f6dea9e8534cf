import MusterCore
import Testing

@testable import MusterViews

@Suite("Tasks on the pages")
struct TaskPageTests {
    private let line: [Role] = [.staff, .line]

    /// A Lockdown that is coordinated, with a teacher who leads the accounting.
    private func led(_ action: ProtectiveAction = .lockdown, kind: IncidentKind = .actual) -> (
        School, IncidentID
    ) {
        var school = School(plan: School.fullPlan)
        let id = school.raise(action, kind: kind)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, line)
        school.act(.offerPosition(id, .accountabilityLead, to: nil), by: School.coordinator, line)
        school.act(.acceptPosition(id, .accountabilityLead), by: School.teacher)
        return (school, id)
    }

    private func board(_ school: School, of person: PersonID = School.coordinator, _ roles: [Role]? = nil)
        -> Page
    {
        BoardPage.page(school.context(of: person, roles ?? line, rooms: []))
    }

    @Test("The board lists what can be done, the viewer's own first, and what waits, and for what")
    func board() {
        let words = board(led().0).words(of: "tasks")
        #expect(words.contains("Tasks 2 to do, 2 waiting"))
        #expect(
            words.contains(
                "911 caller, held by nobody: you as school coordinator Call 911 and stay on the line"))
        #expect(words.contains("Say We are in Lockdown."))
        #expect(words.contains("After: Call 911 and stay on the line"))
        #expect(words.contains("Held back: a place of it is in Lockdown. It comes up when that has ended."))
        #expect(words.contains("Accountability lead, Ana Reyes"))
        let own = board(led().0, of: School.teacher, [.staff]).words(of: "tasks")
        #expect(own.hasPrefix("Tasks 2 to do, 2 waiting Accountability lead, you"))
    }

    @Test("That a task is late is said to the line only")
    func overdue() {
        var (school, _) = led()
        school.now = school.now + .seconds(120)
        #expect(board(school).words(of: "tasks").contains("Overdue: was due by"))
        let holder = board(school, of: School.teacher, [.staff]).words(of: "tasks")
        #expect(!holder.contains("Overdue") && holder.contains("By 14:0"))
    }

    @Test("What is done, by whom, and its way back; why it was not possible")
    func behind() {
        var (school, id) = led()
        let task = TaskID(CourseID("lockdown").unsafelyKnown, 1)
        let source = Source(at: school.now)
        school.act(
            .reportTask(id, task, .notPossible, source: source, text: "No line is free."), by: School.teacher)
        let words = board(school).words(of: "tasks")
        #expect(words.contains("Done or not possible 1 Call 911 and stay on the line"))
        #expect(words.contains("Not possible, Ana Reyes"))
        #expect(words.contains("No line is free.") && words.contains("Take it back"))
        let told = board(school).words(of: "timeline")
        #expect(
            told.contains(
                "911 caller: “Call 911 and stay on the line” is not possible, as Ana Reyes reported."))
        #expect(told.contains("The tasks of “Lockdown” of the plan began."))
    }

    @Test("Over with its action, a task asks for nothing")
    func over() {
        var (school, id) = led(.evacuate)
        school.act(.endAction(id, places: [School.whole], method: .coordinator), by: School.coordinator, line)
        let words = board(school).words(of: "tasks")
        #expect(words.contains("Over, not done 2"))
        #expect(!words.contains("Hand on"))
        #expect(board(school).words(of: "step").isEmpty)
    }

    @Test("Whoever holds a position has the next step first on the own page")
    func staff() {
        let page = led(.evacuate).0.staffPage()
        #expect(page.parts.first == "duties")
        #expect(page.words(of: "duties").hasPrefix("Your next step Count everyone at the field"))
        #expect(led(.evacuate).0.staffPage(of: School.neighbour).words(of: "duties").isEmpty)
        let drill = led(.evacuate, kind: .drill).0.staffPage()
        #expect(drill.words(of: "duties").hasPrefix("DRILL: Your next step"))
    }

    @Test(
        "Whoever hides is given no movement: nothing but the next step, and the whole board behind one link")
    func hiding() {
        var (school, id) = led()
        school.act(.offerPosition(id, .safety, to: School.neighbour), by: School.coordinator, line)
        school.act(.acceptPosition(id, .safety), by: School.neighbour)
        let thumb = { (person: PersonID) in
            OneThumbPage.page(school.context(of: person, rooms: [School.room(12)]))
        }
        #expect(
            thumb(School.teacher).words(of: "step").hasPrefix(
                "Your next step Only from where you are, and only if it is safe: Gather the reports of the rooms"
            ))
        #expect(!thumb(School.neighbour).parts.contains("step"))
        #expect(!thumb(School.neighbour).markup.contains("Send an adult"))
        #expect(!school.staffPage(of: School.neighbour).markup.contains("Send an adult"))
    }

    @Test("Nothing of the tasks is in a page of anybody else")
    func others() {
        let school = led().0
        for page in [school.staffPage(of: School.neighbour), school.responderPage()] {
            #expect(!page.markup.contains("Call 911 and stay on the line"))
        }
    }

    @Test("In a drill nobody is told to call 911, and each sentence to say stands between its marks")
    func practice() {
        let words = board(led(kind: .drill).0).words(of: "tasks")
        #expect(words.contains("Pretend only, nobody calls 911: Call 911 and stay on the line"))
        #expect(words.contains("Say This is a drill. We are in Lockdown. This is a drill."))
        #expect(!board(led().0).words(of: "tasks").contains("Pretend only"))
    }

    @Test("Whoever hides speaks only where it is safe, and is not told that it is late")
    func quietly() {
        var (school, _) = led()
        school.now = school.now + .minutes(3)
        let page = OneThumbPage.page(school.context(of: School.coordinator, line, rooms: []))
        let words = page.words(of: "step")
        #expect(words.contains("Only if it is safe to speak: Call 911"))
        #expect(!words.contains("Overdue"))
    }

    @Test("So it is beside an agency, whose steps are all said")
    func quietlyBesideAnAgency() {
        var (school, id) = led()
        school.act(
            .recordSceneCommand(
                id, .police, unified: false, since: school.now, source: Source(at: school.now), text: nil),
            by: School.officer, [.sro])
        school.now = school.now + .minutes(9)
        let page = OneThumbPage.page(school.context(of: School.coordinator, line, rooms: []))
        let words = page.words(of: "step")
        #expect(words.contains("Only if it is safe to speak: Give the agency"))
        #expect(!words.contains("Overdue") && !words.contains("By 14:"))
    }

    @Test(
        "Whoever said to have left has the way back first, and the dark page has the way out for whoever has no room"
    )
    func leftAndBack() {
        var (school, id) = led()
        func dark(_ person: PersonID) -> Page {
            OneThumbPage.page(school.context(of: person, line, rooms: []))
        }
        #expect(dark(School.coordinator).markup.contains("I am not on the site"))
        func waiting() -> String {
            BoardPage.page(school.context(of: School.coordinator, line, rooms: [])).words(of: "waiting")
        }
        #expect(!waiting().contains("I am on the site after all"))
        school.act(
            .reportPresence(id, onSite: false, source: Source(at: school.now)), by: School.coordinator, line)
        #expect(waiting().contains("I am on the site after all"))
        school.act(
            .reportPresence(id, onSite: true, source: Source(at: school.now)), by: School.coordinator, line)
        #expect(!waiting().contains("I am on the site after all"))
    }

    @Test("Whoever the plan has off the site is dark where their own room is locked, and has the way out")
    func ownRoomOffSite() {
        let (school, _) = led()
        #expect(school.context(of: School.outside, line, rooms: [School.room(2)]).hidesIn != nil)
        #expect(school.context(of: School.outside, line, rooms: []).hidesIn == nil)
        let dark = OneThumbPage.page(school.context(of: School.outside, line, rooms: [School.room(2)]))
        #expect(dark.markup.contains("I am not on the site"))
        let inside = OneThumbPage.page(school.context(of: School.coordinator, line, rooms: [School.room(2)]))
        #expect(!inside.markup.contains("I am not on the site"))
    }

    @Test("Whoever hides reads that reports of scene command differ, and can say which is so")
    func sceneDoubt() {
        var (school, id) = led()
        for (agency, person, roles) in [
            (Agency.police, School.officer, [Role.sro]), (.fire, School.neighbour, [.staff]),
        ] {
            school.act(
                .recordSceneCommand(
                    id, agency, unified: false, since: school.now, source: Source(at: school.now), text: nil),
                by: person, roles)
        }
        let page = OneThumbPage.page(school.context(of: School.coordinator, line, rooms: []))
        #expect(page.words(of: "facts").contains("Police in command; also reported: Fire department"))
        #expect(page.words(of: "claims").contains("It is Fire department now"))
        let board = BoardIncident(
            school.replica.state.incidents.rows[0], school.context(of: School.coordinator, line, rooms: []))
        #expect(board.threeFacts[1] == "Scene command: Police; also reported: Fire department")
        let other = OneThumbPage.page(school.context(of: School.outside, line, rooms: [School.room(2)]))
        #expect(!other.words(of: "claims").contains("It is Fire department now"))
    }

    @Test("Whoever is recorded as hands-on and holds nothing is told, with the way back")
    func recordedAsBusy() {
        var (school, _) = led(.evacuate)
        func waiting() -> String {
            BoardPage.page(school.context(of: School.outside, line, rooms: [])).words(of: "waiting")
        }
        #expect(!waiting().contains("You are recorded as hands-on"))
        school.act(
            .reportResponding(School.outside, source: Source(at: school.now), text: nil), by: School.teacher)
        #expect(waiting().contains("You are recorded as hands-on"))
        #expect(waiting().contains("My hands are free"))
    }
}
