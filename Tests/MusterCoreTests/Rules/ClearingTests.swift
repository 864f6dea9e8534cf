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

    @Test(
        "What was recorded as cleared from a dead spot does not open a room that was seen to be locked since")
    func notOpenedSince() {
        let school = Given().raised().seated().jump(.seconds(20))
        let before = school.seen(.radio)
        let seen = school.jump(.seconds(15)).when(School.teacher) {
            .recordNotCleared($0, room: School.roomA1, source: school.jump(.seconds(15)).seen())
        }.jump(.seconds(20))
        seen.when(School.principal) { .recordCleared($0, room: School.roomA1, source: before) }
            .expect { $0.it.cleared[School.roomA1] == nil && $0.kept == .late }
        seen.cleared(School.roomA1).expect { $0.it.cleared[School.roomA1] != nil && $0.kept == nil }
        // Also where nobody had taken down who is expected where.
        let bare = Given(roster: []).raised().seated().jump(.minutes(3))
        let early = bare.seen(.radio)
        bare.jump(.minutes(1)).when(School.teacher) {
            .recordNotCleared($0, room: School.roomA1, source: bare.jump(.minutes(1)).seen())
        }.jump(.seconds(9)).when(School.principal) { .recordCleared($0, room: School.roomA1, source: early) }
            .expect { $0.it.cleared[School.roomA1] == nil }
    }

    @Test(
        "A wider Lockdown locks opened rooms too; a late act by name does not lock one that was opened since")
    func widerLockdown() {
        let opened = Given().raised(at: [School.buildingA]).seated().jump(.minutes(20)).cleared(School.roomA1)
            .jump(.seconds(10))
        opened.raised(by: School.neighbour)
            .expect { $0.standing(School.roomA1) == .silent && $0.action(at: School.roomB1) == .lockdown }
        func late(_ places: [PlaceID]) -> Given {
            opened.when(School.principal, late: .seconds(40)) {
                .setAction($0, places: places, action: .lockdown, hazard: nil)
            }
        }
        late([School.roomA1]).refused(.tooLate)
        late([School.roomA1, School.roomB1]).then(.actionSet)
            .expect { $0.standing(School.roomA1) == .cleared && $0.kept == .around }
            .expect { $0.action(at: School.roomB1) == .lockdown }
        opened.set(.lockdown, at: [School.roomA1]).expect { $0.standing(School.roomA1) == .silent }
        // Found clear under another action, it is locked down like any other.
        let out = Given().raised(.evacuate).seated().jump(.minutes(1)).cleared(School.roomA1)
        out.when(School.principal, late: .seconds(5)) {
            .setAction($0, places: [School.roomA1], action: .lockdown, hazard: nil)
        }.then(.actionSet)
    }

    @Test("An alarm from a dead spot takes back no room that was opened after it was pressed")
    func openedSince() {
        let opened = Given().raised(by: School.neighbour).seated().jump(.seconds(20))
            .cleared(School.roomA1).jump(.seconds(10))
        opened.raised(late: .seconds(25)).expect { $0.standing(School.roomA1) == .cleared }
        opened.raised(at: [School.roomA1], late: .seconds(25))
            .expect { $0.standing(School.roomA1) == .cleared }
        // Who presses now, beside the opened room, has seen something new.
        opened.raised().expect { $0.standing(School.roomA1) == .silent }
        opened.raised(late: .seconds(5)).expect { $0.standing(School.roomA1) == .silent }
    }

    @Test("A room whose Lockdown ended otherwise needs no clearing for an end in person")
    func endedOtherwise() {
        let school = Given().raised().seated().ended(.announcementAndKey, at: [School.buildingA])
        #expect(school.state.notCleared(in: [School.site], of: school.it) == [School.roomB1, School.roomB2])
        #expect(school.state.notCleared(in: [School.buildingA], of: school.it).isEmpty)
        school.ended(.inPerson).refused(.roomsNotCleared(2))
        school.cleared(School.roomB1).cleared(School.roomB2).ended(.inPerson).then(.actionEnded)
        let unknown = Given(roster: []).raised().cleared(School.roomA1)
        #expect(unknown.state.notCleared(in: [School.site], of: unknown.it).count == 3)
    }

    @Test("A room that the list lacks lies in the site: a Lockdown of the whole site holds there too")
    func unlisted() {
        let annexe = School.place("annexe")
        let school = Given(roster: School.roster + [RoomRoster(annexe, expected: 12)]).raised().seated()
        #expect(school.standing(annexe) == .silent)
        #expect(school.state.isLockedDown(annexe, for: school.it))
        #expect(RoomBoard(school.it, in: school.state).withoutReport.isEmpty)
        let cleared = School.rooms.reduce(school) { $0.cleared($1) }
        cleared.ended(.inPerson).refused(.roomsNotCleared(1))
        cleared.cleared(annexe).expect { $0.standing(annexe) == .cleared }.ended(.inPerson)
            .then(.actionEnded).expect { $0.action(at: annexe) == nil }
        // An action for one building is none for a room of which nobody knows where it is.
        Given(roster: [RoomRoster(annexe, expected: 12)]).raised(at: [School.buildingA])
            .expect { $0.standing(annexe) == .noReport }
    }

    @Test("Whatever climbs to the places around one comes to the site, also across a gap in the list")
    func gap() {
        var tree = School.tree
        tree.put(PlaceFact(School.place("c1"), in: School.place("c"), kind: .room))
        tree.put(PlaceFact(School.place("shed"), in: nil, kind: .building))
        for place in ["c1", "c", "shed", "annexe"].map(School.place) {
            #expect(tree.contains(place, in: School.site))
            #expect(!tree.contains(place, in: School.buildingA))
        }
        #expect(tree.parent(of: School.site) == nil)
        #expect(Table<PlaceFact>().parent(of: School.site) == nil)
    }
}
