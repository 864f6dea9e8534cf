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
        case .recordSceneCommand(_, _, _, _, let source, _): return incident.scene?.source == source
        case .reportRoom(_, let room, _):
            let report = ReportID("r", context.position)
            return incident.rollCall.rooms[room]?.reports.contains { $0.id == report } ?? false
        default: return true
        }
    }
}
