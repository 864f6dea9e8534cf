import MusterCore

/// The board of somebody who has one thumb for it: who hides in a locked-down place, or who is alone with busy hands.
///
/// Its first button hands the position to somebody outside, or answers an offer. For whoever hides it is near black
/// and still; nothing on it makes light or noise.
package enum OneThumbPage {
    /// Whether the viewer's board is this page.
    package static func isFor(_ context: PageContext) -> Bool { board(context) != nil }

    /// Draws the page; without an incident that needs it, the board.
    package static func page(_ context: PageContext) -> Page {
        guard let board = board(context) else { return BoardPage.page(context) }
        let isHiding = context.hidesIn != nil
        let offered = context.openIncidents.map { BoardIncident($0, context) }.filter { !$0.offers.isEmpty }
        // Whoever hides is asked about the danger; a call that came before it waits behind one line.
        let asked = offered.filter { !isHiding || $0.incident.isProtective }
        let beside = offered.filter { isHiding && !$0.incident.isProtective }
        let title =
            board.isHolder ? "You coordinate" : asked.isEmpty ? "You are in Lockdown" : "You are asked"
        let other = heldBeside(board, context)
        // Something real that is asked here wins over the practice that the page is about.
        let mode = context.mode(
            of: [board.incident] + offered.map { $0.incident } + (other.map { [$0.incident] } ?? []))
        let marksItself = board.incident.kind.isPractice && !mode.isPretended
        return Page(
            title, site: context.siteName, mode: mode,
            look: isHiding ? .quiet : .standard, connection: context.connection, clock: context.clock,
            links: isHiding ? [] : PageLink.all(for: context.viewer, on: "/board")
        ) {
            if context.hasBoth { Region("both") { h in h.bothAtOnce(context) } }
            if marksItself { Region("practice") { h in h.practised(board) } }
            if board.saysWordsHere { Region("words") { h in h.announcedWords(board) } }
            if board.isAlone {
                Region("alone") { h in h.alone(board) }
            } else if board.isHolder {
                Region("hand") { h in
                    h.handToOutside(board)
                    h.busyHands(board)
                }
            }
            if !board.isAlone, board.nextStep != nil { Region("step") { h in h.nextStep(board) } }
            if !asked.isEmpty {
                Region("asked") { h in for board in asked { h.offers(board) } }
            }
            if let other {
                Region("beside") { h in
                    h.p { h in
                        h.text("You also coordinate: ")
                        h.strong(text: other.subject)
                    }
                    h.handToOutside(other, board.isHolder || !asked.isEmpty ? .secondary : .primary)
                }
            }
            if board.saysWordsHere {
                Region("heard") { h in h.div("announce-acts") { h in h.heardActs(board, .secondary) } }
            }
            if !beside.isEmpty {
                Region("calls") { h in
                    for board in beside {
                        let lead = marksItself ? "REAL, also asked: " : "Also asked: "
                        h.fold(lead + board.subject, icon: .person) { h in h.offers(board) }
                    }
                }
            }
            below(board, isHiding, marksItself: marksItself)
        }
    }

    /// What can wait: what was said to be a mistake, what this device sent, and the facts.
    @RegionBuilder private static func below(
        _ board: BoardIncident, _ isHiding: Bool, marksItself: Bool
    ) -> [Region] {
        Region("claims") { h in
            h.claims(board)
            h.sceneClaims(board)
        }
        Region("unsent") { h in h.unsentRaises(board.context) }
        Region("outbox") { h in h.outbox(board.context) }
        Region("facts") { h in
            if marksItself { h.p("practice-mark", text: board.incident.kind.mark) }
            h.quietFacts(board)
        }
        Region("rest") { h in h.quietRest(board, isHiding: isHiding) }
    }

    /// The open incidents that the viewer coordinates.
    private static func held(_ context: PageContext) -> [Incident] {
        context.openIncidents.filter { $0.coordination.coordinator?.person == context.viewer.person }
    }

    /// What else the viewer holds.
    private static func heldBeside(_ board: BoardIncident, _ context: PageContext) -> BoardIncident? {
        held(context).first { $0.id != board.incident.id }.map { BoardIncident($0, context) }
    }

    /// What the page is about.
    private static func board(_ context: PageContext) -> BoardIncident? {
        guard context.state.audience == .command, !context.viewer.person.isNone else { return nil }
        let mine = held(context).map { BoardIncident($0, context) }
        if let alone = mine.first(where: { $0.isAlone }) { return alone }
        guard let hiding = context.hidesIn else { return nil }
        // The danger around comes before a call that is held beside it.
        return mine.first { $0.incident.id == hiding.id } ?? BoardIncident(hiding, context)
    }
}

extension BoardIncident {
    /// Whether the viewer coordinates with busy hands and nobody else of the line is on the site.
    var isAlone: Bool { isHolder && lonePerson != nil }

    /// Whether the viewer still has to read the words out: whoever set the action knows first, also in hiding.
    var saysWordsHere: Bool {
        incident.isOpen && incident.audibleAt == nil && !incident.isDoubted(for: viewer)
            && (context.hidesIn == nil
                ? incident.announcer == viewer : incident.readsOut(hiding: viewer))
    }
}

extension Html {
    /// Writes what somebody does who has nobody beside: go on, have 911 called, let go of the rest.
    mutating func alone(_ board: BoardIncident) {
        let isPractice = board.incident.kind.isPractice
        let isUp = board.incident.call911.map { $0.endedAt == nil } ?? false
        ask(.caution, "You are alone with this, and your hands are busy", icon: .run) { h in
            h.handToOutside(board)
        } body: { h in
            h.ol("three-facts") { h in
                h.li(text: "Go on with what your hands do.")
                if isPractice {
                    h.li(text: "\(board.incident.kind.label): nobody calls 911.")
                } else {
                    h.li(
                        text: isUp
                            ? "911 is on the line: say that you are alone." : "Have 911 called, or call.")
                }
                h.li(text: "Hand the rest to outside. One press is enough.")
            }
        }
        if !isPractice, !isUp {
            callLine("Call 911", number: "911", note: "Say the address first")
            fold("The address to say", icon: .pin) { h in h.address(board.context.directory.card) }
        }
        act("reportHandsFree", ["person": board.viewer.text]) { h in
            h.button("My hands are free", .secondary, icon: .check)
        }
    }

    /// Writes the one button that passes the position to somebody outside, and what became of it.
    mutating func handToOutside(_ board: BoardIncident, _ style: ButtonStyle = .primary) {
        let outside = board.context.state.outsideDuty(for: board.incident)
        act("handOver", ["incident": board.id]) { h in
            if let outside { h.hidden("to", outside.text) }
            h.button("Hand to outside", style, icon: .handover)
        }
        let asked = board.coordination.asked.filter { $0 != board.viewer }
        if let handover = board.coordination.handover {
            p { h in
                if let to = handover.to, !asked.contains(to) {
                    h.text("\(board.context.directory.name(of: to)) cannot. ")
                }
                let names =
                    asked.isEmpty
                    ? (handover.to == nil ? "the line" : "nobody can be reached now")
                    : Teller.list(asked.map { board.context.directory.name(of: $0) })
                h.text("Asked: \(names), ")
                h.age(of: handover.startedAt, board.clock)
                h.text(". You hold it until somebody accepts.")
            }
        } else {
            let whom = outside.map { board.context.directory.name(of: $0) } ?? "The line"
            p("quiet", text: "\(whom) is asked at once. You hold it until somebody accepts.")
        }
    }

    /// Writes that what the page is about is practice, where something real has the page's band.
    fileprivate mutating func practised(_ board: BoardIncident) {
        p { h in
            h.strong(text: board.subject)
            h.text(" is practice. What is marked as real is not.")
        }
    }

    /// Writes that two reports of scene command differ, behind one line, for whoever may say which is so.
    fileprivate mutating func sceneClaims(_ board: BoardIncident) {
        guard board.settlesScene else { return }
        fold("Who commands the scene: reports differ", key: "scenes", icon: .shield) { h in
            h.otherScenes(board)
        }
    }

    fileprivate mutating func quietFacts(_ board: BoardIncident) {
        let briefing = Briefing(board.incident, board.context.state, board.rooms)
        facts { h in
            h.fact(board.incident.headline) { h in
                let places = board.strongestAction.map { [$0.place] } ?? board.incident.places
                h.text(board.context.places(places) + ", ")
                h.age(
                    of: board.strongestAction.map { board.incident.since($0) } ?? board.incident.since,
                    board.clock)
            }
            if !board.isHolder, !board.held.isEmpty { h.fact("You are", Teller.list(board.held)) }
            for line in board.standby { h.fact("When asked", line.words + line.rest) }
            if !board.isHolder {
                let holder = board.coordination.coordinator.map { board.context.name(of: $0.person) }
                let isSilent = board.seesClocks && board.coordination.takeoverOfferedAt != nil
                h.fact("Coordinates", (holder ?? "Nobody yet") + (isSilent ? ", gives no sign" : ""))
            }
            h.fact(
                "Police, fire",
                briefing.scene.map { $0.label + " in command" + briefing.sceneDoubt }
                    ?? "No agency recorded yet")
            h.fact("Need help", briefing.needsHelp.isEmpty ? "No room" : board.few(briefing.needsHelp))
        }
    }

    fileprivate mutating func quietRest(_ board: BoardIncident, isHiding: Bool) {
        if board.readsBack {
            act("readBack", ["incident": board.id]) { h in h.button("I know these facts") }
        }
        claimSeat(board)
        if board.isHolder, !board.isResponding {
            act("reportResponding") { h in h.button("My hands are busy", .secondary, icon: .run) }
        }
        if !board.context.viewer.rooms.isEmpty { buttonLink("My room", to: "/staff") }
        buttonLink(
            isHiding ? "The whole board, brighter" : "The whole board",
            to: BoardIncident.address(of: board.incident, board.context) + "&whole=1")
        if isHiding {
            p("quiet", text: "Stay where you are. Ringer off. Nobody will ask you to move or to open.")
            // Whoever the plan or the hours have elsewhere may be there, whatever room is theirs.
            guard
                board.context.viewer.rooms.isEmpty
                    || board.context.state.isOffSite(board.viewer, in: board.incident)
            else { return }
            act("reportPresence", ["incident": board.id, "onSite": "false"]) { h in
                h.button("I am not on the site", .secondary)
            }
        }
    }
}
