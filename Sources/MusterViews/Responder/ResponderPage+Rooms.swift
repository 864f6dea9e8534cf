import MusterCore

/// The rooms in groups, and the few things that a responder may record.
extension ResponderPage {
    static func rooms(_ view: ResponderView, _ context: PageContext) -> Region {
        Region("rooms-" + view.incident.id.text) { h in
            if view.groups.isEmpty {
                guard view.incident.isProtective else { return }
                return h.notice(.neutral, "No list of rooms was taken at the start") { h in
                    h.p(text: "Rooms appear here as they report.")
                }
            }
            h.div("room-groups") { h in
                for group in view.groups {
                    h.keyed("group-\(group.kind.rawValue)-" + view.incident.id.text) { h in
                        self.group(&h, group, view, context)
                    }
                }
            }
        }
    }

    private static func group(
        _ h: inout Html, _ group: ResponderView.Group, _ view: ResponderView, _ context: PageContext
    ) {
        h.section("card room-group") { h in
            h.div(.class(group.kind.tone.className)) { h in
                h.h2("room-group-title") { h in
                    h.icon(group.kind.tone.icon)
                    h.span(text: group.kind.title)
                    h.span("room-group-count") { h in h.number(Int64(group.rows.count)) }
                }
            }
            if !group.kind.note.isEmpty { h.p("quiet", text: group.kind.note) }
            let isPlain = group.kind == .silent || group.kind == .noReport
            h.ul(.class(isPlain ? "room-lines-many" : "room-lines")) { h in
                for row in group.rows {
                    h.li("room-line", .data("key", row.room.text)) { h in room(&h, row, view, context) }
                }
            }
        }
    }

    private static func room(
        _ h: inout Html, _ row: RoomBoard.Row, _ view: ResponderView, _ context: PageContext
    ) {
        let entry = context.directory.places[row.room]
        h.strong("room-name", text: context.directory.label(of: row.room))
        if let door = entry?.door, !door.isEmpty { h.span("room-door", text: "Door " + door) }
        h.span("room-what") { h in
            if row.differs { h.badge(.caution, "Reports differ") }
            if row.isOpened, row.standing != .cleared { h.badge(.cleared, "Opened and found clear") }
            if let cleared = view.incident.cleared[row.room], row.standing == .cleared {
                h.text(context.words(cleared.source, enteredBy: cleared.by) + ", ")
                h.age(of: cleared.source.observedAt, context.clock)
            } else if let report = row.report {
                let isOfPractice = view.incident.isOfPractice(report)
                h.text(
                    report.words
                        + (isOfPractice ? " in the practice, " : row.isEarlier ? " before that, " : ", "))
                h.age(of: report.source.observedAt, context.clock)
            }
            if row.action?.tone != view.incident.tone, let action = row.action {
                h.badge(action.tone)
            }
        }
    }

    /// Observations: optional, in folds, none of them asked for.
    static func record(_ view: ResponderView, _ context: PageContext) -> Region {
        let incident = view.incident
        return Region("record-" + incident.id.text) { h in
            h.fold("Record a cleared room", icon: .doorOpen) { h in
                let open = view.groups.filter { $0.kind != .cleared }.flatMap { $0.rows }
                h.act("recordCleared", ["incident": incident.id.text]) { h in
                    room(&h, "Which room was opened and found clear?", open, "cleared-", view, context)
                    h.button("Record as cleared", .secondary, icon: .doorOpen)
                }
            }
            let cleared = view.groups.filter { $0.kind == .cleared }.flatMap { $0.rows }
            if !cleared.isEmpty {
                h.fold("Correct a cleared room", icon: .lock) { h in
                    h.act("recordNotCleared", ["incident": incident.id.text]) { h in
                        room(&h, "Which room is not clear?", cleared, "not-cleared-", view, context)
                        h.button("It is not clear", .secondary, icon: .lock)
                    }
                }
            }
            h.fold("Record scene command", icon: .shield) { h in
                h.act("recordSceneCommand", ["incident": incident.id.text]) { h in
                    h.select(
                        "agency", "Which agency commands the scene?",
                        Agency.allCases.map { Choice($0.rawValue, $0.label) },
                        id: "agency-" + incident.id.text)
                    h.select(
                        "unified", "Alone, or together with others?",
                        [Choice("false", "Alone"), Choice("true", "Unified command")],
                        id: "unified-" + incident.id.text)
                    channel(&h, "scene-channel-" + incident.id.text)
                    h.button("Record scene command", .secondary, icon: .shield)
                }
            }
            h.fold("Record that somebody is responding", icon: .run) { h in
                h.act("reportResponding") { h in h.button("My hands are busy", .secondary, icon: .run) }
                h.act("reportHandsFree") { h in h.button("My hands are free", .secondary, icon: .check) }
                h.otherResponding(context)
            }
        }
    }

    /// Which room, and how that is known.
    private static func room(
        _ h: inout Html, _ label: String, _ rows: [RoomBoard.Row], _ id: String, _ view: ResponderView,
        _ context: PageContext
    ) {
        h.select(
            "room", label,
            [Choice("", "Choose")] + rows.map { Choice($0.room.text, context.directory.label(of: $0.room)) },
            id: id + "room-" + view.incident.id.text)
        channel(&h, id + "channel-" + view.incident.id.text)
    }

    private static func channel(_ h: inout Html, _ id: String) {
        h.select(
            "channel", "How do you know?", Channel.allCases.map { Choice($0.rawValue, $0.label) }, id: id)
    }
}
