extension Draft {
    /// Whether what somebody saw is part of the state once its event was taken in.
    ///
    /// The fact stands in the log either way. A sender who is told that it arrived must be able to rely on it: a room
    /// that was opened and still stands as locked would be opened twice.
    func hasEffect(_ observation: Command) -> Bool {
        switch observation {
        case .reportResponding(let person, _, _): return state.responding[person] != nil
        case .reportHandsFree(let person, _): return state.responding[person] == nil
        default: break
        }
        guard let id = observation.incident, let incident = state.incidents[id], incident.isOpen else {
            return false
        }
        switch observation {
        case .recordCleared(_, let room, let source): return incident.cleared[room]?.source == source
        case .recordNotCleared(_, let room, _): return incident.cleared[room] == nil
        case .recordCall911(_, let ended, _):
            let isUp = incident.call911.map { $0.endedAt == nil } ?? false
            return isUp != ended
        case .confirmAudible: return incident.audibleAt != nil
        case .recordSceneCommand(_, let agency, let unified, _, let source, _):
            // Borne out is as good as recorded.
            let isBorneOut = incident.scene?.agency == agency && incident.scene?.unified == unified
            let isKept = incident.otherScenes.contains { other in
                other.source == source && other.reportedBy == context.actor.person
            }
            return isBorneOut || isKept
        case .reportPresence(_, let onSite, _):
            let duty = incident.coordination.duty
            return (onSite ? duty?.arrived : duty?.left)?.contains(context.actor.person) ?? false
        case .reportTask(_, let task, let progress, let source, _):
            let mark = incident.courses.begun[task.course]?.marks[task.step]
            return mark?.source == source && mark?.state == progress
        case .reportResource(_, let resource, _, _):
            let row = incident.resources[resource ?? context.command.retyped()]
            return row?.reports.contains { $0.record == context.position } ?? false
        case .reportRoom(_, let room, _):
            let report = ReportID("r", context.position)
            return incident.rollCall.rooms[room]?.reports.contains { $0.id == report } ?? false
        default: return true
        }
    }

    /// Makes a call of a room that needs help when the emergency is over: nobody looks at its rooms any more.
    ///
    /// In the alarm that has begun since it is that room's report.
    mutating func callForHelp(_ id: IncidentID, _ room: PlaceID, _ claim: RoomClaim) -> Bool {
        guard claim.status == .needsHelp || claim.injured > 0, let incident = state.incidents[id],
            !incident.isOpen,
            incident.kind == .actual, let kind = state.places[room]?.kind, kind == .room || kind == .area
        else { return false }
        // While an alarm is open it is that one in which somebody looks at the rooms; last week's call is none of it.
        if let alarm = state.openAlarm,
            alarm.raisedAt - claim.source.observedAt <= state.plan.timings.raiseStaleAfter
        {
            emit(.roomReported(alarm.id, room: room, report: claim.kept))
            return true
        }
        let raise = Raise(
            nil, at: [room], level: claim.injured > 0 ? .medical : .assist, source: claim.source)
        do {
            try self.raise(raise)
            return true
        } catch {
            return false
        }
    }
}

extension SiteState {
    /// Whether a command may begin an incident or open one again, which then takes down who is expected where.
    package func mayBegin(_ command: Command) -> Bool {
        switch command {
        case .raise, .turnActual, .reopenIncident: true
        case .setAction(let id, _, _, _), .reportRoom(let id, _, _): incidents[id]?.isOpen != true
        default: false
        }
    }
}
