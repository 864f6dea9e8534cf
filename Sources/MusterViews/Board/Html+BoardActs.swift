import MusterCore

/// The acts and records of the board, each behind one line.
extension Html {
    mutating func boardActs(_ board: BoardIncident) {
        // Of another incident it is another part: what was opened for one is not open under the finger for the next.
        section("card acts", .id("acts"), .data("key", "acts-" + board.id)) { h in
            h.h2("card-title", text: board.incident.isOpen ? "Do and record" : "Closed")
            if board.incident.isOpen {
                h.actionsInForce(board)
                h.setAction(board)
                h.sceneCommand(board)
                h.call911(board)
                h.respondingReport(board)
                h.correction(board)
                h.turnActual(board)
                h.closing(board)
            } else {
                h.reopening(board)
                h.correction(board)
            }
        }
    }

    private mutating func actionsInForce(_ board: BoardIncident) {
        let actions = board.incident.actions.rows.filter { $0.isInForce }
        for action in actions {
            let place = board.context.directory.label(of: action.place)
            fold("End \(action.label)", icon: action.action.tone.icon, aside: place) { h in
                h.ending(action, board)
            }
        }
    }

    /// Writes the plan's ways of ending, and what each of them still needs.
    private mutating func ending(_ action: PlacedAction, _ board: BoardIncident) {
        let act: Act = action.action == .lockdown ? .endLockdown : .endAction
        guard board.may(act) else {
            let who = board.context.state.plan(of: board.incident).authorities(for: act)
            return p(
                text: "It is ended by " + Teller.list(who.map { $0.label.lowercasedFirst }, joinedBy: "or")
                    + ".")
        }
        let ways = board.ways(toEnd: action)
        let missing = ways.contains(.inPerson) ? board.notCleared(in: action.place) : []
        self.act("endAction", ["incident": board.id, "place": action.place.text]) { h in
            for way in ways where way != .inPerson || missing.isEmpty {
                h.button(way.label, name: "method", value: way.rawValue)
            }
        }
        partly(action, ways, board)
        if ways.isEmpty {
            p(text: "The plan ends it on the word of the agency in command: record scene command first.")
        }
        if !missing.isEmpty {
            p { h in
                h.strong(text: "In person: ")
                h.text(missing.count == 1 ? "1 room is " : "\(missing.count) rooms are ")
                h.text("not recorded as cleared: " + board.few(missing) + ".")
            }
        }
        if ways == [.agency], action.action == .lockdown {
            p("quiet", text: "An agency commands the scene: its word is the plan's way now.")
        }
    }

    /// Writes the end of an action in a part of where it holds: a wing is let out while the rest goes on.
    private mutating func partly(_ action: PlacedAction, _ ways: [EndMethod], _ board: BoardIncident) {
        let tree = board.context.state.places
        let parts = board.context.wholePlaces.filter { place in
            place != action.place && tree.contains(place, in: action.place)
                && board.incident.action(at: place, in: tree)?.isSame(as: action) == true
        }
        guard !parts.isEmpty, ways.contains(where: { $0 != .inPerson }) else { return }
        fold("Only in a part", key: "part-" + action.place.text) { h in
            h.act("endAction", ["incident": board.id]) { h in
                h.pick(
                    "place", "Where it ends",
                    parts.map { ($0.text, board.context.directory.label(of: $0)) })
                // In person is room by room, and recorded so.
                for way in ways where way != .inPerson {
                    h.button(way.label, name: "method", value: way.rawValue)
                }
            }
        }
    }

    private mutating func setAction(_ board: BoardIncident) {
        guard board.may(.setAction) || board.may(.lockDown) else { return }
        fold("Set or change an action", icon: .arrow) { h in
            if board.incident.hasLockdown {
                h.p(
                    "quiet", text: "A place in Lockdown keeps it until it is ended: nothing moves its people."
                )
            }
            h.act("setAction", ["incident": board.id]) { h in
                h.pick("place", "Where", board.placeChoices)
                h.choices(
                    "action", legend: "What people there do",
                    board.context.state.plan.raisableActions.map {
                        Choice($0.rawValue, $0.label, hint: $0.summary, tone: $0.tone)
                    })
                h.pick(
                    "hazard", "Because of", first: "Not said", Hazard.allCases.map { ($0.rawValue, $0.label) }
                )
                h.button("Set it")
            }
        }
    }

    private mutating func sceneCommand(_ board: BoardIncident) {
        fold("Record scene command", icon: .shield, aside: board.incident.scene?.label ?? "") { h in
            h.act("recordSceneCommand", ["incident": board.id]) { h in
                h.pick("agency", "Who commands the scene", Agency.allCases.map { ($0.rawValue, $0.label) })
                h.tick("unified", "Together with other agencies (unified)")
                h.line("since", "Since, such as 14:05; empty for now")
                h.channel()
                h.pickPerson("reporter", "Who said so", first: "Not noted", board.context)
                h.button("Record it")
            }
            h.p("quiet", text: "Nothing is asked of the agency: it is recorded as somebody reports it.")
            if board.incident.scene != nil, board.may(.correct) {
                h.act("withdrawSceneCommand", ["incident": board.id]) { h in
                    h.button("Correct: no agency commands the scene")
                }
            }
        }
    }

    private mutating func call911(_ board: BoardIncident) {
        let isUp = board.incident.call911.map { $0.endedAt == nil } ?? false
        fold("911 call", icon: .phone, aside: isUp ? "On the line" : "") { h in
            if board.incident.kind.isPractice {
                h.p(text: "\(board.incident.kind.label): nobody calls 911.")
            } else {
                h.callLine("Call 911", number: "911", note: board.context.directory.card.address)
            }
            h.act("recordCall911", ["incident": board.id, "ended": isUp ? "true" : "false"]) { h in
                h.channel()
                h.button(isUp ? "The call has ended" : "911 is on the line")
            }
        }
    }

    private mutating func respondingReport(_ board: BoardIncident) {
        fold("Somebody is responding", icon: .warning) { h in
            h.act("reportResponding", ["incident": board.id]) { h in
                h.pickPerson("person", "Who is hands-on", first: "Choose", board.context) {
                    board.context.state.responding[$0] == nil
                }
                h.channel(ownFirst: false)
                h.pick("reporter", "Said by", first: "Not noted", board.roomChoices)
                h.sentences("text", "What they are doing (optional)", isRequired: false)
                h.button("Record it")
            }
            h.p("quiet", text: "If it is the coordinator, the line is asked to take over at once.")
        }
    }

    private mutating func correction(_ board: BoardIncident) {
        guard board.may(.correct) else { return }
        fold("Send a correction", icon: .megaphone) { h in
            h.act("sendCorrection", ["incident": board.id]) { h in
                h.sentences("text", "What is right")
                h.button("Send it to everyone who got the alarm")
            }
        }
    }

    private mutating func turnActual(_ board: BoardIncident) {
        guard board.incident.kind.isPractice, board.may(.lockDown) else { return }
        fold(
            "This is real", icon: .warning, aside: "ends the \(board.incident.kind.label.lowercased())"
        ) { h in
            h.real { h in
                h.holdAct(
                    "turnActual", ["incident": board.id], label: "This is real", confirm: "Yes, it is real",
                    consequence:
                        "Practice ends here. Everyone gets the alarm as real, and nothing entered is lost.",
                    tone: .lockdown)
            }
        }
    }

    private mutating func closing(_ board: BoardIncident) {
        let isOwnCall = board.incident.level != .protective && board.incident.raisedBy == board.viewer
        guard board.may(.close) || isOwnCall else { return }
        fold("Close the incident", icon: .check) { h in
            let actions = board.incident.actions.rows.filter { $0.isInForce }
            guard actions.isEmpty else {
                return h.p(text: "End first: " + board.actionLine(actions) + ".")
            }
            let open = board.stillOpen
            if !open.isEmpty {
                h.p { h in
                    h.strong(text: "Still open: ")
                    h.text(open.joined(separator: ", "))
                    h.text(". Close it only if that is looked after elsewhere.")
                }
            }
            h.act("closeIncident", ["incident": board.id]) { h in h.button("Close it", icon: .check) }
        }
    }

    private mutating func reopening(_ board: BoardIncident) {
        guard case .closed(let at, _, _) = board.incident.phase else { return }
        let until = at + board.context.state.plan.timings.reopenWithin
        guard board.clock.now < until, board.may(.close) || board.isHolder || board.context.has(.line) else {
            return p("quiet", text: "The time for reopening has passed. Notes can still be added.")
        }
        let isTaken = board.context.openIncidents.contains { other in
            other.kind == .actual
                && (board.incident.kind.isPractice || (board.incident.isProtective && other.isProtective))
        }
        guard !isTaken else {
            return p(
                "quiet", text: "Something real is open: what belongs to this is entered there, or as a note.")
        }
        act("reopenIncident", ["incident": board.id]) { h in h.button("Reopen it") }
        p("quiet") { h in
            h.text("Can be reopened for another ")
            h.countdown(to: until, board.clock)
        }
    }
}

extension BoardIncident {
    /// The places of an act: the site first, its larger parts, then each room.
    var placeChoices: [(value: String, label: String)] {
        let places = context.state.places.rows
        let large = [PlaceKind.site, .building, .level, .area].flatMap { kind in
            context.order.sorted(places.filter { $0.kind == kind }) { $0.place }
        }
        return large.map { ($0.place.text, context.directory.label(of: $0.place)) } + roomChoices
    }

    /// The rooms in reading order.
    var roomChoices: [(value: String, label: String)] {
        context.rooms.map { ($0.place.text, $0.label) }
    }
}
