/// What the school coordinator is and does next while an agency commands the scene.
///
/// In the Incident Command System a deputy has the authority of the one they stand in for, a liaison speaks for one
/// side to the others, and an agency representative decides for their own agency within what it allows. Which of them
/// the coordinator becomes is the plan's; the agency is asked to confirm none of it.
package struct SceneSteps: Sendable {
    /// What the coordinator becomes.
    package let relation: AgencyRelation
    /// Which agency commands, since when, and whether with others.
    package let scene: SceneCommand
    /// Whether all of it is done by telephone or radio: the coordinator is, or may be, inside a Lockdown.
    package let isByVoiceOnly: Bool
    /// Whether the plan leaves the end of a Lockdown that is in force to the agency.
    package let isEndTheirs: Bool
    /// The steps that can be done now, the most urgent first.
    package let tasks: [PositionTask]
    /// The actions in force: where it is.
    package let actions: [PlacedAction]
    /// The rooms of which somebody said that people are hurt.
    package let hurt: [PlaceID]
    /// How many are hurt there, as far as they were counted.
    package let hurtCount: Int32
    /// The rooms that ask for help.
    package let needsHelp: [PlaceID]
    /// The silent rooms in Lockdown: the list for law enforcement.
    package let silent: [PlaceID]
    /// The other rooms without a report.
    package let withoutReport: [PlaceID]

    /// The steps of an incident whose rooms were looked at already; `nil` while nobody commands the scene.
    package init?(_ incident: Incident, _ state: SiteState, _ board: RoomBoard) {
        guard let scene = incident.scene, incident.isOpen else { return nil }
        let inForce = incident.actions.rows.filter { $0.isInForce }
        let rooms = incident.rollCall.rooms.rows
        self.scene = scene
        relation = state.plan(of: incident).underAgency
        isByVoiceOnly = state.isCoordinatorInside(incident)
        isEndTheirs =
            state.plan(of: incident).lockdownEnds.contains(.agency)
            && inForce.contains { $0.action == .lockdown }
        tasks = state.sceneTasks(of: incident).filter { $0.isReady }
        actions = inForce
        hurt = rooms.filter { $0.injured > 0 }.map { $0.key }
        hurtCount = rooms.reduce(0) { $0.addingReportingOverflow($1.injured).partialValue }
        needsHelp = board.rows.filter { $0.standing == .needsHelp }.map { $0.room }
        silent = board.forLawEnforcement
        withoutReport = board.withoutReport
    }
}

extension RoomRow {
    /// How many are hurt, by the report of those that still stand which says the most.
    fileprivate var injured: Int32 {
        if let settled, let chosen = reports.first(where: { $0.id == settled }) { return chosen.injured }
        return reports.map { $0.injured }.max() ?? 0
    }
}

extension SiteState {
    /// The coordinator's steps beside the agency in command, in their order.
    package func sceneTasks(of incident: Incident) -> [PositionTask] {
        tasks(of: incident).filter { $0.course.isOfScene && !$0.isOver }
    }
}
