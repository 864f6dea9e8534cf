import MusterCore
import Testing

@Suite("Rule: a room that was opened is recorded, however often its Lockdown is said")
struct ClearingTests {
    @Test("A Lockdown that is said again keeps its beginning: a room opened since then is cleared")
    func restated() {
        let opened = Given().raised().seated().jump(.minutes(10))
        let source = opened.seen(.radio)
        let clear: (IncidentID) -> Command = { .recordCleared($0, room: School.roomA1, source: source) }
        let again = opened.jump(.minutes(1)).set(.lockdown, at: [School.site])
        for school in [again, again.set(.lockdown, at: [School.buildingA], by: School.nurse)] {
            let told = school.jump(.minutes(1)).when(School.nurse, clear).then(.roomCleared)
            #expect(told.standing(School.roomA1) == .cleared && told.kept == nil)
        }
    }

    @Test("Where it begins anew, what was seen before does not count, and whoever saw it reads so")
    func anew() {
        let opened = Given().raised().seated().jump(.minutes(10))
        let source = opened.seen(.radio)
        let clear: (IncidentID) -> Command = { .recordCleared($0, room: School.roomA1, source: source) }
        let later = opened.jump(.minutes(1))
        for school in [
            later.set(.lockdown, at: [School.roomA1]),
            later.ended(.announcementAndKey, at: [School.buildingA]).set(.lockdown, at: [School.site]),
            later.ended(.announcementAndKey).raised(by: School.nurse),
        ] {
            let told = school.jump(.seconds(1)).when(School.nurse, clear).then(.roomCleared)
            #expect(told.kept == .late && told.it.isLockedDown(School.roomA1, in: School.tree))
        }
    }

    @Test("Neither an end nor a cancel that was pressed before it was said again undoes it")
    func pressedBefore() {
        let again = Given().raised().seated().jump(.minutes(5)).set(.lockdown, at: [School.site])
        again.when(School.principal, late: .seconds(10)) {
            .endAction($0, places: [School.site], method: .announcementAndKey)
        }.refused(.tooLate)
        again.after(.seconds(1)).ended(.announcementAndKey).then(.actionEnded)
        let real = Given().raised(by: School.principal, kind: .drill)
            .when(School.teacher) { .turnActual($0) }
        real.set(.lockdown, at: [School.site], by: School.nurse)
            .when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
    }
}
