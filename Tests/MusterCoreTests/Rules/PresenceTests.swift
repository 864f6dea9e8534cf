import MusterCore
import Testing

@Suite("Rule: where somebody is, as they say it themselves, and what is safer where it is not known")
struct PresenceTests {
    private static func says(_ given: Given, _ person: PersonID, _ onSite: Bool) -> Given {
        given.when(
            person, .reportPresence(given.incident, onSite: onSite, source: Source(at: given.now)))
    }

    private static func call(_ given: Given) -> Given {
        given.raised(nil, at: [School.roomB1], level: .assist)
    }

    @Test("Whose room is locked hides and is not rung by a clock, whatever the hours have of them")
    func ownRoom() {
        let duty = TakenDuty(outside: School.teacher, away: [])
        let locked = Given(School.plan { $0.outsideDuty = nil }, duty: duty).raised()
        let seated = locked.after(.minutes(5))
        #expect(
            seated.coordinator == School.teacher && seated.state.isInLockdown(School.teacher, in: seated.it))
        let asked = seated.records.suffix(from: locked.records.count).compactMap { record -> [PersonID]? in
            guard case .coordination(.coordinatorAsked(_, let persons, _, _)) = record.event else {
                return nil
            }
            return persons
        }
        #expect(!asked.isEmpty && asked.allSatisfy { !$0.contains(School.teacher) })
        // They say themselves that they are elsewhere: then they are asked like anybody outside.
        let gone = Self.says(locked, School.teacher, false).after(.minutes(2))
        #expect(gone.asked.contains(School.teacher))
    }

    @Test("Nobody who hides is named to be handed to; they are seated where nobody else can be")
    func handedTo() {
        let duty = TakenDuty(outside: School.teacher, away: [])
        let alone = Given(School.plan { $0.outsideDuty = nil }, duty: duty).raised()
        #expect(alone.state.outsideDuty(for: alone.it) == nil)
        #expect(alone.after(.seconds(20)).coordinator == School.teacher)
        // The plan's own person is asked while the one of this hour sits and says nothing.
        let both = Given(duty: duty).raised()
        #expect(both.state.outsideDuty(for: both.it) == School.duty)
        let named = Given(duty: TakenDuty(outside: School.nurse, away: [])).raised().after(.minutes(2))
        #expect(named.coordinator == School.nurse && named.asked.contains(School.duty))
    }

    @Test("What somebody said to be here holds in whatever begins later, with duty data and without")
    func carriedOn() {
        let here = Self.says(Self.call(Given()), School.county, true)
        let locked = here.raised()
        #expect(locked.state.incidents.rows.filter { $0.isOpen }.count == 2)
        #expect(locked.state.isInLockdown(School.county, in: locked.it))
        var book = TakenDuty()
        book.left = [School.county]
        let withBook = Self.says(Self.call(Given(duty: book)), School.county, true).raised()
        #expect(
            withBook.it.coordination.duty?.left == []
                && withBook.it.coordination.duty?.arrived == [School.county])
        // It counts as long as an arrival does, and where it was said in a Lockdown, as long as that stands.
        let old = here.after(.minutes(4 * 60 + 1)).raised()
        #expect(!old.state.isInLockdown(School.county, in: old.it))
        let call = Self.call(Self.says(Given().raised(), School.county, true).after(.minutes(4 * 60 + 10)))
        #expect(call.state.incidents.rows.allSatisfy { $0.coordination.duty?.arrived == [School.county] })
    }

    @Test("The newest word of each counts, whether the book has it or the log")
    func newest() {
        var book = TakenDuty()
        book.left = [School.county]
        let start = Given().now
        for (minutes, isHere) in [(Int64(-10), true), (10, false)] {
            book.marks = [PresenceMark(School.county, at: start + .minutes(minutes), arrived: false)]
            let said = Self.says(Self.call(Given()), School.county, true).after(.minutes(20)).raised()
            let locked = said.recorded([.coordination(.dutyTaken(said.incident, book))])
            #expect(locked.state.presence[School.county]?.arrived == isHere)
            #expect(locked.it.coordination.duty?.arrived.contains(School.county) == isHere)
            #expect(locked.it.coordination.duty?.left.contains(School.county) == !isHere)
            #expect(locked.state.isInLockdown(School.county, in: locked.it) == isHere)
        }
        // What nothing open takes, or is played, is no word.
        let over = Given().raised(.hold).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        #expect(!over.it.isOpen && Self.says(over, School.county, true).state.presence.isEmpty)
        let drill = Given().raised(by: School.principal, kind: .drill)
        let played = Self.says(Self.says(drill, School.county, true), School.county, false)
        #expect(played.it.coordination.duty?.left == [School.county])
        #expect(played.state.presence[School.county]?.arrived == true)
        // Older than what is known, it changes nothing, whichever way it came.
        let gone = Self.says(Given().raised(), School.county, false)
        let late = gone.after(.minutes(1)).when(
            School.county,
            .reportPresence(gone.incident, onSite: true, source: Source(at: gone.now + .seconds(-30))))
        // Clocks that are apart by seconds make no fresh word disappear.
        let slow = gone.after(.seconds(5)).when(
            School.county,
            .reportPresence(gone.incident, onSite: true, source: Source(at: gone.now + .seconds(-2))))
        #expect(slow.it.coordination.duty?.arrived == [School.county])
        #expect(slow.state.presence[School.county]?.arrived == true)
        // An old "left" that comes within the minute sends nobody out; nor does the book's of the same moment.
        let here = Self.says(Given().raised(), School.county, true)
        let outbox = here.after(.seconds(20)).when(
            School.county,
            .reportPresence(here.incident, onSite: false, source: Source(at: here.now + .seconds(-20))))
        #expect(outbox.kept == .late && outbox.state.isInLockdown(School.county, in: outbox.it))
        book.marks = [PresenceMark(School.county, at: here.now, arrived: false)]
        let tie = here.recorded([.coordination(.dutyTaken(here.incident, book))])
        #expect(tie.state.isInLockdown(School.county, in: tie.it))
        #expect(late.kept == .late && late.it.coordination.duty?.left == [School.county])
    }

    @Test("When a practice turns real, a real 'here' stands and a played 'left' is none")
    func turned() {
        let drill = Given().raised(by: School.principal, kind: .drill)
        func turn(_ given: Given) -> Given {
            given.when(School.teacher, .turnActual(drill.incident))
        }
        let played = Self.says(Self.says(drill, School.county, true), School.county, false)
        let real = turn(played)
        #expect(real.it.kind == .actual && real.state.isInLockdown(School.county, in: real.it))
        // Pressed before the turn and taken in after it.
        func pressed(_ isHere: Bool, _ person: PersonID, in given: Given) -> Given {
            given.when(
                person,
                .reportPresence(
                    drill.incident, onSite: isHere, source: Source(at: given.now + .seconds(-2))))
        }
        let turned = turn(drill.after(.seconds(1))).after(.seconds(1))
        let here = pressed(true, School.county, in: turned)
        #expect(here.state.isInLockdown(School.county, in: here.it))
        let both = turn(Self.call(drill).after(.seconds(1))).after(.seconds(1))
        #expect(both.state.incidents.rows.allSatisfy { $0.kind == .actual })
        let left = pressed(false, School.deputy, in: both)
        #expect(left.state.incidents.rows.allSatisfy { $0.coordination.duty?.left.isEmpty ?? true })
    }

    @Test("A newer 'here' outlasts an older 'left' of the book, and then the plan says where they are")
    func afterLunch() {
        var book = TakenDuty()
        book.left = [School.deputy]
        book.marks = [PresenceMark(School.deputy, at: Given().now + .minutes(-10), arrived: false)]
        let drill = Self.says(
            Given(duty: book).raised(by: School.principal, kind: .drill).seated(), School.deputy, true)
        let over = drill.ended(.announcementAndKey).when(School.principal) { .closeIncident($0) }
        let locked = over.after(.minutes(4 * 60 + 1)).raised()
        #expect(!over.it.isOpen && locked.it.coordination.duty?.left.isEmpty == true)
        #expect(locked.state.isInLockdown(School.deputy, in: locked.it))
    }

    @Test("Opened again, an incident has the duty of now, and whoever said in it that they are here")
    func openedAgain() {
        var book = TakenDuty(outside: School.nurse, away: [])
        book.left = [School.county, School.deputy]
        let closed = Self.says(Given(duty: book).raised(.hold).seated(), School.county, true)
            .ended(.coordinator).when(School.principal) { .closeIncident($0) }
        let again = closed.after(.minutes(5)).when(School.principal) { .reopenIncident($0) }
            .then(.incidentReopened, .dutyTaken)
        #expect(again.it.coordination.duty?.outside == School.nurse)
        #expect(again.it.coordination.duty?.arrived == [School.county])
        #expect(again.it.coordination.duty?.left == [School.deputy])
    }

    /// Whoever was asked to coordinate since a moment, by presses and by clocks.
    private static func asked(_ given: Given, since before: Given) -> [PersonID] {
        given.records.suffix(from: before.records.count).flatMap { record in
            guard case .coordination(.coordinatorAsked(_, let persons, _, _)) = record.event else {
                return [PersonID]()
            }
            return persons
        }
    }

    @Test(
        "A call beside a Lockdown asks everybody at once, and nobody who hides again by a clock or after a no"
    )
    func callBeside() {
        let locked = Self.says(Given().raised(), School.county, true)
        let called = Self.call(locked)
        #expect(
            Self.asked(called, since: locked)
                == [School.principal, School.deputy, School.county, School.duty])
        let no = called.when(School.principal) { .declineOffer($0, .schoolCoordinator) }
        let rung = Self.asked(no.after(.minutes(5)), since: called)
        #expect(rung.contains(School.duty))
        #expect([School.principal, School.deputy, School.county].allSatisfy { !rung.contains($0) })
        // A Lockdown of another building, with nobody outside: each of the line is asked, once.
        let nobody = Given(
            School.plan {
                $0.outsideDuty = nil
                $0.line = [
                    LineMember(School.principal, onSite: true), LineMember(School.deputy, onSite: true),
                ]
            }
        ).raised(at: [School.buildingA])
        #expect(Self.asked(Self.call(nobody), since: nobody) == [School.principal, School.deputy])
        // One that comes while a call looks in order asks everybody there too, once.
        let alone = Self.call(Given())
        #expect(alone.asked == [School.principal])
        let meanwhile = alone.raised()
        #expect(meanwhile.state.incidents[alone.state.incidents.rows[0].id]?.coordination.asked.count == 4)
        // So it is where a deputy alone was asked, or somebody by name.
        let named = Self.call(Given(School.plan { $0.outsideDuty = nil })).seated()
            .when(School.principal) { .nameDeputy($0, .schoolCoordinator, School.county) }
        let asking = named.when(
            School.principal, .reportResponding(School.principal, source: Source(at: named.now), text: nil))
        #expect(asking.asked == [School.county])
        let wing = asking.raised(at: [School.buildingA])
        #expect(Self.asked(wing, since: asking).contains(School.deputy))
        // Said again, it asks nobody again.
        let seated = wing.when(School.deputy, .acceptPosition(wing.incident, .schoolCoordinator))
            .after(.minutes(3))
        for place in [School.buildingA, School.roomA2] {
            let again = seated.when(School.deputy) {
                .setAction($0, places: [place], action: .lockdown, hazard: .gas)
            }
            #expect(again.records.count > seated.records.count && Self.asked(again, since: seated).isEmpty)
        }
        let partly = seated.ended(.announcementAndKey, at: [School.roomA2], by: School.deputy).then(
            .actionEnded)
        let whole = partly.set(.lockdown, at: [School.buildingA], by: School.deputy)
        #expect(
            whole.it.isLockedDown(School.roomA2, in: School.tree) && !Self.asked(whole, since: partly).isEmpty
        )
        let wider = seated.set(.lockdown, at: [School.roomB2], by: School.deputy)
        #expect(!Self.asked(wider, since: seated).isEmpty)
        let later = Self.asked(meanwhile.after(.minutes(5)), since: meanwhile)
        #expect(!later.contains(School.deputy) && later.contains(School.duty))
    }

    @Test("Outside duty of this hour is rung for a call, whatever an older Lockdown was told of the hours")
    func outsideOfThisHour() {
        let locked = Given().raised()
        var other = TakenDuty(outside: School.nurse, away: [])
        other.arrived = []
        let called = locked.recorded([
            .incident(
                .raised(
                    School.id("call"),
                    Raise(nil, at: [School.roomB1], level: .assist, source: Source(at: locked.now)))),
            .coordination(.dutyTaken(School.id("call"), other)),
        ])
        let call = called.state.incidents[School.id("call")]
        #expect(call.map { called.state.mayBeRung(School.nurse, for: $0) } == true)
        #expect(call.map { called.state.mayBeRung(School.teacher, for: $0) } == false)
    }

    @Test("That somebody has left is played where it is said of a practice, and old when it is opened again")
    func played() throws {
        // A call beside a practice is real; nothing real is open when a practice begins.
        let drill = Given().raised(by: School.principal, kind: .drill)
        let both = Self.call(drill)
        let (drilled, called) = (drill.incident, both.state.incidents.rows.first { !$0.kind.isPractice }?.id)
        let call = try #require(called)
        func says(_ onSite: Bool, in id: IncidentID) -> SiteState {
            both.when(School.deputy, .reportPresence(id, onSite: onSite, source: Source(at: both.now))).state
        }
        let gone = says(false, in: drilled)
        #expect(gone.incidents[drilled]?.coordination.duty?.left == [School.deputy])
        #expect(gone.incidents[call]?.coordination.duty == nil)
        let really = says(false, in: call)
        #expect(
            [drilled, call].allSatisfy { really.incidents[$0]?.coordination.duty?.left == [School.deputy] })

        let left = Self.says(Given().raised(.hold).seated(), School.deputy, false)
        let again = left.ended(.coordinator).when(School.principal) { .closeIncident($0) }
            .after(.minutes(5)).when(School.principal) { .reopenIncident($0) }.then(.incidentReopened)
        #expect(left.it.coordination.duty?.left == [School.deputy])
        // What is said elsewhere while it is closed holds in it when it is opened again.
        let closed = Given().raised(.hold).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        let meanwhile = closed.raised(nil, by: School.neighbour, level: .assist)
        let said = Self.says(meanwhile, School.county, true)
            .when(School.principal, .reopenIncident(closed.incident)).then(.incidentReopened)
        #expect(said.state.incidents[closed.incident]?.coordination.duty?.arrived == [School.county])
        #expect(again.it.isOpen && again.it.coordination.duty?.left.isEmpty == true)
    }
}
