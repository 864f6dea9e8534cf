import MusterCore

/// The page of whoever has no other task: what to do now, in huge words, and one tap to report.
///
/// It holds nothing of other rooms and no clock of anybody's position. In a place in Lockdown it is dark and
/// still, and asks for nothing.
package enum StaffPage {
    /// The page as it is for this viewer now.
    package static func page(_ context: PageContext) -> Page {
        let view = StaffView(context)
        return Page(
            view.room.map { context.directory.label(of: $0) } ?? "Staff", site: context.siteName,
            mode: context.mode(of: view.situations.map { $0.incident }),
            look: view.isLockedDown ? .quiet : .standard, connection: context.connection,
            clock: context.clock, links: PageLink.all(for: context.viewer, on: "/staff")
        ) {
            if context.outbox.contains(where: { $0.isWaitingRaise }) {
                Region("unsent") { h in h.unsentRaises(context) }
                Region("unsent-steps") { h in
                    for raise in view.unsent where view.actsOn(raise, in: context) {
                        h.steps(of: raise, context)
                    }
                    if context.sendsAlarm { unsentCall(&h, context) }
                }
            }
            if context.hasBoth { Region("both") { h in h.bothAtOnce(context) } }
            offers(context)
            // Whoever hides reads first how to.
            if context.hidesIn == nil { duties(context) }
            for situation in view.situations where situation.action != nil {
                regions(of: situation, view, context)
            }
            if context.hidesIn != nil { duties(context) }
            if let last = view.endings.first { ended(last, context) }
            for situation in view.situations where situation.action == nil && !situation.isOfOthers {
                regions(of: situation, view, context)
            }
            if context.outbox.contains(where: { !$0.isWaitingRaise }) {
                Region("outbox") { h in h.outbox(context) }
            }
            if let closed = view.closed { self.closed(closed, context) }
            rest(view, context)
        }
    }

    /// What the viewer is asked to take: whoever is not of the line looks here and not at the board.
    @RegionBuilder private static func offers(_ context: PageContext) -> [Region] {
        let asked = mine(context).map { BoardIncident($0, context) }.filter { !$0.offers.isEmpty }
        if !asked.isEmpty { Region("offers") { h in for board in asked { h.offers(board) } } }
    }

    /// What the viewer holds, and does next.
    @RegionBuilder private static func duties(_ context: PageContext) -> [Region] {
        let mine = mine(context)
        if !mine.isEmpty {
            Region("duties") { h in for incident in mine { h.duties(BoardIncident(incident, context)) } }
        }
    }

    /// The incidents in which the viewer is asked or holds a position.
    private static func mine(_ context: PageContext) -> [Incident] {
        context.openIncidents.filter { $0.coordination.people.contains(context.viewer.person) }
    }

    /// What one incident asks and tells, in the order in which it matters.
    @RegionBuilder private static func regions(
        of situation: StaffSituation, _ view: StaffView, _ context: PageContext
    ) -> [Region] {
        if situation.saysWordsFirst {
            words(situation, context)
        }
        let isAlarm = situation.incident.level == .protective
        if isAlarm, !situation.saysWordsFirst, let press = situation.cancellable {
            cancel(press, situation, context)
        }
        if situation.saysWordsFirst, situation.asksToCall { call(situation, context) }
        // The end of one danger does not hide what holds next door.
        let isElsewhere = situation.action == nil && situation.incident.hasActionInForce
        if situation.action != nil || isElsewhere || !view.tellsEnd(of: situation) {
            action(situation, context, isOneOfSeveral: view.situations.count > 1)
        } else if !situation.incident.covered(in: context.state.places).isEmpty {
            // The end of one danger is not that of another which it stood over.
            Region("covered-" + situation.incident.id.text) { h in h.covered(situation.incident, context) }
        }
        if !isAlarm, let press = situation.cancellable { cancel(press, situation, context) }
        if situation.isLockedDown {
            hidingReport(situation, context)
        } else if situation.incident.level == .protective, situation.room != nil {
            report(situation, context)
        }
        if situation.saysWords, !situation.saysWordsFirst { words(situation, context) }
        help(situation, context)
        if situation.asksToCall, !situation.saysWordsFirst { call(situation, context) }
        more(situation, context)
    }

    /// What stands below: choosing a room, raising, and the everyday calls.
    @RegionBuilder private static func rest(_ view: StaffView, _ context: PageContext) -> [Region] {
        if view.isLockedDown {
            if view.room == nil { chooseRoom(view, context) }
            // Somebody may be hurt in a drill, and the drill goes on for the others.
            if view.isOnlyPractice { everyday(view, context) }
            for situation in view.situations where situation.isOfOthers {
                regions(of: situation, view, context)
            }
        } else {
            if view.mayStillLockDown { raise(view, context) }
            if view.isOnlyPractice { everyday(view, context) }
            // Three calls of others do not push the alarm off the screen.
            for situation in view.situations where situation.isOfOthers {
                regions(of: situation, view, context)
            }
            if view.situations.isEmpty { today(context) }
            if view.room == nil || view.ownRooms.count != 1 { chooseRoom(view, context) }
            if view.situations.isEmpty, !context.sendsAlarm { addressCard(context) }
            if view.endings.count > 1 { earlierEnds(view.endings.dropFirst(), context) }
        }
    }
}
