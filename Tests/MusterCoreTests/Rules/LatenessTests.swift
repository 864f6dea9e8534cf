import MusterCore
import Testing

@Suite("Rule: an act means the site as it was when it was made")
struct LatenessTests {
    private let late = TimeSpan.seconds(121)

    @Test(
        "An action set too late is a report to be judged, and alarms nobody",
        arguments: [ProtectiveAction.lockdown, .evade, .evacuate])
    func strengthens(action: ProtectiveAction) {
        let held = Given().raised(.hold).seated()
        let act: (IncidentID) -> Command = {
            .setAction($0, places: [School.site], action: action, hazard: .fire)
        }
        held.when(School.nurse, late: .seconds(120), act).expect { $0.action(at: School.site) == action }
        let kept = held.when(School.nurse, late: late, act).then(.raiseLate)
        #expect(kept.action(at: School.site) == .hold && kept.kept == .report)
        let report = kept.state.lateRaises.rows.first
        #expect(report?.raise.action == action && report?.raise.places == [School.site])
        #expect(report?.raise.source.observedAt == kept.now + .seconds(-121) && report?.by == School.nurse)
        held.when(School.student, late: late, act).expect { $0.state.lateRaises.isEmpty }
        // Also where the incident was closed meanwhile.
        held.ended(.coordinator).when(School.principal) { .closeIncident($0) }
            .when(School.nurse, late: late, act).then(.raiseLate)
    }

    @Test("An action that weakens, pressed before the stronger one was set, does not replace it")
    func weakens() {
        let held = Given().raised(.secure).seated()
        let stronger = held.after(.seconds(10)).set(.evacuate, at: [School.buildingA], by: School.nurse)
        let hold: (IncidentID) -> Command = {
            .setAction($0, places: [School.buildingA], action: .hold, hazard: nil)
        }
        stronger.when(School.principal, late: .seconds(11), hold).refused(.tooLate)
        stronger.when(School.principal, late: late, hold).refused(.tooLate)
        stronger.after(.seconds(1)).when(School.principal, hold).then(.actionSet)
    }

    @Test("“This is real” that comes too late is a report of what was played", arguments: [true, false])
    func turnActual(isOver: Bool) {
        var drill = Given().raised(by: School.principal, at: [School.buildingA], kind: .drill).seated()
        if isOver {
            drill = drill.ended(.announcementAndKey).when(School.principal) { .closeIncident($0) }
        }
        let kept = drill.when(School.teacher, late: late) { .turnActual($0) }.then(.raiseLate)
        let raise = kept.state.lateRaises.rows.first?.raise
        #expect(raise?.kind == .actual && raise?.action == .lockdown && raise?.places == [School.buildingA])
        #expect(kept.it.kind == .drill)
        drill.when(School.student, late: late) { .turnActual($0) }.refused(.notAllowed(.lockDown))
    }

    @Test("In a practice nothing late becomes an alarm")
    func practice() {
        Given().raised(.hold, by: School.principal, kind: .drill).seated().when(School.principal, late: late)
        {
            .setAction($0, places: [School.site], action: .lockdown, hazard: nil)
        }.refused(.tooLate)
    }

    @Test("What ends, closes, reopens, corrects or undoes is not done late", arguments: 0..<5)
    func ends(index: Int) {
        let open = Given().raised(.secure).seated().jump(.minutes(3))
        let over = open.ended(.coordinator)
        let claimed = open.when(School.teacher) { .claimMistake($0) }
        let acts: [(Given, (IncidentID) -> Command)] = [
            (open, { .endAction($0, places: [School.site], method: .coordinator) }),
            (over, { .closeIncident($0) }),
            (over.when(School.principal) { .closeIncident($0) }, { .reopenIncident($0) }),
            (open, { .sendCorrection($0, text: "Stay inside.") }),
            (claimed, { .recordCallBack($0, .mistakeConfirmed) }),
        ]
        let (school, act) = acts[index]
        school.when(School.principal, late: late, act).refused(.tooLate)
        school.when(School.principal, late: .seconds(100), act).expect { (try? $0.outcome.get()) != nil }
    }

    @Test("A duress word is never too late")
    func duress() {
        Given().raised().seated().when(School.teacher) { .claimMistake($0) }
            .when(School.principal, late: late) { .recordCallBack($0, .duress) }.then(.callBackRecorded)
    }

    @Test("What a replaced holder pressed before is a suggestion, however late it comes")
    func replaced() {
        let replaced = Given().raised(.secure).seated().when(School.principal) { .handOver($0, to: nil) }
            .seated(School.deputy)
        let suggested = replaced.when(School.principal, late: late) {
            .endAction($0, places: [School.site], method: .coordinator)
        }.then(.suggestionKept)
        #expect(suggested.kept == .suggestion)
        replaced.when(School.principal, late: late) { .sendCorrection($0, text: "Stay.") }
            .then(.suggestionKept)
    }

    @Test("A yes from a dead spot seats nobody once somebody else has worked for half an hour")
    func acceptedLate() {
        let school = Given().raised().seated().when(School.principal) { .handOver($0, to: nil) }
        #expect(school.asked.contains(School.deputy))
        let yes: (IncidentID) -> Command = { .acceptPosition($0, .schoolCoordinator) }
        school.when(School.deputy, late: .minutes(34), yes).refused(.tooLate)
            .expect { $0.coordinator == School.principal }
        school.when(School.deputy, late: .seconds(120), yes).then(.positionTaken)
        school.seated(School.county).when(School.principal, late: late, yes).refused(.tooLate)
    }

    @Test("What an offer, an absence or a report was answered with is not done late", arguments: 0..<4)
    func answers(index: Int) {
        let offered = Given().raised(.secure).seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
        let reported = offered.raised(.secure, by: School.neighbour, late: late)
        let report = reported.state.lateRaises.rows.first?.id ?? School.id("none")
        let acts: [(Given, PersonID, Command)] = [
            (offered, School.nurse, .declineOffer(offered.incident, .liaison)),
            (Given(), School.deputy, .setAvailability(School.deputy, available: false)),
            (Given(), School.deputy, .setAvailability(School.deputy, available: true)),
            (reported, School.principal, .dismissLateRaise(report)),
        ]
        let (school, person, act) = acts[index]
        school.when(person, act, late: late).refused(.tooLate)
        school.when(person, act).expect { (try? $0.outcome.get())?.isEmpty == false }
    }

    @Test("Nobody is given a position and no report is settled late; a replaced holder suggests it")
    func assigns() throws {
        let school = Given().raised(.hold).seated().reported(School.roomA1, .allHere)
            .reported(School.roomA1, .exceptions, by: School.neighbour, missing: 2)
        let report = try #require(school.it.rollCall.rooms[School.roomA1]?.reports.first?.id)
        let acts: [(IncidentID) -> Command] = [
            { .handOver($0, to: School.deputy) }, { .handOver($0, to: nil) },
            { .offerPosition($0, .liaison, to: School.nurse) },
            { .offerPosition($0, .schoolCoordinator, to: School.deputy) },
            { .settleRoom($0, room: School.roomA1, report: report) },
        ]
        let replaced = school.when(School.principal) { .handOver($0, to: nil) }.seated(School.deputy)
        for act in acts {
            school.when(School.principal, late: late, act).refused(.tooLate)
            replaced.when(School.principal, late: late, act).then(.suggestionKept)
        }
        // So too for whoever led the accounting before.
        let led = school.when(School.principal) { .offerPosition($0, .accountabilityLead, to: School.nurse) }
            .when(School.nurse) { .acceptPosition($0, .accountabilityLead) }
        led.when(School.nurse, late: late, acts[4]).refused(.tooLate)
        led.when(School.principal) { .offerPosition($0, .accountabilityLead, to: School.neighbour) }
            .when(School.neighbour) { .acceptPosition($0, .accountabilityLead) }
            .when(School.nurse, late: late, acts[4]).then(.suggestionKept)
    }

    @Test("What harms nobody is done late: a read-back, a claim of a mistake, the plan's next version")
    func harmless() {
        let seated = Given().raised().seated().jump(.minutes(5))
        seated.when(School.principal, late: late) { .readBack($0) }.then(.briefingReadBack)
        seated.when(School.teacher, late: late) { .claimMistake($0) }.then(.mistakeClaimed)
        seated.when(School.teacher, late: late) { .cancelRaise($0) }.then(.mistakeClaimed)
            .when(School.principal, late: late) { .recordCallBack($0, .notConfirmed) }.then(.callBackRecorded)
        let plan = School.plan { $0.version = 2 }
        seated.when(School.office, .publishPlan(plan), late: late).then(.planPublished)
        seated.noted("Two hurt.").when(School.office, .eraseText(position: 3), late: late).then(.textErased)
        seated.when(School.office, .listPlaces(first: true, places: School.places), late: late)
            .refused(.tooLate)
    }

    @Test("A clock that is put right is put right for what was made and for what was seen alike")
    func shift() {
        let seen = Instant(milliseconds: 50_000), made = Instant(milliseconds: 60_000)
        var observation = Envelope(
            .recordCleared(School.id("i"), room: School.roomA1, source: Source(at: seen)), id: School.id("c"),
            site: School.id("s"), madeAt: made)
        observation.shift(by: .seconds(-7))
        #expect(observation.madeAt.milliseconds == 53_000)
        #expect(observation.command.source?.observedAt.milliseconds == 43_000)
        var act = Envelope(.readBack(School.id("i")), id: School.id("c"), site: School.id("s"), madeAt: made)
        act.shift(by: TimeSpan(milliseconds: .max))
        #expect(act.madeAt.milliseconds == .max && act.command == .readBack(School.id("i")))
    }

    @Test("What was pressed before somebody said it again, opened it again or called for help ends nothing")
    func overtaken() {
        let locked = Given().raised(by: School.neighbour).seated().jump(.seconds(30))
        func end(_ school: Given, late: TimeSpan) -> Given {
            school.when(School.principal, late: late) {
                .endAction($0, places: [School.site], method: .announcementAndKey)
            }
        }
        let again = locked.raised(by: School.teacher).then(.incidentConfirmed).jump(.seconds(2))
        end(again, late: .seconds(10)).refused(.tooLate)
        end(again, late: .seconds(1)).then(.actionEnded)
        let over = locked.ended(.announcementAndKey).jump(.seconds(5))
        let opened = over.when(School.principal) { .closeIncident($0) }.jump(.seconds(5))
            .when(School.deputy) { .reopenIncident($0) }.jump(.seconds(5))
        opened.when(School.principal, late: .seconds(8)) { .closeIncident($0) }.refused(.tooLate)
        opened.when(School.principal) { .closeIncident($0) }.then(.incidentClosed)
        let help = over.jump(.seconds(5)).reported(School.roomA1, .needsHelp).jump(.seconds(2))
        help.when(School.principal, late: .seconds(5)) { .closeIncident($0) }.refused(.tooLate)
        help.when(School.principal) { .closeIncident($0) }.then(.incidentClosed)
    }
}
