import MusterCore

/// That something has ended: what, where, by whose word and when, the same on every page.
extension Html {
    /// Writes the end of one action or incident; `withNext` adds what people do now, for whoever was under it.
    mutating func ended(_ ending: Ending, _ context: PageContext, withNext: Bool = true) {
        let incident = context.state.incidents[ending.incident] ?? Incident()
        let kind = incident.kind.isPractice ? incident.kind.mark + ": " : ""
        let what = ending.action?.label ?? incident.level.label
        let place = ending.action.map { context.directory.label(of: $0.place) } ?? ""
        notice(.cleared, "\(kind)\(what) has ended\(place.isEmpty ? "" : " at " + place)") { h in
            if let end = ending.action?.ended {
                h.p { h in
                    h.text(end.words(in: incident, context) + " ")
                    h.timeOfDay(end.at, context.clock)
                }
                // Where there was no danger there is nothing more to wait for.
                if withNext, end.method != .cancelled, end.method != .mistake {
                    h.p { h in h.strong(text: ending.action?.action.afterwards ?? "") }
                }
            }
            if incident.kind.isPractice { h.p("practice-mark", text: incident.kind.mark) }
        }
        correction(of: incident, context)
    }

    /// Writes what ended last for the whole site, while no action is in force: a page that was red a moment ago must not
    /// leave anybody to guess why it is not.
    mutating func endedLately(_ context: PageContext) {
        guard let last = context.lastEnding else { return }
        ended(last, context, withNext: false)
    }

    /// Writes what was sent after a mistake, to everyone who got the alarm.
    ///
    /// Whoever hides is told of no press that was taken back: what holds in the room stands on the page.
    mutating func correction(of incident: Incident, _ context: PageContext, isHiding: Bool = false) {
        var (words, at): ([String], Instant) = ([], .zero)
        for record in context.replica.timeline {
            switch record.event {
            case .incident(.corrected(incident.id, _)):
                (words, at) = ([record.text ?? "The alarm was a mistake."], record.at)
            case .incident(.actionWithdrawn(incident.id, _, let places, let action, _)):
                guard !isHiding, incident.isOver(action, at: places, since: record.at, context) else {
                    continue
                }
                words.append("\(action.label) at \(context.places(places)) was pressed by mistake.")
                at = record.at
            default: break
            }
        }
        guard !words.isEmpty else { return }
        let isOver =
            if case .closed(_, _, let reason) = incident.phase { reason != .over } else { false }
        notice(.caution, "Correction") { h in
            for line in words { h.p(text: line) }
            if isOver, incident.kind == .actual, incident.isProtective {
                h.p(text: OutboxNotice.tell911)
            }
            h.p("quiet") { h in h.timeOfDay(at, context.clock) }
        }
    }
}

extension Incident {
    /// Whether an action that was taken back holds at none of its places any more, and nothing was set after it.
    fileprivate func isOver(
        _ action: ProtectiveAction, at where_: [PlaceID], since moment: Instant, _ context: PageContext
    ) -> Bool {
        let tree = context.state.places
        return !actions.rows.contains { $0.isInForce && $0.saidAt > moment }
            && !actions.rows.contains {
                $0.isInForce && $0.action == action && tree.overlap([$0.place], where_)
            }
    }
}

extension PageContext {
    /// What ended last for the whole site and is still told, while no action is in force.
    var lastEnding: Ending? {
        guard !openIncidents.contains(where: { $0.hasActionInForce }) else { return nil }
        return state.endings(at: nil, now: now).first
    }
}

extension EndedAction {
    /// By whose word it ended; whoever pressed by mistake is not named to everyone.
    fileprivate func words(in incident: Incident, _ context: PageContext) -> String {
        switch method {
        case .cancelled, .mistake: method.sentence + " There is no danger from it."
        case .agency:
            method.sentence + (incident.scene.map { " In command: \($0.label)." } ?? "")
                + " Entered by \(context.name(of: by))."
        case .inPerson, .announcementAndKey: method.sentence + " Entered by \(context.name(of: by))."
        case .coordinator: "\(context.directory.name(of: by)) ended it."
        }
    }
}
