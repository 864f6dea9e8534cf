import MusterCore
import Testing

@Suite("Rule: small schools are schools, and everyday use keeps it alive")
struct SchoolLifeTests {
    @Test("However many everyday calls follow, an incident stays for as long as it may be reopened")
    func keptForReopening() {
        var school = Given().raised(.secure).seated().ended(.coordinator)
        let first = school.incident
        school = school.when(School.principal) { .closeIncident($0) }.then(.incidentClosed)
        for _ in 0..<12 {
            school = school.raised(nil, level: .assist).when(School.principal) { .closeIncident($0) }
        }
        #expect(school.state.incidents[first] != nil)
    }

    @Test("In a small school one person holds several positions; in a large one not")
    func profiles() {
        let offer: (IncidentID) -> Command = { .offerPosition($0, .liaison, to: School.principal) }
        Given().raised().seated().when(School.principal, offer).refused(.holdsAnother(.schoolCoordinator))
        let two = Given().raised().seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .liaison) }
        two.when(School.principal) { .offerPosition($0, .safety, to: School.nurse) }.refused(
            .holdsAnother(.liaison))
        Given(School.plan { $0.smallSchool = true }).raised().seated().when(School.principal, offer)
            .when(School.principal) { .acceptPosition($0, .liaison) }.then(.positionTaken)
    }

    @Test("A protective action never waits for a second person")
    func onePerson() {
        Given(
            School.plan {
                $0.smallSchool = true; $0.line = []; $0.outsideDuty = nil
            }
        )
        .raised().expect { $0.it.hasLockdown }
        .seated(School.teacher).ended(.announcementAndKey, by: School.teacher).then(.actionEnded)
        .when(School.teacher) { .closeIncident($0) }.then(.incidentClosed)
    }

    @Test(
        "A call for help takes the same path at a lower level and ends where it began",
        arguments: [
            IncidentLevel.assist, .medical,
        ])
    func everyday(level: IncidentLevel) {
        let call = Given().raised(nil, at: [School.roomA1], level: level)
            .then(.incidentRaised, .rosterTaken, .coordinatorAsked)
        #expect(!call.it.hasActionInForce && call.asked == [School.principal])
        call.when(School.neighbour) { .closeIncident($0) }.refused(.notAllowed(.close))
        call.when(School.teacher) { .closeIncident($0) }.then(.incidentClosed)
        call.seated().when(School.principal) { .closeIncident($0) }.then(.incidentClosed)
    }

    @Test("An incident closes when no action is in force, and opens again within an hour")
    func reopen() {
        let locked = Given().raised().seated()
        locked.when(School.principal) { .closeIncident($0) }.refused(.actionInForce)
        let closed = locked.ended(.announcementAndKey).when(School.principal) { .closeIncident($0) }
        closed.when(School.principal) { .reopenIncident($0) }.then(.incidentReopened).expect { $0.it.isOpen }
        // Whoever held it may have gone home: the line is asked, and the former holder too.
        closed.when(School.deputy) { .reopenIncident($0) }.then(.incidentReopened, .coordinatorAsked)
            .expect { $0.it.coordination.coordinator?.attends == false && $0.asked.contains(School.deputy) }
            .when(School.principal) { .acceptPosition($0, .schoolCoordinator) }.then(.positionTaken)
            .expect { $0.it.coordination.coordinator?.attends == true && $0.coordinator == School.principal }
        closed.when(School.teacher) { .reopenIncident($0) }.refused(.notAllowed(.close))
        locked.when(School.principal) { .reopenIncident($0) }.refused(.incidentOpen)
        closed.jump(.minutes(61)).when(School.principal) { .reopenIncident($0) }.refused(.tooLate)
        closed.seated().refused(.incidentClosed)
        closed.when(School.principal, .closeIncident(School.id("never"))).refused(.unknownIncident)
        // The silence while it was closed is nobody's.
        closed.jump(.minutes(40)).when(School.deputy) { .reopenIncident($0) }.after(.minutes(4))
            .expect { $0.it.coordination.takeoverOfferedAt == nil }
    }

    @Test("Reopening looks at whether the holder can hold it")
    func reopenBusy() {
        let closed = Given().raised(nil, at: [School.roomB1], level: .assist).seated()
            .raised(nil, by: School.neighbour, at: [School.roomA1], level: .medical).seated()
        let other = closed.it.id
        closed.when(School.neighbour) { .closeIncident($0) }.responding(School.principal)
            .when(School.deputy, .reopenIncident(other))
            .then(.incidentReopened, .handoverStarted, .coordinatorAsked)
            .expect { $0.it.coordination.coordinator?.handsBusySince != nil }
        closed.when(School.neighbour) { .closeIncident($0) }
            .when(School.principal, .setAvailability(School.principal, available: false))
            .when(School.deputy, .reopenIncident(other))
            .then(.incidentReopened, .handoverStarted, .coordinatorAsked)
        let kept = Given().raised(nil, level: .assist).after(.minutes(4))
        #expect(kept.coordinator == School.duty)
        kept.when(School.teacher) { .closeIncident($0) }.when(School.deputy) { .reopenIncident($0) }
            .then(.incidentReopened, .coordinatorAsked)
    }

    @Test("The last closed incidents stay for reopening, the earliest closed goes first")
    func kept() {
        var school = Given().raised(nil, at: [School.roomA1], level: .assist)
        let long = school.incident
        for _ in 0..<9 {
            school = school.jump(.minutes(70)).raised(nil, at: [School.roomB1], level: .assist)
                .when(School.teacher) { .closeIncident($0) }
        }
        #expect(school.state.incidents.rows.count == 9)
        school = school.when(School.teacher, .closeIncident(long))
        #expect(school.state.incidents[long] != nil && school.state.incidents.rows.count == 8)
    }
}
