import MusterCore

/// The board on a day on which nothing happens: who would coordinate now, and what happened lately.
enum QuietDayBoard {
    static func page(_ context: PageContext) -> Page {
        Page(
            "Ready", site: context.siteName, mode: context.mode(of: []), layout: .board,
            connection: context.connection, clock: context.clock,
            links: PageLink.all(for: context.viewer, on: "/board")
        ) {
            Region("unsent", .head) { h in h.unsentRaises(context) }
            Region("outbox", .head) { h in h.outbox(context) }
            Region("ready", .head, runs: true) { h in h.readiness(context) }
            Region("late", .head) { h in h.lateReports(context) }
            Region("ended", .head) { h in h.endedLately(context) }
            Region("line", .start, runs: true) { h in h.line(context) }
            Region("raise") { h in h.raising(context) }
            Region("drill") { h in h.drill(context) }
            Region("recent", .end) { h in h.recent(context) }
            Region("plan", .end) { h in h.planFacts(context) }
        }
    }

    /// Whether the viewer may switch somebody's availability.
    static func maySwitch(_ person: PersonID, _ context: PageContext) -> Bool {
        if person == context.viewer.person { return true }
        let who = context.state.plan.authorities(for: .setAvailability)
        return (who.contains(.line) && context.has(.line))
            || (who.contains(.administrator) && context.has(.administrator))
            || (who.contains(.staff) && context.has(.staff))
    }
}

extension Html {
    fileprivate mutating func readiness(_ context: PageContext) {
        let plan = context.state.plan
        let duty = context.dutyNow
        let line = plan.members(for: .schoolCoordinator, on: duty)
        let standby = context.state.standby(on: duty)
        let outside = plan.outsideDuty(named: duty?.outside) { context.state.unavailable[$0] == nil }
        ul("signals", .label("Ready today")) { h in
            h.li { h in
                h.p("signal-label", text: "Would coordinate now")
                h.p(
                    .class(standby.isEmpty ? "signal-value signal-open" : "signal-value"),
                    text: standby.first.map { context.directory.name(of: $0.person) }
                        ?? "Nobody of the line")
            }
            h.li { h in
                h.p("signal-label", text: "Outside duty person")
                h.p(
                    .class(outside == nil ? "signal-value signal-open" : "signal-value"),
                    text: outside.map { context.directory.name(of: $0) } ?? "Nobody named")
            }
            h.li { h in
                h.p("signal-label", text: duty == nil ? "Line available" : "Line, due and available")
                h.p("signal-value", text: "\(standby.count) of \(line.count)")
            }
            h.li { h in
                h.p("signal-label", text: "Plan")
                h.p("signal-value", text: plan.version == 0 ? "None yet" : "Version \(plan.number)")
            }
        }
        if context.directory.outlook.hasRunOut(at: context.now) {
            p("quiet", text: "By the plan alone: the hours of today have not reached this device.")
        }
        guard standby.isEmpty else { return }
        let isAway = context.state.standby(on: nil).isEmpty == false
        notice(.caution, isAway ? "Nobody of the line is due now" : "Nobody of the line is available") { h in
            h.p(
                text: isAway
                    ? "In an emergency all of them are asked, and whoever accepts first coordinates."
                    : "In an emergency only the outside duty person could be asked. Switch somebody on.")
        }
    }

    fileprivate mutating func lateReports(_ context: PageContext) {
        guard context.has(.line) || context.has(.administrator) else { return }
        for late in context.state.lateRaises.rows {
            lateRaise(late, context)
        }
    }

    fileprivate mutating func line(_ context: PageContext) {
        let duty = context.dutyNow
        let line = context.state.plan.members(for: .schoolCoordinator, on: duty)
        card("The line, in order") { h in
            guard !line.isEmpty else {
                return h.empty("Nobody is on the line", "An administrator names its people in the plan.")
            }
            h.ol("line") { h in
                for member in line { h.member(member, duty, context) }
            }
        }
    }

    private mutating func member(_ member: LineMember, _ duty: TakenDuty?, _ context: PageContext) {
        let away = context.state.unavailable[member.person]
        let isHere = away == nil
        let isDue = duty?.away.contains(member.person) != true
        let absent = duty?.substitutes.first { $0.person == member.person }?.absent
        li(.data("key", member.person.text), .class(isHere && isDue ? "line-here" : "line-away")) { h in
            h.div { h in
                h.strong(text: context.directory.name(of: member.person))
                h.p("quiet") { h in
                    let place = member.onSite ? "On site" : "Off site"
                    h.text(isDue || away != nil ? place : "Usually " + place.lowercasedFirst)
                    if let absent { h.text(", stands in for " + context.directory.name(of: absent)) }
                    if let away {
                        h.text(", not available since ")
                        h.age(of: away.since, context.clock)
                        h.text(", set by " + context.name(of: away.setBy))
                    } else {
                        h.text(isDue ? ", available" : ", not due at this hour")
                    }
                }
            }
            if QuietDayBoard.maySwitch(member.person, context) {
                h.act(
                    "setAvailability",
                    ["person": member.person.text, "available": isHere ? "false" : "true"]
                ) { h in h.button(isHere ? "Set away" : "Set available") }
            }
        }
    }

    fileprivate mutating func raising(_ context: PageContext) {
        card("Something is happening") { h in
            h.p(text: "Anyone on the staff may raise an alarm, and lock down. It takes one press and hold.")
            h.buttonLink("Raise an alarm or ask for help", to: "/staff", .primary, icon: .megaphone)
        }
    }

    fileprivate mutating func drill(_ context: PageContext) {
        let who = context.state.plan.authorities(for: .practise)
        guard
            (who.contains(.line) && context.has(.line))
                || (who.contains(.administrator) && context.has(.administrator))
        else { return }
        card("Practise") { h in
            h.p(text: "A drill takes the real path. Every page and message says DRILL first and last.")
            h.fold("Start a drill", icon: .clock) { h in
                h.act("raise", ["level": "protective"]) { h in
                    h.pick(
                        "kind", "What kind", [("drill", "Drill"), ("exercise", "Exercise"), ("test", "Test")])
                    h.pick(
                        "action", "What is practised",
                        context.state.plan.raisableActions.map { ($0.rawValue, $0.label) })
                    h.pick(
                        "place", "Where",
                        context.wholePlaces.map { ($0.text, context.directory.label(of: $0)) })
                    h.button("Start it now", .outlined(.neutral), icon: .clock)
                }
                h.p(
                    "quiet",
                    text: "Real alarms go first: a drill cannot start while something real is going on.")
            }
        }
    }

    fileprivate mutating func recent(_ context: PageContext) {
        let closed = context.state.incidents.rows.filter { !$0.isOpen }.sorted { $0.raisedAt > $1.raisedAt }
        card("Recent") { h in
            guard !closed.isEmpty else {
                return h.empty("Nothing so far", "Calls for help, alarms and drills appear here when closed.")
            }
            h.ul("recent") { h in
                for incident in closed {
                    h.li { h in
                        h.link(
                            incident.title + ", " + context.places(incident.places),
                            to: BoardIncident.address(of: incident, context))
                        h.p("quiet") { h in
                            h.age(of: incident.raisedAt, context.clock)
                            if case .closed(_, _, let reason) = incident.phase {
                                h.text(". " + reason.sentence)
                            }
                        }
                    }
                }
            }
        }
    }

    fileprivate mutating func planFacts(_ context: PageContext) {
        let plan = context.state.plan
        card("As the plan says") { h in
            h.facts { h in
                h.fact("Lockdown ends", plan.lockdownEnds.map { $0.label }.joined(separator: "; or: "))
                h.fact("Caretaker after", "\(plan.timings.caretakerAfter.seconds) s in Lockdown")
                h.fact("Next is asked after", "\(plan.timings.askNextAfter.seconds) s otherwise")
                h.fact("Under an agency", "Coordinator serves as " + plan.underAgency.label.lowercasedFirst)
            }
        }
    }
}
