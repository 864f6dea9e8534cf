import MusterCore

extension Promise {
    /// What is broken of who comes next in a position.
    static func succession(_ step: Step) -> String? {
        for incident in step.after.incidents.rows {
            let coordination = incident.coordination
            for deputy in coordination.deputies.rows {
                if step.after.responding[deputy.person] != nil { return "a deputy is responding" }
                if step.after.unavailable[deputy.person] != nil { return "a deputy is not available" }
                if coordination.holder(of: deputy.position) == deputy.person {
                    return "somebody is their own deputy"
                }
            }
            guard incident.isOpen else {
                if !coordination.shifts.isEmpty { return "a relief is planned in what is over" }
                continue
            }
            for holding in coordination.others.rows {
                if let what = succession(of: holding, incident, step) { return what }
            }
        }
        return emptied(step)
    }

    private static func succession(of holding: Holding, _ incident: Incident, _ step: Step) -> String? {
        if holding.passed.contains(where: { step.after.responding[$0] != nil }) {
            return "somebody who is responding may still take a position"
        }
        guard let holder = holding.holder else { return nil }
        if step.after.responding[holder] != nil, holding.handsBusySince == nil {
            return "a responding holder is not shown as hands busy"
        }
        guard holding.handsBusySince != nil, holding.asked == nil else { return nil }
        let isLeft = step.after.able(for: holding.position, in: incident).contains {
            !holding.passed.contains($0.person)
        }
        return isLeft ? "nobody is asked to follow somebody with busy hands" : nil
    }

    /// A position that was held is held after any command, by whoever accepted; only closing and what came of it ends it.
    private static func emptied(_ step: Step) -> String? {
        for event in step.recorded {
            guard case .coordination(.positionTaken(_, let position, let person, _)) = event else { continue }
            // A raise forgets who was hands-on long before it.
            if step.before.responding[person] != nil, step.after.responding[person] != nil {
                return "\(person) is responding and holds \(position)"
            }
            if case .expire = step.command, position != .schoolCoordinator {
                return "a clock gave \(position) to somebody"
            }
        }
        for incident in step.before.incidents.rows {
            guard let after = step.after.incidents[incident.id]?.coordination else { continue }
            let coordination = incident.coordination
            if coordination.coordinator != nil, after.coordinator == nil { return "the seat was emptied" }
            for holding in coordination.others.rows {
                if holding.holder != nil, after.holder(of: holding.position) == nil {
                    return "\(holding.position) was emptied"
                }
            }
        }
        return nil
    }
}
