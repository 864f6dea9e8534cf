import MusterCore

/// The top of the board: what, where and since when, legible across the room.
extension Html {
    /// Writes one tab for each open incident, where there are several.
    mutating func incidentTabs(_ board: BoardIncident) {
        let open = board.context.openIncidents
        // What was closed lately may be looked at, and opened again, also beside a call that came after it.
        let closed = board.incident.isOpen ? board.context.lastClosed : board.incident
        guard open.count > 1 || closed != nil else { return }
        var tabs = open.map { incident in
            (
                words: "\(incident.title), \(board.context.places(incident.spokenPlaces))",
                target: BoardIncident.address(of: incident, board.context),
                isCurrent: incident.id == board.incident.id
            )
        }
        if let closed {
            if tabs.isEmpty { tabs.append((words: "Today", target: "/board", isCurrent: false)) }
            tabs.append(
                (
                    words: "Closed: " + closed.title,
                    target: BoardIncident.address(of: closed, board.context),
                    isCurrent: closed.id == board.incident.id
                ))
        }
        self.tabs("Open incidents", tabs)
    }

    /// Writes what it is, where, and since when.
    mutating func incidentHead(_ board: BoardIncident) {
        let incident = board.incident
        let strongest = board.strongestAction
        let tone = incident.isOpen ? incident.tone : .cleared
        div(.class(tone.className)) { h in
            h.div("action-header incident-head") { h in
                h.icon(tone.icon)
                h.div("incident-what") { h in
                    h.p("action-words", text: incident.isOpen ? incident.headline : "Closed")
                    h.p(
                        "action-place",
                        text: board.context.places(strongest.map { [$0.place] } ?? incident.places))
                    h.p("incident-how", text: board.origin)
                }
                h.div("incident-clock") { h in
                    if case .closed(let at, _, let reason) = incident.phase {
                        h.p("incident-span") { h in h.timeOfDay(at, board.clock) }
                        h.p("incident-how", text: reason.sentence)
                    } else {
                        let since = strongest?.setAt ?? incident.raisedAt
                        h.p("incident-span") { h in h.running(since: since, board.clock) }
                        h.p("incident-how") { h in
                            h.text("since ")
                            h.timeOfDay(since, board.clock)
                        }
                    }
                }
            }
        }
        otherActions(board, besides: strongest)
        covered(incident, board.context)
    }

    private mutating func otherActions(_ board: BoardIncident, besides first: PlacedAction?) {
        let rows = board.incident.actions.rows
        let others = rows.filter { $0.isInForce && $0.place != first?.place }
        // Where something goes on around it nobody must guess what has ended inside.
        let ended = rows.filter { row in
            let parent = board.context.state.places.parent(of: row.place)
            return !row.isInForce
                && parent.flatMap { board.incident.action(at: $0, in: board.context.state.places) } != nil
        }
        guard !others.isEmpty || !ended.isEmpty else { return }
        ul("other-actions") { h in
            for action in others {
                h.li { h in
                    h.badge(action.action.tone, action.label)
                    h.text(" " + board.context.directory.label(of: action.place) + " ")
                    h.age(of: action.setAt, board.clock)
                }
            }
            for action in ended {
                h.li { h in
                    h.badge(.cleared, action.label + " has ended")
                    h.text(" " + board.context.directory.label(of: action.place) + " ")
                    h.age(of: action.ended?.at ?? action.setAt, board.clock)
                }
            }
        }
    }

    /// Writes the five facts that everybody in the room wants to see at one look.
    mutating func signals(_ board: BoardIncident) {
        ul("signals", .label("State of the incident")) { h in
            h.coordinatorSignal(board)
            h.sceneSignal(board)
            h.callSignal(board)
            if board.incident.hasActionInForce || board.incident.audibleAt != nil {
                h.announcementSignal(board)
            }
            h.roomSignal(board)
        }
    }

    private mutating func coordinatorSignal(_ board: BoardIncident) {
        signal("coordinator", "School coordinator") { h in
            guard let seat = board.coordination.coordinator else {
                guard board.incident.isOpen else { return h.signalValue("Nobody", isOpen: false) }
                h.signalValue(board.seesClocks ? "Nobody yet" : "Being found", isOpen: board.seesClocks)
                guard board.seesClocks, let ladder = board.coordination.ladder else { return }
                return h.p("signal-note") { h in
                    h.text("asked since ")
                    h.running(since: ladder.since, board.clock)
                }
            }
            let isBusy = board.seesClocks && seat.handsBusySince != nil
            h.signalValue(board.context.directory.name(of: seat.person), isOpen: isBusy)
            h.p("signal-note") { h in
                if isBusy {
                    h.text("hands busy")
                } else {
                    h.text(seat.caretaker ? "caretaker, " : "")
                    h.age(of: seat.since, board.clock)
                }
            }
        }
    }

    private mutating func sceneSignal(_ board: BoardIncident) {
        signal("scene", "Scene command") { h in
            guard let scene = board.incident.scene else {
                return h.signalValue("Not recorded", isOpen: false)
            }
            h.signalValue(scene.label, isOpen: false)
            h.p("signal-note") { h in
                h.text("since ")
                h.timeOfDay(scene.since, board.clock)
                h.text(", said by " + board.context.words(scene.source, enteredBy: scene.reportedBy))
            }
            for other in board.incident.sceneClaims {
                h.p(
                    "signal-note",
                    text: "Also reported: \(other.label), by "
                        + board.context.words(other.source, enteredBy: other.reportedBy))
            }
        }
    }

    private mutating func callSignal(_ board: BoardIncident) {
        signal("call", "911") { h in
            guard let call = board.incident.call911 else {
                guard !board.incident.kind.isPractice else {
                    return h.signalValue("Not called", isOpen: false)
                }
                return h.signalValue("Not recorded", isOpen: board.incident.isOpen)
            }
            h.signalValue(call.endedAt == nil ? "On the line" : "Call ended", isOpen: false)
            h.p("signal-note") { h in h.age(of: call.endedAt ?? call.since, board.clock) }
        }
    }

    private mutating func announcementSignal(_ board: BoardIncident) {
        signal("announcement", "Announcement") { h in
            guard let heard = board.incident.audibleAt else {
                return h.signalValue("Not confirmed", isOpen: board.incident.isOpen)
            }
            h.signalValue("Heard", isOpen: false)
            h.p("signal-note") { h in h.age(of: heard, board.clock) }
        }
    }

    private mutating func roomSignal(_ board: BoardIncident) {
        let all = Int32(clamping: board.rooms.rows.count)
        guard all > 0, board.incident.isProtective else { return }
        let silent = board.rooms.count(.noReport) + board.rooms.count(.silent)
        let help = board.rooms.count(.needsHelp)
        signal("rooms", "Rooms heard from") { h in
            h.signalValue("\(all - silent) of \(all)", isOpen: help > 0)
            if help > 0 { h.p("signal-note", text: help == 1 ? "1 needs help" : "\(help) need help") }
        }
    }

    private mutating func signal(_ key: String, _ label: String, content: (inout Html) -> Void) {
        keyed("signal-" + key, "li") { h in
            h.p("signal-label", text: label)
            content(&h)
        }
    }

    private mutating func signalValue(_ value: String, isOpen: Bool) {
        p(.class(isOpen ? "signal-value signal-open" : "signal-value"), text: value)
    }
}

extension Incident {
    /// The incident in a word or two, practice named; an ended one by what it was.
    package var title: String {
        // What was set later in the same place does not hide that it was a Lockdown.
        let raised = presses.compactMap { $0.action }.max { $0.strength < $1.strength }
        let ended = strongestEver.map { ended in
            raised.map { $0.strength > ended.action.strength ? $0.label : ended.label } ?? ended.label
        }
        let what = isOpen ? headline : ended ?? headline
        return kind.isPractice ? kind.label + ": " + what : what
    }
}

extension BoardIncident {
    /// Whether reports of scene command differ, and the viewer may say which is so.
    var settlesScene: Bool {
        incident.isOpen && incident.scene != nil && !incident.otherScenes.isEmpty
            && (may(.correct) || isHolder || !held.isEmpty)
    }

    /// Because of what, by whom, and who else saw it.
    var origin: String {
        var parts: [String] = []
        let hazard =
            incident.hasActionInForce
            ? incident.hazardInForce : incident.strongestEver.map { $0.hazard } ?? incident.hazard
        if let hazard { parts.append(hazard.label) }
        // Whoever set what is shown is named, not whoever began something else.
        let setter = incident.strongestSetter ?? incident.raisedBy
        parts.append(
            (setter == incident.raisedBy ? "raised by " : "set by ") + context.directory.name(of: setter))
        // Another alarm at the same time confirms that something is wrong, and not what this one says.
        let places = context.state.places
        let others = incident.strongestAction.map { incident.confirmations(of: $0, in: places).count } ?? 0
        if others > 0 {
            parts.append(others == 1 ? "confirmed by one other" : "confirmed by \(others) others")
        }
        if let turned = incident.turnedActualAt { parts.append("real since " + teller.time(turned)) }
        return parts.joined(separator: ", ")
    }
}

extension Html {
    /// Writes what was raised against another danger while something stronger stands over it: nobody may forget it.
    mutating func covered(_ incident: Incident, _ context: PageContext) {
        let presses = incident.covered(in: context.state.places)
        guard !presses.isEmpty else { return }
        ul("other-actions") { h in
            for press in presses {
                h.li { h in
                    h.badge(.caution, "Also raised, and not in force:")
                    h.text(" ")
                    let hazard = press.hazard.map { ", " + $0.label } ?? ""
                    h.text(
                        (press.action?.label ?? "") + hazard + " at " + context.places(press.places) + ", ")
                    h.timeOfDay(press.at, context.clock)
                }
            }
        }
    }

    /// Writes what was reported of scene command beside the record, with what settles it.
    mutating func otherScenes(_ board: BoardIncident) {
        guard board.settlesScene, let scene = board.incident.scene else { return }
        for other in board.incident.sceneClaims {
            let who = board.context.words(other.source, enteredBy: other.reportedBy)
            ask(.caution, "Who commands the scene: \(scene.label), or \(other.label)?") { h in
                h.scene(scene, "It is still \(scene.label)", board)
                h.scene(other, "It is \(other.label) now", board)
            } body: { h in
                h.p(
                    text:
                        "\(other.label) was reported by \(who). Until you say so, \(scene.label) is on record."
                )
            }
        }
    }

    private mutating func scene(_ scene: SceneCommand, _ words: String, _ board: BoardIncident) {
        act("recordSceneCommand", ["incident": board.id, "agency": scene.agency.rawValue]) { h in
            if scene.unified { h.hidden("unified", "true") }
            h.hidden("since", "\(scene.since.milliseconds)")
            h.button(words, icon: .shield)
        }
    }

    /// Writes the way to put in force again what an action stood over that has ended.
    mutating func coveredActs(_ board: BoardIncident) {
        guard board.incident.isOpen, board.may(.setAction) else { return }
        for press in board.incident.covered(in: board.context.state.places) {
            guard let action = press.action,
                !press.places.contains(where: { place in
                    let standing = board.context.state.action(at: place, for: board.incident)
                    return standing.map { $0.action.strength > action.strength } ?? false
                })
            else { continue }
            ask(.caution, board.context.named(press) + " was raised, and nobody ended it") { h in
                h.act("setAction", ["incident": board.id, "action": action.rawValue]) { h in
                    for place in press.places { h.hidden("place", place.text) }
                    if let hazard = press.hazard { h.hidden("hazard", hazard.rawValue) }
                    h.button("Put it in force", icon: .arrow)
                }
            } body: { h in
                h.p(text: "Another action stood over it. Decide whether people act on it now.")
            }
        }
    }
}
