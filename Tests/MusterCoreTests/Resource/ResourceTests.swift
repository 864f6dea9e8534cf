import MusterCore
import Testing

@Suite("Rule: of a resource the newest report of each field holds, and two that differ both stand")
struct ResourceTests {
    private func said(
        _ given: Given, _ resource: ResourceID? = nil, by person: PersonID = School.nurse,
        ago: TimeSpan = .seconds(0), text: String? = nil, _ change: (inout ResourceClaim) -> Void
    ) -> Given {
        var claim = ResourceClaim()
        claim.source = given.seen(ago: ago)
        change(&claim)
        return given.when(person) { .reportResource($0, resource, claim: claim, text: text) }
    }

    private func only(_ given: Given) -> Resource { given.it.resources.rows.first ?? Resource() }

    private func asked() -> Given {
        said(Given().raised(.hold).seated(), text: "For room B1") {
            ($0.kind, $0.count, $0.stage, $0.supplier) = (.ambulance, 1, .asked, .dispatch)
        }
    }

    @Test("Anybody says what is needed, on the way and here, each in one report")
    func path() {
        let school = asked()
        school.then(.resourceReported)
        let id = only(school).id
        #expect(only(school).standing == .asked && only(school).supplier?.value == .dispatch)
        #expect(school.records.last?.text == "For room B1")
        let due = school.now + .minutes(8)
        let coming = said(school.after(.minutes(1)), id, by: School.teacher) {
            ($0.stage, $0.expectedAt) = (.onTheWay, due)
        }
        #expect(ResourceList(coming.it).onTheWay.map { $0.id } == [id])
        #expect(only(coming).kind?.value == .ambulance && only(coming).expectedAt?.value == due)
        #expect(!only(coming).differs)
        let here = said(coming.after(.minutes(9)), id, by: School.office) {
            ($0.stage, $0.place) = (.here, School.roomB1)
        }
        #expect(ResourceList(here.it).here.count == 1 && only(here).place?.value == School.roomB1)
        #expect(only(here).worded?.record == school.records.last?.position)
        let over = said(here, id) { $0.stage = .released }
        #expect(ResourceList(over.it).released.count == 1)
        #expect(Briefing(over.it, over.state).resources.released.count == 1)
    }

    @Test("Two voices that differ both stand, with age and source, until they agree")
    func differing() {
        let school = asked()
        let id = only(school).id
        let two = said(school.after(.minutes(1)), id, by: School.teacher) { $0.count = 2 }
        #expect(only(two).count?.value == 2 && only(two).count?.report.by == School.teacher)
        #expect(only(two).count?.other?.value == 1 && only(two).differs)
        #expect(!only(said(two, id) { $0.count = 2 }).differs)
        // That it is still on the way, once somebody has seen it here, is another report and no progress.
        let here = said(two, id, by: School.teacher) { $0.stage = .here }
        let back = said(here.after(.minutes(1)), id) { $0.stage = .onTheWay }
        #expect(only(back).stage?.other?.value == .here)
        // The same voice corrects itself.
        let own = said(here.after(.minutes(1)), id, by: School.teacher) { $0.stage = .onTheWay }
        #expect(only(own).standing == .onTheWay && only(own).stage?.other == nil)
    }

    @Test("What was seen earlier and comes in late overtakes nothing")
    func late() {
        let here = said(asked().after(.minutes(5)), only(asked()).id) { $0.stage = .here }
        let late = said(here, only(here).id, by: School.teacher, ago: .minutes(3)) { $0.stage = .onTheWay }
        #expect(only(late).standing == .here && !only(late).differs)
    }

    @Test("It is never refused: from anybody, of what is over, with a count that cannot be")
    func neverRefused() {
        let school = Given().raised(.hold).seated()
        for person in [School.student, School.police, School.sro] {
            said(school, by: person) { $0.kind = .key }.then(.resourceReported)
        }
        let odd = said(school) {
            ($0.kind, $0.count, $0.expectedAt) = (.bus, -4, Instant(milliseconds: .max))
        }
        #expect(only(odd).count?.value == 0)
        let closed = school.ended(.coordinator).when(School.principal) { .closeIncident($0) }
        let after = said(closed) { $0.kind = .bus }
        after.then(.resourceReported)
        #expect(after.kept == .late)
        let many = (0..<210).reduce(school) { given, _ in said(given) { $0.kind = .supplies } }
        #expect(many.it.resources.rows.count == 200 && many.kept == .late)
    }

    @Test("The reports kept of a resource are bounded by what they still say")
    func bounded() {
        let school = asked()
        let id = only(school).id
        let people = [School.nurse, School.teacher, School.office, School.sro, School.neighbour]
        let told = (0..<60).reduce(school) { given, round in
            said(given.after(.seconds(5)), id, by: people[round % 5], text: "Word \(round)") {
                $0.count = Int32(round)
                $0.stage = ResourceStage.allCases[round % 6]
                if round % 7 == 0 { $0.place = School.rooms[round % 4] }
            }
        }
        #expect(only(told).reports.count <= 13)
        #expect(only(told).count?.value == 59 && only(told).worded?.by == people[4])
    }

    @Test("Requests are with Logistics where somebody holds it, else with the coordinator")
    func owner() {
        let school = asked()
        #expect(ResourceList(school.it).owner == School.principal)
        #expect(ResourceList(school.it).position == .schoolCoordinator)
        let held = school.when(School.principal) { .offerPosition($0, .logistics, to: School.neighbour) }
            .when(School.neighbour) { .acceptPosition($0, .logistics) }
        #expect(ResourceList(held.it).position == .logistics)
        #expect(ResourceList(held.it).owner == School.neighbour)
    }

    @Test("A retry names the same resource, and nothing of it leaves the command line")
    func idempotent() {
        let school = asked()
        #expect(only(school).id.text.hasPrefix("c"))
        #expect(school.state.cut(for: Slice(.responder)).incidents.rows.allSatisfy { $0.resources.isEmpty })
        #expect(school.records.last?.cut(for: Slice(.responder)) == nil)
    }

    @Test("What was played in a drill brings nobody when it turns real")
    func played() {
        let drill = Given().raised(.hold, by: School.principal, kind: .drill).seated()
            .when(School.principal) { .turnActual($0) }
        let real = said(drill.after(.minutes(1)), ago: .minutes(2)) { $0.kind = .ambulance }
        #expect(real.it.resources.isEmpty && real.kept == .late)
    }
}
