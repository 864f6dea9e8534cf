import MusterCore
import Testing

@Suite("Rule: a phone in a pocket is not silence, and positions pass by acceptance")
struct HandoverTests {
    @Test("Takeover from a silent holder is offered, never done, and offered again")
    func takeover() {
        let silent = Given().raised(.hold).seated().after(.minutes(5)).then(.takeoverOffered)
        #expect(silent.coordinator == School.principal)
        #expect(silent.asked == [School.county, School.deputy, School.duty])
        silent.seated(School.deputy).then(.positionTaken)
        silent.after(.minutes(5)).then(.takeoverOffered)
        silent.seated(School.neighbour).refused(.notAsked)
        // The Lockdown stays quiet: only people off the site are offered it.
        Given().raised().seated().after(.minutes(5)).expect { $0.asked == [School.county, School.duty] }
    }

    @Test("Whatever the holder does or says by radio is a sign of life")
    func signOfLife() {
        let silent = Given().raised(.hold).seated().after(.minutes(4))
        silent.noted("I am at the gate.", by: School.principal).after(.minutes(4))
            .expect { $0.it.coordination.takeoverOfferedAt == nil }
        silent.reported(
            School.roomA1, .allHere, by: School.nurse, source: silent.seen(.radio, by: School.principal)
        ).after(.minutes(4)).expect { $0.it.coordination.takeoverOfferedAt == nil }
        let offered = silent.after(.minutes(1)).then(.takeoverOffered)
        offered.noted("Here.", by: School.principal)
            .expect { $0.it.coordination.takeoverOfferedAt == nil && $0.asked.isEmpty }
            .seated(School.deputy).refused(.alreadyHeld(by: School.principal))
    }

    @Test("A late act of a replaced holder is kept as a suggestion", arguments: 0..<7)
    func suggestions(index: Int) {
        let plan = School.plan {
            $0.rights = [Right(.callBack, [.coordinator]), Right(.setAction, [.coordinator])]
        }
        let replaced = Given(plan).raised().seated()
            .when(School.principal) { .handOver($0, to: nil) }.seated(School.deputy)
            .reported(School.roomA1, .allHere)
        let report = replaced.it.rollCall.rooms[School.roomA1]?.reports.first?.id ?? .none
        let acts: [(IncidentID) -> Command] = [
            { .endAction($0, places: [School.site], method: .coordinator) },
            { .setAction($0, places: [School.site], action: .secure, hazard: nil) },
            { .sendCorrection($0, text: "Old news.") }, { .closeIncident($0) },
            { .handOver($0, to: School.county) }, { .settleRoom($0, room: School.roomA1, report: report) },
            { .recordCallBack($0, .notConfirmed) },
        ]
        replaced.when(School.principal, acts[index]).then(.suggestionKept)
            .expect { $0.coordinator == School.deputy && $0.action(at: School.site) == .lockdown }
        replaced.when(School.nurse) { .handOver($0, to: nil) }.refused(.notAllowed(.assign))
    }

    @Test("A suggestion holds all that was meant, and its words apart")
    func whole() {
        let replaced = Given().raised(.secure).seated().when(School.principal) { .handOver($0, to: nil) }
            .seated(School.deputy)
        let act = Command.setAction(
            replaced.incident, places: [School.buildingA], action: .hold, hazard: .animal)
        let kept = replaced.when(School.principal, act).then(.suggestionKept)
        #expect(
            kept.records.last?.event
                == .coordination(.suggestionKept(replaced.incident, .setAction, act: act, text: nil)))
        let words = replaced.when(School.principal) { .sendCorrection($0, text: "Stay inside.") }.records.last
        #expect(words?.text == "Stay inside.")
        #expect(
            words?.event
                == .coordination(
                    .suggestionKept(
                        replaced.incident, .sendCorrection, act: .sendCorrection(replaced.incident, text: ""),
                        text: nil)))
    }

    @Test("Nobody is given a position who has no role at the site, or is from an agency")
    func nobodyHere() {
        let seated = Given(School.plan { $0.line.append(LineMember(School.student, onSite: false)) })
            .raised().seated()
        let stranger = School.person("stranger")
        for person in [stranger, School.police] {
            seated.when(School.principal) { .handOver($0, to: person) }.refused(.unknownPerson(person))
            seated.when(School.principal) { .offerPosition($0, .liaison, to: person) }
                .refused(.unknownPerson(person))
        }
        seated.when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }
            .then(.positionOffered)
        // Whom the plan names may be asked whatever the directory says.
        seated.when(School.principal) { .handOver($0, to: School.student) }.expect { $0.kept == nil }
            .expect { $0.it.coordination.handover?.to == School.student }
        seated.responding(School.nurse).when(School.principal) { .handOver($0, to: School.nurse) }
            .refused(.responding)
    }

    @Test("A handover to a named person is that person's to take, until the line is asked")
    func named() {
        let given = Given().raised(.hold).seated().when(School.principal) { .handOver($0, to: School.nurse) }
            .then(.handoverStarted, .coordinatorAsked)
        given.seated(School.deputy).refused(.notAsked)
        given.seated(School.nurse).then(.positionTaken)
        given.seated(School.principal).then(.positionTaken)
        given.after(.seconds(60)).seated(School.deputy).then(.positionTaken)
    }

    @Test("The successor reads back, and nothing waits for it")
    func readBack() {
        let taken = Given().raised().seated()
        #expect(!taken.it.coordination.readBack)
        taken.when(School.principal) { .readBack($0) }.then(.briefingReadBack).expect {
            $0.it.coordination.readBack
        }
        taken.when(School.deputy) { .readBack($0) }.refused(.notAllowed(.assign))
    }

    @Test("Other positions are offered, accepted, declined and passed on, each with one holder")
    func others() {
        let offered = Given().raised().seated()
            .when(School.principal) { .offerPosition($0, .accountabilityLead, to: School.nurse) }
        offered.when(School.teacher) { .acceptPosition($0, .accountabilityLead) }.refused(.notAsked)
        offered.when(School.nurse) { .declineOffer($0, .accountabilityLead) }.then(.offerDeclined)
            .expect { $0.it.coordination.others[.accountabilityLead]?.asked == nil }
        let led = offered.when(School.nurse) { .acceptPosition($0, .accountabilityLead) }.then(.positionTaken)
            .reported(School.roomA1, .allHere).reported(
                School.roomA1, .exceptions, by: School.neighbour, missing: 1)
        let report = led.it.rollCall.rooms[School.roomA1]?.reports.first?.id ?? .none
        led.when(School.nurse) { .settleRoom($0, room: School.roomA1, report: report) }.then(.roomSettled)
            .expect { $0.standing(School.roomA1) == .allHere }
        led.when(School.teacher) { .settleRoom($0, room: School.roomA1, report: report) }
            .refused(.notAllowed(.assign))
        led.when(School.nurse) { .settleRoom($0, room: School.roomA2, report: report) }.refused(
            .unknownReport)
        led.when(School.principal) { .offerPosition($0, .accountabilityLead, to: School.neighbour) }
            .when(School.neighbour) { .acceptPosition($0, .accountabilityLead) }
            .expect { $0.it.coordination.others[.accountabilityLead]?.holder == School.neighbour }
            .when(School.nurse) { .settleRoom($0, room: School.roomA1, report: report) }.then(.suggestionKept)
        led.when(School.deputy) { .offerPosition($0, .liaison, to: School.teacher) }.refused(
            .notAllowed(.assign))
        led.when(School.principal) { .offerPosition($0, .schoolCoordinator, to: School.deputy) }
            .then(.handoverStarted, .coordinatorAsked)
    }

    @Test("The briefing tells the successor what stands")
    func briefing() {
        let school = Given().raised(hazard: .weapon).seated().raised(by: School.neighbour)
            .reported(School.roomA1, .needsHelp).reported(School.roomA2, .exceptions, missing: 2)
            .policeCommand().responding(School.nurse)
            .when(School.principal) { .offerPosition($0, .liaison, to: School.deputy) }
            .when(School.deputy) { .acceptPosition($0, .liaison) }
            .when(School.teacher) { .claimMistake($0) }
        let briefing = Briefing(school.it, school.state)
        #expect(briefing.hazard == .weapon && briefing.kind == .actual && briefing.level == .protective)
        #expect(briefing.confirmations == 1 && briefing.actions.map { $0.action } == [.lockdown])
        #expect(briefing.needsHelp == [School.roomA1] && briefing.exceptions == [School.roomA2])
        #expect(briefing.organization.map { $0.holder } == [School.deputy])
        #expect(briefing.scene?.agency == .police && briefing.responding == [School.nurse])
        #expect(briefing.conflicts.isEmpty && briefing.mistakes.isEmpty && briefing.call911 == nil)
        #expect(briefing.raisedBy == School.teacher && briefing.audibleAt == nil)
    }
}
