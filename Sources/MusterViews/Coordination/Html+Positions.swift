import MusterCore

/// Who holds what: strips, as air traffic control has them.
extension Html {
    /// Writes who holds what, how a coordinator is being found, and the handover.
    mutating func coordinatorBay(_ board: BoardIncident) {
        orgChart(board)
        if board.isHolder, board.incident.isOpen { handover(board) }
        claimSeat(board)
    }

    /// Writes the button by which somebody who may takes the open seat unasked.
    mutating func claimSeat(_ board: BoardIncident) {
        guard board.mayClaimUnasked else { return }
        act("acceptPosition", ["incident": board.id, "position": "schoolCoordinator"]) { h in
            h.button("I coordinate", icon: .person)
        }
    }

    mutating func coordinatorStrip(_ board: BoardIncident) {
        let label = Position.schoolCoordinator.label
        guard let seat = board.coordination.coordinator else {
            guard board.incident.isOpen else { return plainStrip(label, "Nobody") }
            guard board.seesClocks else { return plainStrip(label, "Being found") }
            let since = board.coordination.ladder?.since ?? board.incident.raisedAt
            return strip(Strip(label, holder: "", .vacant, since: since), board.clock)
        }
        let name = board.context.directory.name(of: seat.person)
        let note = board.isHolder ? "you" : ""
        // Of what is closed nobody's time runs.
        guard board.incident.isOpen else { return plainStrip(label, name, "Held it at the end") }
        let busy = board.seesClocks ? seat.handsBusySince : nil
        let holding: Strip.Holding = busy != nil ? .handsBusy : seat.caretaker ? .caretaker : .held
        strip(
            Strip(
                label, holder: name, holding, since: busy ?? seat.since, note: note,
                next: board.next(in: .schoolCoordinator)), board.clock)
    }

    /// Writes a strip without a clock, for what must not frighten.
    private mutating func plainStrip(
        _ position: String, _ holder: String, _ state: String = "", next: String = ""
    ) {
        div("strip strip-offered") { h in
            h.div("strip-face") { h in
                h.p("strip-position", text: position)
                h.p("strip-holder", text: holder)
                if !state.isEmpty { h.p("strip-state", text: state) }
                if !next.isEmpty { h.p("strip-next", text: next) }
            }
        }
    }

    /// Writes who was asked, what comes next, and when: for the line only.
    mutating func ladder(_ board: BoardIncident) {
        let coordination = board.coordination
        let isSought = coordination.ladder != nil || coordination.handover != nil
        guard board.incident.isOpen, isSought || coordination.takeoverOfferedAt != nil else { return }
        func names(_ persons: [PersonID]) -> String {
            Teller.list(persons.map { board.context.name(of: $0) })
        }
        div("ladder") { h in
            if let handover = coordination.handover {
                let to = handover.to.map { board.context.name(of: $0) }
                let isAsked = handover.to.map { coordination.asked.contains($0) } ?? false
                h.p(
                    text: to.map {
                        isAsked ? "Handover to \($0)" : "Handover: \($0) was asked, in vain so far"
                    }
                        ?? "Handover: " + handover.cause.label.lowercasedFirst)
            }
            if coordination.takeoverOfferedAt != nil {
                let isPost = coordination.silentPostOfCoordinator != nil
                h.p(
                    text: isPost
                        ? "The command post gives no sign: takeover is offered"
                        : "No sign for the plan's time: takeover is offered")
            }
            if let ladder = coordination.ladder {
                h.p("ladder-next") { h in
                    h.text(ladder.step.label + " in ")
                    h.countdown(to: ladder.due, board.clock)
                }
            }
            if !coordination.asked.isEmpty { h.p("quiet", text: "Asked: " + names(coordination.asked)) }
            if !coordination.declined.isEmpty {
                h.p("quiet", text: "Declined: " + names(coordination.declined))
            }
        }
    }

    /// Writes the handover: to the outside duty person first, to anyone of the line, or to one of them.
    private mutating func handover(_ board: BoardIncident) {
        let state = board.context.state
        let cause = board.coordination.handover?.cause
        if cause == .request || cause == .relief, !board.isResponding {
            act("acceptPosition", ["incident": board.id, "position": "schoolCoordinator"]) { h in
                h.button("Keep it after all", icon: .person)
            }
        }
        fold("Hand over", icon: .handover) { h in
            if let outside = state.outsideDuty(for: board.incident) {
                h.act("handOver", ["incident": board.id, "to": outside.text]) { h in
                    h.button("To \(board.context.directory.name(of: outside)), outside", icon: .handover)
                }
            }
            h.act("handOver", ["incident": board.id]) { h in
                h.button("To whoever of the line accepts first")
            }
            let line = state.askable(board.incident, includingDeclined: true)
            if !line.isEmpty {
                h.act("handOver", ["incident": board.id]) { h in
                    h.pick(
                        "to", "Or to one person",
                        line.map { member in
                            let name = board.context.directory.name(of: member.person)
                            return (
                                member.person.text,
                                name
                                    + (state.isOffSite(member.person, in: board.incident) ? ", off site" : "")
                            )
                        })
                    h.button("Hand over to this person")
                }
            }
            h.p("quiet", text: "You hold the position until somebody has accepted.")
            h.briefing(board)
        }
    }

    /// Writes the form to give out a position, and what can be opened when it is needed.
    mutating func positions(_ board: BoardIncident) {
        standby(board)
        if board.may(.assign), board.incident.isOpen { offer(board) }
        succession(board)
        unopened(board)
    }

    mutating func position(_ holding: Holding, _ board: BoardIncident) {
        let label = holding.position.label
        let asked = holding.asked.map { board.context.directory.name(of: $0) }
        guard let holder = holding.holder else {
            return plainStrip(
                label, asked ?? "Nobody yet", "Offered, not accepted yet",
                next: board.next(in: holding.position))
        }
        let busy = board.seesClocks ? holding.handsBusySince : nil
        let hasLeft = busy != nil && board.context.state.unavailable[holder] != nil
        let notes = [hasLeft ? "not available" : "", asked.map { "offered to " + $0 } ?? ""]
        strip(
            Strip(
                label, holder: board.context.directory.name(of: holder), busy == nil ? .held : .handsBusy,
                since: busy ?? holding.since ?? board.incident.raisedAt,
                note: notes.filter { !$0.isEmpty }.joined(separator: ", "),
                next: board.next(in: holding.position)),
            board.clock)
    }

    private mutating func offer(_ board: BoardIncident) {
        fold("Give out a position", icon: .person) { h in
            h.act("offerPosition", ["incident": board.id]) { h in
                h.pick(
                    "position", "Position",
                    Position.allCases.filter { $0 != .schoolCoordinator }.map { ($0.rawValue, $0.label) })
                h.pickHolder("To", first: "The first of its line who can", board.context)
                h.button("Offer it")
            }
        }
    }

    /// Writes who is hands-on, with the act that says that hands are free again.
    mutating func responding(_ board: BoardIncident) {
        let rows = board.context.state.responding.rows
        guard !rows.isEmpty else { return }
        card("Responding, hands-on") { h in
            h.ul("people") { h in
                for row in rows {
                    h.li { h in
                        h.div { h in
                            h.strong(text: board.context.directory.name(of: row.person))
                            h.p("quiet") { h in
                                h.age(of: row.since, board.clock)
                                h.text(", " + board.context.words(row.source, enteredBy: row.reportedBy))
                            }
                        }
                        h.act("reportHandsFree", ["person": row.person.text]) { h in h.button("Hands free") }
                    }
                }
            }
        }
    }
}

extension BoardIncident {
    /// Whether the viewer may take the open seat without having been asked: where the desk would give it.
    fileprivate var mayClaimUnasked: Bool {
        incident.isOpen && isSeatOpen && !isHolder && !isAskedToCoordinate && !isResponding
            && isSeatWide
            && (context.state.plan.mayClaim(viewer, context.viewer.roles, on: coordination.duty)
                || coordination.deputy(of: .schoolCoordinator) == viewer)
    }
}
