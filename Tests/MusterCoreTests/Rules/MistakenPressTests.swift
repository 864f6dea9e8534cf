import MusterCore
import Testing

@Suite("Rule: a mistaken press has its own fast path")
struct MistakenPressTests {
    @Test("The raiser cancels within five seconds: it ends, is corrected and closed")
    func cancel() {
        Given().raised().jump(.seconds(5)).when(School.teacher) { .cancelRaise($0) }
            .then(.actionEnded, .corrected, .incidentClosed)
            .expect { $0.it.phase == .closed(at: $0.now, by: School.teacher, reason: .cancelled) }
    }

    @Test("A cancel made in time counts although it travelled for a while, but not for ever")
    func travelling() {
        Given().raised().jump(.seconds(15)).when(School.teacher, late: .seconds(12)) { .cancelRaise($0) }
            .then(.actionEnded, .corrected, .incidentClosed)
        Given().raised().jump(.seconds(90)).when(School.teacher, late: .seconds(88)) { .cancelRaise($0) }
            .then(.mistakeClaimed)
    }

    @Test("Afterwards it is a claim, and the alarm stands")
    func claim() {
        Given().raised().jump(.seconds(6)).when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
            .expect { $0.action(at: School.roomA1) == .lockdown }
    }

    @Test("Nobody else cancels somebody's alarm")
    func notMine() {
        Given().raised().when(School.neighbour) { .cancelRaise($0) }.refused(.notAllowed(.callBack))
        Given().raised().when(School.neighbour) { .claimMistake($0) }.refused(.notAllowed(.callBack))
    }

    @Test("A cancel does not undo what somebody else reported")
    func borneOut() {
        let second = Given().raised().raised(by: School.neighbour)
        second.when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
        // A colleague strengthened a Hold that was pressed by mistake.
        let strengthened = Given().raised(.hold).set(.lockdown, at: [School.site], by: School.neighbour)
        strengthened.when(School.teacher) { .cancelRaise($0) }.then(.actionWithdrawn)
            .expect { $0.it.isOpen && $0.action(at: School.roomA1) == .lockdown }
        let help = Given().raised().reported(School.roomB1, .needsHelp, by: School.neighbour)
        help.when(School.teacher) { .cancelRaise($0) }.then(.mistakeClaimed)
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }.refused(.borneOut)
    }

    @Test("Somebody else calls back; a confirmed mistake ends and corrects it")
    func callBack() {
        let claimed = Given().raised().when(School.teacher) { .claimMistake($0) }
        claimed.when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .then(.callBackRecorded, .actionEnded, .corrected, .incidentClosed)
        Given().raised(by: School.principal).when(School.principal) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }.refused(.ownCallBack)
        claimed.when(School.neighbour) { .recordCallBack($0, .mistakeConfirmed) }.refused(
            .notAllowed(.callBack))
        Given().raised().when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }
            .refused(.noMistakeClaimed)
    }

    @Test("Nobody answers: the alarm stands, and it may be claimed again")
    func notConfirmed() {
        let tried = Given().raised().when(School.teacher) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .notConfirmed) }.then(.callBackRecorded)
        #expect(tried.it.hasLockdown)
        tried.when(School.teacher) { .claimMistake($0) }.then(.mistakeClaimed)
    }

    @Test("A duress word keeps the alarm, and the claimant sees no difference")
    func duress() {
        let forced = Given().raised().when(School.teacher) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .duress) }.then(.callBackRecorded)
        #expect(forced.it.hasLockdown)
        forced.when(School.teacher) { .claimMistake($0) }.then()
        forced.when(School.teacher) { .cancelRaise($0) }.then()
        forced.when(School.deputy) { .recordCallBack($0, .mistakeConfirmed) }.refused(.agencyCommands)
        // A voice on the announcement proves nothing now.
        forced.seated().ended(.announcementAndKey).refused(.methodNotInPlan)
        forced.seated().policeCommand().ended(.agency).then(.actionEnded)
        let call = Given().raised(nil, level: .assist).when(School.teacher) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .duress) }
        call.when(School.teacher) { .closeIncident($0) }.refused(.notAllowed(.close))
    }

    @Test("Whoever said the duress word is not asked to coordinate, and ends no Lockdown by any way")
    func duressedHand() {
        let forced = Given().raised(by: School.deputy).when(School.deputy) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .duress) }
        #expect(!forced.state.askable(forced.it).contains { $0.person == School.deputy })
        let seat = Given().raised(by: School.deputy).seated(School.deputy)
            .when(School.deputy) { .claimMistake($0) }
            .when(School.principal) { .recordCallBack($0, .duress) }
        let rooms = School.roster.map { $0.room }
        let opened = rooms.reduce(seat) { $0.cleared($1, by: School.deputy) }
        opened.ended(.inPerson, by: School.deputy).refused(.methodNotInPlan)
        let other = rooms.reduce(forced.seated(School.principal)) { $0.cleared($1) }
        other.ended(.inPerson, by: School.principal).then(.actionEnded)
    }

    @Test("The fast path closes when an agency commands")
    func agency() {
        Given().raised().policeCommand().when(School.teacher) { .claimMistake($0) }.refused(.agencyCommands)
        Given().raised().when(School.teacher) { .claimMistake($0) }.policeCommand()
            .when(School.principal) { .recordCallBack($0, .mistakeConfirmed) }.refused(.agencyCommands)
        Given().raised().policeCommand().when(School.teacher) { .cancelRaise($0) }.refused(.agencyCommands)
    }

    @Test("A wrong alarm is put right before a coordinator is found")
    func correction() {
        let cancelled = Given().raised().when(School.teacher) { .cancelRaise($0) }
        cancelled.when(School.deputy) { .sendCorrection($0, text: "Nothing happened.") }.then(.corrected)
            .expect { $0.records.last?.text == "Nothing happened." }
        cancelled.when(School.neighbour) { .sendCorrection($0, text: "x") }.refused(.notAllowed(.correct))
        cancelled.when(School.deputy) { .sendCorrection($0, text: " \n") }.refused(.emptyText)
        cancelled.when(School.deputy) { .sendCorrection($0, text: String(repeating: "a", count: 4001)) }
            .refused(.textTooLong)
        Given().raised().seated().when(School.deputy) { .sendCorrection($0, text: "x") }
            .refused(.notAllowed(.correct))
    }
}
