extension SiteState {
    mutating func apply(_ event: RollCallEvent, of record: Record) {
        switch event {
        case .roomReported(let id, let room, let claim):
            // A report of a room that nobody knows stays in the log and on the timeline; it makes no row.
            let isRostered = incidents[id]?.rollCall.rooms[room] != nil
            guard isRostered || places.isEmpty || places[room] != nil else { return }
            let report = RoomReport(claim, record)
            let tree = places
            // What was played and comes in after the turn counts nobody; help that was called for may be real.
            let needsSomebody = claim.status == .needsHelp || claim.status == .exceptions
            guard needsSomebody || incidents[id]?.isOfPractice(claim.source) != true else { return }
            incidents.update(id) { incident in
                incident.rollCall.take(report, of: room, countedFrom: incident.countedFrom(room, tree))
            }
        case .roomSettled(let id, let room, let report):
            incidents.update(id) { incident in
                incident.rollCall.rooms.update(room) { $0.settled = report }
            }
        }
    }
}

extension RollCall {
    /// Takes in who is expected in a room.
    mutating func take(_ roster: RoomRoster, countedFrom: Instant) {
        var row = rooms[roster.room] ?? RoomRow(countedFrom)
        row.roster = roster
        rooms.put(row)
    }

    /// Takes in a report: the latest of each voice is kept, so two that differ both stand.
    mutating func take(_ report: RoomReport, of room: PlaceID, countedFrom: Instant) {
        var row = rooms[room] ?? RoomRow(countedFrom)
        row.roster.room = room
        // A sign of life says nothing of the room, so it never takes the place of a report that does.
        // Nor does what somebody else entered take the place of a call for help: both stand, and a person judges.
        let earlier = row.reports.filter {
            $0.isSameVoice(as: report) && (report.status != .heardFrom || $0.status == .heardFrom)
                && (($0.status != .needsHelp && $0.injured == 0) || report.isOf($0.caller))
        }
        // An offline report that arrives after a newer one of the same voice is older news.
        guard !earlier.contains(where: { $0.source.observedAt > report.source.observedAt }) else { return }
        row.reports.removeAll { old in earlier.contains { $0.id == old.id } }
        let place = row.reports.firstIndex { $0.source.observedAt > report.source.observedAt }
        row.reports.insert(report, at: place ?? row.reports.count)
        row.settled = nil
        rooms.put(row)
    }
}

extension Incident {
    /// Since when a room has been under its action.
    func countedFrom(_ room: PlaceID, _ tree: Table<PlaceFact>) -> Instant {
        max(action(at: room, in: tree)?.setAt ?? raisedAt, anewAt ?? .zero, turnedActualAt ?? .zero)
    }
}

extension RollCall {
    /// Takes in that somebody saw a room locked.
    mutating func takeNotOpened(_ room: PlaceID, at moment: Instant, countedFrom: Instant) {
        var row = rooms[room] ?? RoomRow(countedFrom)
        row.roster.room = room
        row.notOpenedAt = max(row.notOpenedAt ?? .zero, moment)
        rooms.put(row)
    }
}

extension RoomRow {
    fileprivate init(_ countedFrom: Instant) {
        self.init()
        self.countedFrom = countedFrom
    }
}

extension RoomReport {
    /// Whose own words they are, whoever entered them.
    fileprivate var caller: PersonID { source.person ?? by }

    /// Whether somebody entered it for themselves.
    fileprivate func isOf(_ person: PersonID) -> Bool { by == person }

    init(_ claim: RoomClaim, _ record: Record) {
        // One report a record: its position names it.
        id = ReportID("r", record.position)
        status = claim.status
        missing = claim.missing
        extra = claim.extra
        injured = claim.injured
        source = claim.source
        by = record.author
        receivedAt = record.at
    }
}
