import MusterCore

extension Teller {
    func sentence(_ event: IncidentEvent, _ record: Record) -> String {
        let who = name(record.actor)
        switch event {
        case .raised(_, let raise): return raised(raise, record)
        case .raiseLate(_, let raise):
            let what = raise.action?.label ?? raise.level.label
            return
                "An alarm by \(who) (\(what), \(places(raise.places))) came too late to be one and was kept "
                + "as a report."
        case .lateDismissed: return "\(who) judged that a late alarm needs nothing more."
        case .confirmed(_, let raise, _):
            let what = raise.action?.label ?? raise.level.label
            let against = raise.hazard.map { ", because of: " + $0.label.lowercased() } ?? ""
            return
                "\(voice(raise.source, record.actor)) raised too: \(what), \(places(raise.places))\(against)"
                + way(raise.source, record.actor) + "."
        case .rosterTaken(_, let rooms):
            return "Who is expected in \(rooms.count) \(rooms.count == 1 ? "room" : "rooms") was taken down."
        case .actionSet(_, let where_, let action, let hazard, _):
            let against = hazard.map { ", because of: " + $0.label.lowercased() } ?? ""
            return "\(who) set \(action.label) at \(places(where_))\(against)."
        case .actionEnded(_, let where_, let method):
            return "\(who) ended the action at \(places(where_)), \(method.way)."
        case .actionWithdrawn(_, _, let where_, let action, let method):
            return "\(who) withdrew \(action.label) at \(places(where_)), \(method.way)."
        case .roomCleared(_, let room, let source):
            return "\(voice(source, record.actor)) opened \(directory.label(of: room)) and found it clear"
                + way(source, record.actor) + "."
        case .roomNotCleared(_, let room, let source):
            return "\(voice(source, record.actor)) corrected: \(directory.label(of: room)) is not cleared"
                + way(source, record.actor) + "."
        case .audibleConfirmed(_, let source):
            return "\(voice(source, record.actor)) heard the announcement" + way(source, record.actor) + "."
        case .call911Recorded(_, let ended, let source):
            let what = ended ? "the call to 911 ended" : "911 is on the line"
            return "\(voice(source, record.actor)) reported that \(what)" + way(source, record.actor) + "."
        default: return act(event, who)
        }
    }

    private func act(_ event: IncidentEvent, _ who: String) -> String {
        switch event {
        case .mistakeClaimed(_, let press):
            "\(who) said that \(press == nil ? "the alarm" : "an action that joined it") was a mistake. "
                + "It stands until a call back confirms it."
        case .callBackRecorded(_, let outcome, _): "\(who) called back. " + outcome.sentence
        case .corrected: "\(who) sent a correction to everyone who got the alarm."
        case .turnedActual: "\(who) said that it is real: practice ended and the emergency began."
        case .closed(_, .over): "\(who) closed the incident."
        case .closed(_, .cancelled): "\(who) cancelled the alarm; the incident is closed."
        case .closed(_, .mistake): "The incident was closed as a mistake, after the call back by \(who)."
        default: "\(who) reopened the incident."
        }
    }

    private func raised(_ raise: Raise, _ record: Record) -> String {
        let who = voice(raise.source, record.actor)
        let where_ = places(raise.places)
        let end = way(raise.source, record.actor) + "."
        let practice = raise.kind.isPractice ? " as \(raise.kind.label.lowercased())" : ""
        switch raise.level {
        case .assist: return "\(who) asked for a colleague at \(where_)\(practice)" + end
        case .medical: return "\(who) asked for medical help at \(where_)\(practice)" + end
        case .protective:
            let action = raise.action?.label ?? "an alarm"
            let against = raise.hazard.map { ", because of: " + $0.label.lowercased() } ?? ""
            return "\(who) raised \(action) for \(where_)\(practice)\(against)" + end
        }
    }
}

extension EndMethod {
    /// The way of ending, inside a sentence.
    fileprivate var way: String {
        switch self {
        case .inPerson: "in person, room by room"
        case .announcementAndKey: "by announcement and key"
        case .agency: "on the word of the agency in command"
        case .coordinator: "as the coordinator decided"
        case .cancelled: "cancelled within seconds"
        case .mistake: "as a mistake"
        }
    }
}

extension CallBackOutcome {
    /// What the call back found, as a sentence of the record.
    fileprivate var sentence: String {
        switch self {
        case .mistakeConfirmed: "The right person gave the right word: it was a mistake."
        case .notConfirmed: "A mistake was not confirmed; the alarm stands."
        case .duress: "The duress word was said; the alarm stands."
        }
    }
}
