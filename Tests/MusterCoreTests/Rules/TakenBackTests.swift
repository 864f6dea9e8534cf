import MusterCore
import Testing

@Suite("Rule: every press has a way back, and it takes back nothing that others raised")
struct TakenBackTests {
    /// A fire in one building, and a Lockdown that a second person pressed elsewhere.
    private func joined(at places: [PlaceID] = [School.buildingA]) -> Given {
        Given().raised(.evacuate, at: [School.buildingB], hazard: .fire)
            .raised(by: School.neighbour, at: places).then(.incidentConfirmed, .actionSet, .coordinatorAsked)
    }

    private func fire(in building: PlaceID) -> Given {
        Given().raised(.evacuate, at: [building], hazard: .fire)
    }

    @Test("Who joined an incident cancels within five seconds what they set, and nothing else")
    func cancel() {
        let alarm = joined()
        let back = alarm.jump(.seconds(5)).when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
        #expect(back.it.isOpen && back.action(at: School.roomA1) == nil)
        #expect(back.action(at: School.roomB1) == .evacuate)
        #expect(back.it.actions[School.buildingA]?.ended?.method == .cancelled)
        alarm.jump(.seconds(6)).when(School.neighbour) { .cancelRaise($0) }.then(.mistakeClaimed)
            .expect { $0.action(at: School.roomA1) == .lockdown }
        alarm.when(School.nurse) { .cancelRaise($0) }.refused(.notAllowed(.callBack))
    }

    @Test("What a mistaken press stood over stands again: nobody stays in a burning building")
    func standsAgain() {
        let alarm = joined(at: [School.site])
        #expect(alarm.action(at: School.roomB1) == .lockdown)
        let heard = alarm.when(School.nurse) { .confirmAudible($0, source: alarm.seen()) }
        let back = heard.when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
        #expect(back.action(at: School.roomB1) == .evacuate && back.action(at: School.roomA1) == nil)
        #expect(back.it.actions[School.buildingB]?.setBy == School.teacher)
        #expect(back.it.audibleAt == nil, "the words for the fire are due again")
        let over = Given().raised(.hold, at: [School.buildingA])
            .raised(by: School.neighbour, at: [School.buildingA])
        over.when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == .hold && $0.it.actions.rows.count == 1 }
        let inside = Given().raised(.hold).raised(by: School.neighbour, at: [School.buildingA])
        inside.when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == .hold && $0.it.actions.rows.count == 1 }
        // A place and its surroundings in one press are one press.
        let both = fire(in: School.buildingB).raised(
            by: School.neighbour, at: [School.buildingA, School.site])
        both.when(School.neighbour) { .cancelRaise($0) }.expect { $0.action(at: School.roomA1) == nil }
    }

    @Test("What was set around it meanwhile holds, and nothing weaker comes back inside")
    func meanwhile() {
        let school = Given().raised(.hold, at: [School.buildingB])
            .raised(by: School.neighbour, at: [School.buildingB])
            .raised(.evacuate, by: School.nurse, at: [School.site], hazard: .fire)
        #expect(school.action(at: School.roomB1) == .lockdown)
        school.when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.action(at: School.roomB1) == .evacuate }
    }

    @Test("What had ended before, or ended meanwhile, does not come back")
    func ended() {
        let seated = Given().raised(.evacuate, hazard: .fire).seated()
            .ended(.coordinator, at: [School.buildingA])
        for places in [[School.buildingA], [School.site]] {
            seated.raised(by: School.neighbour, at: places).when(School.neighbour) { .cancelRaise($0) }
                .then(.actionWithdrawn)
                .expect { $0.action(at: School.roomA1) == nil && $0.action(at: School.roomB1) == .evacuate }
        }
        // The end of the mistaken Lockdown is not the end of the fire.
        let locked = joined(at: [School.site]).seated()
        for places in [[School.buildingB], [School.roomB1]] {
            locked.ended(.announcementAndKey, at: places).when(School.neighbour) { .cancelRaise($0) }
                .then(.actionWithdrawn).expect { $0.action(at: School.roomB1) == .evacuate }
        }
    }

    @Test("Who began it takes back one press of theirs, and what they and others pressed besides goes on")
    func raiser() {
        let alarm = Given().raised(at: [School.buildingA])
            .raised(.evacuate, by: School.neighbour, at: [School.buildingB], hazard: .fire)
        alarm.when(School.teacher) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.it.isOpen && $0.action(at: School.roomB1) == .evacuate }
        alarm.jump(.seconds(20)).when(School.teacher) { .claimMistake($0) }.then(.mistakeClaimed)
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == nil && $0.action(at: School.roomB1) == .evacuate }
        // What others set inside what they pressed later is not lost with it.
        let over = fire(in: School.buildingA).raised(by: School.neighbour, at: [School.buildingB]).raised()
        over.when(School.teacher, .cancelRaise(School.id("c3"))).then(.actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == .evacuate && $0.action(at: School.roomB1) == .lockdown }
        // A real one, and much later a mistaken one.
        let second = fire(in: School.buildingB).jump(.minutes(10)).raised()
        second.jump(.seconds(2)).when(School.teacher, .cancelRaise(School.id("c2"))).then(.actionWithdrawn)
            .expect { $0.action(at: School.roomB1) == .evacuate && $0.action(at: School.roomA1) == nil }
        second.jump(.seconds(20)).when(School.teacher) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed, press: School.id("c2")) }
            .then(.callBackRecorded, .actionWithdrawn)
            .expect { $0.it.isOpen && $0.action(at: School.roomB1) == .evacuate }
        // Pressed twice in one fright it is one.
        Given().raised().raised().when(School.teacher, .cancelRaise(School.id("c2")))
            .then(.actionEnded, .corrected, .incidentClosed)
    }

    @Test("What the same person raised under a mistake holds once that is taken back")
    func uncovered() {
        let both = Given().raised().raised(.evacuate, hazard: .fire)
            .expect { $0.action(at: School.roomA1) == .lockdown }
        both.when(School.teacher, .cancelRaise(School.id("c1"))).then(.actionWithdrawn, .actionSet)
            .expect { $0.it.isOpen && $0.action(at: School.roomA1) == .evacuate }
        // After a call back the coordinator puts it in force, and is told of it.
        both.jump(.seconds(20)).when(School.teacher) { .claimMistake($0, press: School.id("c1")) }
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionWithdrawn)
            .expect { $0.it.covered(in: School.tree).map { $0.hazard } == [.fire] }
        // What was raised before the mistake moves nobody.
        let older = Given().raised(by: School.nurse, at: [School.buildingB]).seated()
            .raised(.evacuate, at: [School.buildingB], hazard: .fire)
            .ended(.announcementAndKey, at: [School.buildingB]).then(.actionEnded).jump(.minutes(5))
        for places in [[School.buildingA], [School.site]] {
            older.raised(at: places).when(School.teacher) { .cancelRaise($0) }.then(.actionWithdrawn)
                .expect { $0.action(at: School.roomB1) == nil }
        }
        // Where somebody else locked down before, it stays a report.
        Given().raised(by: School.nurse, at: [School.buildingA]).raised().raised(.evacuate, hazard: .fire)
            .when(School.teacher, .cancelRaise(School.id("c2")))
            .expect { $0.action(at: School.roomA1) == .lockdown && $0.action(at: School.roomB1) == .evacuate }
    }

    @Test("What somebody else saw too is not taken back at a press, nor by a call back")
    func borneOut() {
        let same = joined().raised(by: School.nurse, at: [School.roomA1])
        same.when(School.neighbour) { .cancelRaise($0) }.then(.mistakeClaimed)
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed, press: School.id("c2")) }
            .refused(.borneOut)
        joined().set(.lockdown, at: [School.roomA1], by: School.nurse)
            .when(School.neighbour) { .cancelRaise($0) }.then(.mistakeClaimed)
        joined().reported(School.roomA1, .needsHelp, by: School.nurse)
            .when(School.neighbour) { .cancelRaise($0) }.then(.mistakeClaimed)
        // Help in the other building is of the other danger.
        joined().reported(School.roomB1, .needsHelp, by: School.nurse)
            .when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
        // Who only said the same can still say that it was a mistake.
        same.when(School.nurse) { .claimMistake($0) }.then(.mistakeClaimed)
        // A fire that was only a report over the Lockdown would be lost with it.
        let reported = Given().raised(at: [School.buildingA])
            .raised(.evacuate, by: School.neighbour, at: [School.buildingA], hazard: .fire)
        reported.when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }.refused(.borneOut)
        // What was borne out under another one stays so.
        let under = joined(at: [School.site])
            .raised(.evacuate, by: School.nurse, at: [School.buildingB], hazard: .fire)
        under.when(School.neighbour) { .cancelRaise($0) }.then(.mistakeClaimed)
        under.when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
        // What was withdrawn bears nothing out any more.
        let withdrawn = Given().raised().raised(by: School.neighbour)
            .when(School.neighbour, .cancelRaise(School.id("c2"))).then(.actionWithdrawn)
        #expect(withdrawn.it.confirmedBy.isEmpty && withdrawn.it.hasLockdown)
        withdrawn.when(School.teacher) { .cancelRaise($0) }
            .then(.actionEnded, .corrected, .incidentClosed)
        // Shelter from a danger that is not named bears out any.
        Given().raised(.shelter, hazard: .tornado).raised(.shelter, by: School.neighbour)
            .when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
            .expect { $0.it.covered(in: School.tree).isEmpty }
    }

    @Test("What was pressed before something was taken back meant another state")
    func anew() {
        let withdrawn = fire(in: School.buildingB).seated().jump(.seconds(60)).raised(by: School.neighbour)
            .jump(.seconds(5)).when(School.neighbour, .cancelRaise(School.id("c3"))).then(.actionWithdrawn)
            .jump(.seconds(2))
        let late = TimeSpan.seconds(4)
        withdrawn.when(
            School.principal,
            .endAction(withdrawn.incident, places: [School.site], method: .announcementAndKey),
            late: late
        ).refused(.tooLate)
        let early = withdrawn.seen(ago: late)
        withdrawn.when(School.nurse) { .confirmAudible($0, source: early) }
            .expect { $0.it.audibleAt == nil && $0.kept == .late }
        withdrawn.ended(.coordinator, at: [School.buildingB]).then(.actionEnded)
    }

    @Test("What ended with a mistaken action does not come back when that is taken back")
    func endedWith() {
        let ended = Given().raised(by: School.nurse, at: [School.buildingA]).seated()
            .raised(by: School.neighbour).jump(.seconds(3)).ended(.announcementAndKey)
        #expect(!ended.it.hasLockdown)
        ended.when(School.neighbour, .cancelRaise(School.id("c3"))).then(.actionWithdrawn)
            .expect { !$0.it.hasLockdown }
    }

    @Test("A call that grew by mistake is a call again: somebody still waits for help")
    func callAgain() {
        let call = Given().raised(nil, at: [School.roomA1], level: .medical)
            .set(.hold, at: [School.buildingB], by: School.neighbour)
        #expect(call.it.level == .protective)
        let back = call.when(School.neighbour, .cancelRaise(School.id("c2"))).then(.actionWithdrawn)
        #expect(back.it.level == .medical && back.it.isOpen && !back.it.isProtective)
        back.when(School.teacher) { .closeIncident($0) }.then(.incidentClosed)
    }

    @Test("Pressed twice, a cancel takes back one press, and of what is named")
    func twice() {
        let two = fire(in: School.buildingB).jump(.seconds(2)).raised(at: [School.buildingA])
        let once = two.when(School.teacher) { .cancelRaise($0) }.then(.actionWithdrawn)
        once.when(School.teacher) { .cancelRaise($0) }.then()
            .expect { $0.action(at: School.roomA1) == .lockdown }
        // Of many places it is all or nothing.
        let rooms = (0..<200).map { PlaceID("x", $0) }
        let facts = School.places + rooms.map { PlaceFact($0, in: School.buildingA, kind: .room) }
        let many = Given(places: facts).raised(.hold, at: [School.buildingB])
            .raised(.evacuate, by: School.neighbour, at: rooms, hazard: .fire)
            .when(School.neighbour, .cancelRaise(School.id("c2"))).then(.actionWithdrawn)
        #expect(rooms.allSatisfy { many.action(at: $0) == nil })
    }

    @Test("Two people may each say that theirs was a mistake, and each is called back")
    func twoClaims() {
        let both = joined().jump(.seconds(20)).when(School.neighbour) { .claimMistake($0) }
            .when(School.teacher) { .claimMistake($0) }.then(.mistakeClaimed)
        #expect(both.it.mistakes.count == 2)
        let one = both.when(School.principal) {
            .recordCallBack($0, .mistakeConfirmed, press: School.id("c2"))
        }
        .then(.callBackRecorded, .actionWithdrawn)
        #expect(one.it.actions[School.buildingA]?.ended?.method == .mistake && one.it.isOpen)
        one.when(School.principal) { .recordCallBack($0, .duress, press: School.id("c2")) }
            .refused(.noMistakeClaimed)
        one.when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionEnded, .corrected, .incidentClosed)
        both.when(School.neighbour) { .claimMistake($0) }.then()
    }

    @Test("Whoever may call back says for others that it was a mistake; the one who pressed is asked")
    func forOthers() {
        let claimed = joined().seated().set(.secure, at: [School.site])
            .when(School.principal) { .claimMistake($0, press: School.id("c2")) }.then(.mistakeClaimed)
        #expect(claimed.it.mistakes.map { $0.whose } == [School.neighbour])
        claimed.when(School.principal) { .recordCallBack($0, .mistakeConfirmed, press: School.id("c2")) }
            .refused(.ownCallBack)
        let deputy = Given().raised(by: School.deputy).seated()
            .when(School.principal) { .claimMistake($0) }
        deputy.when(School.deputy) { .recordCallBack($0, .mistakeConfirmed) }.refused(.ownCallBack)
        joined().when(School.nurse) { .claimMistake($0, press: School.id("c2")) }
            .refused(.notAllowed(.callBack))
        joined().when(School.teacher) { .claimMistake($0, press: School.id("c2")) }
            .refused(.notAllowed(.callBack))
        joined().seated().when(School.principal) { .claimMistake($0, press: School.id("none")) }
            .refused(.noActionInForce)
    }

    @Test(
        "After a duress word nothing is cancelled, no incident is closed as a mistake, no forced hand confirms one"
    )
    func duress() {
        let forced = joined().when(School.neighbour) { .claimMistake($0) }.seated(School.deputy)
            .when(School.deputy) { .recordCallBack($0, .duress, press: School.id("c2")) }
        forced.when(School.neighbour) { .cancelRaise($0) }.then()
        forced.when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
        let deputy = Given().raised(at: [School.buildingA]).raised(by: School.deputy, at: [School.buildingB])
            .when(School.deputy) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .duress, press: School.id("c2")) }
            .when(School.teacher) { .claimMistake($0) }
        deputy.when(School.deputy) { .recordCallBack($0, .mistakeConfirmed) }.refused(.ownCallBack)
        // Said for somebody else, it binds the one who was asked, and not whoever claimed.
        let other = Given().raised(by: School.deputy).when(School.principal) { .claimMistake($0) }
            .when(School.county) { .recordCallBack($0, .duress) }.seated()
        let opened = School.roster.reduce(other) { $0.cleared($1.room) }
        opened.ended(.inPerson, by: School.principal).then(.actionEnded)
        let alone = Given().raised(by: School.teacher).when(School.teacher) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .duress) }
            .raised(by: School.teacher, at: [School.site]).when(School.teacher) { .claimMistake($0) }
        alone.when(School.deputy) { .recordCallBack($0, .mistakeConfirmed) }.refused(.agencyCommands)
        // Pressed once more by the same forced hand it is no less forced.
        let again = forced.raised(by: School.neighbour, at: [School.buildingA])
        let press = again.it.presses.last?.id
        again.when(School.neighbour) { .claimMistake($0, press: press) }
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed, press: press) }
            .refused(.agencyCommands)
        // Who was asked to coordinate before is given no position, and the page goes on asking.
        let asked = Given().raised(by: School.deputy).when(School.deputy) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .duress) }
        #expect(asked.asked.contains(School.deputy))
        asked.when(School.deputy) { .acceptPosition($0, .schoolCoordinator) }.refused(.tooLate)
    }

    @Test("A cancel and a call back take back what they are about, and nothing that came after")
    func later() {
        let claimed = joined().jump(.seconds(20)).when(School.neighbour) { .claimMistake($0) }
            .jump(.seconds(5)).raised(by: School.neighbour, at: [School.buildingB])
        let back = claimed.when(School.principal) {
            .recordCallBack($0, .mistakeConfirmed, press: School.id("c2"))
        }
        .then(.callBackRecorded, .actionWithdrawn)
        #expect(back.action(at: School.roomA1) == nil && back.action(at: School.roomB1) == .lockdown)
        let whole = Given().raised(at: [School.buildingA]).jump(.seconds(20))
            .when(School.teacher) { .claimMistake($0) }.jump(.seconds(5)).raised(at: [School.buildingB])
        whole.when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionWithdrawn)
            .expect { $0.action(at: School.roomB1) == .lockdown && $0.it.isOpen }
        // Pressed again: then it is no mistake.
        let again = Given().raised().when(School.teacher) { .claimMistake($0) }.jump(.seconds(10)).raised()
        again.when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }.refused(.borneOut)
        // An outbox sends alarms first: a cancel that was pressed between two of them is of the first.
        let sent = fire(in: School.buildingB).raised(.hold, by: School.neighbour, at: [School.buildingA])
            .raised(by: School.neighbour, at: [School.buildingA])
        sent.when(School.neighbour, .cancelRaise(School.id("c2")), late: .seconds(3)).then(.actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == .lockdown }
        Given().raised().raised().when(School.teacher, .cancelRaise(School.id("c1")), late: .seconds(3))
            .then(.mistakeClaimed)
    }

    @Test("What stood for long does not end at a press because it was set again")
    func setAgain() {
        let again = joined().jump(.minutes(20)).set(.lockdown, at: [School.buildingA], by: School.neighbour)
        again.when(School.neighbour) { .cancelRaise($0) }
            .expect { $0.action(at: School.roomA1) == .lockdown && $0.it.isOpen }
        let lone = Given().raised().jump(.minutes(20)).set(.lockdown, at: [School.site], by: School.teacher)
        lone.when(School.teacher) { .cancelRaise($0) }.expect { $0.it.hasLockdown && $0.it.isOpen }
    }

    @Test("A cancel that names a press finds it, whatever it became, and touches nothing else")
    func byPress() {
        let call = fire(in: School.buildingB)
            .raised(nil, by: School.neighbour, at: [School.roomB1], level: .medical)
            .raised(by: School.neighbour, at: [School.buildingA])
        call.when(School.neighbour, .cancelRaise(School.id("c3"))).then(.actionWithdrawn)
            .expect { $0.state.incidents.rows.filter { $0.isOpen }.count == 2 }
        call.when(School.nurse, .cancelRaise(School.id("c3"))).refused(.unknownIncident)
        let late = joined().raised(by: School.neighbour, at: [School.buildingB], late: .minutes(3))
        late.when(School.neighbour, .cancelRaise(School.id("c3"))).then(.lateDismissed)
        late.when(School.nurse, .cancelRaise(School.id("c3"))).refused(.unknownIncident)
    }

    @Test("Once an agency commands, nobody but it takes an alarm back")
    func agency() {
        joined().policeCommand().when(School.neighbour) { .cancelRaise($0) }.refused(.agencyCommands)
    }

    @Test("What was set in a practice that became real stands; who made it real can take that back")
    func turned() {
        let drill = Given().raised(by: School.principal, kind: .drill).jump(.seconds(30))
            .when(School.teacher) { .turnActual($0) }
        let claimed = drill.jump(.seconds(20)).when(School.principal) { .claimMistake($0) }
        #expect(claimed.it.mistakes.map { $0.whose } == [School.teacher], "it is about who made it real")
        let raised = Given().raised(by: School.principal, kind: .drill).jump(.seconds(30)).raised()
        raised.when(School.teacher) { .cancelRaise($0) }.then(.actionEnded, .corrected, .incidentClosed)
        raised.when(School.teacher, .cancelRaise(School.id("c2")))
            .then(.actionEnded, .corrected, .incidentClosed)
    }

    @Test("An action set around another one that is as strong leaves it: nobody stays in a fire for a storm")
    func asStrong() {
        let fire = fire(in: School.buildingB)
        let storm = fire.raised(.shelter, by: School.neighbour, hazard: .tornado)
            .then(.incidentConfirmed, .actionSet)
        #expect(storm.kept == .around)
        #expect(storm.action(at: School.roomB1) == .evacuate && storm.action(at: School.roomA1) == .shelter)
        let set = fire.set(.shelter, at: [School.site])
        #expect(set.kept == .around && set.action(at: School.roomB1) == .evacuate)
        // Who names the place means it, and the same from the same danger is one.
        fire.set(.shelter, at: [School.buildingB]).expect { $0.action(at: School.roomB1) == .shelter }
        fire.raised(.evacuate, by: School.neighbour, hazard: .fire)
            .expect { $0.it.actions.rows.count == 1 && $0.kept == nil }
    }

    @Test("However often people press against each other, the state stays small, and what holds stays right")
    func bounded() {
        var school = Given().raised(.hold)
        for round in 0..<100 {
            let person = round.isMultiple(of: 2) ? School.neighbour : School.nurse
            school = school.set(.evade, at: [School.roomA1, School.roomB1], by: person)
                .set(.evade, at: [School.site], by: person)
        }
        #expect(school.it.presses.count <= 64 && school.it.encoded().count < 60_000)
        #expect(school.action(at: School.roomA1) == .evade)
        #expect(school.it.press(school.it.begin)?.by == School.teacher, "what began it is never let go of")
        let last = school.raised(by: School.teacher, at: [School.buildingA])
        let press = last.it.presses.last?.id.retyped() ?? IncidentID.none
        last.when(School.teacher, .cancelRaise(press)).then(.actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == .evade }
    }

    @Test("Nobody takes the way back from others by pressing, and no report of a fire is forgotten for it")
    func flood() {
        var school = fire(in: School.buildingB).raised(by: School.neighbour)
            .raised(.evacuate, by: School.principal, at: [School.buildingB], hazard: .fire)
        for _ in 0..<80 { school = school.raised(by: School.neighbour) }
        #expect(school.it.presses.count <= 64)
        #expect(school.it.covered(in: School.tree).map { $0.by } == [School.teacher, School.principal])
        school.when(School.teacher) { .claimMistake($0) }.then(.mistakeClaimed)
        // The id of somebody else's press is not that press.
        let raise = Raise(.lockdown, at: [School.site], source: Source(at: .zero))
        let first = Given().raised()
        let same = first.recorded(
            [.incident(.confirmed(first.incident, raise, press: first.it.begin))], by: School.neighbour)
        #expect(same.it.presses.map { $0.by } == [School.teacher, School.neighbour])
        same.when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
    }
}
