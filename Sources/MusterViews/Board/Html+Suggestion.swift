import MusterCore

/// What a replaced holder meant, for the present one to do in one act.
extension Html {
    /// Writes the button that does it, where the record still says what it was.
    mutating func suggested(_ record: Record, _ board: BoardIncident) {
        guard case .coordination(.suggestionKept(_, _, .some(let command), _)) = record.event else { return }
        let words = board.teller.meant(command)
        let incident = board.id
        switch command {
        case .setAction(_, let places, let action, let hazard):
            act("setAction", ["incident": incident, "action": action.rawValue]) { h in
                for place in places { h.hidden("place", place.text) }
                if let hazard { h.hidden("hazard", hazard.rawValue) }
                h.button(words)
            }
        case .endAction(_, let places, let method):
            act("endAction", ["incident": incident, "method": method.rawValue]) { h in
                for place in places { h.hidden("place", place.text) }
                h.button(words)
            }
        case .sendCorrection:
            guard let text = record.text else { return }
            act("sendCorrection", ["incident": incident, "text": text]) { h in h.button(words) }
        case .setObjectives:
            act("setObjectives", ["incident": incident, "text": record.text ?? ""]) { h in h.button(words) }
        case .closeIncident:
            act("closeIncident", ["incident": incident]) { h in h.button(words) }
        case .offerPosition(_, let position, let person):
            act("offerPosition", ["incident": incident, "position": position.rawValue]) { h in
                if let person { h.hidden("person", person.text) }
                h.button(words)
            }
        case .nameDeputy, .planShift, .cancelShift: suggestedSuccession(command, words, incident)
        case .openCourse(_, let course):
            act("openCourse", ["incident": incident, "course": course.text]) { h in h.button(words) }
        case .closeCourse(_, let course):
            act("closeCourse", ["incident": incident, "course": course.text]) { h in h.button(words) }
        case .handTask(_, let task, let position):
            act("handTask", ["incident": incident, "to": position.rawValue]) { h in
                h.names(task)
                h.button(words)
            }
        case .settleRoom(_, let room, let report):
            let fields: KeyValuePairs<StaticString, String> = [
                "incident": incident, "room": room.text, "report": report.text,
            ]
            act("settleRoom", fields) { h in h.button(words) }
        case .recordCallBack(_, let outcome, let press):
            act("recordCallBack", ["incident": incident, "outcome": outcome.rawValue]) { h in
                if let press { h.hidden("press", press.text) }
                h.button(words)
            }
        case .withdrawSceneCommand:
            act("withdrawSceneCommand", ["incident": incident]) { h in h.button(words) }
        // Handing over is the present holder's own matter; an observation is never a suggestion.
        default: break
        }
    }

    private mutating func suggestedSuccession(_ command: Command, _ words: String, _ incident: String) {
        switch command {
        case .nameDeputy(_, let position, let person):
            act("nameDeputy", ["incident": incident, "position": position.rawValue]) { h in
                if let person { h.hidden("person", person.text) }
                h.button(words)
            }
        case .planShift(_, let position, let person, let from):
            let fields: KeyValuePairs<StaticString, String> = [
                "incident": incident, "position": position.rawValue, "person": person.text,
                "from": "\(from.milliseconds)",
            ]
            act("planShift", fields) { h in h.button(words) }
        case .cancelShift(_, let position):
            act("cancelShift", ["incident": incident, "position": position.rawValue]) { h in h.button(words) }
        default: break
        }
    }
}

extension Teller {
    /// What a command would do, in a few words.
    func meant(_ command: Command) -> String {
        switch command {
        case .setAction(_, let where_, let action, _): "\(action.label) at \(places(where_))"
        case .endAction(_, let where_, let method): "End at \(places(where_)): \(method.label)"
        case .handOver(_, .some(let person)): "Hand over to \(name(person))"
        case .offerPosition(_, let position, let person):
            "Offer \(position.label) to \(person.map { name($0) } ?? "its line")"
        case .nameDeputy(_, let position, let person):
            "Deputy of \(position.label): \(person.map { name($0) } ?? "nobody any more")"
        case .planShift(_, let position, let person, let from):
            "Relief in \(position.label): \(name(person)) at \(time(from))"
        case .handTask(_, _, let position): "Hand a task on to \(position.label)"
        case .settleRoom(_, let room, _): "Settle \(directory.label(of: room))"
        case .recordCallBack(_, let outcome, _): "Call back: \(outcome.label)"
        default: command.wireCase.label
        }
    }
}
