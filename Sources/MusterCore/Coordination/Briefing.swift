/// What a successor must know, composed from live state in the order of an ICS 201.
///
/// It is a function of the state: whoever folds the log to the position of the handover sees the same briefing.
package struct Briefing: Sendable {
    /// What it is, since when, and whether it is practice.
    package var kind: IncidentKind
    /// How far it reaches.
    package var level: IncidentLevel
    /// What the danger is, where somebody said so.
    package var hazard: Hazard?
    /// When the alarm was accepted.
    package var raisedAt: Instant
    /// Who raised it.
    package var raisedBy: PersonID
    /// How many others raised the same.
    package var confirmations: Int32
    /// Actions in force, by place.
    package var actions: [PlacedAction]
    /// Who holds what besides the school coordinator.
    package var organization: [Holding]
    /// Which agency commands the scene, if any.
    package var scene: SceneCommand?
    /// What else was reported of it, and nobody has settled.
    package var otherScenes: [SceneCommand]
    /// Since when 911 has been on the line.
    package var call911: Call911?
    /// When somebody confirmed that the announcement was heard.
    package var audibleAt: Instant?
    /// The rooms, most urgent first.
    package var needsHelp: [PlaceID]
    /// Rooms whose reports differ.
    package var conflicts: [PlaceID]
    /// Rooms where somebody is missing, extra or hurt.
    package var exceptions: [PlaceID]
    /// Rooms not heard from where somebody may go and ask.
    package var withoutReport: [PlaceID]
    /// Silent rooms in Lockdown: a list for law enforcement.
    package var forLawEnforcement: [PlaceID]
    /// How many rooms have reported in any way.
    package var heard: Int32
    /// Who is hands-on.
    package var responding: [PersonID]
    /// What the plan has as objectives, by annex.
    package var objectives: [AnnexObjectives]
    /// That the coordinator wrote objectives for this incident: those stand instead.
    package var ownObjectives: OwnObjectives?
    /// Tasks that are neither done nor over, the next due first.
    package var openTasks: [PositionTask]
    /// What was asked for, is on its way or is here.
    package var resources: ResourceList
    /// Claims of a mistake that nobody has checked, and those whose answer not everybody is shown.
    package var mistakes: [MistakeClaim]

    /// The briefing on an incident as the state stands.
    package init(_ incident: Incident, _ state: SiteState) {
        self.init(incident, state, RoomBoard(incident, in: state))
    }

    /// The briefing on an incident whose rooms were looked at already.
    package init(_ incident: Incident, _ state: SiteState, _ board: RoomBoard) {
        func rooms(_ standing: RoomStanding) -> [PlaceID] {
            board.rows.filter { $0.standing == standing }.map { $0.room }
        }
        kind = incident.kind
        level = incident.level
        hazard = incident.hazard
        raisedAt = incident.since
        raisedBy = incident.raisedBy
        actions = incident.actions.rows.filter { $0.isInForce }
        // Another alarm at the same time confirms that something is wrong, and not what this one says.
        let strongest = actions.max(by: PlacedAction.isWeaker)
        let others = strongest.map { incident.confirmations(of: $0, in: state.places) }
        confirmations = Int32(clamping: (others ?? incident.confirmedBy).count)
        organization = incident.coordination.others.rows.filter { $0.holder != nil }
        scene = incident.scene
        otherScenes = incident.sceneClaims
        call911 = incident.call911
        audibleAt = incident.audibleAt
        needsHelp = rooms(.needsHelp)
        conflicts = rooms(.conflict)
        exceptions = rooms(.exceptions)
        withoutReport = board.withoutReport
        forLawEnforcement = board.forLawEnforcement
        heard = Int32(clamping: board.rows.count) - board.count(.noReport) - board.count(.silent)
        responding = state.responding.rows.map { $0.person }
        objectives = state.objectives(of: incident)
        ownObjectives = incident.objectives
        let never = Instant(milliseconds: .max)
        let open = state.tasks(of: incident).filter { !$0.isOver && !$0.isBehind && $0.hold != .notNeeded }
        openTasks = open.enumerated().sorted {
            ($0.element.due ?? never, $0.offset) < ($1.element.due ?? never, $1.offset)
        }.map { $0.element }
        resources = ResourceList(incident)
        mistakes = incident.mistakes.filter { $0.outcome == nil || $0.outcome == .duress }
    }
}

extension SiteState {
    /// Whether somebody is hands-on and nobody else of the line is there to take over.
    package func isLoneAdult(_ person: PersonID, in incident: Incident) -> Bool {
        guard responding[person] != nil || incident.coordination.coordinator?.person == person else {
            return false
        }
        return !askable(incident, includingDeclined: true).contains {
            !isOffSite($0.person, in: incident) && $0.person != person
        }
    }
}
