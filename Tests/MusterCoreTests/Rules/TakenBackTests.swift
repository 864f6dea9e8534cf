import MusterCore
import Testing

@Suite("Rule: every press has a way back, and it takes back nothing that others raised")
struct TakenBackTests {
    /// A fire in one building, and a Lockdown that a second person pressed elsewhere.
    private func joined(at places: [PlaceID] = [School.buildingA]) -> Given {
        Given().raised(.evacuate, at: [School.buildingB], hazard: .fire)
            .raised(by: School.neighbour, at: places).then(.incidentConfirmed, .actionSet, .coordinatorAsked)
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
        // At the same place, and around it.
        let hold = Given().raised(.hold, at: [School.buildingA])
        let over = hold.raised(by: School.neighbour, at: [School.buildingA])
        over.when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == .hold && $0.it.actions.rows.count == 1 }
        let inside = Given().raised(.hold).raised(by: School.neighbour, at: [School.buildingA])
        inside.when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == .hold && $0.it.actions.rows.count == 1 }
    }

    @Test("Who began it takes back the own press, and what others raised goes on")
    func raiser() {
        let alarm = Given().raised(at: [School.buildingA])
            .raised(.evacuate, by: School.neighbour, at: [School.buildingB], hazard: .fire)
        alarm.when(School.teacher) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.it.isOpen && $0.action(at: School.roomB1) == .evacuate }
        alarm.jump(.seconds(20)).when(School.teacher) { .claimMistake($0) }.then(.mistakeClaimed)
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionWithdrawn)
            .expect { $0.action(at: School.roomA1) == nil && $0.action(at: School.roomB1) == .evacuate }
    }

    @Test("What somebody else saw too is not taken back at a press, nor by a call back")
    func borneOut() {
        let same = joined().raised(by: School.nurse, at: [School.roomA1])
        same.when(School.neighbour) { .cancelRaise($0) }.then(.mistakeClaimed)
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed, of: School.neighbour) }
            .refused(.borneOut)
        joined().set(.lockdown, at: [School.roomA1], by: School.nurse)
            .when(School.neighbour) { .cancelRaise($0) }.then(.mistakeClaimed)
        joined().reported(School.roomA1, .needsHelp, by: School.nurse)
            .when(School.neighbour) { .cancelRaise($0) }.then(.mistakeClaimed)
        // Help in the other building is of the other danger.
        joined().reported(School.roomB1, .needsHelp, by: School.nurse)
            .when(School.neighbour) { .cancelRaise($0) }.then(.actionWithdrawn)
        // Who only said the same, and whose press another one stands over, can still say that it was a mistake.
        same.when(School.nurse) { .claimMistake($0) }.then(.mistakeClaimed)
        Given().raised(.hold).raised(by: School.neighbour).when(School.teacher) { .cancelRaise($0) }
            .then(.mistakeClaimed).when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .refused(.borneOut)
    }

    @Test("Two people may each say that theirs was a mistake, and each is called back")
    func twoClaims() {
        let both = joined().jump(.seconds(20)).when(School.neighbour) { .claimMistake($0) }
            .when(School.teacher) { .claimMistake($0) }.then(.mistakeClaimed)
        #expect(both.it.mistakes.rows.count == 2)
        let one = both.when(School.principal) {
            .recordCallBack($0, .mistakeConfirmed, of: School.neighbour)
        }
        .then(.callBackRecorded, .actionWithdrawn)
        #expect(one.it.actions[School.buildingA]?.ended?.method == .mistake && one.it.isOpen)
        one.when(School.principal) { .recordCallBack($0, .duress, of: School.neighbour) }
            .refused(.noMistakeClaimed)
        one.when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionWithdrawn)
        both.when(School.neighbour) { .claimMistake($0) }.then()
        both.when(School.principal) { .recordCallBack($0, .duress, of: School.neighbour) }
            .when(School.neighbour) { .cancelRaise($0) }.then()
    }

    @Test("A call back takes back what was pressed before the claim, and nothing that came after")
    func later() {
        let claimed = joined().jump(.seconds(20)).when(School.neighbour) { .claimMistake($0) }
            .jump(.seconds(5)).raised(by: School.neighbour, at: [School.buildingB])
        let back = claimed.when(School.principal) {
            .recordCallBack($0, .mistakeConfirmed, of: School.neighbour)
        }
        .then(.callBackRecorded, .actionWithdrawn)
        #expect(back.action(at: School.roomA1) == nil && back.action(at: School.roomB1) == .lockdown)
        let whole = Given().raised(at: [School.buildingA]).jump(.seconds(20))
            .when(School.teacher) { .claimMistake($0) }.jump(.seconds(5)).raised(at: [School.buildingB])
        whole.when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionWithdrawn)
            .expect { $0.action(at: School.roomB1) == .lockdown && $0.it.isOpen }
    }

    @Test("A cancel that names a press which joined finds it")
    func byPress() {
        joined().when(School.neighbour, .cancelRaise(School.id("never"))).then(.actionWithdrawn)
        joined().when(School.nurse, .cancelRaise(School.id("never"))).refused(.unknownIncident)
        joined().raised(by: School.nurse, at: [School.buildingA])
            .when(School.nurse, .cancelRaise(School.id("never"))).then(.mistakeClaimed)
    }

    @Test("Once an agency commands, nobody but it takes an alarm back")
    func agency() {
        joined().policeCommand().when(School.neighbour) { .cancelRaise($0) }.refused(.agencyCommands)
    }

    @Test("Who says that a practice is real has seen something: what was set in it stands")
    func turned() {
        let drill = Given().raised(by: School.principal, kind: .drill).jump(.seconds(30))
            .when(School.teacher) { .turnActual($0) }
        let claimed = drill.jump(.seconds(20)).when(School.principal) { .claimMistake($0) }
        #expect(claimed.it.mistakes.rows.map { $0.of } == [School.teacher], "it is about who made it real")
        claimed.when(School.deputy) { .recordCallBack($0, .mistakeConfirmed, of: School.principal) }
            .refused(.noMistakeClaimed)
    }

    @Test("An action set around another one that is as strong leaves it: nobody stays in a fire for a storm")
    func asStrong() {
        let fire = Given().raised(.evacuate, at: [School.buildingB], hazard: .fire)
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

    @Test("However often two people press against each other, the state stays small")
    func bounded() {
        var school = Given().raised(.evacuate, hazard: .fire).seated()
        for round in 0..<40 {
            let action: ProtectiveAction = round.isMultiple(of: 2) ? .shelter : .evacuate
            school = school.set(action, at: [School.site], by: School.principal)
        }
        #expect(school.it.actions.rows[0].depth <= 5)
    }
}

extension PlacedAction {
    /// How many actions stand over one another.
    fileprivate var depth: Int { 1 + (covers.map { $0.depth }.max() ?? 0) }
}
