import MusterCore

/// The report of my own room, in one tap.
extension StaffPage {
    /// The report while nobody hides.
    static func report(_ situation: StaffSituation, _ context: PageContext) -> Region {
        Region("report-" + situation.incident.id.text) { h in
            guard let room = situation.room else { return }
            let label = context.directory.label(of: room)
            h.card("How is \(label)?") { h in
                current(&h, situation, context)
                status(&h, situation, .allHere, .toned(.allHere), icon: .check)
                h.fold("All here, but…", icon: .unequal) { h in counts(&h, situation) }
                h.div("button-row") { h in
                    status(&h, situation, .needsHelp, .outlined(.needsHelp), icon: .help)
                    status(&h, situation, .heardFrom, .secondary, icon: .speech)
                }
            }
        }
    }

    /// The report of somebody who hides: optional, within reach of one thumb, and done after one tap.
    static func hidingReport(_ situation: StaffSituation, _ context: PageContext) -> Region {
        Region("report-" + situation.incident.id.text, .thumb) { h in
            guard situation.room != nil else { return }
            let waiting = context.outbox.last { $0.isReport(of: situation) && $0.isUnanswered }
            if waiting != nil || (situation.report != nil && !situation.isReportEarlier) {
                current(&h, situation, context)
                h.p("quiet", text: afterReport(situation, waiting))
                h.fold("Something changed") { h in hidingButtons(&h, situation) }
            } else {
                if situation.isReportEarlier { current(&h, situation, context) }
                h.p("quiet", text: "Only if it is safe and silent:")
                hidingButtons(&h, situation)
            }
        }
    }

    /// What follows from the report of somebody who hides: whoever asked for help is not told that nothing is needed.
    private static func afterReport(_ situation: StaffSituation, _ waiting: OutboxNotice?) -> String {
        if let waiting {
            return waiting.asksForHelp
                ? "Keep this page open. If it is safe, use the telephone or the radio."
                : "Nothing more is needed from you."
        }
        return situation.report?.status == .needsHelp
            ? "Your room stands first on the board. Stay locked and silent."
            : "Nothing more is needed from you."
    }

    private static func hidingButtons(_ h: inout Html, _ situation: StaffSituation) {
        status(&h, situation, .allHere, .primary, icon: .check)
        h.div("button-row") { h in
            status(&h, situation, .heardFrom, .secondary, icon: .speech)
            status(&h, situation, .needsHelp, .outlined(.needsHelp), icon: .help)
        }
    }

    /// What stands, or what waits on this device; two claims are both kept, the newest is shown.
    private static func current(_ h: inout Html, _ situation: StaffSituation, _ context: PageContext) {
        if let waiting = context.outbox.last(where: { $0.isReport(of: situation) && $0.isUnanswered }) {
            h.p("reported") { h in
                h.icon(.outbox)
                h.span { h in
                    h.strong(text: waiting.words)
                    h.text(waiting.mayHaveArrived ? ", no answer yet" : ", kept here and sent when it can be")
                }
            }
        } else if let report = situation.report {
            h.p("reported") { h in
                h.badge(report.status.tone, report.words)
                h.span { h in
                    if situation.isReportOfPractice {
                        h.text("Said in the practice: ")
                    } else if situation.isReportEarlier {
                        h.text("Said before this: ")
                    }
                    h.text(context.words(report.source, enteredBy: report.by) + ", ")
                    h.age(of: report.source.observedAt, context.clock)
                }
            }
        }
    }

    /// One button, one form: what was sent before never stops what is sent next.
    private static func status(
        _ h: inout Html, _ situation: StaffSituation, _ status: RoomStatus, _ style: Html.ButtonStyle,
        icon: Icon
    ) {
        h.act(
            "reportRoom",
            [
                "incident": situation.incident.id.text, "room": situation.room?.text ?? "",
                "status": status.rawValue,
            ]
        ) { h in h.button(status.label, style, icon: icon) }
    }

    private static func counts(_ h: inout Html, _ situation: StaffSituation) {
        h.act(
            "reportRoom",
            [
                "incident": situation.incident.id.text, "room": situation.room?.text ?? "",
                "status": RoomStatus.exceptions.rawValue,
            ]
        ) { h in
            h.div("counts") { h in
                h.field(
                    Field(
                        "missing", "Missing", kind: .number, id: "own-missing-" + situation.incident.id.text))
                h.field(Field("extra", "Extra", kind: .number, id: "own-extra-" + situation.incident.id.text))
                h.field(
                    Field(
                        "injured", "Injured", kind: .number, id: "own-injured-" + situation.incident.id.text))
            }
            h.button("Send these numbers", .secondary, icon: .unequal)
        }
    }
}

extension OutboxNotice {
    /// Whether it is a report of the room that a situation is about, entered for oneself.
    func isReport(of situation: StaffSituation) -> Bool {
        guard case .reportRoom(situation.incident.id, let room, _) = command else { return false }
        return room == situation.room
    }
}
