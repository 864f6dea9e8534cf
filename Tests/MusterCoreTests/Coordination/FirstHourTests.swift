import MusterCore
import Testing

@Suite("The first hour of a Lockdown in a school of 14 staff, with one adult hurt")
struct FirstHourTests {
    @Test("It is coordinated from outside within a minute, nobody is moved, and it ends as the plan says")
    func firstHour() {
        var hour = SmallSchoolHour()
        alarm(&hour)
        police(&hour)
        handover(&hour)
        rooms(&hour)
        end(&hour)
        timeline(hour)
    }

    @Test(
        "Where the coordinator is the one with the hands, the line is asked in the same moment, and one outside takes over"
    )
    func handsOfTheCoordinator() {
        var hour = SmallSchoolHour()
        hour.does(School.teacher, .raise(Raise(.lockdown, at: [School.site], source: hour.seen())))
        hour.advance(to: .seconds(5))
        hour.does(School.principal) { id, _ in .acceptPosition(id, .schoolCoordinator) }
        #expect(hour.given.coordinator == School.principal)
        hour.advance(to: .seconds(9))
        hour.does(School.deputy) { .reportResponding(School.principal, source: $1, text: nil) }
        #expect(hour.seat?.isBusy == true && hour.given.it.coordination.handover?.cause == .responding)
        #expect(hour.given.asked == [School.county, School.deputy, School.duty])
        hour.advance(to: .seconds(15))
        #expect(hour.given.coordinator == School.principal, "the seat is never empty")
        hour.does(School.county) { id, _ in .acceptPosition(id, .schoolCoordinator) }
        #expect(hour.given.coordinator == School.county && hour.seat?.isBusy == false)
    }

    /// Minute 0: the principal does what only hands can do, so somebody outside coordinates.
    private func alarm(_ hour: inout SmallSchoolHour) {
        hour.does(School.teacher, .raise(Raise(.lockdown, at: [School.site], source: hour.seen())))
        #expect(hour.given.asked == [School.county, School.deputy, School.duty, School.principal])
        hour.advance(to: .seconds(7))
        hour.does(School.deputy) {
            .reportResponding(School.principal, source: $1, text: "CPR in the hall, the custodian")
        }
        #expect(hour.given.asked == [School.county, School.deputy, School.duty])
        hour.advance(to: .seconds(12))
        hour.does(School.deputy) { id, _ in .declineOffer(id, .schoolCoordinator) }
        #expect(hour.given.coordinator == nil)
        hour.advance(to: .seconds(20))
        #expect(hour.given.coordinator == School.duty && hour.seat?.caretaker == true)
        hour.advance(to: .seconds(40))
        hour.does(School.duty) { id, _ in .acceptPosition(id, .schoolCoordinator) }
        #expect(hour.seat?.attends == true)
        hour.does(School.duty) { id, _ in .readBack(id) }
        hour.does(School.duty) { id, _ in .offerPosition(id, .caller911, to: School.deputy) }
        hour.does(School.deputy) { id, _ in .acceptPosition(id, .caller911) }
        hour.does(School.deputy) { .recordCall911($0, ended: false, source: $1) }
        hour.resource(by: School.deputy) { ($0.kind, $0.count, $0.stage) = (.ambulance, 1, .asked) }
        hour.advance(to: .seconds(90))
        hour.does(School.neighbour, .raise(Raise(.lockdown, at: [School.site], source: hour.seen())))
        for room in SmallSchoolHour.heard { hour.reports(room, .heardFrom) }
        hour.advance(to: .minutes(3))
        hour.reports(School.roomA2, .needsHelp, injured: 1)
        // The nurse kneels beside the principal: the next of the line leads first aid.
        hour.does(School.deputy) { .reportResponding(School.nurse, source: $1, text: nil) }
        hour.does(School.duty) { id, _ in .offerPosition(id, .medical, to: nil) }
        #expect(hour.given.it.coordination.others[.medical]?.asked == School.neighbour)
        hour.does(School.neighbour) { id, _ in .acceptPosition(id, .medical) }
    }

    /// Minute 6: police command, and the coordinator has another place.
    private func police(_ hour: inout SmallSchoolHour) {
        hour.advance(to: .minutes(6))
        hour.does(School.deputy) {
            .recordSceneCommand($0, .police, unified: false, since: $1.observedAt, source: $1, text: nil)
        }
        let steps = SceneSteps(
            hour.given.it, hour.given.state, RoomBoard(hour.given.it, in: hour.given.state))
        #expect(steps?.isByVoiceOnly == false && steps?.isEndTheirs == true)
        #expect(steps?.silent == SmallSchoolHour.silent && steps?.hurt == [School.roomA2])
        #expect(hour.nextStep(of: School.duty)?.sceneStep == .facts)
        hour.tells(.facts, by: School.duty)
        #expect(hour.nextStep(of: School.duty)?.sceneStep == .help)
        hour.tells(.help, by: School.duty)
        hour.advance(to: .minutes(9))
        hour.resource(by: School.deputy) { $0.stage = .here }
        hour.advance(to: .minutes(12))
        // The crew takes over; whoever has free hands again does not hold the position for that.
        hour.does(School.neighbour) { .reportHandsFree(School.principal, source: $1) }
        hour.does(School.neighbour) { .reportHandsFree(School.nurse, source: $1) }
        #expect(hour.given.coordinator == School.duty)
        hour.does(School.duty) { id, _ in .setObjectives(id, text: "The hurt are out first.") }
        hour.advance(to: .minutes(15))
        hour.reports(School.roomA2, .allHere)
    }

    /// Minute 20: the seat goes on to the county, and first aid to the nurse.
    private func handover(_ hour: inout SmallSchoolHour) {
        hour.advance(to: .minutes(20))
        hour.does(School.duty) { id, _ in .handOver(id, to: School.county) }
        #expect(hour.given.coordinator == School.duty, "whoever hands over holds it until somebody accepts")
        let briefing = Briefing(hour.given.it, hour.given.state)
        #expect(briefing.forLawEnforcement == SmallSchoolHour.silent)
        #expect(briefing.withoutReport.isEmpty && briefing.needsHelp.isEmpty)
        #expect(briefing.heard == 6)
        hour.advance(to: .minutes(21))
        hour.does(School.county) { id, _ in .acceptPosition(id, .schoolCoordinator) }
        hour.does(School.county) { id, _ in .readBack(id) }
        #expect(hour.given.coordinator == School.county)
        // A late act of the one before is kept, and done by nobody.
        hour.does(School.duty) { id, _ in
            .setAction(id, places: [School.site], action: .secure, hazard: nil)
        }
        #expect(hour.given.kept == .suggestion && hour.given.it.hasLockdown)
        // In a small school one person may hold several positions.
        hour.does(School.county) { id, _ in .offerPosition(id, .liaison, to: School.county) }
        hour.does(School.county) { id, _ in .acceptPosition(id, .liaison) }
        hour.advance(to: .minutes(30))
        hour.does(School.county) { id, _ in .offerPosition(id, .medical, to: School.nurse) }
        hour.does(School.nurse) { id, _ in .acceptPosition(id, .medical) }
        #expect(hour.given.it.coordination.holder(of: .medical) == School.nurse)
    }

    /// Minutes 35 to 50: each room is opened by police and recorded as cleared.
    private func rooms(_ hour: inout SmallSchoolHour) {
        for (index, room) in SmallSchoolHour.rooms.enumerated() {
            hour.advance(to: .minutes(35 + 2 * Int64(index)))
            #expect(hour.given.standing(SmallSchoolHour.silent[1]) == .silent)
            hour.does(School.county) { .recordCleared($0, room: room, source: $1) }
            #expect(hour.given.standing(room) == .cleared)
        }
    }

    /// Minute 55: the word of the agency ends it, as the plan says, and nothing else does.
    private func end(_ hour: inout SmallSchoolHour) {
        hour.advance(to: .minutes(54))
        let briefing = Briefing(hour.given.it, hour.given.state)
        #expect(
            briefing.kind == .actual && briefing.raisedBy == School.teacher && briefing.confirmations == 1)
        #expect(briefing.objectives.flatMap { $0.lines } == ["Every room is locked within a minute."])
        #expect(briefing.ownObjectives?.by == School.duty)
        #expect(briefing.actions.map { $0.action } == [.lockdown])
        #expect(briefing.organization.map { $0.position } == [.liaison, .medical, .caller911])
        #expect(briefing.scene?.agency == .police && briefing.call911?.endedAt == nil)
        #expect(briefing.resources.here.map { $0.kind?.value } == [.ambulance])
        #expect(briefing.openTasks.contains { $0.sceneStep == .accounting })
        #expect(briefing.forLawEnforcement.isEmpty && briefing.responding.isEmpty && briefing.heard == 8)
        hour.does(School.county) { id, _ in
            .endAction(id, places: [School.site], method: .announcementAndKey)
        }
        #expect(hour.given.it.hasLockdown, "police command: the announcement is not the plan's way now")
        hour.advance(to: .minutes(55))
        hour.does(School.county) { id, _ in .endAction(id, places: [School.site], method: .agency) }
        #expect(!hour.given.it.hasLockdown)
        hour.does(School.deputy) { .recordCall911($0, ended: true, source: $1) }
        hour.advance(to: .minutes(58))
        hour.does(School.county) { id, _ in .closeIncident(id) }
        #expect(!hour.given.it.isOpen)
    }

    private func timeline(_ hour: SmallSchoolHour) {
        #expect(hour.broken.isEmpty, "\(hour.broken)")
        let records = hour.given.records
        let raised = records.first { $0.event.wireCase == .incidentRaised }?.at ?? .zero
        let taken = records.filter { $0.event.wireCase == .positionTaken }
        // Caretaker at 20 s, coordinator at 40 s, and the hour has no other way to the seat.
        let seats = taken.compactMap { record -> String? in
            guard
                case .coordination(.positionTaken(_, .schoolCoordinator, let person, let caretaker)) = record
                    .event
            else { return nil }
            return "\(person) \((record.at - raised).seconds)\(caretaker ? " caretaker" : "")"
        }
        #expect(seats == ["duty 20 caretaker", "duty 40", "county 1260"])
        var rest = records.map { $0.event.wireCase }[...]
        for name: EventName in [
            .incidentRaised, .actionSet, .coordinatorAsked, .respondingReported, .positionTaken,
            .positionTaken,
            .briefingReadBack, .call911Recorded, .resourceReported, .incidentConfirmed, .roomReported,
            .sceneCommandRecorded, .courseOpened, .taskReported, .respondingEnded, .objectivesSet,
            .handoverStarted, .positionTaken, .suggestionKept, .roomCleared, .actionEnded, .incidentClosed,
        ] {
            guard let place = rest.firstIndex(of: name) else {
                Issue.record("\(name.rawValue) is not where it should be")
                return
            }
            rest = rest[(place + 1)...]
        }
        #expect(records.filter { $0.event.wireCase == .roomCleared }.count == 8)
        #expect(records.allSatisfy { $0.event.wireCase != .takeoverOffered })
    }
}
