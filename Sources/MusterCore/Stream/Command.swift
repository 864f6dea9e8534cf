/// The names of all commands as they travel.
///
/// Frozen like the events' names: old devices go on sending them.
package enum CommandName: String, WireName {
    case publishPlan, listPlaces
    case raise, dismissLateRaise, cancelRaise, claimMistake, recordCallBack, setAction, endAction
    case recordCleared, recordNotCleared, sendCorrection, turnActual, closeIncident, reopenIncident
    case confirmAudible, recordCall911
    case setAvailability, acceptPosition, declineOffer, handOver, readBack, offerPosition
    case nameDeputy, planShift, cancelShift
    case reportResponding, reportHandsFree, reportAlone, reportPresence, recordSceneCommand,
        withdrawSceneCommand
    case reportRoom, settleRoom
    case writeNote, eraseText
    case openCourse, closeCourse, reportTask, handTask
    case setObjectives, reportResource
    case expire, reportCommandPost

    /// Whether the server alone says it, and never a person or a device.
    package var isServersOwn: Bool { self == .expire || self == .reportCommandPost }
}

/// Something that somebody wants to happen or saw happen.
package enum Command: WireUnion, Equatable, Sendable {
    case publishPlan(SitePlan)
    case listPlaces(first: Bool, places: [PlaceFact])
    case raise(Raise)
    case dismissLateRaise(ReportID)
    case cancelRaise(IncidentID)
    case claimMistake(IncidentID, press: CommandID? = nil)
    case recordCallBack(IncidentID, CallBackOutcome, press: CommandID? = nil)
    case setAction(IncidentID, places: [PlaceID], action: ProtectiveAction, hazard: Hazard?)
    case endAction(IncidentID, places: [PlaceID], method: EndMethod)
    case recordCleared(IncidentID, room: PlaceID, source: Source)
    /// A room that was recorded as cleared was not, or is not any more.
    case recordNotCleared(IncidentID, room: PlaceID, source: Source)
    case sendCorrection(IncidentID, text: String)
    case turnActual(IncidentID)
    case closeIncident(IncidentID)
    case reopenIncident(IncidentID)
    case confirmAudible(IncidentID, source: Source)
    case recordCall911(IncidentID, ended: Bool, source: Source)
    case setAvailability(PersonID, available: Bool)
    case acceptPosition(IncidentID, Position)
    case declineOffer(IncidentID, Position)
    /// The holder passes the school coordinator's position on: to somebody, or to whoever accepts first.
    case handOver(IncidentID, to: PersonID?)
    case readBack(IncidentID)
    /// Somebody is asked to take a position: a person by name, or whoever of the position's line can.
    case offerPosition(IncidentID, Position, to: PersonID?)
    /// Who takes a position over first, named by the coordinator or by whoever holds it; `nil` for nobody any more.
    case nameDeputy(IncidentID, Position, PersonID?)
    /// Somebody is to relieve the holder of a position from a moment on.
    case planShift(IncidentID, Position, PersonID, from: Instant)
    case cancelShift(IncidentID, Position)
    case reportResponding(PersonID, source: Source, text: String?)
    case reportHandsFree(PersonID, source: Source)
    /// Told on the timeline only, and sent by no page: who is alone follows from the line and who is hands-on.
    case reportAlone(IncidentID, PersonID, source: Source)
    /// Whoever sends it is on the site, or has left it.
    case reportPresence(IncidentID, onSite: Bool, source: Source)
    case recordSceneCommand(
        IncidentID, Agency, unified: Bool, since: Instant, source: Source, text: String?)
    /// No agency commands the scene: what was recorded was a mistake.
    case withdrawSceneCommand(IncidentID)
    case reportRoom(IncidentID, room: PlaceID, claim: RoomClaim)
    case settleRoom(IncidentID, room: PlaceID, report: ReportID)
    case writeNote(IncidentID, position: Position?, corrects: NoteID?, source: Source, text: String)
    case eraseText(position: Int64)
    /// A course of action is wanted, whatever has come to pass.
    case openCourse(IncidentID, CourseID)
    /// A course that was asked for is not wanted any more.
    case closeCourse(IncidentID, CourseID)
    /// How far a task has come, as somebody saw it.
    case reportTask(IncidentID, TaskID, TaskState, source: Source, text: String?)
    /// A task is to be another position's.
    case handTask(IncidentID, TaskID, to: Position)
    /// What the incident is to reach, in the coordinator's own words; without words the plan's objectives stand again.
    case setObjectives(IncidentID, text: String)
    /// What somebody knows of a resource; without a name it is a new one.
    case reportResource(IncidentID, ResourceID?, claim: ResourceClaim, text: String?)
    /// A deadline of the state has passed: said by the desk's own timer, never by a person.
    case expire(DeadlineID)
    /// Somebody's declared command post has not been heard since then, or gives signs again: said by the server alone.
    case reportCommandPost(IncidentID, PersonID, silentSince: Instant?)
}

extension Command {
    /// The person to whom the command would give a position.
    package var named: PersonID? {
        switch self {
        case .handOver(_, let person): person
        case .offerPosition(_, _, let person), .nameDeputy(_, _, let person): person
        case .planShift(_, _, let person, _): person
        default: nil
        }
    }

    /// The frozen name of the case.
    package var wireCase: CommandName {
        switch self {
        case .publishPlan: .publishPlan
        case .listPlaces: .listPlaces
        case .raise: .raise
        case .dismissLateRaise: .dismissLateRaise
        case .cancelRaise: .cancelRaise
        case .claimMistake: .claimMistake
        case .recordCallBack: .recordCallBack
        case .setAction: .setAction
        case .endAction: .endAction
        case .recordCleared: .recordCleared
        case .recordNotCleared: .recordNotCleared
        case .sendCorrection: .sendCorrection
        case .turnActual: .turnActual
        case .closeIncident: .closeIncident
        case .reopenIncident: .reopenIncident
        case .confirmAudible: .confirmAudible
        case .recordCall911: .recordCall911
        case .setAvailability: .setAvailability
        case .acceptPosition: .acceptPosition
        case .declineOffer: .declineOffer
        case .handOver: .handOver
        case .readBack: .readBack
        case .offerPosition: .offerPosition
        case .nameDeputy: .nameDeputy
        case .planShift: .planShift
        case .cancelShift: .cancelShift
        case .reportResponding: .reportResponding
        case .reportHandsFree: .reportHandsFree
        case .reportAlone: .reportAlone
        case .reportPresence: .reportPresence
        case .recordSceneCommand: .recordSceneCommand
        case .withdrawSceneCommand: .withdrawSceneCommand
        case .reportRoom: .reportRoom
        case .settleRoom: .settleRoom
        case .writeNote: .writeNote
        case .eraseText: .eraseText
        case .openCourse: .openCourse
        case .closeCourse: .closeCourse
        case .reportTask: .reportTask
        case .handTask: .handTask
        case .setObjectives: .setObjectives
        case .reportResource: .reportResource
        case .expire: .expire
        case .reportCommandPost: .reportCommandPost
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: CommandName) -> Command {
        switch name {
        case .publishPlan: .publishPlan(SitePlan())
        case .listPlaces: .listPlaces(first: false, places: [])
        case .raise: .raise(Raise())
        case .dismissLateRaise: .dismissLateRaise(.none)
        case .cancelRaise: .cancelRaise(.none)
        case .claimMistake: .claimMistake(.none)
        case .recordCallBack: .recordCallBack(.none, .notConfirmed)
        case .setAction: .setAction(.none, places: [], action: .hold, hazard: nil)
        case .endAction: .endAction(.none, places: [], method: .coordinator)
        case .recordCleared: .recordCleared(.none, room: .none, source: Source())
        case .recordNotCleared: .recordNotCleared(.none, room: .none, source: Source())
        case .sendCorrection: .sendCorrection(.none, text: "")
        case .turnActual: .turnActual(.none)
        case .closeIncident: .closeIncident(.none)
        case .reopenIncident: .reopenIncident(.none)
        case .confirmAudible: .confirmAudible(.none, source: Source())
        case .recordCall911: .recordCall911(.none, ended: false, source: Source())
        case .setAvailability: .setAvailability(.none, available: true)
        case .acceptPosition: .acceptPosition(.none, .schoolCoordinator)
        case .declineOffer: .declineOffer(.none, .schoolCoordinator)
        case .handOver: .handOver(.none, to: nil)
        case .readBack: .readBack(.none)
        case .offerPosition: .offerPosition(.none, .liaison, to: nil)
        case .nameDeputy: .nameDeputy(.none, .schoolCoordinator, nil)
        case .planShift: .planShift(.none, .schoolCoordinator, .none, from: .zero)
        case .cancelShift: .cancelShift(.none, .schoolCoordinator)
        case .reportResponding: .reportResponding(.none, source: Source(), text: nil)
        case .reportHandsFree: .reportHandsFree(.none, source: Source())
        case .reportAlone: .reportAlone(.none, .none, source: Source())
        case .reportPresence: .reportPresence(.none, onSite: true, source: Source())
        case .recordSceneCommand:
            .recordSceneCommand(.none, .police, unified: false, since: .zero, source: Source(), text: nil)
        case .withdrawSceneCommand: .withdrawSceneCommand(.none)
        case .reportRoom: .reportRoom(.none, room: .none, claim: RoomClaim())
        case .settleRoom: .settleRoom(.none, room: .none, report: .none)
        case .writeNote: .writeNote(.none, position: nil, corrects: nil, source: Source(), text: "")
        case .eraseText: .eraseText(position: 0)
        case .openCourse: .openCourse(.none, .none)
        case .closeCourse: .closeCourse(.none, .none)
        case .reportTask: .reportTask(.none, TaskID(), .open, source: Source(), text: nil)
        case .handTask: .handTask(.none, TaskID(), to: .schoolCoordinator)
        case .setObjectives: .setObjectives(.none, text: "")
        case .reportResource: .reportResource(.none, nil, claim: ResourceClaim(), text: nil)
        case .expire: .expire(.none)
        case .reportCommandPost: .reportCommandPost(.none, .none, silentSince: nil)
        }
    }

    /// The command with each of its places named once: a place that stands there a thousand times is one place.
    var withEachPlaceOnce: Command {
        switch self {
        case .raise(var raise):
            raise.places = raise.places.each
            return .raise(raise)
        case .setAction(let id, let places, let action, let hazard):
            return .setAction(id, places: places.each, action: action, hazard: hazard)
        case .endAction(let id, let places, let method):
            return .endAction(id, places: places.each, method: method)
        default: return self
        }
    }

    /// Whether it says what somebody saw; an observation is never refused.
    package var isObservation: Bool {
        switch self {
        case .recordCleared, .recordNotCleared, .confirmAudible, .recordCall911, .reportResponding,
            .reportHandsFree, .reportAlone, .recordSceneCommand, .reportRoom, .writeNote, .reportTask,
            .reportResource, .reportPresence:
            true
        default: false
        }
    }
}

extension [PlaceID] {
    /// Each place once, in the order in which they were named first.
    fileprivate var each: [PlaceID] {
        // Beside one another when sorted: a list of thousands must not be compared with itself.
        let sorted = indices.sorted { (self[$0], $0) < (self[$1], $1) }
        var first = [Bool](repeating: true, count: count)
        for (before, after) in zip(sorted, sorted.dropFirst()) where self[before] == self[after] {
            first[after] = false
        }
        return indices.filter { first[$0] }.map { self[$0] }
    }
}
