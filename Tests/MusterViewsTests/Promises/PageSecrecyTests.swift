import MusterCore
import Testing

@testable import MusterViews

@Suite("A page holds no more than its viewer may know")
struct PageSecrecyTests {
    static let hostile = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>&amp;"

    /// A school whose every name and text tries to be markup.
    static func hostileSchool() -> (School, IncidentID) {
        var school = School()
        for place in school.directory.places.rows {
            school.directory.places.update(place.place) { $0.label = hostile }
        }
        for person in school.directory.people.rows {
            school.directory.people.update(person.person) {
                $0.name = hostile
                $0.title = hostile
                $0.phone = hostile
            }
        }
        school.directory.card.name = hostile
        school.directory.card.address = hostile
        school.directory.card.callBack = hostile
        school.directory.card.entrance = hostile
        let id = school.raise(.lockdown)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.report(id, 12, .needsHelp, injured: 1)
        school.act(
            .sendCorrection(id, text: hostile), by: School.coordinator, [.staff, .line])
        return (school, id)
    }

    @Test("A name is never markup, whoever typed it")
    func namesAreText() {
        let (school, _) = Self.hostileSchool()
        let notices = [
            OutboxNotice(
                id: CommandID("a", 1), act: .closeIncident, .refused, at: school.now, reason: Self.hostile)
        ]
        let pages = [
            school.staffPage(outbox: notices), school.staffPage(rooms: []), school.responderPage(),
            StaffPage.page(school.context(of: School.office, [.staff, .line])),
        ]
        for page in pages {
            #expect(!page.markup.contains("<script>alert"))
            #expect(!page.markup.contains("<img src=x"))
            #expect(!page.markup.contains("javascript:"))
        }
    }

    @Test("The text of a note is on no page of staff or responders, even from the command slice")
    func notesStayWithTheLine() {
        var school = School()
        let id = school.raise(.hold)
        let secret = "the-secret-of-a-note"
        school.act(
            .writeNote(id, position: nil, corrects: nil, source: Source(at: school.now), text: secret),
            by: School.office)
        school.act(
            .reportResponding(School.medic, source: Source(at: school.now), text: secret), by: School.office)
        for roles in [[Role.staff], [.staff, .line], [.sro], [.agency]] {
            let context = school.context(of: School.office, roles)
            #expect(!StaffPage.page(context).markup.contains(secret))
            #expect(!ResponderPage.page(context).markup.contains(secret))
        }
    }

    @Test("Every form on every page is one that the parser takes")
    func formsAreWhole() {
        for (name, page) in PageStates.all {
            for fields in page.forms where !fields.isEmpty {
                guard case .problems(let problems) = ActForm.read(fields, ActFormTests.context()) else {
                    continue
                }
                // What a person still has to choose or count may be missing; what the page writes may not.
                let open: Set<String?> = [
                    "action", "missing", "status", "room", "agency", "place", "text", "position", "person",
                    "to", "course",
                ]
                for problem in problems { #expect(open.contains(problem.field), "\(name): \(problem)") }
            }
        }
    }

    @Test("Ids on a page are its own: no two elements share one", arguments: PageStates.all.map { $0.name })
    func idsAreUnique(name: String) {
        let page = PageStates.all.first { $0.name == name }?.page
        let ids = (page?.markup ?? "").components(between: " id=\"", and: "\"")
        #expect(Set(ids).count == ids.count)
    }
}

@Suite("A claim that cannot be true breaks no page")
struct AbsurdClaimTests {
    @Test("A moment at the ends of time", arguments: [Int64.min, -1, Int64.max])
    func absurdMoments(milliseconds: Int64) {
        let moment = Instant(milliseconds: milliseconds)
        var school = School()
        let id = school.raise(.evacuate)
        let claim = RoomClaim(.allHere, missing: .max, source: Source(at: moment))
        school.act(.reportRoom(id, room: School.room(12), claim: claim), by: School.teacher)
        school.act(.recordCall911(id, ended: false, source: Source(at: moment)), by: School.teacher)
        school.act(
            .recordSceneCommand(
                id, .fire, unified: true, since: moment, source: Source(at: moment), text: nil),
            by: School.teacher)
        #expect(school.staffPage().markup.hasSuffix("</html>"))
        #expect(school.responderPage().markup.hasSuffix("</html>"))
        school.now = moment
        #expect(school.staffPage().markup.hasSuffix("</html>"))
    }
}
