import MusterCore

/// An incident under way: the exact words, the action at my room, what to do, and how it ended.
extension StaffPage {
    /// The exact words for the intercom, first until somebody has heard them; for the raiser the way back.
    static func words(_ situation: StaffSituation, _ context: PageContext) -> Region {
        let incident = situation.incident
        return Region("words-" + incident.id.text) { h in
            if let announced = situation.announced {
                h.paWords(
                    "Read this out now, twice",
                    context.announcement(
                        announced.action, against: announced.hazard, at: [announced.place], in: incident.kind)
                )
            }
            h.act("confirmAudible", ["incident": incident.id.text]) { h in
                h.button("I heard it", .primary, icon: .speech)
            }
            if situation.mayCancel { cancel(&h, situation, context) }
        }
    }

    private static func cancel(_ h: inout Html, _ situation: StaffSituation, _ context: PageContext) {
        h.act("cancelRaise", ["incident": situation.incident.id.text]) { h in
            h.button("Cancel, it was a mistake", .secondary)
            h.p("quiet") { h in
                h.text("For ")
                h.countdown(
                    to: situation.incident.raisedAt + context.state.plan.timings.cancelWithin, context.clock)
                h.text(" more. Everyone who got the alarm gets the correction.")
            }
        }
    }

    /// The action at my room in huge words, and what to do.
    static func action(
        _ situation: StaffSituation, _ context: PageContext, isOneOfSeveral: Bool
    ) -> Region {
        let incident = situation.incident
        return Region("action-" + incident.id.text) { h in
            let marksItself = isOneOfSeveral && incident.kind.isPractice
            if marksItself { h.p("practice-mark", text: incident.kind.mark) }
            if let action = situation.action {
                inForce(&h, action, situation, context)
            } else if incident.level != .protective {
                everydayCall(&h, situation, context)
            } else {
                h.notice(.neutral, "\(incident.headline) at \(context.places(incident.places))") { h in
                    h.p(
                        text: "Nothing is asked of \(place(situation, context)). Keep people away from there."
                    )
                }
            }
            correction(&h, incident, context)
            if marksItself { h.p("practice-mark", text: incident.kind.mark) }
        }
    }

    private static func inForce(
        _ h: inout Html, _ action: PlacedAction, _ situation: StaffSituation, _ context: PageContext
    ) {
        h.staffAction(
            action.action.tone, action.label,
            where: situation.room.map { context.directory.label(of: $0) }
                ?? context.directory.label(of: action.place),
            against: action.label == action.action.label ? action.hazard?.label : nil, since: action.setAt,
            context.clock, isSaid: !situation.isLockedDown
        )
        if let cleared = situation.clearedAt {
            h.notice(.cleared, "Your room was opened and cleared") { h in
                h.p { h in
                    h.text("Recorded ")
                    h.timeOfDay(cleared, context.clock)
                    h.text(". Do as the people who opened it say.")
                }
            }
        } else {
            h.steps("Do this", context.state.plan.steps(action.action, against: action.hazard))
        }
        if situation.isLockedDown {
            h.p(
                "hiding",
                text: "You need not answer this page. Never open the door: it is opened from outside.")
        }
    }

    private static func everydayCall(
        _ h: inout Html, _ situation: StaffSituation, _ context: PageContext
    ) {
        let incident = situation.incident
        h.notice(.needsHelp, "\(incident.level.label): \(context.places(incident.places))") { h in
            h.p { h in
                h.text(situation.isRaiser ? "You asked for this at " : "Asked for at ")
                h.timeOfDay(incident.raisedAt, context.clock)
                h.text(".")
            }
            if situation.isRaiser, !situation.mayCancel {
                h.act("closeIncident", ["incident": incident.id.text]) { h in
                    h.button("It is over, thank you", .secondary, icon: .check)
                }
            }
        }
        if situation.mayCancel { cancel(&h, situation, context) }
    }

    /// What was sent after a mistake, to everyone who got the alarm.
    private static func correction(
        _ h: inout Html, _ incident: Incident, _ context: PageContext
    ) {
        let latest = context.replica.timeline.last { record in
            if case .incident(.corrected(incident.id, _)) = record.event { true } else { false }
        }
        guard let record = latest else { return }
        h.notice(.caution, "Correction") { h in
            h.p(text: record.text ?? "The alarm was a mistake.")
            h.p("quiet") { h in h.timeOfDay(record.at, context.clock) }
        }
    }

    /// What ended, where, by whose word, when, and what to do now.
    static func ended(_ ending: Ending, _ context: PageContext) -> Region {
        Region("ended-" + ending.incident.text) { h in ended(&h, ending, context) }
    }

    /// The ends before the last one, behind one line: they must not push the alarm button off the screen.
    static func earlierEnds(_ endings: ArraySlice<Ending>, _ context: PageContext) -> Region {
        Region("earlier-ends") { h in
            h.fold(endings.count == 1 ? "One alarm before that" : "\(endings.count) alarms before that") {
                h in
                for ending in endings { ended(&h, ending, context) }
            }
        }
    }

    private static func ended(_ h: inout Html, _ ending: Ending, _ context: PageContext) {
        let incident = context.state.incidents[ending.incident] ?? Incident()
        let kind = incident.kind.isPractice ? incident.kind.mark + ": " : ""
        let what = ending.action?.label ?? incident.level.label
        let place = ending.action.map { context.directory.label(of: $0.place) } ?? ""
        h.notice(.cleared, "\(kind)\(what) has ended\(place.isEmpty ? "" : " at " + place)") { h in
            if let end = ending.action?.ended {
                h.p { h in
                    h.text(end.words(in: incident, context) + " ")
                    h.timeOfDay(end.at, context.clock)
                }
                // Where there was no danger there is nothing more to wait for.
                if end.method != .cancelled, end.method != .mistake {
                    h.p { h in h.strong(text: ending.action?.action.afterwards ?? "") }
                }
            }
            if incident.kind.isPractice { h.p("practice-mark", text: incident.kind.mark) }
        }
        correction(&h, incident, context)
    }

    /// How the last everyday call ended.
    static func closed(_ incident: Incident, _ context: PageContext) -> Region {
        Region("closed-" + incident.id.text) { h in
            guard case .closed(let at, _, let reason) = incident.phase else { return }
            let kind = incident.kind.isPractice ? incident.kind.mark + ": " : ""
            h.notice(.cleared, "\(kind)\(incident.level.label) has ended") { h in
                h.p { h in
                    h.text(reason.sentence + " ")
                    h.timeOfDay(at, context.clock)
                }
                if incident.kind.isPractice { h.p("practice-mark", text: incident.kind.mark) }
            }
            correction(&h, incident, context)
        }
    }

    private static func place(_ situation: StaffSituation, _ context: PageContext) -> String {
        situation.room.map { context.directory.label(of: $0) } ?? "your place"
    }
}

extension Html {
    /// Writes the action across the page in huge words, with the time of day and no clock that runs.
    mutating func staffAction(
        _ tone: Tone, _ words: String, where place: String, against hazard: String?, since moment: Instant,
        _ clock: PageClock, isSaid: Bool
    ) {
        div(.class(tone.className)) { h in
            h.element(
                "div", ["action-header staff-action"] + (isSaid ? [.data("announce", "assertive")] : [])
            ) {
                h in
                h.icon(tone.icon)
                h.div { h in
                    h.p("action-words", text: words)
                    h.p("action-place") { h in
                        h.text(place + (hazard.map { " · " + $0 } ?? "") + " · since ")
                        h.timeOfDay(moment, clock)
                    }
                }
            }
        }
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
