import MusterCore

/// What one command did to the school.
struct Step {
    /// What was asked for.
    let command: Command
    /// Whether it was taken.
    let isAccepted: Bool
    /// The events that the rules gave, and those that came into the log.
    let decided: [Event]
    let recorded: [Event]
    let before: SiteState
    let after: SiteState
    let records: [Record]
    let person: PersonID
    let now: Instant
}

/// The promises that hold after every single command.
enum Promise: CaseIterable, Sendable {
    /// An observation is never refused, and what was decided is in the log; the log's own part is tested with the log.
    case durable
    case oneHolder, handsOff, neverVacant, everyoneOnce, drillIsDrill, oneDanger
    /// What the plan calls for is under way, and no task moves people in a place in Lockdown.
    case tasksBegin
    /// Whoever holds a position with busy hands has somebody asked to follow; who comes next is able to, and no plan
    /// empties a position.
    case succession

    /// What is broken, if anything.
    func check(_ step: Step) -> String? {
        switch self {
        case .durable: Self.durable(step)
        case .oneHolder: Self.oneHolder(step)
        case .handsOff: Self.handsOff(step)
        case .neverVacant: Self.neverVacant(step)
        case .everyoneOnce: Self.everyoneOnce(step)
        case .drillIsDrill: Self.drillIsDrill(step)
        case .oneDanger: Self.oneDanger(step)
        case .tasksBegin: Self.tasksBegin(step)
        case .succession: Self.succession(step)
        }
    }

    private static func durable(_ step: Step) -> String? {
        if step.recorded.count < step.decided.count { return "what was answered is not in the log" }
        guard step.command.isObservation else { return nil }
        if !step.isAccepted { return "an observation was refused" }
        guard let fact = step.recorded.first else { return "an observation left nothing" }
        return fact.source?.observedAt == step.command.source?.observedAt
            ? nil : "an observation was recorded as seen at another moment"
    }

    private static func oneHolder(_ step: Step) -> String? {
        for incident in step.after.incidents.rows {
            let coordination = incident.coordination
            if let holder = coordination.coordinator?.person, coordination.former.contains(holder) {
                return "the coordinator is also a replaced one"
            }
            for holding in coordination.others.rows {
                if let holder = holding.holder, holding.former.contains(holder) {
                    return "a holder was replaced"
                }
            }
            // A late act of somebody replaced changes nothing by itself.
            guard let old = step.before.incidents[incident.id]?.coordination,
                old.former.contains(step.person), old.coordinator != coordination.coordinator
            else { continue }
            let mayReturn =
                old.asked.contains(step.person) || old.ladder != nil || old.takeoverOfferedAt != nil
                || old.handover != nil
            if coordination.coordinator?.person == step.person, !mayReturn {
                return "a replaced holder took the position back unasked"
            }
        }
        return nil
    }

    private static func handsOff(_ step: Step) -> String? {
        for incident in step.after.incidents.rows where incident.isOpen {
            let coordination = incident.coordination
            if coordination.asked.contains(where: { step.after.responding[$0] != nil }) {
                return "somebody who is responding is asked"
            }
            for holding in coordination.others.rows {
                if let asked = holding.asked, step.after.responding[asked] != nil {
                    return "somebody who is responding is offered a position"
                }
            }
            guard let seat = coordination.coordinator, step.after.responding[seat.person] != nil else {
                continue
            }
            if seat.handsBusySince == nil { return "a responding coordinator is not shown as hands busy" }
            if coordination.ladder == nil {
                return "nobody is looked for while the coordinator is responding"
            }
        }
        return nil
    }

    private static func neverVacant(_ step: Step) -> String? {
        for incident in step.after.incidents.rows where incident.isOpen {
            let coordination = incident.coordination
            let needsLadder =
                coordination.coordinator.map { $0.caretaker || $0.handsBusySince != nil } ?? true
            if needsLadder, coordination.ladder == nil {
                return "nobody coordinates and nobody is looked for"
            }
            let deadline = step.after.deadlines.first { $0.incident == incident.id }
            guard let deadline else { return "no deadline watches an open incident" }
            let longest = TimeSpan.minutes(6)
            if deadline.due > step.now + longest { return "the next step is too far away" }
        }
        return nil
    }

    private static func everyoneOnce(_ step: Step) -> String? {
        for incident in step.after.incidents.rows {
            let board = RoomBoard(incident, in: step.after)
            for roster in School.roster where board.rows.filter({ $0.room == roster.room }).count != 1 {
                return "a rostered room does not stand on the board exactly once"
            }
            for row in incident.rollCall.rooms.rows {
                if row.reports.contains(where: { $0.receivedAt > step.now || $0.source.observedAt == .zero })
                {
                    return "a report has no age"
                }
                if !row.reports.isEmpty, row.current == nil {
                    return "a room with reports has none that stands"
                }
            }
        }
        return nil
    }

    private static func oneDanger(_ step: Step) -> String? {
        let open = step.after.incidents.rows.filter { $0.isOpen }
        if open.count(where: { $0.kind == .actual && $0.isProtective }) > 1 {
            return "two real protective incidents are open"
        }
        let isReal = open.contains { $0.kind == .actual && $0.isProtective }
        if isReal, open.contains(where: { $0.kind.isPractice }) { return "a practice goes on beside it" }
        let isAsked = open.contains { incident in
            RoomBoard(incident, in: step.after).withoutReport.contains {
                step.after.isLockedDown($0, for: incident)
            }
        }
        return isAsked ? "somebody may go and ask at a room in Lockdown" : nil
    }

    private static func tasksBegin(_ step: Step) -> String? {
        for incident in step.after.incidents.rows where incident.isOpen {
            for course in step.after.courses(of: incident).rows
            where incident.calls(for: course) && !incident.isUnderWay(course.id) {
                return "something calls for \(course.id) and nobody has its tasks"
            }
            if incident.scene != nil, step.after.sceneTasks(of: incident).isEmpty {
                return "an agency commands the scene and the coordinator has no steps beside it"
            }
            for begun in incident.courses.begun.rows
            where begun.version != incident.courses.version && !begun.isOfScene {
                return "a course is of another plan than its incident"
            }
            let isAllLocked = School.rooms.allSatisfy { step.after.isLockedDown($0, for: incident) }
            let moving = step.after.tasks(of: incident).filter { $0.isReady && $0.step.movesPeople }
            if isAllLocked, !moving.isEmpty { return "a task moves people in a Lockdown" }
        }
        return nil
    }

    private static func drillIsDrill(_ step: Step) -> String? {
        for incident in step.after.incidents.rows {
            let old = step.before.incidents[incident.id]
            if old?.kind == .actual, incident.kind.isPractice { return "something real became practice" }
            if old?.kind.isPractice == true, incident.kind == .actual, incident.turnedActualAt == nil {
                return "a practice became real and nobody can tell when"
            }
        }
        let isTold = step.records.reversed().prefix { $0.at == step.now }.allSatisfy { record in
            guard case .incident(.raised(let id, let raise)) = record.event, raise.kind.isPractice else {
                return true
            }
            guard let incident = step.after.incidents[id] else { return true }
            return incident.kind.isPractice || incident.turnedActualAt != nil
        }
        return isTold ? nil : "a practice cannot be told from the state"
    }
}
