import MusterCore

/// Who coordinates, who was called, and what else somebody may say.
extension StaffPage {
    /// Who coordinates, 911, scene command: facts with their time, and nothing that is not known.
    static func help(_ situation: StaffSituation, _ context: PageContext) -> Region {
        let incident = situation.incident
        return Region("help-" + incident.id.text) { h in
            h.div("help") { h in
                if let seat = situation.coordinator {
                    h.helpLine(
                        .person, "Help is being coordinated", by: context.name(of: seat.person), context
                    ) { h in
                        h.timeOfDay(seat.since, context.clock)
                    }
                } else {
                    h.helpLine(
                        .check,
                        incident.level == .protective ? "The alarm was received" : "The call was received",
                        by: "", isPoint: true, context
                    ) { h in
                        // Whoever joined later reads that the own press came in, not the first one.
                        let own = incident.presses.last { $0.by == context.viewer.person }
                        h.timeOfDay(own?.at ?? incident.raisedAt, context.clock)
                    }
                }
                if let call = incident.call911 { call911(&h, call, context) }
                if let scene = incident.scene {
                    h.helpLine(.shield, "\(scene.label) in command", by: "", context) { h in
                        h.timeOfDay(scene.since, context.clock)
                    }
                }
                for responding in context.state.responding.rows {
                    let name = context.name(of: responding.person)
                    let verb = responding.person == context.viewer.person ? "You are" : name + " is"
                    h.helpLine(.run, "\(verb) responding", by: "", context) { h in
                        h.timeOfDay(responding.since, context.clock)
                    }
                }
            }
        }
    }

    private static func call911(_ h: inout Html, _ call: Call911, _ context: PageContext) {
        if let ended = call.endedAt {
            h.helpLine(.phone, "The call to 911 has ended", by: "", isPoint: true, context) { h in
                h.timeOfDay(ended, context.clock)
            }
        } else {
            h.helpLine(.phone, "911 is on the line", by: context.name(of: call.by), context) { h in
                h.timeOfDay(call.since, context.clock)
            }
        }
    }

    /// The call and what to say; in practice nobody calls.
    static func call(_ situation: StaffSituation, _ context: PageContext) -> Region {
        let incident = situation.incident
        return Region("call-" + incident.id.text) { h in
            if incident.kind.isPractice {
                // Whoever has just said that it is real is not told so.
                guard !context.sendsAlarm else { return }
                h.p("quiet", text: "\(incident.kind.label): nobody calls 911.")
            } else if situation.isRaiser || situation.saysWordsFirst {
                h.card("Call 911 if nobody has") { h in call(&h, incident, context) }
            } else {
                h.fold("Call 911 if nobody has", icon: .phone) { h in call(&h, incident, context) }
            }
        }
    }

    /// The call that whoever has no network makes, since nobody else may know.
    static func unsentCall(_ h: inout Html, _ context: PageContext) {
        h.real { h in
            h.card("Call 911 if nobody has") { h in
                h.callLine("Call 911", number: "911", note: "Say the address first")
                h.address(context.directory.card)
            }
        }
    }

    private static func call(_ h: inout Html, _ incident: Incident, _ context: PageContext) {
        h.callLine("Call 911", number: "911", note: "Say the address first")
        h.address(context.directory.card)
        h.act("recordCall911", ["incident": incident.id.text]) { h in
            h.button("911 is on the line", .secondary, icon: .phone)
        }
    }

    /// What can wait: hands-on, entries for others, a mistake.
    static func more(_ situation: StaffSituation, _ context: PageContext) -> Region {
        let incident = situation.incident
        return Region("more-" + incident.id.text) { h in
            claim(&h, situation, context)
            h.fold("Somebody is responding", icon: .run) { h in responding(&h, context) }
            if incident.audibleAt == nil, !situation.saysWords, incident.hasActionInForce {
                h.fold("I heard the announcement", icon: .speech) { h in
                    h.act("confirmAudible", ["incident": incident.id.text]) { h in
                        h.button("I heard it", .secondary, icon: .speech)
                    }
                }
            }
            if incident.level == .protective {
                h.fold("Report for another room", icon: .radio) { h in proxy(&h, incident, context) }
            }
            if incident.kind.isPractice {
                h.fold("Something real is happening", icon: .warning) { h in
                    h.real { h in
                        h.act("turnActual", ["incident": incident.id.text]) { h in
                            h.p(text: "\(incident.kind.label): it becomes real for everyone.")
                            h.button("This is real", .toned(.lockdown), icon: .warning)
                        }
                    }
                }
            }
        }
    }

    /// What becomes of a claim.
    package static let standing =
        "The alarm stands until somebody has called you back and asked for your word. "
        + "If 911 was called, stay on the line and say so."

    /// Saying later that the own press was a mistake.
    static func claim(_ h: inout Html, _ situation: StaffSituation, _ context: PageContext) {
        let incident = situation.incident
        guard let press = situation.claimable, incident.level == .protective else { return }
        if context.outbox.contains(where: { $0.claimsMistake(of: press, in: incident) }) {
            h.p(text: "You said that it was a mistake. " + standing)
        } else {
            h.fold("This was a mistake") { h in mistake(&h, press, incident, context) }
        }
    }

    private static func mistake(
        _ h: inout Html, _ press: Press, _ incident: Incident, _ context: PageContext
    ) {
        h.act("claimMistake", ["incident": incident.id.text, "press": press.id.text]) { h in
            if incident.presses.count > 1 { h.p { h in h.strong(text: context.named(press)) } }
            h.p(text: standing)
            h.button("This was a mistake", .secondary)
        }
    }

    private static func responding(_ h: inout Html, _ context: PageContext) {
        let isKnown = context.state.responding[context.viewer.person] != nil
        h.p(text: "First aid, a search, carrying a child: say so, and nobody counts on you meanwhile.")
        if !isKnown {
            h.act("reportResponding") { h in h.button("My hands are busy", .secondary, icon: .run) }
        }
        h.act("reportHandsFree") { h in h.button("My hands are free", .secondary, icon: .check) }
        h.otherResponding(context)
    }

    /// What came in by radio, telephone or at the door: it counts like any other report.
    private static func proxy(_ h: inout Html, _ incident: Incident, _ context: PageContext) {
        let id = incident.id.text
        h.act("reportRoom", ["incident": id]) { h in
            h.select(
                "room", "Which room?",
                [Choice("", "Choose")] + context.rooms.map { Choice($0.place.text, $0.label) },
                id: "proxy-room-" + id)
            h.select(
                "channel", "How do you know?",
                Channel.byProxy.map { Choice($0.rawValue, $0.label) }, id: "proxy-channel-" + id)
            h.select(
                "status", "What was said?",
                [
                    Choice("allHere", "All here"), Choice("heardFrom", "They are there, nothing more"),
                    Choice("exceptions", "Missing, extra or injured"), Choice("needsHelp", "They need help"),
                ], id: "proxy-status-" + id)
            h.div("counts") { h in
                h.field(Field("missing", "Missing", kind: .number, id: "proxy-missing-" + id))
                h.field(Field("extra", "Extra", kind: .number, id: "proxy-extra-" + id))
                h.field(Field("injured", "Injured", kind: .number, id: "proxy-injured-" + id))
            }
            h.field(Field("seen", "When, such as 14:05? Empty for now", id: "proxy-seen-" + id))
            h.button("Enter this report", .secondary, icon: .radio)
        }
    }
}

extension Html {
    /// Writes one fact about help, with its time and who it concerns.
    fileprivate mutating func helpLine(
        _ icon: Icon, _ words: String, by name: String, isPoint: Bool = false, _ context: PageContext,
        time: (inout Html) -> Void
    ) {
        p("help-line") { h in
            h.icon(icon)
            h.span { h in
                h.strong(text: words)
                h.text((name.isEmpty ? "" : ": " + name) + (isPoint ? ", " : ", since "))
                time(&h)
            }
        }
    }
}
