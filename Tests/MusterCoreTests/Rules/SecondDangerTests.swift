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
        closed.reported(School.roomA1, .allHere).expect { $0.kept == .late }
            .expect { !$0.state.incidents.rows.contains { $0.isOpen } }
        let drill = Given().raised(.hold, by: School.principal, kind: .drill).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        drill.reported(School.roomA1, .needsHelp).expect { !$0.state.incidents.rows.contains { $0.isOpen } }
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
