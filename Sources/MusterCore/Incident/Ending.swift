/// The end of an action, as it must be told to somebody: what ended, where, by whose word and when.
package struct Ending: Equatable, Sendable {
    /// In which incident.
    package let incident: IncidentID
    /// What ended, and how; without one the incident was closed and nothing had been set.
    package let action: PlacedAction?

    /// How long an end is told after the incident was closed, whatever else was opened or closed meanwhile.
    ///
    /// Whoever hid with a phone switched off comes back within the lesson after.
    package static let toldFor = TimeSpan.minutes(60)
}

extension SiteState {
    /// The ends that somebody at a place must be told now, the newest first; without a place, of the whole site.
    ///
    /// While the incident is open an end is told where nothing came after it; afterwards to everybody for a fair time,
    /// since all of them saw the alarm. Everyday calls are not alarms.
    package func endings(at place: PlaceID?, now: Instant) -> [Ending] {
        var found: [(at: Instant, ending: Ending)] = []
        for incident in incidents.rows where incident.level == .protective {
            let ended = incident.ended(at: place, in: places)
            if incident.isOpen {
                guard let ended, let end = ended.ended else { continue }
                found.append((end.at, Ending(incident: incident.id, action: ended)))
            } else if now - incident.closedAt < Ending.toldFor {
                let action = ended ?? incident.ended(at: nil, in: places)
                found.append((incident.closedAt, Ending(incident: incident.id, action: action)))
            }
        }
        return found.sorted { $0.at > $1.at }.map { $0.ending }
    }
}

extension Incident {
    /// The action that ended last at a place, nearest above it; `nil` while one is in force there.
    ///
    /// Without a place it is the strongest one of the incident, once nothing is in force anywhere.
    package func ended(at place: PlaceID?, in tree: Table<PlaceFact>) -> PlacedAction? {
        guard let place else {
            if hasActionInForce { return nil }
            return actions.rows.max(by: PlacedAction.isWeaker)
        }
        guard action(at: place, in: tree) == nil else { return nil }
        // Of two the nearer one: what ended around it later had ended here before.
        return actions.rows.filter { !$0.isInForce && tree.contains(place, in: $0.place) }
            .max { tree.contains($1.place, in: $0.place) && $0.place != $1.place }
    }
}
