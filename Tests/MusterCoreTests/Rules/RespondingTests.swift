import MusterCore
import Testing

@Suite("Rule: responding is a fact")
struct RespondingTests {
    @Test(
        "Anyone can record it, before, during and after an incident",
        arguments: [
            School.teacher, School.student, School.police, School.sro,
        ])
    func neverRefused(reporter: PersonID) {
        Given().responding(School.nurse, says: reporter).then(.respondingReported)
        Given().raised().responding(School.nurse, says: reporter).then(.respondingReported)
        Given().raised().when(School.teacher) { .cancelRaise($0) }.responding(School.nurse, says: reporter)
            .then(.respondingReported)
    }

    @Test("It starts a handover at once")
    func handover() {
        Given().raised().seated().responding(School.principal)
            .then(.respondingReported, .handoverStarted, .coordinatorAsked)
            .expect {
                $0.coordinator == School.principal && $0.asked == [School.county, School.deputy, School.duty]
            }
            .expect { $0.it.coordination.coordinator?.handsBusySince == $0.now }
            // Said twice, it is not started twice.
            .responding(School.principal).then(.respondingReported)
    }

    @Test("Hands busy ends only when somebody has accepted, not when the hands are free")
    func untilAccepted() {
        let busy = Given().raised().seated().responding(School.principal).after(.minutes(3))
        #expect(busy.coordinator == School.principal)
        let freed = busy.free(School.principal)
        #expect(freed.it.coordination.coordinator?.handsBusySince != nil)
        freed.seated(School.county).then(.positionTaken)
            .expect {
                $0.coordinator == School.county && $0.it.coordination.coordinator?.handsBusySince == nil
            }
    }

    @Test("Nobody who is responding is seated, asked or offered anything")
    func neverOffered() {
        let school = Given().responding(School.deputy).raised()
        #expect(school.asked == [School.county, School.duty, School.principal])
        school.seated(School.deputy).refused(.responding)
        let held = school.seated()
        held.when(School.principal) { .offerPosition($0, .liaison, to: School.deputy) }.refused(.responding)
        held.when(School.principal) { .handOver($0, to: School.deputy) }.refused(.responding)
        Given().responding(School.duty).raised().after(.minutes(2)).expect { $0.coordinator == nil }
    }

    @Test("A caretaker who starts responding is not asked to stay")
    func busyCaretaker() {
        Given().raised().after(.seconds(20)).responding(School.duty)
            .expect { !$0.asked.contains(School.duty) }
            .after(.minutes(2)).expect { !$0.asked.contains(School.duty) && !$0.asked.isEmpty }
    }

    @Test("Somebody who was asked and starts responding is passed over at once")
    func askedThenBusy() {
        let inOrder = Given().raised(.hold)
        #expect(inOrder.asked == [School.principal])
        inOrder.responding(School.principal).then(.respondingReported, .coordinatorAsked)
            .expect { $0.asked == [School.deputy] }
        let offered = Given().raised().seated()
            .when(School.principal) { .offerPosition($0, .liaison, to: School.nurse) }.then(.positionOffered)
            .responding(School.nurse)
        offered.when(School.nurse) { .acceptPosition($0, .liaison) }.refused(.responding)
        #expect(offered.it.coordination.others[.liaison]?.asked == nil)
    }

    @Test("A lone adult is shown as such")
    func alone() {
        let school = Given(School.plan { $0.line.removeAll { $0.person == School.deputy } }).raised().seated()
            .responding(School.principal)
        #expect(school.state.isLoneAdult(School.principal, in: school.it))
        #expect(!school.state.isLoneAdult(School.teacher, in: school.it))
        let others = Given().raised().seated().responding(School.principal)
        #expect(!others.state.isLoneAdult(School.principal, in: others.it))
        let source = school.seen()
        school.when(School.teacher) { .reportAlone($0, School.teacher, source: source) }.then(.aloneReported)
    }

    @Test("Late news of it does not overturn what was seen since")
    func lateNews() {
        let freed = Given().after(.minutes(30)).raised().seated().responding(School.principal).jump(
            .minutes(2)
        )
        .free(School.principal).seated(School.county).jump(.minutes(3))
        freed.responding(School.county, ago: .seconds(10)).expect {
            $0.state.responding[School.county] != nil
        }
        freed.responding(School.principal, ago: .minutes(4)).then(.respondingReported)
            .expect("hands were seen free since") { $0.state.responding[School.principal] == nil }
        let busy = Given().after(.minutes(30)).raised().responding(School.nurse).jump(.minutes(5))
        busy.free(School.nurse, ago: .minutes(20)).expect { $0.state.responding[School.nurse] != nil }
        busy.responding(School.nurse, ago: .minutes(6))
            .expect { $0.state.responding[School.nurse]?.since == $0.now + .minutes(-6) }
    }

    @Test("What was seen in an emergency that is over starts nothing in the next one")
    func anotherTime() {
        let first = Given().raised(nil, level: .medical).jump(.minutes(5))
        let source = first.seen()
        let second = first.jump(.minutes(25)).when(School.teacher) { .closeIncident($0) }.jump(.minutes(90))
            .raised().seated().jump(.minutes(4))
        let told = second.when(School.nurse, .reportResponding(School.principal, source: source, text: nil))
            .then(.respondingReported)
        #expect(told.state.responding.isEmpty && told.kept == .late)
        #expect(told.it.coordination.coordinator?.attends == true)
        // Also where the holder's hands are known to be free, and where nothing is open it is only noted.
        second.free(School.principal).when(
            School.nurse, .reportResponding(School.principal, source: source, text: nil)
        ).then(.respondingReported)
        // What was seen just before the alarm belongs to it, however late it comes.
        second.responding(School.principal, ago: .minutes(5))
            .then(.respondingReported, .handoverStarted, .coordinatorAsked).expect { $0.kept == nil }
        second.responding(School.principal, ago: .seconds(4 * 60 + 121)).then(.respondingReported)
        // And what was seen while anything that is still open was going on.
        let call = first.raised(.secure).seated().jump(.minutes(90)).raised().jump(.minutes(4))
        call.when(School.nurse, .reportResponding(School.principal, source: source, text: nil))
            .expect { $0.it.coordination.coordinator?.attends == false && $0.kept == nil }
    }

    @Test("It ends with the next incident, so that nobody is passed over next month, and not with a closing")
    func endsWithIncident() {
        let closed = Given().raised(nil, level: .medical).responding(School.principal)
            .when(School.teacher) { .closeIncident($0) }.then(.incidentClosed)
        closed.jump(.minutes(3)).raised().expect { $0.asked.contains(School.principal) }
        closed.raised().expect { !$0.asked.contains(School.principal) }
    }

    @Test("Who coordinated with busy hands when an incident was closed does so when it is opened again")
    func reopened() {
        let busy = Given().raised(.secure).seated().responding(School.principal).ended(.coordinator)
            .when(School.principal) { .closeIncident($0) }.then(.incidentClosed).jump(.minutes(5))
        busy.when(School.deputy) { .reopenIncident($0) }
            .then(.incidentReopened, .handoverStarted, .coordinatorAsked)
            .expect { $0.it.coordination.coordinator?.handsBusySince != nil }
            .expect { $0.state.responding[School.principal] != nil && $0.asked.contains(School.deputy) }
        // Free hands alone end it as little as they would have without the closing.
        busy.free(School.principal).when(School.deputy) { .reopenIncident($0) }
            .then(.incidentReopened, .handoverStarted, .coordinatorAsked)
            .when(School.principal) { .acceptPosition($0, .schoolCoordinator) }
            .expect { $0.it.coordination.coordinator?.attends == true }
    }

    @Test("What was recorded after the end does not stay into the next incident, unless it was just seen")
    func afterTheEnd() {
        let over = Given().raised(nil, level: .medical).when(School.teacher) { .closeIncident($0) }
            .responding(School.principal)
        #expect(over.state.responding[School.principal] != nil, "an observation is never lost")
        over.jump(.minutes(3)).raised().expect { $0.state.responding.isEmpty }
            .expect { $0.asked.contains(School.principal) }
        over.jump(.minutes(1)).raised().expect { !$0.asked.contains(School.principal) }
        let open = over.raised(nil, level: .assist)
        open.jump(.minutes(3)).raised().expect { $0.state.responding[School.principal] != nil }
    }

    @Test("Help is being coordinated only while somebody coordinates with free hands, in every slice")
    func attends() {
        func attends(_ school: Given) -> [Bool] {
            Slices.all.map { slice in
                let replica = Slices.fold(school.records.compactMap { $0.cut(for: slice) }, slice)
                return replica.state.incidents[school.incident]?.coordination.coordinator?.attends ?? false
            }
        }
        let none = Slices.all.map { _ in false }, all = Slices.all.map { _ in true }
        #expect(attends(Given().raised()) == none)
        #expect(attends(Given().raised().after(.seconds(20))) == none, "a caretaker has not accepted")
        let seated = Given().raised().seated()
        #expect(attends(seated) == all)
        let busy = seated.responding(School.principal)
        #expect(attends(busy) == none)
        #expect(attends(busy.free(School.principal)) == none, "until somebody has accepted")
        #expect(attends(busy.free(School.principal).seated()) == all)
        #expect(attends(busy.seated(School.deputy)) == all)
    }

    @Test("A coordinator of two incidents who starts responding hands over both")
    func twoIncidents() {
        Given().raised(.hold, at: [School.roomA1]).seated().raised(nil, level: .medical).seated()
            .responding(School.principal)
            .then(
                .respondingReported, .handoverStarted, .coordinatorAsked, .handoverStarted, .coordinatorAsked)
    }
}
