package import MusterCore

/// What this device has not sent, or what became of what it sent: shown until the person has seen it.
extension Html {
    /// Writes the notices of an outbox except raises that wait, which come first on a page of their own.
    package mutating func outbox(_ context: PageContext) {
        let all = context.outbox.filter { !$0.isWaitingRaise }
        let notices = all.filter { !$0.isOfEarlier(context) }
        let undone = notices.filter { $0.isUndone }
        inOneLine(
            undone, "\(undone.count) things that you sent were not done", key: "undone", .warning, context)
        let partly = notices.filter { !$0.isUndone && $0.kept != nil && !$0.holds(in: context) }
        inOneLine(
            partly, "\(partly.count) things that you sent were done in part, or only recorded", key: "partly",
            .note, context)
        let waiting = notices.filter { $0.isUnanswered }
        inOneLine(
            waiting, "\(waiting.count) things are not sent yet, and kept here", key: "waiting", .outbox,
            context)
        arrived(notices.filter { $0.isDone || $0.holds(in: context) }, context)
        let earlier = all.filter { $0.isOfEarlier(context) }
        guard !earlier.isEmpty else { return }
        // It stays until it is seen, and nobody reads it for what was pressed now.
        fold("From before this alarm: \(earlier.count)", key: "before", icon: .clock) { h in
            for notice in earlier where !notice.isDone { h.outbox(notice, context) }
            h.arrived(earlier.filter { $0.isDone }, context, key: "outbox-before")
        }
    }

    /// Writes several notices behind one line that opens: they must not push what the page is for off the screen.
    private mutating func inOneLine(
        _ notices: [OutboxNotice], _ title: String, key: String, _ icon: Icon, _ context: PageContext
    ) {
        guard notices.count > 1 else {
            if let only = notices.first { outbox(only, context) }
            return
        }
        fold(title, key: key, icon: icon) { h in for notice in notices { h.outbox(notice, context) } }
    }

    private mutating func outbox(_ notice: OutboxNotice, _ context: PageContext) {
        if let kept = notice.kept, !notice.holds(in: context) {
            self.kept(kept, notice, context)
        } else if notice.state == .refused {
            refused(notice, context)
        } else {
            waiting(notice, context)
        }
    }

    /// Writes the raises that have no answer yet, with the words to say instead of waiting.
    package mutating func unsentRaises(_ context: PageContext) {
        for notice in context.outbox where notice.isWaitingRaise {
            // On the page of a drill it must not look like a part of it.
            guard notice.isReal(in: context) else {
                unsent(notice, context)
                continue
            }
            real { h in h.unsent(notice, context) }
        }
    }

    private mutating func unsent(_ notice: OutboxNotice, _ context: PageContext) {
        let raise = notice.alarm(in: context)
        let words =
            raise.flatMap { raise in
                raise.action.map {
                    context.announcement($0, against: raise.hazard, at: raise.places, in: raise.kind)
                }
            } ?? ""
        let mark = raise.map { $0.kind.isPractice ? $0.kind.mark + ": " : "" } ?? ""
        let what = mark + (raise.map { $0.action?.label ?? $0.level.label } ?? "your alarm")
        guard !notice.isTakenBack(in: context) else {
            return self.notice(.neutral, "Taken back: \(what)") { h in
                h.p(text: "It will be taken back as soon as it arrives, and everybody told so.")
                if notice.mayHaveArrived {
                    h.p(text: "Where it has arrived before, it stands until somebody has called you back.")
                }
            }
        }
        let isFresh = context.now - notice.at < .seconds(4)
        // Without a network nobody counts on what may have left before it went.
        let isCutOff = if case .offline = context.connection { true } else { false }
        if isFresh, notice.state != .late {
            h1Sending(what, words)
        } else if notice.mayHaveArrived, !isCutOff {
            noAnswer(what, notice, words, context.clock)
        } else {
            notSent(what, since: notice.at, context.clock, words: words)
        }
        if !isFresh, notice.state != .late { takeBack(notice, context) }
    }

    /// Writes what whoever pressed does now: it is true whether or not the alarm has left.
    mutating func steps(of raise: Raise, _ context: PageContext) {
        guard let action = raise.action else { return }
        steps("Do this", context.state.plan.steps(action, against: raise.hazard))
    }

    /// Writes the way back from an alarm that is still on its way: what is sent after it takes it back as it arrives.
    private mutating func takeBack(_ notice: OutboxNotice, _ context: PageContext) {
        // An incident bears the id of the command that raised it.
        act("cancelRaise", ["incident": notice.id.text]) { h in
            h.button("Take it back, it was a mistake", .secondary)
        }
    }

    private mutating func h1Sending(_ what: String, _ words: String) {
        if !words.isEmpty { paWords("Say this now", words) }
        notice(.neutral, "Sending: \(what)…")
    }

    private mutating func noAnswer(
        _ what: String, _ notice: OutboxNotice, _ words: String, _ clock: PageClock
    ) {
        div("not-sent", .data("announce", "assertive")) { h in
            h.p("not-sent-title") { h in
                h.icon(.outbox)
                h.strong(text: "No answer yet: ")
                h.text(what)
            }
            h.p { h in
                h.text("Sent ")
                h.age(of: notice.at, clock)
                h.text(". It may have arrived. Keep this page open, and use the telephone or the intercom.")
            }
            if !words.isEmpty { h.paWords("Say this now", words) }
        }
    }

    private mutating func waiting(_ notice: OutboxNotice, _ context: PageContext) {
        keyed("outbox-" + notice.id.text) { h in
            h.p("outbox-line") { h in
                h.icon(.outbox)
                h.span { h in
                    h.strong(text: notice.words)
                    h.text(notice.mayHaveArrived ? " has no answer yet, " : " is not sent yet, ")
                    h.age(of: notice.at, context.clock)
                    h.text(
                        notice.needsSignIn
                            ? ". Sign in again to send it."
                            : notice.asksForHelp
                                ? ". Keep this page open, or use the telephone or the radio."
                                : ". It is kept here.")
                }
            }
        }
    }

    private mutating func refused(_ notice: OutboxNotice, _ context: PageContext) {
        keyed("outbox-" + notice.id.text) { h in
            h.notice(.caution, "Not done: \(notice.words)") { h in
                h.p(text: notice.reason.isEmpty ? "It was refused." : notice.reason)
                h.seenButton(notice.id.text)
            }
        }
    }

    /// Writes what became of a command that was taken and not done: nobody may believe that it was.
    private mutating func kept(_ kept: Kept, _ notice: OutboxNotice, _ context: PageContext) {
        keyed("outbox-" + notice.id.text) { h in
            let title =
                switch kept {
                case .late: "Only recorded: \(notice.words)"
                case .around: "Not everywhere: \(notice.words)"
                case .report, .suggestion: "Not done: \(notice.words)"
                }
            h.notice(kept == .late ? .neutral : .caution, title) { h in
                h.p(text: kept.sentence)
                h.p("quiet") { h in
                    h.text("Pressed ")
                    h.age(of: notice.at, context.clock)
                    h.text(".")
                }
                h.seenButton(notice.id.text)
            }
        }
    }

    /// Writes one line for all that arrived, with one OK.
    private mutating func arrived(
        _ notices: [OutboxNotice], _ context: PageContext, key: String = "outbox-arrived"
    ) {
        guard let last = notices.last else { return }
        keyed(key) { h in
            h.p("outbox-line") { h in
                h.icon(.check)
                h.span { h in
                    // Never "arrived": whoever called for help would read that it has come.
                    let own = last.raise == nil ? last.words : "Your call “\(last.words)”"
                    h.strong(text: notices.count == 1 ? own : "\(notices.count) things that you sent")
                    h.text(notices.count == 1 ? " was received, " : " were received, ")
                    h.age(of: last.at, context.clock)
                    // What a person should know besides is said however many there are.
                    h.text(notices.compactMap { $0.afterword(context) }.first ?? ".")
                }
                h.seenButton(notices.map { $0.id.text }.joined(separator: " "), "OK")
            }
        }
    }
}

extension PageContext {
    /// What an incident was at a moment: what was pressed in a practice is of the practice.
    fileprivate func kind(of id: IncidentID, at moment: Instant) -> IncidentKind {
        guard let incident = state.incidents[id] else { return .actual }
        return incident.turnedActualAt.map { moment < $0 } == true ? .drill : incident.kind
    }

    /// Whether an alarm of this device that is real waits for its answer: then its page speaks of no practice.
    var sendsAlarm: Bool {
        outbox.contains { notice in
            guard notice.isWaitingRaise, !notice.isTakenBack(in: self) else { return false }
            return notice.isReal(in: self) && notice.alarm(in: self)?.level == .protective
        }
    }
}

extension OutboxNotice {
    /// Whether it is an alarm without an answer.
    package var isWaitingRaise: Bool {
        (command?.isAlarm ?? (act == .raise || act == .turnActual)) && isUnanswered
    }

    /// Whether it says that a room needs help.
    package var asksForHelp: Bool {
        if case .reportRoom(_, _, let claim) = command { claim.status == .needsHelp } else { false }
    }

    /// Whether it says that a press was a mistake, and was not refused.
    package func claimsMistake(of press: Press, in incident: Incident) -> Bool {
        guard case .claimMistake(incident.id, let named) = command else { return false }
        return state == .accepted && named ?? incident.begin == press.id
    }

    /// Whether what takes it back waits behind it.
    func isTakenBack(in context: PageContext) -> Bool {
        context.outbox.contains { other in
            guard case .cancelRaise(let incident) = other.command else { return false }
            return incident.text == id.text && other.isUnanswered
        }
    }

    /// Whether it is about something real: what this device does not know any more is taken for that.
    func isReal(in context: PageContext) -> Bool { alarm(in: context)?.kind.isPractice != true }

    /// The alarm that it is: of a practice that becomes real, what was practised.
    func alarm(in context: PageContext) -> Raise? {
        switch command {
        case .turnActual(let id): context.state.incidents[id]?.played(at: at)
        case .setAction(let id, let places, let action, let hazard):
            Raise(
                action, at: places, kind: context.kind(of: id, at: at), hazard: hazard, source: Source(at: at)
            )
        default: raise
        }
    }

    /// The raise, where the device still knows what it was.
    package var raise: Raise? {
        if case .raise(let raise) = command { raise } else { nil }
    }

    /// What was pressed, as precisely as the device still knows.
    package var words: String {
        switch command {
        case .raise(let raise): raise.action?.label ?? raise.level.label
        case .reportRoom(_, _, let claim):
            "“"
                + RoomReport.words(
                    claim.status, missing: claim.missing, extra: claim.extra, injured: claim.injured) + "”"
        default: act?.label ?? "Your entry"
        }
    }

    /// Whether nothing came of it.
    fileprivate var isUndone: Bool { state == .refused || kept == .report || kept == .suggestion }

    /// Whether what was covered when it arrived holds by now: what stood over it was taken back.
    fileprivate func holds(in context: PageContext) -> Bool {
        guard kept == .around, let raise, let action = raise.action else { return false }
        return context.openIncidents.contains { incident in
            incident.press(id) != nil
                && raise.places.allSatisfy { place in
                    let here = incident.action(at: place, in: context.state.places)
                    let isWhole = incident.actions.rows.allSatisfy { row in
                        !context.state.places.contains(row.place, in: place) || row.says(action, raise.hazard)
                    }
                    return isWhole && here?.says(action, raise.hazard) ?? false
                }
        }
    }

    /// Whether it was done, and nothing is left to say but that.
    fileprivate var isDone: Bool { state == .accepted && kept == nil }

    /// Whether it was answered and pressed before the alarm that is on now.
    ///
    /// A few seconds are left for a clock that is not quite right, and for who pressed the same alarm at once.
    fileprivate func isOfEarlier(_ context: PageContext) -> Bool {
        guard !isUnanswered, let alarm = context.openIncidents.first, alarm.level == .protective else {
            return false
        }
        // A phone without a network has pressed long ago what reaches the site as this alarm.
        let own = command?.incident ?? id.retyped()
        guard own != alarm.id, alarm.press(own.retyped()) == nil else { return false }
        // What was pressed in an incident that is over is of no other.
        if let known = context.state.incidents[own], !known.isOpen {
            return true
        }
        return alarm.raisedAt - at > .seconds(5)
    }

    /// What whoever called 911 for an alarm that was a mistake does next: a call cannot be taken back.
    static let tell911 = "If you called 911, call again and tell them it was a mistake."

    /// What the person should know besides, while it is true.
    fileprivate func afterword(_ context: PageContext) -> String? {
        switch command {
        case .claimMistake(let id, _)
        where context.openIncidents.contains { $0.id == id && $0.hasActionInForce }:
            ". The alarm stands until somebody has called you back."
        case .cancelRaise(let id) where context.openIncidents.contains { $0.press(id.retyped()) != nil }:
            ", too late to be done at once. It stands until somebody has called you back."
        case .cancelRaise
        where !context.state.incidents.rows.contains {
            $0.hasActionInForce || ($0.isProtective && $0.raisedAt > at)
        }:
            ". " + Self.tell911
        default: nil
        }
    }
}
