import MusterCore

/// What waits for the viewer: one primary action, the rest below it.
extension Html {
    mutating func waiting(_ board: BoardIncident) {
        recordedAsBusy(board)
        saidToHaveLeft(board)
        for (index, item) in board.waiting.enumerated() { draw(item, board, isFirst: index == 0) }
        otherScenes(board)
        coveredActs(board)
    }

    /// Writes what the viewer holds and does next, for pages other than the board.
    mutating func duties(_ board: BoardIncident) {
        if board.isAlone { return alone(board) }
        saidToHaveLeft(board)
        busyHands(board)
        standby(board)
        nextStep(board, .primary)
        guard !board.held.isEmpty else { return }
        ask(.neutral, "You are " + Teller.list(board.held), icon: .person) { h in
            h.buttonLink("Open the board", to: "/board")
        } body: { h in
            h.p(text: "\(board.incident.title), \(board.context.places(board.incident.spokenPlaces)).")
        }
    }

    /// Writes what the viewer is asked to take.
    mutating func offers(_ board: BoardIncident) {
        for (index, item) in board.offers.enumerated() { draw(item, board, isFirst: index == 0) }
    }

    /// Writes the way back to whoever said to have left while a Lockdown is in force.
    private mutating func saidToHaveLeft(_ board: BoardIncident) {
        guard board.incident.isOpen, board.incident.hasLockdown,
            board.coordination.duty?.left.contains(board.viewer) == true
        else { return }
        ask(.caution, "You said that you are not on the site", icon: .pin) { h in
            h.act("reportPresence", ["incident": board.id, "onSite": "true"]) { h in
                h.button("I am on the site after all")
            }
        } body: { h in
            h.p(text: "You are asked as somebody outside, and this page is bright and may sound.")
        }
    }

    /// Writes to whoever holds nothing that they are recorded as hands-on, which keeps them from being asked.
    private mutating func recordedAsBusy(_ board: BoardIncident) {
        guard board.incident.isOpen, board.busySince == nil,
            let row = board.context.state.responding[board.viewer]
        else { return }
        ask(.caution, "You are recorded as hands-on", icon: .run) { h in
            h.act("reportHandsFree") { h in h.button("My hands are free", icon: .check) }
        } body: { h in
            h.p { h in
                h.text("By " + board.context.words(row.source, enteredBy: row.reportedBy) + ", ")
                h.age(of: row.since, board.clock)
                h.text(". Nobody asks you to coordinate until your hands are free.")
            }
        }
    }

    /// Writes what was said to be a mistake behind one line: whoever hides opens it when there is time.
    mutating func claims(_ board: BoardIncident) {
        guard board.incident.isOpen, !board.claims.isEmpty else { return }
        fold("Said to be a mistake: call back", key: "claims", icon: .phone) { h in
            for claim in board.claims { h.mistake(claim, board) }
        }
    }

    /// Writes that the viewer coordinates with busy hands, where that is so.
    mutating func busyHands(_ board: BoardIncident) {
        guard let since = board.busySince else { return }
        handsBusy(since, board)
    }

    private mutating func draw(_ item: Waiting, _ board: BoardIncident, isFirst: Bool) {
        let style: ButtonStyle = isFirst ? .primary : .secondary
        switch item {
        case .coordinate: coordinate(board, style)
        case .position(let position): offered(position, board, style)
        case .goOn(let position): goOn(position, board, style)
        case .handsBusy(let since): handsBusy(since, board)
        case .announcement: announcement(board, style)
        case .mistake(let claim): mistake(claim, board)
        case .late(let late): lateRaise(late, board.context)
        case .readBack: readBack(board, style)
        case .alone(let person):
            ask(.caution, "\(board.context.directory.name(of: person)) is the only adult of the line on site")
            { h in
                h.p(text: "Hands-on and coordinating. Only somebody outside can take over.")
            }
        case .suggestions(let records): suggestions(records, board)
        }
    }

    /// Writes a question or a warning with what can be done about it beside it.
    mutating func ask(
        _ tone: Tone, _ title: String, icon: Icon? = nil, acts: (inout Html) -> Void = { _ in },
        body: (inout Html) -> Void
    ) {
        div(.class(tone.className)) { h in
            h.div("ask") { h in
                h.div("ask-words") { h in
                    h.p("ask-title") { h in
                        h.icon(icon ?? tone.icon)
                        h.strong(text: title)
                    }
                    body(&h)
                }
                h.div("ask-acts", content: acts)
            }
        }
    }

    private mutating func coordinate(_ board: BoardIncident, _ style: ButtonStyle) {
        let seat = board.coordination.coordinator
        let title =
            board.hasFreeHandsAgain
            ? "Your hands are free: go on coordinating?"
            : board.coordination.takeoverOfferedAt != nil ? "Take over the coordination?" : "Coordinate this?"
        ask(.neutral, title, icon: .person) { h in
            h.act("acceptPosition", ["incident": board.id, "position": "schoolCoordinator"]) { h in
                h.button(board.isHolder ? "Yes, I stay" : "Yes, I coordinate", style, icon: .check)
            }
            if !board.isHolder {
                h.act("declineOffer", ["incident": board.id, "position": "schoolCoordinator"]) { h in
                    h.button("I cannot")
                }
            }
        } body: { h in
            h.p { h in h.strong(text: board.subject) }
            h.p(text: Self.why(seat, board))
            h.fold("Read the briefing first") { h in h.briefing(board, key: "briefing-first") }
        }
    }

    private static func why(_ seat: Seat?, _ board: BoardIncident) -> String {
        guard let seat else { return "You were asked. Whoever coordinates does nothing else." }
        if board.hasFreeHandsAgain {
            return "Your hands were busy, and the line was asked. You hold it until somebody accepts."
        }
        if board.isHolder { return "You were seated as caretaker until somebody accepts." }
        let name = board.context.directory.name(of: seat.person)
        if seat.handsBusySince != nil { return "\(name) is responding and cannot do both." }
        if board.coordination.takeoverOfferedAt != nil {
            return board.coordination.silentPostOfCoordinator != nil
                ? "\(name)’s command post gives no sign. \(board.wayToAskSilent(seat.person))"
                : "\(name) has given no sign for the plan's time."
        }
        if board.coordination.handover?.cause == .relief { return "A planned relief for \(name)." }
        if board.coordination.handover != nil { return "\(name) hands over to you." }
        return "\(name) is caretaker until somebody accepts."
    }

    private mutating func offered(_ position: Position, _ board: BoardIncident, _ style: ButtonStyle) {
        let fields: KeyValuePairs<StaticString, String> = [
            "incident": board.id, "position": position.rawValue,
        ]
        ask(.neutral, "Take this position: \(position.label)?", icon: .person) { h in
            h.act("acceptPosition", fields) { h in h.button("Yes, I take it", style, icon: .check) }
            h.act("declineOffer", fields) { h in h.button("I cannot") }
        } body: { h in
            h.p(text: position.summary + ".")
            if board.coordination.holder(of: position) != nil {
                h.fold("Read the briefing first", key: "briefing-" + position.rawValue) { h in
                    h.briefing(board, key: "briefing-of-" + position.rawValue)
                }
            }
        }
    }

    private mutating func goOn(_ position: Position, _ board: BoardIncident, _ style: ButtonStyle) {
        ask(.neutral, "Go on with this position: \(position.label)?", icon: .person) { h in
            h.act("acceptPosition", ["incident": board.id, "position": position.rawValue]) { h in
                h.button("Yes, I go on", style, icon: .check)
            }
        } body: { h in
            h.p(
                text:
                    "Your hands were busy, or you were away, and others were asked. You hold it until somebody accepts."
            )
        }
    }

    private mutating func handsBusy(_ since: Instant, _ board: BoardIncident) {
        ask(.caution, "You are recorded as responding") { h in
            h.act("reportHandsFree", ["person": board.viewer.text]) { h in h.button("My hands are free") }
        } body: { h in
            h.p { h in
                h.text("The line was asked to take over ")
                h.age(of: since, board.clock)
                h.text(". You hold the position until somebody accepts.")
            }
        }
    }

    private mutating func announcement(_ board: BoardIncident, _ style: ButtonStyle) {
        div("announce") { h in
            h.div("announce-words") { h in h.announcedWords(board) }
            h.div("announce-acts") { h in h.heardActs(board, style) }
        }
    }

    /// Writes the words for the public address system.
    mutating func announcedWords(_ board: BoardIncident) {
        paWords("Say this over the public address system", board.context.announcements(of: board.incident))
    }

    /// Writes the buttons by which somebody says that they were heard.
    mutating func heardActs(_ board: BoardIncident, _ style: ButtonStyle) {
        act("confirmAudible", ["incident": board.id, "channel": "direct"]) { h in
            h.button("I heard it", style, icon: .megaphone)
        }
        act("confirmAudible", ["incident": board.id, "channel": "radio"]) { h in
            h.button("Somebody heard it")
        }
    }

    private mutating func readBack(_ board: BoardIncident, _ style: ButtonStyle) {
        ask(.neutral, "Read three facts back to whoever handed over", icon: .speech) { h in
            h.act("readBack", ["incident": board.id]) { h in h.button("I read them back", style, icon: .check)
            }
        } body: { h in
            h.ol("three-facts") { h in for fact in board.threeFacts { h.li(text: fact) } }
            h.p("quiet", text: "You coordinate already. Nothing waits for this.")
        }
    }

    private mutating func suggestions(_ records: [Record], _ board: BoardIncident) {
        ask(.neutral, "From whoever coordinated before you, too late to count", icon: .note) { h in
            h.ul { h in
                for record in records.suffix(3).reversed() {
                    h.li { h in
                        h.text(board.teller.sentence(record) + " ")
                        if let text = record.text { h.text("“\(text)” ") }
                        h.age(of: record.at, board.clock)
                        h.suggested(record, board)
                    }
                }
            }
        }
    }
}

extension Html {
    private mutating func mistake(_ claim: MistakeClaim, _ board: BoardIncident) {
        let (incident, directory) = (board.incident, board.context.directory)
        let name = directory.name(of: claim.by)
        let isOwn = claim.by == board.viewer || claim.whose == board.viewer
        let outcome = claim.outcome.flatMap { claim.shows($0, to: board.viewer) ? $0 : nil }
        let press = incident.press(claim.press)
        let what = incident.presses.count > 1 ? press.map { board.context.named($0) } ?? "it" : "it"
        let mayBeTaken = incident.takeBack(claim.press, in: board.context.state.places) != nil
        let title =
            outcome == .duress
            ? "The duress word was said: the alarm stands" : "\(name) says that \(what) was a mistake"
        ask(.caution, title) { h in
            guard !isOwn, board.incident.scene == nil, outcome != .duress else { return }
            h.act("recordCallBack", ["incident": board.id]) { h in
                h.hidden("press", claim.press.text)
                for outcome in CallBackOutcome.allCases where mayBeTaken || outcome != .mistakeConfirmed {
                    h.button(outcome.label, name: "outcome", value: outcome.rawValue)
                }
            }
        } body: { h in
            h.p { h in
                h.text(outcome == .notConfirmed ? "Not confirmed so far. Claimed " : "Claimed ")
                h.age(of: claim.at, board.clock)
                h.text(
                    outcome == .duress || !mayBeTaken
                        ? ". The alarm stands." : ". The alarm stands until a call back confirms the mistake."
                )
            }
            if outcome == .duress {
                let who = directory.name(of: claim.whose)
                h.p(text: "\(who) is not told, and no member of staff sees this. Tell law enforcement.")
            } else if isOwn {
                h.p(text: "Somebody else must call you back.")
            } else if board.incident.scene != nil {
                h.p(text: "An agency commands the scene: its word ends the alarm now.")
            } else {
                if !mayBeTaken {
                    h.p(
                        text:
                            "The same was reported again since, or a room asks for help: only its own end ends it, not a call back."
                    )
                }
                h.callBack(claim.whose, directory.name(of: claim.whose), board)
            }
        }
    }

    private mutating func callBack(_ person: PersonID, _ name: String, _ board: BoardIncident) {
        if let phone = board.context.directory.people[person]?.phone {
            callLine("Call \(name)", number: phone, note: "Ask for the word. Do not say it yourself.")
        } else {
            p(text: "Call \(name) back on a number you know. Ask for the word. Do not say it yourself.")
        }
        p("quiet", text: "If you hear the duress word, stay calm, record it here, and end the call as usual.")
    }

    /// Writes a raise that came too late to be an alarm, for somebody to judge.
    mutating func lateRaise(_ late: LateRaise, _ context: PageContext) {
        let raise = late.raise
        let mark = raise.kind.isPractice ? raise.kind.mark + ": " : ""
        let what = mark + (raise.action?.label ?? raise.level.label)
        ask(.caution, "A late alarm: \(what), \(context.places(raise.places))") { h in
            h.act("dismissLateRaise", ["report": late.id.text]) { h in h.button("Nothing more is needed") }
            h.fold("Raise it now") { h in
                h.act("raise", ["kind": raise.kind.rawValue, "level": raise.level.rawValue]) { h in
                    if let action = raise.action { h.hidden("action", action.rawValue) }
                    for place in raise.places { h.hidden("place", place.text) }
                    h.button("Raise \(what)", .toned(raise.action?.tone ?? .needsHelp))
                }
            }
        } body: { h in
            h.p { h in
                h.text("By \(context.directory.name(of: late.by)), pressed ")
                h.timeOfDay(raise.source.observedAt, context.clock)
                h.text(", arrived ")
                h.age(of: late.receivedAt, context.clock)
                h.text(". It did not go out as an alarm. Ask before you raise it.")
            }
        }
    }
}
