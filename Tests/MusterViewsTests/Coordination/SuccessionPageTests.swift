import MusterCore
import Testing

@testable import MusterViews

@Suite("Who comes next in a position, on the board and on the page of whom it concerns")
struct SuccessionPageTests {
    private let line: [Role] = [.staff, .line]

    private func led(_ action: ProtectiveAction = .evacuate) -> (School, IncidentID) {
        var school = School(plan: School.fullPlan)
        let id = school.raise(action)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, line)
        school.act(.offerPosition(id, .accountabilityLead, to: School.teacher), by: School.coordinator, line)
        school.act(.acceptPosition(id, .accountabilityLead), by: School.teacher)
        return (school, id)
    }

    private func board(_ school: School, of person: PersonID = School.coordinator) -> Page {
        BoardPage.page(
            school.context(of: person, person == School.coordinator ? line : [.staff], rooms: []))
    }

    @Test("On an ordinary look nothing is said of it; the forms are behind one line")
    func quiet() {
        let page = board(led().0)
        #expect(!page.words(of: "coordinator").contains("Deputy"))
        #expect(!page.words(of: "coordinator").contains("Relief"))
        #expect(page.words(of: "positions").contains("Deputies and reliefs School coordinator"))
    }

    @Test("The deputy and the relief stand on the strip, and on the page of each of them")
    func shown() {
        var (school, id) = led()
        school.act(.nameDeputy(id, .schoolCoordinator, School.neighbour), by: School.coordinator, line)
        school.act(
            .planShift(id, .accountabilityLead, School.medic, from: School.start + .minutes(27)),
            by: School.coordinator, line)
        let words = board(school).words(of: "coordinator")
        #expect(words.contains("Deputy: Ben Cole"))
        #expect(words.contains("Relief: Kit Moss at 14:30"))
        let deputy = school.staffPage(of: School.neighbour).words(of: "duties")
        #expect(
            deputy.contains("You are deputy of School coordinator: be ready to take over when you are asked"))
        let relief = school.staffPage(of: School.medic).words(of: "duties")
        #expect(relief.contains("You are the relief at 14:30: Accountability lead from Ana Reyes"))
        // Nobody else is told.
        #expect(school.staffPage(of: School.office).words(of: "duties").isEmpty)
        school.act(.nameDeputy(id, .schoolCoordinator, nil), by: School.coordinator, line)
        #expect(!board(school).words(of: "coordinator").contains("Deputy"))
    }

    @Test("Whoever hides and is a deputy has the same on the dark page, and is told to move nowhere")
    func hiding() {
        var (school, id) = led(.lockdown)
        school.act(.nameDeputy(id, .schoolCoordinator, School.neighbour), by: School.coordinator, line)
        let page = OneThumbPage.page(school.context(of: School.neighbour, [.staff], rooms: [School.room(3)]))
        #expect(page.words(of: "facts").contains("You are deputy of School coordinator"))
        #expect(page.words(of: "rest").contains("Nobody will ask you to move"))
    }

    @Test("A holder plans for the own position, and somebody without a position for none")
    func forms() {
        let school = led().0
        let own = board(school, of: School.teacher).words(of: "positions")
        #expect(own.contains("Deputies and reliefs Accountability lead"))
        #expect(!own.contains("School coordinator") && !own.contains("Another position"))
        #expect(!board(school, of: School.office).words(of: "positions").contains("Deputies and reliefs"))
    }

    @Test("A holder with busy hands is shown so to the line, and asked whether to go on once they are free")
    func busy() {
        var (school, _) = led()
        let source = Source(at: school.now)
        school.act(.reportResponding(School.teacher, source: source, text: nil), by: School.office)
        #expect(board(school).words(of: "coordinator").contains("Ana Reyes Hands busy"))
        #expect(
            school.staffPage().words(of: "duties").contains(
                "You hold the position until somebody accepts. My hands are free"))
        school.act(.reportHandsFree(School.teacher, source: Source(at: school.now)), by: School.office)
        #expect(board(school).words(of: "coordinator").contains("Ana Reyes Hands busy"))
        #expect(
            school.staffPage().words(of: "offers").hasPrefix("Go on with this position: Accountability lead?")
        )
    }

    @Test("An offer without an answer is on the watch, with one press to ask the next")
    func unanswered() {
        var (school, id) = led()
        school.act(.offerPosition(id, .liaison, to: School.medic), by: School.coordinator, line)
        #expect(board(school).words(of: "watch").isEmpty)
        school.now = school.now + .minutes(2)
        school.expire()
        #expect(
            board(school).words(of: "watch").contains(
                "Liaison officer: Kit Moss was asked, no answer Asked 2 min ago . Ask the next"))
    }

    @Test("The watch plans a relief in one press, and once it is planned says when")
    func relief() {
        var (school, id) = led()
        school.now = school.now + .minutes(121)
        #expect(
            board(school).words(of: "watch").contains("Plan relief: Sam Wu now Plan relief: Sam Wu in 15 min")
        )
        school.act(
            .planShift(id, .schoolCoordinator, School.outside, from: school.now + .minutes(15)),
            by: School.coordinator, line)
        let words = board(school).words(of: "watch")
        #expect(words.contains("Relief: Sam Wu at 16:") && !words.contains("Plan relief: Sam Wu now"))
    }

    @Test("Each step is told in a sentence")
    func told() {
        var (school, id) = led()
        school.act(.nameDeputy(id, .safety, School.neighbour), by: School.coordinator, line)
        school.act(.nameDeputy(id, .safety, nil), by: School.coordinator, line)
        let from = School.start + .minutes(27)
        school.act(.planShift(id, .safety, School.medic, from: from), by: School.coordinator, line)
        school.act(.cancelShift(id, .safety), by: School.coordinator, line)
        school.act(.planShift(id, .safety, School.medic, from: school.now), by: School.coordinator, line)
        school.now = school.now + .seconds(2)
        school.expire()
        school.now = school.now + .seconds(61)
        school.expire()
        let teller = Teller(school.directory, utcOffsetMinutes: 0)
        let said = school.records.map { teller.sentence($0) }
        for sentence in [
            "Dana Ortiz named Ben Cole deputy: Safety officer.",
            "Dana Ortiz took the deputy away: Safety officer.",
            "Dana Ortiz planned a relief: Safety officer, Kit Moss at 14:30:00.",
            "Dana Ortiz took the planned relief back: Safety officer.",
            "The time of a planned relief came: Safety officer, Kit Moss.",
            "Kit Moss was asked to take the position: Safety officer.",
            "Kit Moss was asked to take the position and has not answered: Safety officer.",
        ] {
            #expect(said.contains(sentence))
        }
    }
}
