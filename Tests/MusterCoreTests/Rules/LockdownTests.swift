import MusterCore
import Testing

@Suite("Rule: Lockdown is silent and still")
struct LockdownTests {
    @Test("An end that was pressed before this Lockdown was set does not end it")
    func lateEnd() {
        let school = Given().raised().seated().policeCommand().ended(.agency).after(.minutes(20)).raised()
        school.when(School.principal, late: .minutes(10)) {
            .endAction($0, places: [School.site], method: .agency)
        }.refused(.tooLate).expect { $0.action(at: School.site) == .lockdown }
        school.after(.seconds(1)).ended(.agency).then(.actionEnded)
    }

    @Test(
        "Nothing moves the people of a place in Lockdown",
        arguments: [ProtectiveAction.evacuate, .evade, .hold, .secure, .shelter])
    func still(action: ProtectiveAction) {
        let locked = Given().raised().seated()
        locked.set(action, at: [School.roomA1]).refused(.lockdownFirst(School.roomA1))
        locked.set(action, at: [School.site]).refused(.lockdownFirst(School.site))
        #expect(locked.raised(action, by: School.nurse, at: [School.roomA1]).kept == .around)
    }

    @Test(
        "A locked room inside does not keep the others from what they must do: it stays, and the answer says so",
        arguments: [ProtectiveAction.evacuate, .evade, .hold, .secure, .shelter])
    func around(action: ProtectiveAction) {
        let locked = Given().raised(at: [School.roomA1]).seated()
        for given in [
            locked.set(action, at: [School.site]).then(.actionSet),
            locked.set(action, at: [School.roomA1, School.roomA2, School.buildingB]).then(.actionSet),
            locked.raised(action, by: School.nurse).then(.incidentConfirmed, .actionSet),
        ] {
            #expect(given.kept == .around)
            #expect(given.it.isLockedDown(School.roomA1, in: School.tree))
            #expect(given.action(at: School.roomA2) == action && given.action(at: School.roomB1) == action)
        }
        #expect(locked.set(action, at: [School.buildingB]).kept == nil)
    }

    @Test("What was set in a room ends there, and what goes on around it holds there too")
    func fallsBack() {
        let school = Given().raised(.secure).seated().set(.evacuate, at: [School.buildingA])
            .set(.hold, at: [School.roomB1])
        school.ended(.coordinator, at: [School.buildingA])
            .expect { $0.action(at: School.roomA1) == .secure }
            .ended(.coordinator, at: [School.buildingA]).expect { $0.action(at: School.roomA1) == nil }
        school.ended(.coordinator, at: [School.roomB1])
            .expect { $0.action(at: School.roomB1) == .secure && $0.action(at: School.roomA1) == .evacuate }
        school.ended(.coordinator, at: [School.site])
            .expect { $0.action(at: School.roomA1) == .evacuate && $0.action(at: School.roomB1) == .hold }
        Given().raised().seated().cleared(School.roomA1).set(.evacuate, at: [School.roomA1])
            .ended(.coordinator, at: [School.roomA1])
            .expect { $0.action(at: School.roomA1) == .lockdown && $0.standing(School.roomA1) == .cleared }
    }

    @Test("Who said to have arrived hides, and who said to have left does not; hours alone send nobody home")
    func presence() {
        var duty = TakenDuty(outside: nil, away: [School.deputy, School.principal])
        duty.arrived = [School.county]
        duty.left = [School.deputy]
        let locked = Given(duty: duty).raised()
        #expect(locked.state.isInLockdown(School.county, in: locked.it))
        #expect(!locked.state.isInLockdown(School.deputy, in: locked.it))
        #expect(locked.state.isInLockdown(School.principal, in: locked.it))
        // All are asked at once; again only those who make no noise in a locked place.
        let again = locked.after(.minutes(2))
        let asked = again.records.compactMap { record -> [PersonID]? in
            guard case .coordination(.coordinatorAsked(_, let persons, _, _)) = record.event else {
                return nil
            }
            return persons
        }
        #expect(asked.first?.contains(School.county) == true)
        #expect(asked.last?.contains(School.county) == false)
        #expect(asked.last?.contains(School.deputy) == true)
    }

    @Test("What somebody says of where they are while it goes on counts at once, and the last word of each")
    func presenceMeanwhile() {
        let locked = Given().raised()
        func says(_ given: Given, _ person: PersonID, _ onSite: Bool) -> Given {
            given.when(person, .reportPresence(given.incident, onSite: onSite, source: Source(at: given.now)))
                .then(.presenceReported)
        }
        let here = says(locked, School.county, true)
        #expect(!locked.state.isInLockdown(School.county, in: locked.it))
        #expect(here.kept == nil && here.state.isInLockdown(School.county, in: here.it))
        // A teacher whose room is locked and who went home hides nowhere.
        #expect(locked.state.isInLockdown(School.teacher, in: locked.it))
        let gone = says(here, School.teacher, false)
        #expect(!gone.state.isInLockdown(School.teacher, in: gone.it))
        let back = says(gone, School.teacher, true)
        #expect(back.state.isInLockdown(School.teacher, in: back.it))
        // Beside it, and in what begins later, they are where they said to be.
        var book = TakenDuty()
        book.left = [School.county]
        let began = Given(duty: book).raised()
        let inside = says(began, School.county, true)
        #expect(began.it.coordination.duty?.left == [School.county])
        let call = inside.when(
            School.teacher,
            .raise(Raise(nil, at: [School.roomB1], level: .assist, source: Source(at: inside.now))))
        #expect(call.state.incidents.rows.filter { $0.isOpen }.count == 2)
        #expect(call.state.incidents.rows.allSatisfy { $0.coordination.duty?.left.isEmpty ?? true })
        // That somebody has left counts only when it comes at once; that they are here always does.
        func late(_ given: Given, _ onSite: Bool) -> Given {
            given.when(
                School.county,
                .reportPresence(
                    given.incident, onSite: onSite, source: Source(at: given.now + .seconds(-61))))
        }
        let after = late(here, false)
        #expect(after.kept == .late && after.state.isInLockdown(School.county, in: after.it))
        // Nobody else is told where anybody is.
        #expect(gone.records.last?.cut(for: Slice(.responder)) == nil)
    }

    @Test("A caretaker who hides is better than none; somebody outside is better than both")
    func caretakerInside() {
        var duty = TakenDuty(outside: School.teacher, away: [])
        let alone = Given(School.plan { $0.outsideDuty = nil }, duty: duty).raised().after(.seconds(20))
        #expect(alone.coordinator == School.teacher)
        duty.arrived = []
        let both = Given(duty: duty).raised().after(.seconds(20))
        #expect(both.coordinator == School.duty)
    }

    @Test("A Lockdown that stands takes back no clearing when it is set again; a new one does")
    func setAgain() {
        let school = Given().raised().seated().cleared(School.roomA1).cleared(School.roomA2)
            .set(.evacuate, at: [School.roomA2])
        let again = school.set(.lockdown, at: [School.site]).then(.actionSet)
        #expect(again.standing(School.roomA1) == .cleared && again.it.cleared[School.roomA2] != nil)
        #expect(again.action(at: School.roomA2) == .evacuate)
        school.set(.lockdown, at: [School.roomA1])
            .expect { $0.it.isLockedDown(School.roomA1, in: School.tree) }
            .expect { $0.it.cleared[School.roomA2] != nil }
        school.ended(.announcementAndKey).set(.lockdown, at: [School.site])
            .expect { $0.it.isLockedDown(School.roomA1, in: School.tree) && $0.it.cleared.isEmpty }
    }

    @Test("Silent rooms are a list for law enforcement, and nobody is sent to knock")
    func silentRooms() {
        let locked = Given().raised().reported(School.roomA1, .allHere)
        let board = RoomBoard(locked.it, in: locked.state)
        #expect(board.forLawEnforcement == [School.roomA2, School.roomB1, School.roomB2])
        #expect(board.withoutReport.isEmpty)
        #expect(board.count(.silent) == 3)
        let briefing = Briefing(locked.it, locked.state)
        #expect(briefing.forLawEnforcement.count == 3)
        #expect(briefing.heard == 1)
    }

    @Test("After the first cue nobody on the site is asked again while a place is in Lockdown")
    func quiet() {
        let locked = Given(School.plan { $0.outsideDuty = nil }).raised()
        #expect(locked.asked == [School.county, School.deputy, School.principal])
        locked.after(.seconds(20)).expect {
            $0.records.last?.event
                == .coordination(
                    .coordinatorAsked(
                        $0.incident, persons: [School.county], step: .askAgain, due: $0.now + .seconds(60)))
        }
        // An everyday call meanwhile does not break the silence either.
        locked.seated().raised(nil, by: School.neighbour, level: .assist).after(.minutes(10)).expect {
            school in
            !school.records.suffix(3).contains { record in
                guard case .coordination(.coordinatorAsked(_, let persons, .askAgain, _)) = record.event
                else {
                    return false
                }
                return persons.contains(School.deputy)
            }
        }
    }

    @Test("In person it ends when every room in Lockdown is recorded as cleared, and not before")
    func inPerson() {
        var school = Given().raised().seated()
        for room in School.rooms {
            school.ended(.inPerson).refused(.roomsNotCleared(Int32(4 - school.it.cleared.rows.count)))
            school = school.cleared(room)
            #expect(school.standing(room) == .cleared)
        }
        school.ended(.inPerson).then(.actionEnded).expect { !$0.it.hasActionInForce }
    }

    @Test("Only rooms that are in Lockdown must be cleared")
    func onlyLockedRooms() {
        Given().raised(at: [School.buildingA]).seated().cleared(School.roomA1).cleared(School.roomA2)
            .ended(.inPerson).then(.actionEnded)
    }

    @Test("Without a roster every listed room must be cleared")
    func emptyRoster() {
        let school = Given(roster: []).raised(at: [School.buildingA]).seated()
        school.ended(.inPerson).refused(.roomsNotCleared(2))
        school.cleared(School.roomA1).cleared(School.roomA2).ended(.inPerson).then(.actionEnded)
    }

    @Test("A wing is not cleared as a whole")
    func noWing() {
        Given().raised().seated().cleared(School.buildingA)
            .set(.evacuate, at: [School.buildingA]).refused(.lockdownFirst(School.buildingA))
    }

    @Test("A clearing seen before this Lockdown does not open it")
    func lateClearing() {
        Given().after(.minutes(5)).raised().seated().cleared(School.roomA1, ago: .minutes(3))
            .expect { $0.it.isLockedDown(School.roomA1, in: $0.state.places) }
    }

    @Test("People of a cleared room may be moved and are counted there, and the room stays cleared")
    func clearedRoomMoves() {
        Given().raised().seated().cleared(School.roomA1).set(.evacuate, at: [School.roomA1]).then(.actionSet)
            .cleared(School.roomA2).cleared(School.roomB1).cleared(School.roomB2)
            .expect { $0.standing(School.roomA1) == .noReport && $0.it.cleared[School.roomA1] != nil }
            .ended(.inPerson).then(.actionEnded)
    }

    @Test("A room locked down again is no longer cleared")
    func lockedAgain() {
        Given().raised().seated().cleared(School.roomA1).raised(by: School.neighbour, at: [School.roomA1])
            .then(.incidentConfirmed, .actionSet)
            .expect { $0.it.isLockedDown(School.roomA1, in: $0.state.places) }
        // Whoever raises it for the whole site has seen it there too, also the one who raised it first.
        for place in [School.site, School.buildingA] {
            for person in [School.neighbour, School.teacher] {
                Given().raised().seated().cleared(School.roomA1).cleared(School.roomA2)
                    .set(.evacuate, at: [School.roomA2]).raised(by: person, at: [place])
                    .then(.incidentConfirmed, .actionSet).expect { $0.it.cleared.isEmpty }
                    .expect { $0.it.isLockedDown(School.roomA1, in: School.tree) }
                    .expect { $0.it.isLockedDown(School.roomA2, in: School.tree) }
            }
        }
    }

    @Test("How it ends is the plan's; once an agency commands, its word ends it")
    func endings() {
        let school = Given(School.plan { $0.lockdownEnds = [.inPerson, .agency] }).raised().seated()
        school.ended(.announcementAndKey).refused(.methodNotInPlan)
        school.ended(.coordinator).refused(.methodNotInPlan)
        school.ended(.cancelled).refused(.methodNotInPlan)
        school.ended(.agency).refused(.noAgencyCommands)
        school.policeCommand().ended(.inPerson).refused(.agencyCommands)
        school.policeCommand().ended(.agency).then(.actionEnded)
        Given(School.plan { $0.lockdownEnds = [.announcementAndKey] }).raised().seated().policeCommand()
            .ended(.announcementAndKey).then(.actionEnded)
    }

    @Test("An end ends what it is the end of, and no other action that was set inside")
    func endsItsOwn() {
        let school = Given().raised(.shelter, at: [School.site], hazard: .tornado).seated()
            .set(.evacuate, at: [School.buildingA])
        school.ended(.coordinator, at: [School.site]).then(.actionEnded)
            .expect { $0.action(at: School.roomB1) == nil && $0.action(at: School.roomA1) == .evacuate }
            .ended(.coordinator, at: [School.buildingA]).expect { !$0.it.hasActionInForce }
        let gas = school.when(School.principal) {
            .setAction($0, places: [School.buildingB], action: .shelter, hazard: .gas)
        }
        gas.ended(.coordinator, at: [School.site]).expect { $0.action(at: School.roomB1) == .shelter }
        // The same action that was set again below ends with the one above.
        Given().raised(.hold, at: [School.site]).seated().set(.hold, at: [School.roomA1])
            .ended(.coordinator, at: [School.site]).expect { !$0.it.hasActionInForce }
    }

    @Test("The coordinator's end of what goes on around a Lockdown leaves the Lockdown, and says so")
    func endsAround() {
        let school = Given().raised(.secure, at: [School.buildingA]).seated()
            .set(.shelter, at: [School.site]).set(.lockdown, at: [School.roomA1])
        for place in [School.buildingA, School.site] {
            school.ended(.coordinator, at: [place]).then(.actionEnded)
                .expect { $0.kept == .around && $0.it.isLockedDown(School.roomA1, in: School.tree) }
                .expect { $0.action(at: School.roomA2) != .secure }
                .ended(.coordinator, at: [place])
                .expect { $0.it.isLockedDown(School.roomA1, in: School.tree) }
        }
        school.ended(.coordinator, at: [School.site]).expect { $0.action(at: School.roomB1) == nil }
        school.ended(.coordinator, at: [School.roomA1]).refused(.methodNotInPlan)
        school.ended(.announcementAndKey, at: [School.buildingA]).then(.actionEnded)
            .expect { $0.kept == nil && !$0.it.hasLockdown }
        Given().raised(.lockdown, at: [School.roomA1]).seated()
            .ended(.coordinator, at: [School.buildingA]).refused(.methodNotInPlan)
    }

    @Test("Only the school coordinator ends a Lockdown, unless the plan says otherwise")
    func whoEnds() {
        let school = Given().raised().seated()
        for person in [School.teacher, School.sro, School.police, School.student, School.deputy] {
            school.ended(.announcementAndKey, by: person).refused(.notAllowed(.endLockdown))
        }
        school.ended(.announcementAndKey).then(.actionEnded)
    }

    @Test("Ending in one building leaves the other in Lockdown")
    func oneBuilding() {
        Given().raised().seated().ended(.announcementAndKey, at: [School.buildingA])
            .expect { $0.action(at: School.roomA1) == nil && $0.action(at: School.roomB1) == .lockdown }
            .ended(.announcementAndKey, at: [School.roomA1]).refused(.noActionInForce)
    }

    @Test("Nothing is shown as cleared that nobody opened; help still wanted outranks it")
    func helpOutranks() {
        Given().raised().reported(School.roomA1, .needsHelp).cleared(School.roomA1)
            .expect { $0.standing(School.roomA1) == .needsHelp }
    }
}
