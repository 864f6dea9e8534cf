extension Draft {
    /// The command as it may still be done: an act means the site as it was when it was made (design section 2.4).
    ///
    /// What strengthens and comes too late is an alarm that came too late: a report that somebody must judge. What
    /// weakens or ends is not done, since whoever pressed it did not know what stands now; of a replaced holder it is
    /// kept as a suggestion. `nil` when nothing is left to decide. Every command is named here: a new one has to say
    /// what becomes of it when it comes late.
    mutating func inTime(_ command: Command) throws(Rejection) -> Command? {
        try requireReal(command)
        guard context.at - context.madeAt > state.plan.timings.raiseStaleAfter else { return command }
        switch command {
        case .setAction(let id, let places, let action, let hazard):
            let incident = try incident(id)
            // Nor is a practice worth an alarm that comes late.
            let isAlarm = incident.kind == .actual && !weakens(action, at: places, in: incident)
            guard isAlarm else { return try overtaken(incident) }
            return .raise(Raise(action, at: places, hazard: hazard, source: Source(at: context.madeAt)))
        case .turnActual(let id):
            let incident = try incident(id)
            guard incident.wasPractice else { return command }
            return .raise(incident.played(at: context.madeAt))
        case .endAction(let id, _, _), .closeIncident(let id), .recordCallBack(let id, .mistakeConfirmed, _),
            .handOver(let id, _), .offerPosition(let id, _, _), .openCourse(let id, _),
            .closeCourse(let id, _), .setObjectives(let id, _):
            return try overtaken(openIncident(id))
        case .handTask(let id, let task, _):
            let incident = try openIncident(id)
            return try overtaken(incident, or: state.task(task, in: incident)?.position)
        case .nameDeputy(let id, let position, _), .planShift(let id, let position, _, _),
            .cancelShift(let id, let position):
            return try overtaken(openIncident(id), or: position)
        case .sendCorrection(let id, _), .reopenIncident(let id), .withdrawSceneCommand(let id):
            return try overtaken(incident(id))
        case .settleRoom(let id, _, _): return try overtaken(incident(id), or: .accountabilityLead)
        // The seat, the offer, the day and the report may be others by now, and the person can press again.
        case .acceptPosition, .declineOffer, .setAvailability, .dismissLateRaise, .listPlaces: throw .tooLate
        // An alarm judges its own age; a cancel that comes late, and a claim, only ask for a call back.
        case .raise, .cancelRaise, .claimMistake: return command
        // A duress word must never be lost, and what leaves the alarm standing harms nobody.
        case .recordCallBack(_, .duress, _), .recordCallBack(_, .notConfirmed, _): return command
        // A mark that stops nothing; a plan that names the version it follows; a text that stays the one it was.
        case .readBack, .publishPlan, .eraseText: return command
        // The server's own.
        case .expire, .reportCommandPost: return command
        // What somebody saw is never refused.
        case .recordCleared, .recordNotCleared, .confirmAudible, .recordCall911, .reportResponding,
            .reportHandsFree, .reportAlone, .recordSceneCommand, .reportRoom, .writeNote, .reportTask,
            .reportResource, .reportPresence:
            return command
        }
    }

    /// What was pressed in a practice is stopped at the turn: it ends, sets and closes nothing of the real thing.
    ///
    /// Nor is what was pressed in the first seconds after it, on a page that may not have shown it yet. Who coordinates
    /// is settled for both, and observations are taken in and weighed.
    private func requireReal(_ command: Command) throws(Rejection) {
        guard let id = command.incident, let turned = state.incidents[id]?.turnedActualAt else { return }
        switch command {
        case .endAction, .closeIncident, .sendCorrection, .settleRoom, .withdrawSceneCommand,
            .openCourse, .closeCourse, .handTask, .setObjectives, .planShift, .cancelShift,
            .recordCallBack(_, .mistakeConfirmed, _):
            guard context.madeAt - turned > Self.turnSeen else { throw .tooLate }
        // Whoever has just seen that it is real may say at once that it is worse, or was a mistake.
        case .setAction, .cancelRaise, .claimMistake: guard context.madeAt >= turned else { throw .tooLate }
        default: return
        }
    }

    /// How long it takes until everybody can have seen that a practice is real.
    private static let turnSeen = TimeSpan.seconds(3)

    /// Refuses an act, or keeps it for the present holder where its sender was replaced.
    private mutating func overtaken(
        _ incident: Incident, or position: Position? = nil
    ) throws(Rejection) -> Command? {
        let person = context.actor.person
        let wasOther = position.flatMap { incident.coordination.others[$0] }?.former.contains(person) ?? false
        guard wasOther || incident.coordination.former.contains(person) else { throw .tooLate }
        suggest(in: incident.id)
        return nil
    }

    /// Whether an action protects less than what stands at one of the places.
    func weakens(_ action: ProtectiveAction, at places: [PlaceID], in incident: Incident) -> Bool {
        places.contains { place in
            guard let standing = incident.action(at: place, in: state.places) else { return false }
            return standing.action.strength > action.strength
        }
    }

    /// An act that was pressed before the action was set, or said again by somebody else, means an earlier one: this one
    /// stands.
    ///
    /// So does what was opened again meanwhile.
    func requireSeen(_ incident: Incident, _ places: [PlaceID]) throws(Rejection) {
        func isNew(_ moment: Instant?) -> Bool { moment.map { $0 > context.madeAt } ?? false }
        let isNewer = incident.actions.rows.contains { placed in
            placed.isInForce && isNew(placed.saidAt) && state.places.overlap([placed.place], places)
        }
        let isSaidAgain = incident.presses.contains { press in
            press.by != context.actor.person && isNew(press.at) && state.places.overlap(press.places, places)
        }
        if isNewer || isSaidAgain || isNew(incident.anewAt) { throw .tooLate }
        try requireStillOpen(incident)
    }

    /// What was pressed before an incident was opened again does not end it once more.
    func requireStillOpen(_ incident: Incident) throws(Rejection) {
        if isOpenedSince(incident) { throw .tooLate }
    }

    /// Whether an incident was opened again after this was pressed.
    func isOpenedSince(_ incident: Incident) -> Bool {
        incident.reopenedAt.map { $0 > context.madeAt } ?? false
    }

    /// Nor is closed what somebody has called for help in since.
    func requireHeard(_ incident: Incident) throws(Rejection) {
        let isCalling = incident.rollCall.rooms.rows.contains { row in
            row.reports.contains { report in
                report.receivedAt > context.madeAt && (report.status == .needsHelp || report.injured > 0)
            }
        }
        if isCalling { throw .tooLate }
    }
}

extension Incident {
    /// What was practised, as the alarm that somebody says it is.
    package func played(at moment: Instant) -> Raise {
        // What came with the turn, or after it, was not practised.
        let rows = turnedActualAt == nil || settled.isEmpty ? actions.rows : settled.rows
        let played = rows.max {
            ($0.isInForce ? 1 : 0, $0.action.strength) < ($1.isInForce ? 1 : 0, $1.action.strength)
        }
        // Where several actions were practised the strongest is meant for all that was named.
        let isOne = rows.allSatisfy { $0.action == played?.action }
        let practised = isOne ? rows.map { $0.place } : []
        return Raise(
            played?.action, at: practised.isEmpty ? places : practised, level: level, hazard: hazard,
            source: Source(at: moment))
    }
}
