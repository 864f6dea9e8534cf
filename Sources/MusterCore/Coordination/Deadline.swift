/// A moment at which the state asks for a step.
package struct Deadline: Equatable, Sendable {
    /// What the step is.
    package enum Kind: Equatable, Sendable {
        /// Somebody who coordinates is looked for, or has given no sign.
        case coordinator
        /// An offer of a position had no answer.
        case offer(Position)
        /// A planned relief begins.
        case shift(Position)
    }

    /// Names the deadline.
    package var id: DeadlineID
    /// The incident whose step is due.
    package var incident: IncidentID
    /// When it passes.
    package var due: Instant
    /// What the step is.
    package var kind = Kind.coordinator
}

extension SiteState {
    /// Everything that must happen at a moment, by itself; of an incident, what is about its coordinator comes first.
    package var deadlines: [Deadline] {
        var found: [Deadline] = []
        for incident in incidents.rows where incident.isOpen {
            if let deadline = coordinatorDeadline(incident) { found.append(deadline) }
            for holding in incident.coordination.others.rows {
                guard let deadline = holding.deadline, let askedAt = holding.askedAt else { continue }
                found.append(
                    Deadline(
                        id: deadline, incident: incident.id, due: askedAt + plan.timings.askNextAfter,
                        kind: .offer(holding.position)))
            }
            for shift in incident.coordination.shifts.rows {
                found.append(
                    Deadline(
                        id: shift.deadline, incident: incident.id, due: shift.from,
                        kind: .shift(shift.position)))
            }
        }
        return found
    }

    private func coordinatorDeadline(_ incident: Incident) -> Deadline? {
        if let ladder = incident.coordination.ladder {
            return Deadline(id: ladder.deadline, incident: incident.id, due: ladder.due)
        }
        guard let seat = incident.coordination.coordinator else { return nil }
        // A declared command post counts at once: its device is in front, awake and on power, or something is wrong.
        if let post = incident.coordination.silentPostToAnswer {
            let due = min(
                max(post.noticedAt, seat.lastActAt + SilentPost.after),
                seat.lastActAt + plan.timings.silentAfter)
            return Deadline(id: post.deadline, incident: incident.id, due: due)
        }
        // An offer that nobody took is made again after the same span.
        let since = max(seat.lastActAt, incident.coordination.takeoverOfferedAt ?? seat.lastActAt)
        return Deadline(
            id: DeadlineID("s", since.milliseconds), incident: incident.id,
            due: since + plan.timings.silentAfter)
    }
}

extension Draft {
    /// A deadline of the state has passed: one step, and a new deadline from now on.
    mutating func expire(_ deadline: DeadlineID) throws(Rejection) {
        let hits = state.deadlines.filter { $0.id == deadline }
        guard !hits.isEmpty else { throw .unknownDeadline }
        let due = hits.filter { $0.due <= context.at }
        guard !due.isEmpty else { throw .notDue }
        for hit in due {
            switch hit.kind {
            case .coordinator: climb(hit.incident)
            case .offer(let position): passOnOffer(hit.incident, position)
            case .shift(let position):
                guard let shift = state.incidents[hit.incident]?.coordination.shifts[position] else {
                    continue
                }
                beginShift(hit.incident, shift)
            }
        }
    }
}
