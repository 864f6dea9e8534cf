import MusterCore
import Testing

@Suite("Rule: the alarm first")
struct AlarmTests {
    @Test("A Lockdown needs no hazard, no roster and no places")
    func noQuestions() {
        Given(roster: []).raised(at: []).then(.incidentRaised, .actionSet, .coordinatorAsked)
            .expect { $0.it.hazard == nil && $0.it.places == [School.site] }
    }

    @Test(
        "Staff may lock down whatever the plan says",
        arguments: [
            School.teacher, School.nurse, School.sro, School.county, School.office,
        ])
    func whateverThePlanSays(person: PersonID) {
        let plan = School.plan { $0.rights = [Right(.lockDown, []), Right(.setAction, [])] }
        Given(plan).raised(by: person).then(.incidentRaised, .actionSet, .rosterTaken, .coordinatorAsked)
        Given(plan).raised(.evade, by: person).then(
            .incidentRaised, .actionSet, .rosterTaken, .coordinatorAsked)
        Given(plan).raised(.hold, by: person).refused(.notAllowed(.setAction))
    }

    @Test("Students and outside agencies observe; they do not act")
    func notStaff() {
        for person in [School.student, School.police] {
            Given().raised(by: person).refused(.notAllowed(.lockDown))
            Given().raised(nil, by: person, level: .medical).refused(.notAllowed(.callForHelp))
            let school = Given().raised().seated()
            school.set(.secure, at: [School.site], by: person).refused(.notAllowed(.endAction))
            school.when(person) { .closeIncident($0) }.refused(.notAllowed(.close))
            school.when(person) { .turnActual($0) }.refused(.alreadyActual)
            school.reported(School.roomA1, .needsHelp, by: person).then(.roomReported)
            school.policeCommand(says: person).then(.sceneCommandRecorded, .courseOpened)
        }
        Given().raised(by: School.principal, kind: .drill).when(School.student) { .turnActual($0) }
            .refused(.notAllowed(.lockDown))
    }

    @Test("An alarm for a place that is not on the list is one for the whole site")
    func unknownPlace() {
        Given().raised(at: [School.place("gone")]).expect { $0.action(at: School.roomB2) == .lockdown }
        Given().raised(by: School.principal, at: [School.place("gone")], kind: .drill)
            .refused(.unknownPlace(School.place("gone")))
        Given(places: []).raised(at: [School.place("gone")])
            .then(.incidentRaised, .actionSet, .rosterTaken, .coordinatorAsked)
        Given(places: []).raised(at: []).refused(.incompleteRaise)
    }

    @Test("A protective raise names its action")
    func noAction() {
        Given().raised(nil).refused(.incompleteRaise)
        Given().raised().set(.lockdown, at: []).refused(.incompleteRaise)
        Given().raised().seated().ended(.agency, at: []).refused(.incompleteRaise)
        Given().raised().seated().set(.lockdown, at: [School.place("gone")])
            .refused(.unknownPlace(School.place("gone")))
    }

    @Test("A raise older than 120 seconds is an unconfirmed report, judged by somebody")
    func stale() {
        Given().raised(late: .seconds(120)).expect { $0.it.hasLockdown }
        let late = Given().raised(late: .seconds(121)).then(.raiseLate)
        #expect(late.state.incidents.isEmpty && late.state.lateRaises.rows.count == 1)
        let report = late.state.lateRaises.rows[0]
        #expect(report.raise.action == .lockdown && report.by == School.teacher)
        late.when(School.teacher, .dismissLateRaise(report.id)).refused(.notAllowed(.callBack))
        late.when(School.principal, .dismissLateRaise(report.id)).then(.lateDismissed)
            .when(School.principal, .dismissLateRaise(report.id)).refused(.unknownReport)
        // Whoever coordinates may judge it, whatever else the person is.
        late.raised(.hold).seated().when(School.principal) { .handOver($0, to: School.nurse) }
            .seated(School.nurse).when(School.nurse, .dismissLateRaise(report.id)).then(.lateDismissed)
    }

    @Test("The same id never names two incidents")
    func idTaken() {
        let school = Given().raised().when(School.teacher) { .cancelRaise($0) }
        let raise = Raise(.hold, at: [School.site], source: school.seen())
        let context = Context(
            at: school.now, actor: School.actor(School.teacher), command: school.incident.retyped(),
            madeAt: school.now, position: 99)
        #expect(throws: Rejection.idTaken) { try SiteDecider.decide(.raise(raise), school.state, context) }
    }

    @Test("A long roster is taken in chunks")
    func chunks() {
        let rooms = (1...250).map { RoomRoster(School.id("r\($0)"), expected: 1) }
        Given(places: [], roster: rooms).raised()
            .then(.incidentRaised, .actionSet, .rosterTaken, .rosterTaken, .rosterTaken, .coordinatorAsked)
            .expect { $0.it.rollCall.rooms.rows.count == 250 }
    }

    @Test("Until somebody heard the announcement it is not known to be audible")
    func audible() {
        let school = Given().raised()
        #expect(school.it.audibleAt == nil)
        let source = school.seen()
        school.when(School.student) { .confirmAudible($0, source: source) }.then(.audibleConfirmed)
            .expect { $0.it.audibleAt == source.observedAt }
    }

    @Test("Another action has words of its own that nobody has heard yet")
    func audibleAnew() {
        let secure = Given().raised(.secure)
        let source = secure.seen()
        let heard = secure.when(School.student) { .confirmAudible($0, source: source) }
        #expect(heard.it.audibleAt != nil)
        heard.raised(.lockdown, by: School.nurse).expect { $0.it.audibleAt == nil }
        heard.raised(.secure, by: School.nurse).expect { $0.it.audibleAt != nil }
        // Where it was said for one building, another one has heard nothing yet.
        let one = Given().raised(.hold, at: [School.buildingA]).seated()
            .when(School.principal) { .confirmAudible($0, source: source) }
        one.set(.hold, at: [School.roomA1]).expect { $0.it.audibleAt != nil }
        one.set(.hold, at: [School.buildingB]).expect { $0.it.audibleAt == nil }
    }

    @Test("Whoever holds the call with 911 is known, and old news does not end a newer call")
    func call911() {
        let called = Given().raised().when(School.teacher) {
            .recordCall911($0, ended: false, source: Source(at: .zero))
        }
        #expect(called.it.call911?.by == School.teacher)
        let again = called.when(School.nurse) { .recordCall911($0, ended: false, source: Source(at: .zero)) }
        #expect(again.it.call911?.by == School.teacher)
        let now = called.seen(), before = called.seen(ago: .minutes(9))
        let ended = called.when(School.nurse) { .recordCall911($0, ended: true, source: before) }
        #expect(ended.it.call911?.endedAt == before.observedAt)
        ended.when(School.nurse) { .recordCall911($0, ended: false, source: now) }
            .when(School.nurse) { .recordCall911($0, ended: true, source: before) }
            .expect { $0.it.call911?.by == School.nurse && $0.it.call911?.endedAt == nil }
    }
}
