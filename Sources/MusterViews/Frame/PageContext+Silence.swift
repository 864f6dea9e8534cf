package import MusterCore

/// Who hides: the one reading of the rule of silence, for all pages and, through their look, for the shell.
///
/// In a place in Lockdown a page is dark unless its viewer asks for the bright one, and never speaks, sounds or
/// shakes (``Page/Look/isSilent``).
extension PageContext {
    /// Whether the viewer hides in an incident: Lockdown is in force at the room, and nobody has cleared it.
    ///
    /// Where no room is known, whoever may see where the Lockdown is counts as hiding when all of the site is in it;
    /// anybody else does when any place is, and nobody whom the plan or the duty data has off the site. Who says to have
    /// left hides nowhere.
    package func hides(in incident: Incident, at room: PlaceID?) -> Bool {
        guard incident.isOpen, !state.saysToHaveLeft(viewer.person, in: incident) else { return false }
        // An everyday call says nothing of a Lockdown beside it: that has its own words.
        if let room { return incident.isProtective && state.isLockedDown(room, for: incident) }
        guard !state.isOffSite(viewer.person, in: incident) else { return false }
        guard state.audience == .command, incident.isProtective else { return incident.hasLockdown }
        return state.isWhollyLockedDown(for: incident)
    }

    /// The incident in which the viewer hides, in whichever of the own rooms.
    package var hidesIn: Incident? {
        openIncidents.first { incident in
            guard !viewer.rooms.isEmpty else { return hides(in: incident, at: nil) }
            return viewer.rooms.contains { hides(in: incident, at: $0) }
        }
    }
}
