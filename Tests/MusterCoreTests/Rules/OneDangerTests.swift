import MusterCore
import Testing

@Suite("Rule: whatever is real and protective at a site is one incident")
struct OneDangerTests {
    @Test("A raise for another place sets its action there in the incident that is open")
    func elsewhere() {
        let school = Given().raised(at: [School.buildingA])
            .raised(.evacuate, by: School.neighbour, at: [School.buildingB], hazard: .fire)
            .then(.incidentConfirmed, .actionSet)
        #expect(school.state.incidents.rows.count == 1)
        #expect(
            school.action(at: School.roomA1) == .lockdown && school.action(at: School.roomB1) == .evacuate)
        #expect(school.it.places == [School.buildingA, School.buildingB])
        #expect(school.it.confirmedBy.isEmpty, "a danger elsewhere does not confirm the first")
        school.raised(.evacuate, by: School.nurse, at: [School.roomB1]).then(.incidentConfirmed)
            .expect { $0.it.confirmedBy == [School.nurse] }
    }

    @Test("A call that grows into an action is a protective incident, and the next raise joins it")
    func grows() {
        let call = Given().raised(nil, at: [School.roomA1], level: .medical)
            .set(.hold, at: [School.buildingA], by: School.nurse).then(.actionSet, .roomReported)
        #expect(call.it.level == .protective)
        // Whoever called still waits for help, first on the board, until they say otherwise.
        #expect(call.standing(School.roomA1) == .needsHelp)
        #expect(call.it.rollCall.rooms[School.roomA1]?.telling?.injured == 1)
        // The call was there before: it does not bear the action out, and stays one when that is taken back.
        let mistaken = Given().raised(nil, at: [School.roomA1], level: .medical).jump(.minutes(1))
            .set(.lockdown, at: [School.site], by: School.neighbour).jump(.seconds(2))
        mistaken.when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.it.isOpen && $0.it.level == .medical && !$0.it.hasLockdown }
        call.jump(.seconds(9)).reported(School.roomA1, .allHere, by: School.teacher)
            .expect { $0.standing(School.roomA1) == .allHere }
        call.raised(by: School.neighbour, at: [School.buildingB])
            .then(.incidentConfirmed, .actionSet, .coordinatorAsked)
            .expect { $0.state.incidents.rows.count == 1 && $0.action(at: School.roomA1) == .hold }
    }

    @Test("A call that grows while a protective incident is open sets its action there")
    func growsBeside() {
        let alarm = Given().raised(at: [School.buildingA])
        let open = alarm.incident
        let call = alarm.raised(nil, by: School.nurse, at: [School.roomB1], level: .medical)
        let grown = call.set(.hold, at: [School.roomB1], by: School.nurse).then(
            .incidentConfirmed, .actionSet)
        #expect(!grown.it.isProtective)
        #expect(grown.state.incidents[open]?.action(at: School.roomB1, in: School.tree)?.action == .hold)
        // Over a Lockdown it is only a report; it is never sent back.
        call.set(.hold, at: [School.roomA1], by: School.nurse).then(.incidentConfirmed)
            .expect { $0.state.isLockedDown(School.roomA1, for: $0.it) }
        call.set(.hold, at: [School.roomB1], by: School.student).refused(.notAllowed(.setAction))
    }

    @Test("No second protective incident is reopened beside one that is open")
    func reopen() {
        let closed = Given().raised().seated().ended(.announcementAndKey)
            .when(School.principal) { .closeIncident($0) }
        let first = closed.incident
        closed.raised(.secure).when(School.principal, .reopenIncident(first)).refused(.actualIncidentOpen)
        closed.raised(nil, level: .medical).when(School.principal, .reopenIncident(first))
            .then(.incidentReopened)
        // An everyday call may be opened again at any time.
        let call = closed.raised(nil, level: .medical)
        call.when(School.teacher) { .closeIncident($0) }.raised(.secure)
            .when(School.deputy, .reopenIncident(call.incident)).then(.incidentReopened, .coordinatorAsked)
    }

    @Test("A log with two of them folds, and a place is in Lockdown whichever of them says so")
    func twoInTheLog() {
        let alarm = Given().raised(at: [School.buildingA]).seated()
        let first = alarm.incident
        let second = Raise(.evacuate, at: [School.buildingB], source: alarm.seen())
        let both = alarm.recorded([
            .incident(.raised(School.id("second"), second)),
            .incident(.rosterTaken(School.id("second"), rooms: School.roster)),
            .incident(.actionSet(School.id("second"), places: [School.site], action: .evacuate, hazard: nil)),
            .coordination(
                .positionTaken(
                    School.id("second"), .schoolCoordinator, by: School.principal, caretaker: false)),
        ])
        #expect(both.incident == School.id("second") && both.state.incidents.rows.count == 2)
        #expect(both.standing(School.roomA1) == .silent && both.standing(School.roomB1) == .noReport)
        #expect(both.state.action(at: School.roomA1, for: both.it)?.action == .lockdown)
        both.set(.shelter, at: [School.roomA1]).refused(.lockdownFirst(School.roomA1))
        both.raised(.evacuate, by: School.nurse, at: [School.roomA1]).then(.incidentConfirmed)
        // A raise confirms the incident that is about its place.
        both.raised(by: School.nurse, at: [School.roomA1])
            .expect { $0.state.incidents[first]?.confirmedBy == [School.nurse] }
    }

    @Test("A practice that turns real beside something real joins it")
    func turnsBeside() {
        let drill = Raise(.lockdown, at: [School.buildingB], kind: .drill, source: Source(at: .zero))
        let both = Given().raised(.hold, at: [School.buildingA]).recorded([
            .incident(.raised(School.id("drill"), drill)),
            .incident(
                .actionSet(School.id("drill"), places: [School.buildingB], action: .lockdown, hazard: nil)),
        ])
        both.when(School.teacher) { .turnActual($0) }
            .then(.incidentConfirmed, .actionSet, .coordinatorAsked, .actionEnded, .incidentClosed)
            .expect { school in
                school.state.incidents.rows.contains {
                    $0.isOpen && $0.action(at: School.roomB1, in: School.tree)?.action == .lockdown
                }
            }
    }

    @Test("What is only practised binds nothing real")
    func practice() {
        let drill = Given().raised(by: School.principal, kind: .drill)
        drill.raised(nil, by: School.nurse, at: [School.roomA1], level: .medical)
            .expect { !$0.state.isLockedDown(School.roomA1, for: $0.it) }
            .set(.hold, at: [School.roomA1], by: School.nurse)
            .then(.actionSet, .roomReported, .actionEnded, .incidentClosed)
        drill.expect { $0.state.isLockedDown(School.roomA1, for: $0.it) }
    }
}
