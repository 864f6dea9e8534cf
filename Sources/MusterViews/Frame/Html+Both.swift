import MusterCore

/// Something real and something practised at once: nobody may take the one for the other.
extension PageContext {
    /// Whether both are open.
    var hasBoth: Bool {
        let practice = openIncidents.count { $0.kind.isPractice }
        return practice > 0 && practice < openIncidents.count
    }
}

extension Html {
    /// Writes which of the open incidents are real and which are practice, real first.
    mutating func bothAtOnce(_ context: PageContext) {
        guard context.hasBoth else { return }
        notice(.caution, "Two things at once") { h in
            for incident in context.openIncidents {
                h.p { h in
                    h.strong(text: incident.kind.isPractice ? incident.kind.mark : "REAL")
                    h.text(": \(incident.headline), \(context.places(incident.spokenPlaces))")
                }
            }
        }
    }
}

extension Incident {
    /// Where its strongest action holds, or else where it was raised.
    var spokenPlaces: [PlaceID] {
        spoken.first { $0.action.label == headline }?.places ?? places
    }
}
