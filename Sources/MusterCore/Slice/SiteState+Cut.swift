extension SiteState {
    /// The state as the slice may hold it: the same bytes as folding the log cut by the slice.
    package func cut(for slice: Slice) -> SiteState {
        guard slice.audience != .command else { return self }
        var copy = self
        copy.audience = slice.audience
        copy.plan = plan.cut()
        copy.lateRaises = Table()
        copy.responding = Table()
        copy.handsFree = Table()
        copy.unavailable = Table()
        copy.presence = Table()
        copy.incidents.removeAll { !slice.holds($0.id) }
        copy.incidents.updateAll { $0.cut(for: slice) }
        return copy
    }
}

extension Incident {
    mutating func cut(for slice: Slice) {
        mistakes = []
        notes = Table()
        courses = IncidentCourses()
        objectives = nil
        resources = Table()
        cleared.removeAll { !slice.holds($0.room) }
        rollCall.rooms.removeAll { !slice.holds($0.key) }
        scene?.source.cut(for: slice)
        for index in otherScenes.indices { otherScenes[index].source.cut(for: slice) }
        coordination.cut()
    }
}

extension Coordination {
    /// Leaves who holds what; the clocks and the asking belong to the line.
    mutating func cut() {
        ladder = nil
        asked = []
        declined = []
        handover = nil
        takeoverOfferedAt = nil
        duty = nil
        deputies = Table()
        shifts = Table()
        silentPosts = Table()
        postOfferAt = nil
        if var seat = coordinator {
            seat.handsBusySince = nil
            seat.lastActAt = seat.since
            coordinator = seat
        }
        others.updateAll { holding in
            holding.forgetAsking()
            holding.handsBusySince = nil
            holding.lastActAt = holding.since ?? .zero
        }
        others.removeAll { $0.holder == nil }
    }
}
