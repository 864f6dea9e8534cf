package import MusterCore

/// Which incidents a page speaks of, and in what mode.
extension PageContext {
    /// The open incidents: real before practice, then by what is at stake, the newest alarm first.
    ///
    /// Calls of one level keep their order, so that a new one does not come under a finger that reaches for an old one.
    package var openIncidents: [Incident] {
        state.incidents.rows.filter { $0.isOpen }.sorted { one, other in
            if one.kind.isPractice != other.kind.isPractice { return !one.kind.isPractice }
            if one.level != other.level { return one.level.urgency < other.level.urgency }
            let isOlder = (one.raisedAt, one.id) < (other.raisedAt, other.id)
            return one.level == .protective ? !isOlder : isOlder
        }
    }

    /// The incident that was closed last, while it may still be opened again.
    package var lastClosed: Incident? {
        let closed = state.incidents.rows.compactMap { incident -> (at: Instant, incident: Incident)? in
            guard case .closed(let at, _, _) = incident.phase else { return nil }
            return (at, incident)
        }
        guard let last = closed.max(by: { $0.at < $1.at }), now - last.at < state.plan.timings.reopenWithin
        else { return nil }
        return last.incident
    }

    /// The mode of a page that shows these incidents: whatever is real wins, and a call for a colleague or
    /// the nurse is part of an ordinary day.
    ///
    /// An alarm on its way is one already.
    package func mode(of incidents: [Incident]) -> Mode { sendsAlarm ? .live : Mode(of: incidents) }

    /// The places of an incident in words: "Main building, Gym".
    package func places(_ places: [PlaceID]) -> String {
        let labels = places.map { directory.label(of: $0) }
        guard labels.count > 4 else { return labels.joined(separator: ", ") }
        return labels.prefix(3).joined(separator: ", ") + " and \(labels.count - 3) more"
    }

    /// The exact words for the public address system: with the place, where it is not the whole site.
    package func announcement(
        _ action: ProtectiveAction, against hazard: Hazard?, at places: [PlaceID], in kind: IncidentKind
    ) -> String {
        state.plan.announcement(
            action, against: hazard, in: kind,
            at: places.contains(wholeSite) ? "" : self.places(places))
    }

    /// What is in force, in words: "Lockdown at Main building; Hold at Gym".
    package func inForce(of incident: Incident) -> String {
        incident.spoken.map { $0.action.label + " at " + places($0.places) }.joined(separator: "; ")
    }

    /// A press in words: "Lockdown at Main building".
    package func named(_ press: Press, in incident: Incident? = nil) -> String {
        guard let action = press.action else {
            let what = incident.map { $0.isProtective ? "What was raised" : $0.level.label }
            return (what ?? "What was raised") + " at " + places(press.places)
        }
        return action.label + " at " + places(press.places)
    }

    /// All that is to be said over the public address system now.
    package func announcements(of incident: Incident) -> [String] {
        incident.spoken.map { spoken in
            let words = spokenPlaces(of: spoken, in: incident)
            return state.plan.announcement(
                spoken.action.action, against: spoken.action.hazard, in: incident.kind, at: words)
        }
    }

    /// Where an action is announced: nobody who is under another one inside may take it for theirs.
    private func spokenPlaces(of spoken: Spoken, in incident: Incident) -> String {
        // Where it has ended inside, nobody there is told to do it again.
        let except = incident.actions.rows.filter { row in
            (!row.isInForce || row.label != spoken.action.label)
                && spoken.places.contains { $0 != row.place && state.places.contains(row.place, in: $0) }
        }
        let isWhole = spoken.places.contains(wholeSite)
        guard !except.isEmpty else { return isWhole ? "" : places(spoken.places) }
        // A room that is meant all the same, inside what is not, is named.
        let inside = spoken.places.filter { place in
            except.contains { $0.place != place && state.places.contains(place, in: $0.place) }
        }
        let outside = spoken.places.filter { !inside.contains($0) }
        return (isWhole ? "Everyone" : places(outside)) + " except "
            + places(order.sorted(except.map { $0.place }) { $0 })
            + (inside.isEmpty ? "" : "; also " + places(inside))
    }

    /// The rooms of the site as the directory names them, by label.
    package var rooms: [PlaceEntry] {
        order.sorted(directory.places.rows.filter { $0.kind == .room }) { $0.place }
    }

    /// The places that a raise may name: the site and its buildings and areas.
    package var wholePlaces: [PlaceID] {
        state.places.rows.filter { $0.parent == nil }.map { $0.place }
            + state.places.rows.filter { $0.parent != nil && ($0.kind == .building || $0.kind == .area) }.map
        {
            $0.place
        }
    }

    /// The site as a place: the root of the places, or the site's own id before any place was listed.
    package var wholeSite: PlaceID {
        state.places.rows.first { $0.parent == nil }?.place ?? directory.card.site.retyped()
    }
}

extension Mode {
    /// The mode of a page that shows these incidents.
    package init(of incidents: [Incident]) {
        let real = incidents.filter { !$0.kind.isPractice }
        if real.contains(where: { $0.level == .protective }) {
            self = .live
        } else if real.isEmpty {
            self = incidents.first?.kind.mode ?? .everyday
        } else {
            // Beside a drill even a call for the nurse must be seen to be real, and not to be an emergency.
            self = real.count == incidents.count ? .everyday : .call
        }
    }
}

extension IncidentLevel {
    /// What comes first where several are open.
    fileprivate var urgency: Int {
        switch self {
        case .protective: 0
        case .medical: 1
        case .assist: 2
        }
    }
}
