import MusterCore

/// Draws commands of every kind, most of them such that they could be meant.
struct RandomCommand {
    var random: SplitMix
    let state: SiteState
    let now: Instant
    let head: Int64

    static let people = [
        School.principal, School.deputy, School.county, School.duty, School.teacher, School.neighbour,
        School.nurse, School.sro, School.police, School.office, School.student,
    ]
    static let places = School.places.map { $0.place } + [School.place("elsewhere")]

    mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

    mutating func pick<T>(_ some: [T]) -> T { some[Int(random.next() % UInt64(some.count))] }

    /// Who acts: often somebody who can do something, such as the coordinator or somebody who is asked.
    mutating func person(for command: Command) -> PersonID {
        switch command {
        case .expire, .reportCommandPost: return School.timer
        case .publishPlan, .listPlaces, .eraseText, .dismissLateRaise:
            return chance(80) ? School.office : pick(Self.people)
        case .raise(let raise) where raise.kind.isPractice:
            return chance(70) ? pick([School.principal, School.office]) : pick(Self.people)
        default: break
        }
        guard let id = command.incident, let incident = state.incidents[id], chance(60) else {
            return pick(Self.people)
        }
        let coordination = incident.coordination
        switch command {
        case .acceptPosition(_, let position), .declineOffer(_, let position):
            let asked = coordination.others[position]?.asked.map { [$0] } ?? coordination.asked
            return asked.isEmpty ? pick(Self.people) : pick(asked)
        case .cancelRaise, .claimMistake:
            return pick([incident.raisedBy] + incident.actions.rows.map { $0.setBy })
        case .recordCallBack:
            guard let claim = incident.mistakes.last, chance(40) else {
                return pick([School.principal, School.county])
            }
            return claim.by
        default:
            if case .reportResponding = command { return pick(Self.people) }
            if chance(15), !coordination.former.isEmpty { return pick(coordination.former) }
            return coordination.coordinator?.person ?? pick(Self.people)
        }
    }

    mutating func command() -> Command {
        // Where somebody coordinates, positions are given out and passed on, or hardly any would be held for long.
        let isLed = state.incidents.rows.contains {
            $0.isOpen && $0.coordination.coordinator?.attends == true
        }
        let name = isLed && chance(30) ? pick(Self.ofPositions) : pick(Self.weighted)
        let id = incident()
        switch name {
        case .publishPlan, .listPlaces, .eraseText, .setAvailability: return office(name)
        case .raise, .dismissLateRaise, .cancelRaise, .claimMistake, .recordCallBack, .turnActual:
            return alarm(name, id)
        case .setAction:
            return .setAction(id, places: places(), action: pick(ProtectiveAction.allCases), hazard: nil)
        case .endAction:
            let set = state.incidents[id]?.actions.rows.filter { $0.isInForce }.map { $0.place } ?? []
            return .endAction(
                id, places: chance(70) && !set.isEmpty ? set : places(),
                method: chance(40) ? .inPerson : pick(EndMethod.allCases))
        case .sendCorrection:
            return .sendCorrection(
                id, text: pick(["secret-correction", "", String(repeating: "x", count: 4001)]))
        case .closeIncident: return .closeIncident(id)
        case .reopenIncident:
            let closed = state.incidents.rows.filter { !$0.isOpen }
            return .reopenIncident(chance(80) && !closed.isEmpty ? pick(closed).id : id)
        case .acceptPosition: return .acceptPosition(id, asked(id))
        case .declineOffer: return .declineOffer(id, position())
        case .handOver: return .handOver(id, to: chance(50) ? nil : pick(Self.people))
        case .readBack: return .readBack(id)
        case .withdrawSceneCommand: return .withdrawSceneCommand(id)
        case .offerPosition:
            let holders = state.incidents[id]?.coordination.others.rows.compactMap { $0.holder } ?? []
            let person = chance(30) && !holders.isEmpty ? pick(holders) : pick(Self.people)
            let position: Position = chance(70) ? pick([.liaison, .safety]) : position()
            return .offerPosition(id, position, to: chance(40) ? nil : person)
        case .nameDeputy, .planShift, .cancelShift: return succession(name, id)
        case .openCourse: return .openCourse(id, course())
        case .closeCourse: return .closeCourse(id, chance(70) ? School.reunification : course())
        case .setObjectives:
            return .setObjectives(
                id, text: pick(["", "secret-objective", String(repeating: "x", count: 4001)]))
        case .handTask: return .handTask(id, task(id), to: pick(Position.allCases))
        case .settleRoom: return .settleRoom(id, room: room(), report: report(id))
        case .expire: return .expire(deadline())
        case .reportCommandPost: return commandPost(id)
        default: return observation(name, id)
        }
    }

    private static let ofPositions: [CommandName] = [
        .offerPosition, .offerPosition, .acceptPosition, .acceptPosition, .declineOffer, .nameDeputy,
        .planShift,
        .cancelShift, .reportResponding, .reportHandsFree, .setAvailability,
    ]

    private static let weighted: [CommandName] =
        CommandName.allCases + [
            .raise, .raise, .setAction, .endAction, .endAction, .acceptPosition, .acceptPosition,
            .acceptPosition,
            .declineOffer, .handOver, .offerPosition, .offerPosition, .reportResponding, .reportRoom,
            .reportRoom,
            .reportRoom, .recordCleared, .recordCleared, .settleRoom, .closeIncident, .closeIncident,
            .reopenIncident, .reopenIncident, .dismissLateRaise, .sendCorrection, .cancelRaise, .claimMistake,
            .recordCallBack, .recordCallBack, .openCourse, .closeCourse, .reportTask, .reportTask, .handTask,
            .reportResource, .reportResource, .reportCommandPost, .reportCommandPost,
        ]

    /// A command post of somebody who holds something, most often, that went silent or is heard again.
    private mutating func commandPost(_ id: IncidentID) -> Command {
        let coordination = state.incidents[id]?.coordination
        let silent = coordination?.silentPosts.rows.map { $0.person } ?? []
        if chance(50), !silent.isEmpty { return .reportCommandPost(id, pick(silent), silentSince: nil) }
        let holders = [coordination?.coordinator?.person].compactMap { $0 } + Self.people
        let person = chance(70) ? holders[0] : pick(holders)
        return .reportCommandPost(id, person, silentSince: now + .seconds(chance(50) ? -70 : -300))
    }

    /// Who comes next in a position: now, soon, later, or at a moment that has passed.
    private mutating func succession(_ name: CommandName, _ id: IncidentID) -> Command {
        let coordination = state.incidents[id]?.coordination
        let planned = coordination?.shifts.rows.map { $0.position } ?? []
        switch name {
        case .nameDeputy:
            let named = coordination?.deputies.rows.map { $0.person } ?? []
            let person = chance(20) && !named.isEmpty ? pick(named) : pick(Self.people)
            return .nameDeputy(id, position(), chance(10) ? nil : person)
        case .planShift:
            let spans: [Int64] = [-60_000, 0, 5_000, 40_000, 300_000]
            return .planShift(
                id, position(), pick(Self.people), from: now + TimeSpan(milliseconds: pick(spans)))
        default: return .cancelShift(id, chance(70) && !planned.isEmpty ? pick(planned) : position())
        }
    }

    private mutating func office(_ name: CommandName) -> Command {
        switch name {
        case .publishPlan:
            let version = state.plan.version + (chance(80) ? 1 : 2)
            let small = chance(30), silent = chance(10), inPerson = chance(30)
            return .publishPlan(
                School.fullPlan {
                    $0.version = version
                    $0.smallSchool = small
                    if silent { $0.timings.raiseStaleAfter = .seconds(0) }
                    if inPerson { $0.lockdownEnds = [.inPerson, .agency] }
                })
        case .listPlaces:
            return .listPlaces(
                first: false,
                places: [
                    PlaceFact(
                        pick(School.rooms), in: pick([School.buildingA, School.buildingB]), kind: .room)
                ])
        case .eraseText: return .eraseText(position: Int64(random.next() % UInt64(head + 3)))
        default: return .setAvailability(pick(Self.people), available: chance(60))
        }
    }

    private mutating func alarm(_ name: CommandName, _ id: IncidentID) -> Command {
        switch name {
        case .raise:
            let kind: IncidentKind = chance(60) ? .actual : pick([.drill, .exercise, .test])
            let level: IncidentLevel = chance(70) ? .protective : pick([.assist, .medical])
            let action = chance(95) ? pick(ProtectiveAction.allCases) : nil
            return .raise(
                Raise(
                    action, at: places(), kind: kind, level: level, hazard: chance(30) ? .fire : nil,
                    source: source()))
        case .dismissLateRaise: return .dismissLateRaise(state.lateRaises.rows.last?.id ?? School.id("none"))
        case .cancelRaise:
            let presses = state.incidents[id]?.presses.map { $0.id.retyped(as: Kinds.Incident.self) } ?? []
            return .cancelRaise(chance(60) && !presses.isEmpty ? pick(presses) : id)
        case .claimMistake: return .claimMistake(id)
        case .recordCallBack:
            let claimed = state.incidents[id]?.mistakes.map { $0.press } ?? []
            return .recordCallBack(
                id, pick(CallBackOutcome.allCases), press: claimed.isEmpty ? nil : pick(claimed))
        default: return .turnActual(id)
        }
    }

    private mutating func observation(_ name: CommandName, _ id: IncidentID) -> Command {
        let source = source()
        let text: String? = chance(50) ? "secret-\(random.next() % 100)" : nil
        switch name {
        case .recordCleared:
            return .recordCleared(id, room: chance(90) ? room() : pick(Self.places), source: source)
        case .recordNotCleared:
            let cleared = state.incidents[id]?.cleared.rows.map { $0.room } ?? []
            return .recordNotCleared(
                id, room: cleared.isEmpty || chance(30) ? room() : pick(cleared), source: source)
        case .confirmAudible: return .confirmAudible(id, source: source)
        case .recordCall911: return .recordCall911(id, ended: chance(40), source: source)
        case .reportResponding:
            let holders = state.incidents[id]?.coordination.others.rows.compactMap { $0.holder } ?? []
            let person = chance(40) && !holders.isEmpty ? pick(holders) : pick(Self.people)
            return .reportResponding(person, source: source, text: text)
        case .reportHandsFree:
            return .reportHandsFree(state.responding.rows.first?.person ?? pick(Self.people), source: source)
        case .reportPresence: return .reportPresence(id, onSite: chance(50), source: source)
        case .reportAlone: return .reportAlone(id, pick(Self.people), source: source)
        case .recordSceneCommand:
            return .recordSceneCommand(
                id, pick(Agency.allCases), unified: chance(30), since: source.observedAt, source: source,
                text: text)
        case .reportRoom:
            let claim = RoomClaim(
                pick(RoomStatus.allCases), missing: Int32(random.next() % 3),
                injured: Int32(random.next() % 2),
                source: source)
            return .reportRoom(id, room: room(), claim: claim)
        case .reportResource: return resource(id, source, text)
        case .reportTask:
            return .reportTask(id, task(id), pick(TaskState.allCases), source: source, text: text)
        default:
            return .writeNote(
                id, position: chance(50) ? nil : position(), corrects: nil, source: source,
                text: text ?? "secret-note")
        }
    }

    /// Something that is known by now, or new; of it some fields are said.
    private mutating func resource(_ id: IncidentID, _ source: Source, _ text: String?) -> Command {
        let known = state.incidents[id]?.resources.rows.map { $0.id } ?? []
        var claim = ResourceClaim()
        claim.source = source
        if chance(60) { claim.kind = pick(ResourceKind.allCases) }
        if chance(40) { claim.count = pick([0, 1, 2, 3, -1, 20_000]) }
        if chance(60) { claim.stage = pick(ResourceStage.allCases) }
        if chance(30) { claim.supplier = pick(Supplier.allCases) }
        if chance(30) { claim.expectedAt = now + .seconds(Int64(random.next() % 3_000)) }
        if chance(30) { claim.place = pick(Self.places) }
        return .reportResource(id, chance(70) && !known.isEmpty ? pick(known) : nil, claim: claim, text: text)
    }

    private mutating func incident() -> IncidentID {
        let open = state.incidents.rows.filter { $0.isOpen }
        if chance(75), !open.isEmpty { return pick(open).id }
        return chance(80) && !state.incidents.isEmpty ? pick(state.incidents.rows).id : School.id("never")
    }

    private mutating func places() -> [PlaceID] {
        if chance(3) { return [] }
        return chance(40)
            ? [School.site] : chance(80) ? [pick(Self.places)] : [pick(Self.places), pick(School.rooms)]
    }

    private mutating func room() -> PlaceID { chance(95) ? pick(School.rooms) : pick(Self.places) }

    private mutating func position() -> Position {
        chance(60) ? .schoolCoordinator : pick([.liaison, .safety, .accountabilityLead])
    }

    /// Often a position that somebody is asked to take.
    private mutating func asked(_ id: IncidentID) -> Position {
        let asked = state.incidents[id]?.coordination.others.rows.filter { $0.asked != nil } ?? []
        return chance(60) && !asked.isEmpty ? pick(asked).position : position()
    }

    private mutating func course() -> CourseID {
        chance(90) ? pick(School.courses).id : School.id("none")
    }

    private mutating func task(_ id: IncidentID) -> TaskID {
        let begun = state.incidents[id]?.courses.begun.rows ?? []
        let course = chance(90) && !begun.isEmpty ? pick(begun).course : pick(School.courses)
        return TaskID(course.id, chance(95) ? pick(course.steps).number : 99)
    }

    private mutating func report(_ id: IncidentID) -> ReportID {
        let reports = state.incidents[id]?.rollCall.rooms.rows.flatMap { $0.reports } ?? []
        return reports.isEmpty ? School.id("none") : pick(reports).id
    }

    private mutating func deadline() -> DeadlineID {
        let deadlines = state.deadlines
        return deadlines.isEmpty ? School.id("none") : pick(deadlines).id
    }

    private mutating func source() -> Source {
        let ago = TimeSpan(milliseconds: chance(80) ? 0 : -Int64(random.next() % 1_200_000))
        return Source(
            pick(Channel.allCases), at: now + ago, place: chance(30) ? pick(School.rooms) : nil,
            person: chance(40) ? pick(Self.people) : nil)
    }
}
