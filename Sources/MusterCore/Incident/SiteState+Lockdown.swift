extension Incident {
    /// Whether people of one or more places must act, and not one person helped.
    package var isProtective: Bool { level == .protective || hasActionInForce }

    /// The rooms that a person answers for, as they were taken down.
    func rooms(of person: PersonID) -> [PlaceID] {
        rollCall.rooms.rows.filter { $0.roster.staff.contains(person) }.map { $0.key }
    }

    /// Whether a Lockdown was set at a place or inside it and has not ended.
    func hasLockdown(in place: PlaceID, _ tree: Table<PlaceFact>) -> Bool {
        actions.rows.contains {
            $0.isInForce && $0.action == .lockdown && tree.contains($0.place, in: place)
        }
    }
}

extension SiteState {
    /// What is real and protective and open: people of one site share one danger (decision 0011).
    package var openAlarm: Incident? {
        incidents.rows.first { $0.isOpen && $0.kind == .actual && $0.isProtective }
    }

    /// The open incidents whose Lockdown binds what is done in this one.
    ///
    /// A place in Lockdown is in Lockdown whichever incident says so; what is only practised binds nothing real.
    package func lockdowns(binding incident: Incident) -> [Incident] {
        incidents.rows.filter { other in
            guard other.isOpen, other.hasLockdown else { return false }
            return other.id == incident.id || other.kind == .actual || incident.kind.isPractice
        }
    }

    /// Whether a place is in Lockdown and has not been cleared, as far as this incident is concerned.
    package func isLockedDown(_ place: PlaceID, for incident: Incident) -> Bool {
        lockdowns(binding: incident).contains { $0.isLockedDown(place, in: places) }
    }

    /// Whether a place, or one inside it, is in Lockdown, whichever incident says so.
    package func isLocked(_ place: PlaceID, for incident: Incident) -> Bool {
        if isLockedDown(place, for: incident) { return true }
        return lockdowns(binding: incident).contains { $0.hasLockdown(in: place, places) }
    }

    /// Whether the whole site is in Lockdown: itself, or each of its buildings.
    package func isWhollyLockedDown(for incident: Incident) -> Bool {
        if let root = places.root, isLockedDown(root, for: incident) { return true }
        let buildings = places.rows.filter { $0.kind == .building }
        return !buildings.isEmpty && buildings.allSatisfy { isLockedDown($0.place, for: incident) }
    }

    /// Whether a person is outside the danger, as they themselves, the plan or the duty data have it; whoever none of
    /// these names is on the site.
    ///
    /// Hours alone send nobody home: somebody who stayed longer would have a bright screen in a locked room.
    package func isOffSite(_ person: PersonID, in incident: Incident) -> Bool {
        let duty = incident.coordination.duty
        if duty?.arrived.contains(person) == true { return false }
        if saysToHaveLeft(person, in: incident) { return true }
        if let member = plan.member(person, on: duty) { return !member.onSite }
        return duty?.outside == person || plan.outsideDuty == person
    }

    /// Whether somebody says themselves that they are not on the site.
    package func saysToHaveLeft(_ person: PersonID, in incident: Incident) -> Bool {
        incident.coordination.duty?.left.contains(person) == true
    }

    /// Whether a person hides: a room that they answer for is in Lockdown and nobody has cleared it; or no room of
    /// theirs is known, they are on the site, and all of it is in Lockdown.
    ///
    /// Whoever hides is sent nowhere, and nobody makes them speak by asking where they are.
    package func isInLockdown(_ person: PersonID, in incident: Incident) -> Bool {
        // Whoever says to have left hides nowhere, whatever room is theirs on other days.
        if saysToHaveLeft(person, in: incident) { return false }
        let rooms = incident.rooms(of: person)
        guard rooms.isEmpty else { return rooms.contains { isLockedDown($0, for: incident) } }
        return !isOffSite(person, in: incident) && isWhollyLockedDown(for: incident)
    }

    /// The rooms in Lockdown of these places that nobody has recorded as cleared: what an end in person still needs.
    ///
    /// They are the rooms on the roster or heard from; where no roster was taken, every room of the site. The rule of
    /// the desk and the list on the board are this one.
    package func notCleared(in places: [PlaceID], of incident: Incident) -> [PlaceID] {
        let rows = incident.rollCall.rooms.rows
        let isRostered = rows.contains { $0.roster.expected > 0 || !$0.roster.staff.isEmpty }
        let rooms =
            isRostered ? rows.map { $0.key } : self.places.rows.filter { $0.kind == .room }.map { $0.place }
        return rooms.filter { room in
            incident.isLockedDown(room, in: self.places)
                && places.contains { self.places.contains(room, in: $0) }
        }
    }

    /// The action that people of a place do, as far as this incident is concerned: a Lockdown of another one
    /// outweighs its own.
    package func action(at place: PlaceID, for incident: Incident) -> PlacedAction? {
        let own = incident.action(at: place, in: places)
        guard own?.action != .lockdown else { return own }
        let other = lockdowns(binding: incident).first { $0.isLockedDown(place, in: places) }
        return other?.action(at: place, in: places) ?? own
    }
}
