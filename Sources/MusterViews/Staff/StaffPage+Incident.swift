import MusterCore

/// An incident under way: the exact words, the action at my room, what to do, and how it ended.
extension StaffPage {
    /// The exact words for the intercom, first until somebody has heard them.
    ///
    /// The way back follows the first of them, before it is over: five seconds leave nobody time to scroll.
    @RegionBuilder static func words(_ situation: StaffSituation, _ context: PageContext) -> [Region] {
        let id = situation.incident.id.text
        let all = context.announcements(of: situation.incident)
        let press = situation.saysWordsFirst ? situation.cancellable : nil
        let isSplit = press != nil && all.count > 1
        Region("words-" + id) { h in
            h.paWords("Read this out now, twice", isSplit ? Array(all.prefix(1)) : all)
            if !isSplit { h.heard(id) }
        }
        if let press { cancel(press, situation, context) }
        if isSplit {
            Region("then-" + id) { h in
                for words in all.dropFirst() { h.paWords("Then say", words) }
                h.heard(id)
            }
        }
    }

    /// The way back for whoever pressed, within the plan's seconds; what others raised goes on.
    static func cancel(_ press: Press, _ situation: StaffSituation, _ context: PageContext) -> Region {
        let incident = situation.incident
        return Region("cancel-" + incident.id.text) { h in
            h.act("cancelRaise", ["incident": press.id.text]) { h in
                h.button("Cancel, it was a mistake", .secondary)
                h.p("quiet") { h in
                    let isOneOfSeveral = incident.presses.count > 1 || context.openIncidents.count > 1
                    if isOneOfSeveral { h.strong(text: context.named(press, in: incident) + ". ") }
                    h.text("For ")
                    h.countdown(to: press.at + context.state.plan.timings.cancelWithin, context.clock)
                    h.text(" more. Everyone who got the alarm gets the correction.")
                }
            }
        }
    }

    /// The action at my room in huge words, and what to do.
    static func action(
        _ situation: StaffSituation, _ context: PageContext, isOneOfSeveral: Bool
    ) -> Region {
        let incident = situation.incident
        return Region("action-" + incident.id.text) { h in
            let marksItself = incident.kind.isPractice && (isOneOfSeveral || context.sendsAlarm)
            if marksItself { h.p("practice-mark", text: incident.kind.mark) }
            if let action = situation.action {
                inForce(&h, action, situation, context)
            } else if incident.level != .protective {
                everydayCall(&h, situation, context)
            } else {
                let inForce = context.inForce(of: incident)
                let title =
                    inForce.isEmpty
                    ? "\(incident.headline) at \(context.places(incident.strongestEver.map { [$0.place] } ?? incident.places))"
                    : inForce
                h.notice(.neutral, title) { h in
                    h.p(
                        text: "Nothing is asked of \(place(situation, context)). Keep people away from there."
                    )
                }
            }
            if !situation.isLockedDown { h.covered(incident, context) }
            h.correction(of: incident, context, isHiding: situation.isLockedDown)
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
            against: action.label == action.action.label ? action.hazard?.label : nil,
            since: situation.incident.since(action),
            context.clock, isSaid: !situation.isLockedDown
        )
        if let cleared = situation.clearedAt {
            h.notice(.cleared, "Your room was opened and cleared") { h in
                h.p { h in
                    h.text("Recorded ")
                    h.timeOfDay(cleared, context.clock)
                    h.text(". Do as the people who opened it say.")
                }
                if let room = situation.room, action.action == .lockdown {
                    h.fold("Nobody has opened this room", icon: .lock) { h in
                        h.act(
                            "recordNotCleared",
                            ["incident": situation.incident.id.text, "room": room.text, "channel": "direct"]
                        ) { h in
                            h.p(text: "Then stay locked and silent: the entry was wrong.")
                            h.button("It was not opened", .secondary, icon: .lock)
                        }
                    }
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
            if situation.isRaiser, situation.cancellable == nil {
                h.overAct(incident)
            }
        }
    }

    /// What ended, where, by whose word, when, and what to do now.
    static func ended(_ ending: Ending, _ context: PageContext) -> Region {
        Region("ended-" + ending.incident.text) { h in h.ended(ending, context) }
    }

    /// The ends before the last one, behind one line: they must not push the alarm button off the screen.
    static func earlierEnds(_ endings: ArraySlice<Ending>, _ context: PageContext) -> Region {
        Region("earlier-ends") { h in
            let title = endings.count == 1 ? "One alarm before that" : "\(endings.count) alarms before that"
            h.fold(title, key: "earlier-ends") { h in
                for ending in endings { h.ended(ending, context) }
            }
        }
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
            h.correction(of: incident, context)
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

extension Html {
    /// Writes the button by which whoever asked for somebody says that it is over.
    mutating func overAct(_ incident: Incident) {
        act("closeIncident", ["incident": incident.id.text]) { h in
            h.button("It is over, thank you", .secondary, icon: .check)
        }
    }

    /// Writes the button by which somebody says that the announcement was heard.
    fileprivate mutating func heard(_ incident: String) {
        act("confirmAudible", ["incident": incident]) { h in
            h.button("I heard it", .primary, icon: .speech)
        }
    }
}
