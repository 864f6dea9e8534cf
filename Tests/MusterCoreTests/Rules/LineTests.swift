import MusterCore
import Testing

@Suite("Rule: the line is asked all at once in Lockdown, in order otherwise")
struct LineTests {
    @Test("In Lockdown the line and the outside duty person are asked at once")
    func atOnce() {
        Given().raised().then(.incidentRaised, .actionSet, .rosterTaken, .coordinatorAsked)
            .expect { $0.asked == [School.county, School.deputy, School.duty, School.principal] }
            .expect { $0.it.coordination.ladder?.due == $0.now + .seconds(20) }
    }

    @Test("After 20 seconds the outside duty person is caretaker until somebody accepts")
    func caretaker() {
        let kept = Given().raised().after(.seconds(19)).expect { $0.coordinator == nil }.after(.seconds(1))
            .then(.positionTaken, .coordinatorAsked)
        #expect(kept.coordinator == School.duty && kept.it.coordination.coordinator?.caretaker == true)
        kept.seated(School.deputy).then(.positionTaken)
            .expect { $0.coordinator == School.deputy && $0.it.coordination.coordinator?.caretaker == false }
        kept.seated(School.duty).expect { $0.it.coordination.coordinator?.caretaker == false }
    }

    @Test("A Lockdown that is said again does not ring again whoever hides in it")
    func saidAgain() {
        let seated = Given().raised().after(.seconds(20)).jump(.seconds(1))
        #expect(seated.coordinator == School.duty)
        let again = seated.raised(by: School.neighbour)
        again.then(.incidentConfirmed)
        // One that comes into something slower asks everybody at once, as before.
        let slow = Given().raised(.hold).jump(.seconds(1)).raised(by: School.neighbour)
        #expect(slow.asked == [School.county, School.deputy, School.duty, School.principal])
    }

    @Test("The first claim wins")
    func firstClaim() {
        Given().raised().seated(School.county).then(.positionTaken)
            .seated(School.principal).refused(.alreadyHeld(by: School.county))
        Given().raised().seated(School.teacher).refused(.notAsked)
    }

    @Test("In slower incidents the line is asked in order, then the outside duty person is seated")
    func inOrder() {
        var school = Given().raised(.hold)
        for person in [School.principal, School.deputy, School.county] {
            #expect(school.asked.contains(person))
            school = school.after(.seconds(60))
        }
        #expect(school.coordinator == School.duty)
    }

    @Test("Somebody who says no does not make the next one wait")
    func decline() {
        let school = Given().raised(.hold).when(School.principal) { .declineOffer($0, .schoolCoordinator) }
            .then(.offerDeclined, .coordinatorAsked).expect { $0.asked == [School.deputy] }
        school.after(.seconds(60)).when(School.county) { .declineOffer($0, .schoolCoordinator) }
            .then(.offerDeclined, .positionTaken, .coordinatorAsked)
            .expect("everybody else is asked again") { $0.coordinator == School.duty }
        school.when(School.teacher) { .declineOffer($0, .schoolCoordinator) }.refused(.notAsked)
        school.when(School.teacher) { .declineOffer($0, .liaison) }.refused(.notAsked)
        // Whoever said no may still say yes.
        school.seated(School.principal).then(.positionTaken)
    }

    @Test("Whoever is switched off is not asked; whoever is switched off while asked is passed over")
    func availability() {
        let away = Given().when(School.principal, .setAvailability(School.principal, available: false))
            .then(.availabilitySet).raised(.hold)
        #expect(away.asked == [School.deputy])
        away.when(School.office, .setAvailability(School.deputy, available: false))
            .then(.availabilitySet, .coordinatorAsked).expect { $0.asked == [School.county] }
            .when(School.office, .setAvailability(School.deputy, available: true)).then(.availabilitySet)
            .expect { $0.state.unavailable[School.deputy] == nil }
        away.when(School.teacher, .setAvailability(School.deputy, available: false))
            .refused(.notAllowed(.setAvailability))
    }

    @Test("Nobody is seated who is switched off, not even the outside duty person")
    func dutyAway() {
        Given().when(School.duty, .setAvailability(School.duty, available: false)).raised()
            .expect { !$0.asked.contains(School.duty) }.after(.minutes(2)).expect { $0.coordinator == nil }
    }

    @Test("When nobody is available, those who are not are asked rather than nobody")
    func lastResort() {
        var school = Given()
        for person in [School.principal, School.deputy, School.county, School.duty] {
            school = school.when(person, .setAvailability(person, available: false))
        }
        school.raised(.hold).expect {
            $0.asked == [School.county, School.deputy, School.duty, School.principal]
        }
        school.raised().expect("quietly in Lockdown") { $0.asked == [School.county, School.duty] }
    }

    @Test("A holder who leaves passes the position on at once")
    func holderLeaves() {
        Given().raised().seated().when(School.principal, .setAvailability(School.principal, available: false))
            .then(.availabilitySet, .handoverStarted, .coordinatorAsked)
            .expect {
                $0.coordinator == School.principal && $0.it.coordination.handover?.cause == .unavailable
            }
            .seated(School.deputy).then(.positionTaken)
    }

    @Test("With nobody on the line the ladder climbs on, and whoever is on the staff may take it")
    func nobody() {
        let empty = Given(
            School.plan {
                $0.line = []; $0.outsideDuty = nil
            }
        ).raised()
        empty.after(.minutes(5)).expect { $0.coordinator == nil && $0.it.coordination.ladder != nil }
            .seated(School.student).refused(.notAsked)
            .seated(School.neighbour).then(.positionTaken)
    }

    @Test("Outside duty that is on the site hides like all others: it is asked once, never again")
    func dutyOnSite() {
        let plan = School.plan {
            $0.line.append(LineMember(School.duty, onSite: true))
        }
        let school = Given(plan).raised()
        #expect(school.asked.contains(School.duty))
        let rounds = school.after(.minutes(3)).records.compactMap { record -> [PersonID]? in
            guard case .coordination(.coordinatorAsked(_, let persons, _, _)) = record.event else {
                return nil
            }
            return persons
        }
        #expect(rounds.count > 2)
        #expect(rounds.dropFirst().allSatisfy { $0 == [School.county] })
    }

    @Test("In Lockdown one named person is not waited for longer than the whole line is")
    func namedInLockdown() {
        let handed = Given().raised().seated().when(School.principal) { .handOver($0, to: School.county) }
        #expect(handed.it.coordination.ladder?.due == handed.now + .seconds(20))
        let slow = Given().raised(.hold).seated().when(School.principal) { .handOver($0, to: School.county) }
        #expect(slow.it.coordination.ladder?.due == slow.now + .seconds(60))
    }

    @Test("A Lockdown in a slow incident asks everybody at once")
    func hurry() {
        let slow = Given().raised(.hold)
        slow.raised(.lockdown, by: School.neighbour)
            .then(.incidentConfirmed, .actionSet, .coordinatorAsked).expect { $0.asked.count == 4 }
        slow.set(.lockdown, at: [School.site], by: School.neighbour).then(.actionSet, .coordinatorAsked)
        slow.after(.minutes(3)).expect { $0.it.coordination.coordinator?.caretaker == true }
            .set(.lockdown, at: [School.site], by: School.neighbour).then(.actionSet, .coordinatorAsked)
        slow.seated().set(.lockdown, at: [School.site], by: School.neighbour).then(.actionSet)
    }

    @Test("After a pause each ladder climbs one step and starts its clock anew")
    func pause() {
        let woken = Given().raised(.hold).jump(.minutes(30)).expired().then(.coordinatorAsked)
        #expect(woken.asked == [School.deputy, School.principal])
        #expect(woken.it.coordination.ladder?.due == woken.now + .seconds(60))
    }

    @Test("A deadline is reported once, when it is due")
    func deadlines() {
        let school = Given().raised()
        school.expired().refused(.notDue)
        let old = school.state.deadlines[0].id
        school.after(.seconds(20)).when(School.timer, .expire(old)).refused(.unknownDeadline)
        school.when(School.teacher) { .cancelRaise($0) }.expect { $0.state.deadlines.isEmpty }
    }
}
