extension Draft {
    mutating func settle(_ id: IncidentID, _ room: PlaceID, _ report: ReportID) throws(Rejection) {
        let incident = try incident(id)
        let leads = incident.coordination.others[.accountabilityLead]?.holder == context.actor.person
        guard leads || incident.coordination.coordinator?.person == context.actor.person else {
            throw .notAllowed(.assign)
        }
        let known = incident.rollCall.rooms[room]?.reports.contains { $0.id == report } ?? false
        guard known else { throw .unknownReport }
        emit(.roomSettled(id, room: room, report: report))
    }
}
