import MusterCore

/// The coordinator's board: who holds what, what waits, every room, and what happened.
///
/// The set of regions does not depend on the state, so that an event redraws regions and never the page.
package enum BoardPage {
    /// Draws the board for the incident that the address asks for, or the board of a quiet day.
    package static func page(_ context: PageContext) -> Page {
        let shown = context.earlier
        guard let board = BoardIncident.chosen(context) else { return QuietDayBoard.page(context) }
        return Page(
            "Coordinator board", site: context.siteName, mode: board.mode,
            look: context.hidesIn == nil ? .standard : .silent, layout: .board,
            connection: context.connection, clock: context.clock,
            links: PageLink.all(for: context.viewer, on: "/board")
        ) {
            Region("incidents", .head, over: shown, apart: true) { h in h.incidentTabs(board) }
            Region("head", .head, over: shown) { h in
                let marksItself = board.incident.kind.isPractice && !board.mode.isPretended
                if marksItself { h.p("practice-mark", text: board.incident.kind.mark) }
                h.div("board-head") { h in
                    h.div { h in h.incidentHead(board) }
                    h.signals(board)
                }
            }
            Region("unsent", .head, over: shown, apart: true) { h in h.unsentRaises(context) }
            Region("outbox", .head, over: shown, apart: true) { h in h.outbox(context) }
            Region("ended", .head, over: shown, apart: true) { h in
                h.bothAtOnce(context)
                h.endedLately(context)
            }
            Region("waiting", .head, over: shown) { h in h.waiting(board) }
            // What is to be said to an agency names rooms, so it changes with their reports.
            Region("step", .head, over: shown, apart: board.incident.scene == nil) { h in h.nextStep(board) }
            Region("jump", .head, over: shown, apart: true) { h in h.jumps(board) }
            Region("scene", .start, over: shown) { h in h.sceneSteps(board) }
            Region("coordinator", .start, over: shown) { h in h.coordinatorBay(board) }
            Region("positions", .start, over: shown, apart: true) { h in h.positions(board) }
            // What is pressed most stands before lists that may be long.
            Region("acts", .start, over: shown, apart: true) { h in h.boardActs(board) }
            Region("watch", .start, over: shown, runs: board.seesClocks) { h in h.watch(board) }
            Region("objectives", .start, over: shown, apart: true) { h in h.objectives(board) }
            Region("tasks", .start, over: shown, apart: true) { h in h.tasks(board) }
            Region("resources", .start, over: shown, apart: true) { h in h.resources(board) }
            Region("responding", .start, over: shown, apart: true) { h in h.responding(board) }
            Region("post", .start, over: shown, apart: true) { h in h.commandPost(context) }
            Region("room", over: shown) { h in h.roomDetail(board) }
            Region("attention", over: shown) { h in h.attention(board) }
            Region("rooms", over: shown) { h in h.roomGrid(board) }
            Region("silent", over: shown) { h in h.silentRooms(board) }
            Region("notes", .end, over: shown, apart: true) { h in h.noteForm(board) }
            Region("timeline", .end, over: shown) { h in h.timeline(board) }
        }
    }
}

extension Html {
    /// Writes links to the parts of the board, for screens on which they stand below one another.
    fileprivate mutating func jumps(_ board: BoardIncident) {
        element("nav", ["jumps", .label("Parts of the board")]) { h in
            h.link("Rooms", to: "#rooms")
            if board.listsTasks { h.link("Tasks", to: "#tasks") }
            h.link("Resources", to: "#resources")
            h.link("Do and record", to: "#acts")
            h.link("What happened", to: "#timeline")
        }
    }

    /// Writes the switch that declares the device a command post: only such a device's silence counts.
    fileprivate mutating func commandPost(_ context: PageContext) {
        let isDeclared = context.post?.declared ?? context.viewer.isCommandPost
        element("label", ["inline-tick needs-script"]) { h in
            h.void(
                "input", .attribute("type", "checkbox"), .flag("data-command-post"),
                .flag("checked", isDeclared))
            h.span { h in
                h.text("This device is the command post")
                h.span("hint", text: Self.postNote(context.post, isDeclared))
            }
        }
    }

    private static func postNote(_ post: CommandPostFacts?, _ isDeclared: Bool) -> String {
        guard isDeclared else {
            return "On power, kept in front, with the screen on: the line hears when it goes silent"
        }
        guard let post else { return "Declared" }
        if !post.visible { return "Bring this page to the front" }
        return post.awake ? "The screen stays on" : "The screen may go dark: keep it on power"
    }
}
