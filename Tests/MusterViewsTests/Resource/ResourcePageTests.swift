import MusterCore
import Testing

@testable import MusterViews

@Suite("Resources, objectives and what nobody has read, on the board")
struct ResourcePageTests {
    private let line: [Role] = [.staff, .line]

    private func said(
        _ school: inout School, _ id: IncidentID, _ resource: ResourceID? = nil,
        by person: PersonID = School.office,
        text: String? = nil, _ change: (inout ResourceClaim) -> Void
    ) -> ResourceID {
        var claim = ResourceClaim()
        claim.source = Source(at: school.now)
        change(&claim)
        let command = school.act(.reportResource(id, resource, claim: claim, text: text), by: person, line)
        return resource ?? command.retyped()
    }

    private func board(_ school: School) -> Page {
        BoardPage.page(school.context(of: School.coordinator, line, rooms: [], query: "whole=1"))
    }

    private func coordinated(_ action: ProtectiveAction = .secure) -> (School, IncidentID) {
        var school = School(plan: School.fullPlan)
        let id = school.raise(action)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, line)
        return (school, id)
    }

    @Test("The list has what is needed, on the way and here, and whose requests they are")
    func list() {
        var (school, id) = coordinated()
        #expect(board(school).words(of: "resources").contains("Requests are with: School coordinator, you."))
        let bus = said(&school, id, text: "Wheelchair lift") {
            ($0.kind, $0.count, $0.stage, $0.supplier) = (.bus, 2, .asked, .company)
        }
        let due = school.now + .minutes(12)
        _ = said(&school, id) { ($0.kind, $0.stage, $0.expectedAt) = (.ambulance, .onTheWay, due) }
        let words = board(school).words(of: "resources")
        #expect(words.hasPrefix("Resources 1 needed, 1 on the way"))
        #expect(words.contains("2 × Bus Asked for, from a company, Mia Falk"))
        #expect(words.contains("Wheelchair lift") && words.contains("expected 14:1"))
        _ = said(&school, id, bus, by: School.neighbour) { $0.count = 3 }
        #expect(board(school).words(of: "resources").contains("Also said: 2, Mia Falk"))
        #expect(
            board(school).words(of: "timeline").contains(
                "Resource: 2 × Bus, asked for, from a company, as Mia Falk"))
        #expect(board(school).words(of: "coordinator").contains("3 × Bus: asked for, from a company"))
    }

    @Test("In a Lockdown no word of the list sends anybody anywhere")
    func lockdown() {
        var (school, id) = coordinated(.lockdown)
        for stage in ResourceStage.allCases {
            _ = said(&school, id) { ($0.kind, $0.stage, $0.place) = (.ambulance, stage, School.room(12)) }
        }
        let words = board(school).words(of: "resources").lowercased()
        for word in [" go ", "send ", "walk", "meet ", "bring", "escort", "fetch", "open the door"] {
            #expect(!words.contains(word), "\(word)")
        }
    }

    @Test("The plan's objectives give way to the coordinator's own words")
    func objectives() {
        var (school, id) = coordinated()
        #expect(board(school).words(of: "objectives").hasPrefix("Objectives None yet"))
        school.act(
            .setObjectives(id, text: "All classes inside.\nFamilies hear from us."), by: School.coordinator,
            line)
        let words = board(school).words(of: "objectives")
        #expect(words.hasPrefix("Objectives Own words All classes inside. Families hear from us."))
        #expect(board(school).words(of: "coordinator").contains("Objectives All classes inside."))
        #expect(
            board(school).words(of: "timeline").contains("Dana Ortiz set the objectives of this incident."))
    }

    @Test(
        "What nobody has read is told with its age, and given on with one press; the region runs with the clock"
    )
    func unread() {
        var (school, id) = coordinated()
        school.report(id, 3, .allHere)
        #expect(board(school).markup.contains("data-region=\"watch\" data-clock"))
        #expect(board(school).words(of: "watch").isEmpty)
        school.now = school.now + .minutes(6)
        let words = board(school).words(of: "watch")
        #expect(
            words.contains(
                "Not read yet: 1 report or note; the oldest came 6 min ago ."))
        #expect(words.contains("Offer Accountability lead, to read the reports, to Ana Reyes"))
    }
}
