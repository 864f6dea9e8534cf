extension Record {
    /// The record as the slice may hold it; `nil` where it may not.
    package func cut(for slice: Slice) -> Record? {
        guard slice.audience != .command else { return self }
        if let incident = event.incident, !slice.holds(incident) { return nil }
        guard let event = event.cut(for: slice) else { return nil }
        var copy = self
        copy.event = event
        if !event.textIsForEveryone { copy.text = nil }
        return copy
    }
}

extension Event {
    /// The event as a slice other than the command line's may hold it.
    ///
    /// A case that is not named here does not leave the command line: a new event is secret until somebody decides.
    func cut(for slice: Slice) -> Event? {
        switch self {
        case .plan(.published(let plan)): return .plan(.published(plan.cut()))
        case .plan(.placesListed): return self
        case .incident(let event): return event.cut(for: slice).map(Event.incident)
        case .coordination(.positionTaken), .coordination(.briefingReadBack),
            .coordination(.sceneCommandWithdrawn):
            return self
        // That the holder's hands are busy, so that nobody is told that help is being coordinated.
        case .coordination(.handoverStarted(_, _, _, .responding)): return self
        case .coordination(
            .sceneCommandRecorded(
                let id, let agency, let unified, let since, var source, let text, let beside)):
            source.cut(for: slice)
            return .coordination(
                .sceneCommandRecorded(
                    id, agency, unified: unified, since: since, source: source, text: text, beside: beside))
        case .coordination: return nil
        case .rollCall(.roomReported(_, let room, _)), .rollCall(.roomSettled(_, let room, _)):
            return slice.holds(room) ? self : nil
        case .journal(.textErased): return self
        case .journal: return nil
        // Tasks belong to who holds a position, and whoever holds one has the command slice.
        case .task, .resource: return nil
        }
    }
}

extension IncidentEvent {
    func cut(for slice: Slice) -> IncidentEvent? {
        switch self {
        case .actionSet, .actionEnded, .actionWithdrawn, .corrected, .turnedActual, .closed, .reopened:
            return self
        case .raised(let id, var raise):
            raise.source.cut(for: slice)
            return .raised(id, raise)
        case .confirmed(let id, var raise, let press):
            raise.source.cut(for: slice)
            return .confirmed(id, raise, press: press)
        case .audibleConfirmed(let id, var source):
            source.cut(for: slice)
            return .audibleConfirmed(id, source: source)
        case .call911Recorded(let id, let ended, var source):
            source.cut(for: slice)
            return .call911Recorded(id, ended: ended, source: source)
        case .rosterTaken(let id, let rooms):
            let mine = rooms.filter { slice.holds($0.room) }
            return mine.isEmpty ? nil : .rosterTaken(id, rooms: mine)
        case .roomCleared(_, let room, _), .roomNotCleared(_, let room, _):
            return slice.holds(room) ? self : nil
        // A claim of a mistake must not make a locked room believe that it is over.
        case .raiseLate, .lateDismissed, .mistakeClaimed, .callBackRecorded: return nil
        }
    }
}

extension Source {
    /// Leaves out the room it was said from, where the slice may not know of that room.
    mutating func cut(for slice: Slice) {
        if let place, !slice.holds(place) { self.place = nil }
    }
}

extension SitePlan {
    /// The plan without the people in it.
    func cut() -> SitePlan {
        var copy = self
        copy.line = []
        copy.lines = Table()
        copy.courses = Table()
        copy.objectives = Table()
        copy.outsideDuty = nil
        return copy
    }
}
