import MusterCore
import Testing

@Suite("Rule: a second danger is heard, whatever stands already")
struct SecondDangerTests {
    @Test("Shelter from another danger is another action, and the first one is not forgotten")
    func shelter() {
        let storm = Given().raised(.shelter, hazard: .tornado)
        let gas = storm.raised(.shelter, by: School.neighbour, hazard: .hazardousMaterial)
            .then(.incidentConfirmed, .actionSet)
        #expect(gas.it.actions.rows.map { $0.hazard } == [.hazardousMaterial])
        #expect(gas.it.covered(in: School.tree).map { $0.hazard } == [.tornado])
        #expect(Briefing(gas.it, gas.state).confirmations == 0)
        // Said without a danger it is the same; named afterwards it is known then.
        storm.raised(.shelter, by: School.neighbour).then(.incidentConfirmed)
        Given().raised(.shelter).raised(.shelter, by: School.neighbour, hazard: .tornado)
            .expect { $0.it.actions.rows.map { $0.hazard } == [.tornado] }
    }

    @Test("What a Lockdown stands over is told until it is ended itself")
    func covered() {
        let over = Given().raised(.evacuate, at: [School.buildingB], hazard: .fire).seated()
            .raised(by: School.neighbour)
        #expect(over.it.covered(in: School.tree).map { $0.action } == [.evacuate])
        let ended = over.ended(.announcementAndKey)
        #expect(ended.it.covered(in: School.tree).map { $0.hazard } == [.fire])
        #expect(Given().raised(.hold).raised(by: School.neighbour).it.covered(in: School.tree).isEmpty)
        #expect(over.when(School.neighbour) { .cancelRaise($0) }.it.covered(in: School.tree).isEmpty)
    }

    @Test("Where something stronger stands, the sender is told that it is a report")
    func weaker() {
        Given().raised(.secure).raised(.hold, by: School.neighbour, at: [School.roomA1])
            .then(.incidentConfirmed).expect { $0.kept == .around && $0.action(at: School.roomA1) == .secure }
        Given().raised().raised(by: School.neighbour).expect { $0.kept == nil }
    }

    @Test("What was heard before an action was set says nothing of it")
    func heardBefore() {
        let hold = Given().raised(.hold)
        let early = hold.seen()
        let locked = hold.jump(.seconds(5)).raised(by: School.neighbour)
        locked.jump(.seconds(5)).when(School.nurse) { .confirmAudible($0, source: early) }
            .expect { $0.it.audibleAt == nil && $0.kept == .late }
        locked.jump(.seconds(5)).when(School.nurse) { .confirmAudible($0, source: Source(at: .zero)) }
            .expect { $0.it.audibleAt == nil }
        let now = locked.jump(.seconds(5))
        now.when(School.nurse) { .confirmAudible($0, source: now.seen()) }
            .expect { $0.it.audibleAt == now.now && $0.kept == nil }
    }

    @Test("“This is real” is an alarm, also where the practice was closed while it was on its way")
    func realAfterTheEnd() {
        let closed = Given().raised(by: School.principal, kind: .drill).seated().ended(.announcementAndKey)
            .when(School.principal) { .closeIncident($0) }
        let drill = closed.incident
        closed.when(School.teacher, .turnActual(drill)).then(
            .incidentRaised, .actionSet, .rosterTaken, .coordinatorAsked
        )
        .expect { $0.state.incidents.rows.contains { $0.isOpen && $0.kind == .actual && $0.hasLockdown } }
        let over = Given().raised(.hold).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        over.when(
            School.neighbour, .setAction(over.incident, places: [School.site], action: .lockdown, hazard: nil)
        )
        .expect { $0.state.incidents.rows.contains { $0.isOpen && $0.hasLockdown } }
    }

    @Test("A stale act of the board is no alarm, and “This is real” locks nobody into a real fire")
    func noAlarm() {
        let over = Given().raised(.evacuate, hazard: .fire).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        over.set(.hold, at: [School.site]).refused(.incidentClosed)
        over.set(.evacuate, at: [School.buildingB]).then(.raiseLate).expect { $0.kept == .report }
        let drill = Given().raised(by: School.principal, kind: .drill)
        let call = drill.raised(nil, by: School.nurse, at: [School.roomA1], level: .medical)
        func grown(_ action: ProtectiveAction) -> Given {
            call.when(
                School.nurse, .setAction(call.incident, places: [School.site], action: action, hazard: nil))
        }
        let fire = grown(.evacuate).when(School.teacher, .turnActual(drill.incident)).then(.incidentConfirmed)
        #expect(fire.kept == .report && !fire.it.hasLockdown)
        #expect(
            fire.it.covered(in: School.tree).map { $0.action } == [.lockdown], "the board can put it in force"
        )
        // What keeps people where they are is no reason to leave a Lockdown out.
        grown(.hold).when(School.teacher, .turnActual(drill.incident))
            .then(.incidentConfirmed, .actionSet, .coordinatorAsked).expect { $0.it.hasLockdown }
        grown(.hold).when(School.student, .turnActual(drill.incident)).refused(.notAllowed(.lockDown))
    }

    @Test("What was ended, or weakened on purpose, is not told as if nobody had ended it")
    func endedIsTold() {
        let fire = Given().raised(.evacuate, at: [School.buildingB], hazard: .fire).seated()
        #expect(fire.jump(.seconds(5)).set(.hold, at: [School.buildingB]).it.covered(in: School.tree).isEmpty)
        #expect(fire.ended(.coordinator).it.covered(in: School.tree).isEmpty)
        let inside = Given().raised(.hold).seated().set(.evacuate, at: [School.buildingB])
        #expect(inside.ended(.inPerson).it.covered(in: School.tree).isEmpty)
        let locked = fire.raised(by: School.neighbour).ended(.announcementAndKey)
        #expect(locked.it.covered(in: School.tree).map { $0.action } == [.evacuate])
    }

    @Test("The end of one Shelter is not that of another danger that it stood over")
    func shelterEnd() {
        let both = Given().raised(.shelter, hazard: .gas).raised(
            .shelter, by: School.neighbour, hazard: .tornado
        )
        .seated().ended(.coordinator)
        #expect(both.it.covered(in: School.tree).map { $0.hazard } == [.gas])
    }

    @Test("A room that needs help after the end calls for it: nobody looks at the rooms any more")
    func helpAfterTheEnd() {
        let closed = Given().raised(.hold).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        closed.reported(School.roomA1, .needsHelp, injured: 1)
            .expect { school in
                school.kept == nil
                    && school.state.incidents.rows.contains {
                        $0.isOpen && $0.level == .medical && $0.places == [School.roomA1]
                    }
            }
        closed.reported(School.roomA1, .exceptions, injured: 2)
            .expect { $0.state.incidents.rows.contains { $0.isOpen && $0.level == .medical } }
        closed.reported(School.roomA1, .allHere).expect { $0.kept == .late }
            .expect { !$0.state.incidents.rows.contains { $0.isOpen } }
        let drill = Given().raised(.hold, by: School.principal, kind: .drill).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        drill.reported(School.roomA1, .needsHelp).expect { !$0.state.incidents.rows.contains { $0.isOpen } }
    }

    @Test("In the alarm that came after the end it is that room's report, where somebody looks at the rooms")
    func helpInTheNextAlarm() {
        let closed = Given().raised().seated().ended(.announcementAndKey)
            .when(School.principal) { .closeIncident($0) }
        let first = closed.incident
        let next = closed.jump(.seconds(30)).raised(by: School.neighbour).jump(.seconds(5))
        let help = RoomClaim(.needsHelp, source: next.seen())
        next.when(School.teacher, .reportRoom(first, room: School.roomA1, claim: help))
            .then(.roomReported, .roomReported)
            .expect { $0.standing(School.roomA1) == .needsHelp && $0.kept == nil }
            .expect { $0.state.incidents.rows.count { $0.isOpen } == 1 }
        // A telephone that was off for days speaks of another day: somebody judges that.
        let days = closed.jump(.minutes(40)).raised(by: School.neighbour).jump(.seconds(5))
        let old = RoomClaim(.needsHelp, source: closed.seen())
        days.when(School.teacher, .reportRoom(first, room: School.roomA1, claim: old), late: .minutes(40))
            .expect { $0.standing(School.roomA1) != .needsHelp }
    }

    @Test("A call to 911 that knows of a new action is a new word")
    func call911() {
        let hold = Given().raised(.hold)
        let called = hold.when(School.nurse) { .recordCall911($0, ended: false, source: hold.seen()) }
        let locked = called.jump(.minutes(2)).raised(by: School.neighbour).jump(.seconds(9))
        locked.when(School.nurse) { .recordCall911($0, ended: false, source: locked.seen()) }
            .expect { $0.it.call911?.since == locked.now }
    }
}

@Suite("Rule: a call for help is never taken away by what somebody else entered")
struct HelpStandsTests {
    @Test("Another one's entry for the same person does not take the place of a call for help")
    func hearsay() {
        let school = Given().raised()
        let help = school.reported(School.roomA1, .needsHelp, by: School.teacher)
        let radio = help.seen(.radio, by: School.teacher)
        let both = help.reported(School.roomA1, .allHere, by: School.neighbour, source: radio)
        #expect(both.it.rollCall.rooms[School.roomA1]?.needsHelp == true)
        #expect(both.it.rollCall.rooms[School.roomA1]?.reports.count == 2)
        let hurt = school.reported(School.roomB1, .exceptions, by: School.teacher, injured: 2)
            .reported(School.roomB1, .allHere, by: School.neighbour, source: radio)
        #expect(hurt.it.rollCall.rooms[School.roomB1]?.reports.count == 2)
        // Who called for help says that it is over.
        both.jump(.seconds(1)).reported(School.roomA1, .allHere, by: School.teacher)
            .expect { $0.it.rollCall.rooms[School.roomA1]?.needsHelp == false }
    }

    @Test("What may begin an incident takes down who is expected where")
    func roster() {
        let closed = Given().raised(.hold).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        let help = RoomClaim(.needsHelp, missing: 0, injured: 0, source: closed.seen())
        let begins: [Command] = [
            .turnActual(closed.incident), .reportRoom(closed.incident, room: School.roomA1, claim: help),
            .setAction(closed.incident, places: [School.site], action: .lockdown, hazard: nil),
        ]
        #expect(begins.allSatisfy { closed.state.mayBegin($0) })
        let open = Given().raised()
        #expect(!open.state.mayBegin(.reportRoom(open.incident, room: School.roomA1, claim: help)))
    }
}
