import MusterCore

/// The page of an SRO or an agency: what, where, who coordinates, and how each room stands.
///
/// Nothing on it must be touched: it is read at arm's length, in gloves, on somebody else's tablet.
package enum ResponderPage {
    /// The page as it is for this viewer now.
    package static func page(_ context: PageContext) -> Page {
        let open = context.openIncidents
        return Page(
            open.isEmpty && !context.sendsAlarm ? "Nothing is going on" : "Incident", site: context.siteName,
            mode: context.mode(of: open), layout: .wide, connection: context.connection, clock: context.clock,
            links: PageLink.all(for: context.viewer, on: "/responder")
        ) {
            if context.outbox.contains(where: { $0.isWaitingRaise }) {
                Region("unsent") { h in h.unsentRaises(context) }
            }
            if context.hasBoth { Region("both") { h in h.bothAtOnce(context) } }
            if context.lastEnding != nil { Region("ended") { h in h.endedLately(context) } }
            for incident in open { regions(ResponderView(incident, in: context), open.count, context) }
            if context.outbox.contains(where: { !$0.isWaitingRaise }) {
                Region("outbox") { h in h.outbox(context) }
            }
            if open.isEmpty { quiet(context) }
            if mayRaise(context) { raising(context) }
        }
    }

    @RegionBuilder private static func regions(
        _ view: ResponderView, _ count: Int, _ context: PageContext
    ) -> [Region] {
        own(StaffSituation(view.incident, room: nil, in: context), context)
        facts(view, context, marksItself: view.incident.kind.isPractice && (count > 1 || context.sendsAlarm))
        rooms(view, context)
        record(view, context)
    }

    /// Whoever raised here says the words, and has the same way back as everybody.
    @RegionBuilder private static func own(
        _ situation: StaffSituation, _ context: PageContext
    ) -> [Region] {
        let incident = situation.incident
        let isAnnouncer = incident.announcer == context.viewer.person
        if isAnnouncer, situation.saysWords { StaffPage.words(situation, context) }
        if !(isAnnouncer && situation.saysWords), let press = situation.cancellable {
            StaffPage.cancel(press, situation, context)
        }
        if situation.isRaiser, situation.asksToCall, !incident.kind.isPractice {
            StaffPage.call(situation, context)
        }
        if situation.isRaiser, !incident.isProtective, situation.cancellable == nil {
            Region("over-" + incident.id.text) { h in
                h.p { h in h.strong(text: "\(incident.level.label), \(context.places(incident.places))") }
                h.overAct(incident)
            }
        }
        if situation.claimable != nil {
            Region("mistake-" + incident.id.text) { h in StaffPage.claim(&h, situation, context) }
        }
    }

    /// The alarm that can still be raised here, and the call for somebody while no alarm is real.
    @RegionBuilder private static func raising(_ context: PageContext) -> [Region] {
        let view = StaffView(context)
        StaffPage.raise(view, context)
        if view.isOnlyPractice { StaffPage.everyday(view, context) }
    }

    /// An agency does not raise here; a School Resource Officer and a school official do.
    private static func mayRaise(_ context: PageContext) -> Bool {
        context.has(.sro) || context.has(.schoolOfficial) || context.has(.staff)
    }

    private static func quiet(_ context: PageContext) -> Region {
        Region("quiet") { h in
            if let closed = context.lastClosed, closed.id != context.lastEnding?.incident,
                case .closed(let at, _, let reason) = closed.phase
            {
                h.notice(.cleared, "The last incident has ended") { h in
                    h.p { h in
                        h.text(reason.sentence + " ")
                        h.timeOfDay(at, context.clock)
                    }
                }
            }
            h.card("This site") { h in h.address(context.directory.card) }
        }
    }

    // MARK: Facts

    private static func facts(
        _ view: ResponderView, _ context: PageContext, marksItself: Bool
    ) -> Region {
        let incident = view.incident
        return Region("facts-" + incident.id.text) { h in
            let mark = incident.kind.mark
            if marksItself { h.p("practice-mark", text: mark) }
            h.div("facts-row") { h in
                what(&h, incident, context)
                coordinator(&h, incident, context)
                scene(&h, view, context)
            }
            h.correction(of: incident, context)
            if marksItself { h.p("practice-mark", text: mark) }
        }
    }

    private static func what(_ h: inout Html, _ incident: Incident, _ context: PageContext) {
        let actions = incident.actions.rows.filter { $0.isInForce }
        let hazard = incident.headline.contains(":") ? nil : incident.hazardInForce
        h.div(.class(incident.tone.className)) { h in
            h.div("big-fact") { h in
                h.p("big-key", text: "What and where")
                h.p("big-value") { h in
                    h.icon(incident.tone.icon)
                    let kind = incident.kind.isPractice ? incident.kind.label + ": " : ""
                    h.span(text: kind + incident.headline + (hazard.map { ", " + $0.label } ?? ""))
                }
                for action in actions {
                    h.p { h in
                        if actions.count > 1 {
                            let isSaid = action.label.contains(":")
                            h.strong(
                                text: action.label
                                    + (isSaid ? "" : action.hazard.map { ", " + $0.label } ?? ""))
                            h.text(": ")
                        }
                        h.text(context.directory.label(of: action.place) + ", since ")
                        h.timeOfDay(incident.since(action), context.clock)
                    }
                }
                if actions.isEmpty { h.p(text: context.places(incident.places)) }
                h.covered(incident, context)
                if !context.directory.card.entrance.isEmpty {
                    h.p { h in
                        h.text("Come in at ")
                        h.strong(text: context.directory.card.entrance)
                    }
                }
                h.p("quiet") { h in
                    let setter = incident.strongestSetter ?? incident.raisedBy
                    let isOwn = setter == incident.raisedBy
                    h.text((isOwn ? "Raised by " : "Set by ") + context.name(of: setter) + ", ")
                    h.age(
                        of: isOwn ? incident.since : incident.strongestAction?.saidAt ?? incident.since,
                        context.clock)
                }
            }
        }
    }

    private static func coordinator(_ h: inout Html, _ incident: Incident, _ context: PageContext) {
        h.div("big-fact") { h in
            h.p("big-key", text: "Coordinates the school's side")
            guard let seat = incident.coordination.coordinator else {
                h.p("big-value") { h in h.span(text: "Not known yet") }
                call(&h, context.directory.card.callBack, "The school's desk")
                return
            }
            let entry = context.directory.people[seat.person]
            let isBusy = seat.isBusy || seat.handsBusySince != nil
            h.p("big-value") { h in
                h.span(text: isBusy ? "Being passed on" : context.name(of: seat.person))
            }
            h.p("quiet") { h in
                if isBusy { h.text(context.name(of: seat.person) + ", ") }
                if let title = entry?.title, !title.isEmpty { h.text(title + ", ") }
                h.text(seat.caretaker || isBusy ? "until somebody accepts, since " : "since ")
                h.timeOfDay(seat.since, context.clock)
            }
            if let phone = entry?.phone, !phone.isEmpty, !isBusy {
                call(&h, phone, "Call the coordinator")
            } else {
                call(&h, context.directory.card.callBack, "The school's desk")
            }
        }
    }

    private static func call(_ h: inout Html, _ number: String, _ label: String) {
        if number.isEmpty {
            h.p("quiet", text: "No telephone number is entered here.")
        } else {
            h.callLine(label, number: number)
        }
    }

    private static func scene(_ h: inout Html, _ view: ResponderView, _ context: PageContext) {
        let incident = view.incident
        h.div(.class(view.needingHelp > 0 ? Tone.needsHelp.className : Tone.neutral.className)) { h in
            h.div("big-fact") { h in
                h.p("big-key", text: "Scene command, and who needs help")
                h.p("big-value") { h in
                    h.span(text: incident.scene.map { $0.label } ?? "Not reported")
                }
                if let scene = incident.scene {
                    h.p("quiet") { h in
                        h.text(
                            "Reported by \(context.words(scene.source, enteredBy: scene.reportedBy)), since ")
                        h.timeOfDay(scene.since, context.clock)
                    }
                }
                for other in incident.sceneClaims {
                    h.p(
                        "quiet",
                        text: "Also reported: \(other.label), by "
                            + context.words(other.source, enteredBy: other.reportedBy))
                }
                guard incident.isProtective else { return }
                h.p("needing-help") { h in
                    h.icon(view.needingHelp > 0 ? .help : .info)
                    h.strong(
                        text: view.needingHelp == 0
                            ? "No room has asked for help"
                            : view.needingHelp == 1
                                ? "1 room needs help" : "\(view.needingHelp) rooms need help")
                }
            }
        }
    }
}
