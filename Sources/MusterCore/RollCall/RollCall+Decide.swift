extension Draft {
    mutating func settle(_ id: IncidentID, _ room: PlaceID, _ report: ReportID) throws(Rejection) {
        let incident = try incident(id)
        let person = context.actor.person
        let lead = incident.coordination.others[.accountabilityLead]
        guard lead?.holder == person || incident.coordination.coordinator?.person == person else {
            let held = incident.coordination.former.contains(person) || lead?.former.contains(person) == true
            guard held else { throw .notAllowed(.assign) }
            return suggest(in: id)
        }
        let known = incident.rollCall.rooms[room]?.reports.contains { $0.id == report } ?? false
        guard known else { throw .unknownReport }
        emit(.roomSettled(id, room: room, report: report))
    }
}
