import MusterCore
import Testing

@Suite("Rule: a drill takes the real path and can become real in one act")
struct DrillTests {
    @Test("A drill runs as the real thing does")
    func realPath() {
        Given().raised(by: School.principal, kind: .drill)
            .then(.incidentRaised, .actionSet, .rosterTaken, .coordinatorAsked)
            .after(.seconds(20)).expect { $0.it.kind == .drill && $0.coordinator == School.duty }
        Given().raised(by: School.teacher, kind: .drill).refused(.notAllowed(.practise))
    }

    @Test("Anybody on the staff makes it real in one act, and what was played is forgotten")
    func turns() {
        let played = Given().raised(by: School.principal, kind: .drill).seated()
            .reported(School.roomA1, .allHere).policeCommand().cleared(School.roomA2)
            .when(School.principal) { .claimMistake($0) }
        let called = played.when(School.nurse) { .recordCall911($0, ended: false, source: Source(at: .zero)) }
            .when(School.nurse) { .confirmAudible($0, source: Source(at: .zero)) }
        called.jump(.seconds(5)).when(School.teacher) { .turnActual($0) }.then(.turnedActual)
            .expect { $0.it.kind == .actual && $0.it.turnedActualAt == $0.now }
            .expect("nobody has called 911 yet") { $0.it.call911 == nil && $0.it.audibleAt == nil }
            .expect("nobody has opened a room yet") { $0.it.isLockedDown(School.roomA2, in: $0.state.places) }
            .expect { $0.it.scene == nil && $0.it.mistakes.isEmpty }
            .expect("what was said in the practice is told, and counts nobody") {
                $0.coordinator == School.principal && $0.standing(School.roomA1) == .silent
                    && $0.it.rollCall.rooms[School.roomA1]?.telling?.status == .allHere
            }
            .when(School.nurse) { .turnActual($0) }.then(.incidentConfirmed)
        Given().raised().when(School.teacher) { .turnActual($0) }.refused(.alreadyActual)
    }

    @Test("A real raise over a drill makes it real, anywhere on the site")
    func realRaise() {
        Given().raised(by: School.principal, at: [School.buildingA], kind: .drill).seated()
            .raised(at: [School.buildingB]).then(.turnedActual, .incidentConfirmed, .actionSet)
            .expect { $0.it.kind == .actual && $0.action(at: School.roomB1) == .lockdown }
        Given().raised(by: School.principal, kind: .drill).raised().then(.turnedActual, .incidentConfirmed)
    }

    @Test("A practised Lockdown keeps nobody from a real fire")
    func realFire() {
        Given().raised(by: School.principal, kind: .drill).seated().raised(.evacuate, hazard: .fire)
            .expect { $0.action(at: School.roomA1) == .evacuate }
        Given().raised(by: School.principal, at: [School.buildingA], kind: .drill).seated()
            .raised(.evacuate, hazard: .fire)
            .then(.turnedActual, .incidentConfirmed, .actionEnded, .actionSet)
            .expect { $0.action(at: School.roomA1) == .evacuate && $0.action(at: School.roomB1) == .evacuate }
        Given().raised(.evacuate, by: School.principal, kind: .drill).seated()
            .set(.lockdown, at: [School.buildingA]).raised(.evacuate, hazard: .fire)
            .expect { $0.action(at: School.roomA1) == .evacuate && $0.action(at: School.roomB1) == .evacuate }
    }

    @Test("A real fire elsewhere makes no practised Lockdown real")
    func fireElsewhere() {
        Given().raised(by: School.principal, at: [School.buildingA], kind: .drill).seated()
            .raised(.evacuate, at: [School.buildingB], hazard: .fire)
            .then(.turnedActual, .incidentConfirmed, .actionEnded, .actionSet)
            .expect { $0.action(at: School.roomA1) == nil && $0.action(at: School.roomB1) == .evacuate }
            .expect { $0.kept == nil && !$0.it.hasLockdown }
        Given().raised(by: School.principal, kind: .drill).seated()
            .raised(.evacuate, at: [School.buildingB], hazard: .fire)
            .expect { $0.action(at: School.roomA1) == nil && $0.action(at: School.roomB1) == .evacuate }
    }

    @Test("What turns real ends the other practices of the site")
    func others() {
        let two = Given().raised(.hold, by: School.principal, at: [School.buildingA], kind: .exercise)
            .seated()
            .raised(by: School.principal, at: [School.buildingB], kind: .drill)
        func isAlone(_ school: Given) -> Bool {
            let open = school.state.incidents.rows.filter { $0.isOpen }
            return open.count == 1 && open[0].kind == .actual
        }
        two.raised(.evacuate, hazard: .fire).expect { isAlone($0) }
        two.when(School.teacher) { .turnActual($0) }.then(.turnedActual, .actionEnded, .incidentClosed)
            .expect { isAlone($0) && $0.action(at: School.roomB1) == .lockdown }
        let over = Given().raised(.secure).seated().ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }
        let secure = over.incident
        over.raised(by: School.principal, kind: .drill).when(School.principal, .reopenIncident(secure))
            .expect { isAlone($0) }
    }

    @Test("Whoever makes a drill real by mistake has the fast path of a mistaken press")
    func realByMistake() {
        let pressed = Given().raised(by: School.principal, kind: .drill).seated().jump(.minutes(5)).raised()
        pressed.when(School.teacher) { .cancelRaise($0) }.then(.actionEnded, .corrected, .incidentClosed)
        pressed.jump(.seconds(20)).when(School.principal) { .claimMistake($0) }
            .when(School.deputy) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionEnded, .corrected, .incidentClosed)
        pressed.raised(by: School.neighbour).when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
    }

    @Test("Somebody hurt in a drill is a call of its own")
    func hurt() {
        Given().raised(by: School.principal, kind: .drill).raised(nil, level: .medical)
            .expect { $0.it.level == .medical && $0.state.incidents.rows.contains { $0.kind == .drill } }
    }

    @Test("What was pressed in the practice is stopped at the turn, however soon or late it comes")
    func stoppedAtTheTurn() {
        let drill = Given().raised(by: School.principal, kind: .drill).seated()
        let real = drill.jump(.seconds(30)).when(School.teacher) { .turnActual($0) }.jump(.seconds(2))
        let ended = real.when(School.principal, late: .seconds(10)) {
            .endAction($0, places: [School.site], method: .announcementAndKey)
        }
        ended.refused(.tooLate)
        // A page that has shown the turn for a moment only has not been read yet.
        real.ended(.announcementAndKey).refused(.tooLate)
        real.jump(.seconds(2)).ended(.announcementAndKey).then(.actionEnded)
        real.when(School.principal, late: .seconds(10)) {
            .setAction($0, places: [School.roomA1], action: .evacuate, hazard: nil)
        }.refused(.tooLate)
        real.when(School.principal, late: .seconds(10)) { .sendCorrection($0, text: "The drill is over.") }
            .refused(.tooLate)
        real.when(School.principal, late: .seconds(10)) { .cancelRaise($0) }.refused(.tooLate)
        // Worse news is never refused.
        real.set(.lockdown, at: [School.roomA1]).then(.actionSet)
        let over = drill.ended(.announcementAndKey).jump(.seconds(30))
            .when(School.teacher) { .turnActual($0) }.jump(.seconds(2))
        over.ended(.announcementAndKey).refused(.tooLate)
        over.when(School.principal, late: .seconds(20)) { .closeIncident($0) }.refused(.tooLate)
    }

    @Test("“This is real” of somebody else who was slower is an alarm too, also after a cancel")
    func saidTwice() {
        let drill = Given().raised(by: School.principal, kind: .drill).jump(.seconds(30))
        let cancelled = drill.when(School.teacher) { .turnActual($0) }.jump(.seconds(2))
            .when(School.teacher) { .cancelRaise($0) }.expect { !$0.it.isOpen }
        cancelled.jump(.seconds(5)).when(School.nurse, late: .seconds(6)) { .turnActual($0) }
            .then(.incidentRaised, .actionSet, .rosterTaken, .coordinatorAsked)
        cancelled.jump(.minutes(3)).when(School.nurse, late: .seconds(170)) { .turnActual($0) }.then(
            .raiseLate)
        // A real fire has taken the place of the Lockdown that was practised: it is told, and moves nobody back inside.
        let fire = drill.raised(.evacuate, by: School.neighbour, hazard: .fire).jump(.seconds(2))
        fire.when(School.nurse) { .turnActual($0) }.then(.incidentConfirmed)
            .expect { $0.action(at: School.roomA1) == .evacuate && $0.kept == .report }
            .expect { $0.it.covered(in: School.tree).map { $0.action } == [.lockdown] }
    }

    @Test("A second “This is real” locks nobody into what burns, and a second tap of one person is one")
    func saidTwiceBesideAFire() {
        let drill = Given().raised(by: School.principal, at: [School.buildingA], kind: .drill)
        let real = drill.jump(.seconds(30)).when(School.teacher) { .turnActual($0) }.jump(.seconds(20))
            .raised(.evacuate, by: School.neighbour, at: [School.buildingB], hazard: .fire).jump(.seconds(20))
        real.when(School.nurse, late: .seconds(35)) { .turnActual($0) }.then(.incidentConfirmed)
            .expect { $0.action(at: School.roomB1) == .evacuate && $0.action(at: School.roomA1) == .lockdown }
        let twice = drill.jump(.seconds(30)).when(School.teacher) { .turnActual($0) }.jump(.seconds(1))
            .when(School.teacher) { .turnActual($0) }
        #expect(twice.records.count == drill.when(School.teacher) { .turnActual($0) }.records.count)
        twice.jump(.seconds(2)).when(School.teacher) { .cancelRaise($0) }.expect { !$0.it.isOpen }
        // Minutes later, and after the end, it is another alarm.
        let over = twice.jump(.minutes(1)).seated().ended(.announcementAndKey).jump(.minutes(1))
        over.when(School.teacher) { .turnActual($0) }.expect { $0.action(at: School.roomA1) == .lockdown }
        // Part of what was practised burns: the rest is locked down.
        let both = Given().raised(
            by: School.principal, at: [School.buildingA, School.buildingB], kind: .drill
        ).jump(.seconds(30)).raised(.evacuate, by: School.neighbour, at: [School.buildingB], hazard: .fire)
        both.jump(.seconds(20)).when(School.nurse) { .turnActual($0) }
            .expect { $0.action(at: School.roomA1) == .lockdown && $0.action(at: School.roomB1) == .evacuate }
            .expect { $0.kept == .around }
    }

    @Test("What was played in a dead spot counts nobody after the turn, help that was called for stands")
    func playedReports() {
        let drill = Given(roster: []).raised(by: School.principal, kind: .drill).jump(.seconds(40))
        let played = drill.seen()
        let real = drill.jump(.seconds(20)).when(School.teacher) { .turnActual($0) }.jump(.seconds(10))
        real.reported(School.roomA1, .allHere, source: played)
            .expect { $0.standing(School.roomA1) != .allHere && $0.kept == .late }
        real.reported(School.roomA1, .needsHelp, source: played)
            .expect { $0.standing(School.roomA1) == .needsHelp && $0.kept == nil }
        real.reported(School.roomA1, .allHere).expect { $0.standing(School.roomA1) == .allHere }
    }

    @Test("A practice that ended its action is real with what was practised")
    func endedAction() {
        Given().raised(.evacuate, by: School.principal, kind: .drill, hazard: .fire).seated()
            .ended(.coordinator).jump(.seconds(20)).when(School.teacher) { .turnActual($0) }
            .then(.turnedActual, .actionSet)
            .expect { $0.action(at: School.roomA1) == .evacuate }
            .when(School.teacher) { .cancelRaise($0) }.expect { !$0.it.isOpen }
    }

    @Test("What was seen in the practice is kept, and is no fact of the real thing, whenever it comes in")
    func playedFacts() {
        let drill = Given().raised(by: School.principal, kind: .drill).seated().jump(.seconds(10))
        let seen = drill.seen()
        let real = drill.jump(.seconds(20)).when(School.teacher) { .turnActual($0) }.jump(.seconds(5))
        let played: [Command] = [
            .recordCall911(real.incident, ended: false, source: seen),
            .confirmAudible(real.incident, source: seen),
            .recordCleared(real.incident, room: School.roomA1, source: seen),
            .recordSceneCommand(
                real.incident, .police, unified: false, since: seen.observedAt, source: seen, text: nil),
        ]
        for command in played {
            real.when(School.nurse, command).expect { after in
                after.kept == .late && after.it.call911 == nil && after.it.audibleAt == nil
                    && after.it.cleared.isEmpty && after.it.scene == nil
            }
        }
        let now = real.seen()
        real.when(School.nurse, .recordCall911(real.incident, ended: false, source: now))
            .expect { $0.kept == nil && $0.it.call911 != nil }
    }

    @Test("No practice starts or is reopened while something real is going on")
    func notNow() {
        Given().raised(nil, level: .medical).raised(by: School.principal, kind: .drill).refused(
            .actualIncidentOpen)
        let over = Given().raised(by: School.principal, kind: .drill).when(School.principal) {
            .cancelRaise($0)
        }
        let drill = over.incident
        over.raised().when(School.principal, .reopenIncident(drill)).refused(.actualIncidentOpen)
        over.when(School.principal, .reopenIncident(drill)).then(.incidentReopened, .coordinatorAsked)
    }

    @Test("A practice joins a practice of its kind only")
    func kinds() {
        Given().raised(by: School.principal, kind: .drill).raised(by: School.deputy, kind: .drill)
            .then(.incidentConfirmed).expect { $0.it.kind == .drill }
            .raised(by: School.deputy, kind: .exercise).expect { $0.state.incidents.rows.count == 2 }
    }
}
