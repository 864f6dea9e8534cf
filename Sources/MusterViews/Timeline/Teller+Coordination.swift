import MusterCore

extension Teller {
    func sentence(_ event: CoordinationEvent, _ record: Record) -> String {
        let who = name(record.actor)
        switch event {
        case .availabilitySet(let person, let available):
            let state = available ? "available" : "not available"
            guard person != record.actor else { return "\(who) is \(state) for the line." }
            return "\(who) set \(name(person)) to \(state) for the line."
        case .dutyTaken(_, let duty):
            let outside = duty.outside.map { "\(name($0)) had outside duty." } ?? ""
            let away =
                duty.away.isEmpty ? "" : "Not due then, and asked after the others: \(names(duty.away))."
            let instead = duty.substitutes.map { "\(name($0.person)) stood in for \(name($0.absent))." }
            let said = ([outside] + instead + [away]).filter { !$0.isEmpty }.joined(separator: " ")
            return said.isEmpty ? "Everybody of the line was due." : said
        case .coordinatorAsked(_, let persons, let step, let due):
            let whom =
                persons.isEmpty ? "Nobody could be" : names(persons) + (persons.count == 1 ? " was" : " were")
            return "\(whom) asked to coordinate. "
                + "At \(time(due)): \(step.label.lowercasedFirst)."
        case .positionOffered(_, let position, let person, let ofLine):
            // The next of the line is asked by the plan, whoever said no.
            return ofLine
                ? "\(name(person)) was asked to take the position: \(position.label)."
                : "\(who) offered \(position.label) to \(name(person))."
        case .offerDeclined(_, let position): return "\(who) declined \(position.label)."
        case .offerUnanswered(_, let position, let person):
            return "\(name(person)) was asked to take the position and has not answered: \(position.label)."
        case .deputyNamed(_, let position, let person):
            return person.map { "\(who) named \(name($0)) deputy: \(position.label)." }
                ?? "\(who) took the deputy away: \(position.label)."
        case .shiftPlanned(_, let position, let person, let from):
            return "\(who) planned a relief: \(position.label), \(name(person)) at \(time(from))."
        case .shiftCancelled(_, let position):
            return "\(who) took the planned relief back: \(position.label)."
        case .shiftBegan(_, let position, let person):
            return "The time of a planned relief came: \(position.label), \(name(person))."
        case .positionTaken(_, let position, let person, let caretaker):
            guard caretaker else { return "\(name(person)) took the position: \(position.label)." }
            return "\(name(person)) was seated as caretaker: \(position.label), until somebody accepts."
        case .handoverStarted(_, let from, let to, let cause):
            return handover(name(from), to.map { name($0) }, cause)
        case .briefingReadBack: return "\(who) read the briefing back."
        case .takeoverOffered(_, let persons, let ofPost):
            let why = ofPost ? "'s command post gave no sign" : " gave no sign for the plan's time"
            return "The school coordinator\(why). Takeover was offered to \(names(persons))."
        case .commandPostReported(_, let person, let since):
            return since.map { "The command post of \(name(person)) has given no sign since \(time($0))." }
                ?? "The command post of \(name(person)) is no longer silent."
        case .sceneCommandWithdrawn: return "\(who) recorded that no agency commands the scene after all."
        case .suggestionKept(_, let name, let act, _):
            return "\(who), who had been replaced, sent “\(act.map(meant) ?? name.label)”. It had no effect "
                + "and was kept as a suggestion."
        default: return observed(event, record)
        }
    }

    private func observed(_ event: CoordinationEvent, _ record: Record) -> String {
        guard let source = record.event.source else { return "" }
        let voice = voice(source, record.actor)
        let end = way(source, record.actor) + "."
        switch event {
        case .respondingReported(let person, _, _):
            let isOwn = voice == name(person)
            return isOwn
                ? "\(voice) is responding, hands-on" + end
                : "\(name(person)) is responding, hands-on, as \(voice) reported" + end
        case .respondingEnded(let person, _):
            return "\(name(person)) has free hands again, as \(voice) reported" + end
        case .aloneReported(_, let person, _):
            return "\(name(person)) is the only adult there, as \(voice) reported" + end
        case .presenceReported(_, let onSite, _):
            return "\(name(record.actor)) said to be \(onSite ? "on" : "off") the site."
        case .sceneCommandRecorded(_, let agency, let unified, let since, _, _, let beside):
            let how = (unified ? ", unified" : "") + (beside ? ", beside the one on record" : "")
            return "\(voice) reported scene command: \(agency.label)\(how), since \(time(since))" + end
        default: return ""
        }
    }

    private func handover(_ from: String, _ to: String?, _ cause: HandoverCause) -> String {
        switch (cause, to) {
        case (.request, .some(let to)): "\(from) hands the coordination over to \(to)."
        case (.request, .none): "\(from) hands the coordination over to whoever accepts first."
        case (.responding, _): "\(from) coordinates with busy hands: the line was asked to take over at once."
        case (.relief, .some(let to)): "A planned relief for \(from): \(to) was asked to take over."
        case (.relief, .none): "A planned relief for \(from): the deputy, then the line, was asked."
        case (.unavailable, _): "\(from) is no longer available: the line was asked to take over at once."
        }
    }

    func sentence(_ event: RollCallEvent, _ record: Record) -> String {
        switch event {
        case .roomReported(_, let room, let claim):
            let label = directory.label(of: room)
            let what = RoomReport.words(
                claim.status, missing: claim.missing, extra: claim.extra, injured: claim.injured)
            let end = way(claim.source, record.actor) + "."
            if claim.source.person == nil, claim.source.place == room { return "\(label): \(what)" + end }
            return "\(voice(claim.source, record.actor)) reported \(label): \(what)" + end
        case .roomSettled(_, let room, _):
            return "\(name(record.actor)) settled which report of \(directory.label(of: room)) stands."
        }
    }

    func sentence(_ event: JournalEvent, _ record: Record) -> String {
        switch event {
        case .noteWritten(_, _, let position, let corrects, let source, _):
            let office = position.map { " (\($0.label))" } ?? ""
            let verb = corrects == nil ? "noted" : "corrected an earlier note"
            return "\(voice(source, record.actor))\(office) \(verb)" + way(source, record.actor) + "."
        case .objectivesSet(_, let isOwn, _):
            guard isOwn else { return "\(name(record.actor)) went back to the plan's objectives." }
            return "\(name(record.actor)) set the objectives of this incident."
        case .textErased(let position):
            return "\(name(record.actor)) erased the text of record \(position)."
        }
    }
}

extension String {
    /// The words with a small first letter, for use inside a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
