/// Reports of rooms and notes that came in since anybody who reads them last did anything.
///
/// Nobody presses "seen": whoever coordinates, plans or leads the accounting has seen what was there when they last
/// acted, and what came since may not have been.
package struct Unread: Equatable, Sendable {
    /// Who reads: any of these.
    package static let readers: [Position] = [.schoolCoordinator, .accountabilityLead, .planning]

    /// How many reports and notes.
    package let count: Int32
    /// When the oldest of them came in.
    package let oldest: Instant?

    init(_ incident: Incident) {
        let coordination = incident.coordination
        var readAt = incident.raisedAt
        // Whoever was seated without having accepted has read nothing before the first act.
        if let seat = coordination.coordinator, !seat.caretaker || seat.lastActAt > seat.since {
            readAt = max(readAt, seat.lastActAt)
        }
        for position in Self.readers {
            guard let holding = coordination.others[position], holding.holder != nil else { continue }
            readAt = max(readAt, holding.lastActAt)
        }
        let rooms = incident.rollCall.rooms.rows.flatMap { row in row.reports.map { $0.receivedAt } }
        let came = (rooms + incident.notes.rows.map { $0.at }).filter { $0 > readAt }
        count = Int32(clamping: came.count)
        oldest = came.min()
    }
}
