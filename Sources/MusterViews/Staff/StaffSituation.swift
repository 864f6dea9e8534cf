package import MusterCore

/// What an incident means for one member of staff in one room: everything the page decides, without HTML.
package struct StaffSituation: Sendable {
    /// The incident.
    package let incident: Incident
    /// The room that the viewer answers for now, where it is known.
    package let room: PlaceID?
    /// The action that the room is under; without a room the strongest one of the incident.
    package let action: PlacedAction?
    /// Whether the room is in Lockdown and not cleared: the page is dark, still and asks for nothing.
    package let isLockedDown: Bool
    /// The latest report of the room that the slice holds.
    package let report: RoomReport?
    /// Whether that report was made in the practice that has become real since.
    package let isReportOfPractice: Bool
    /// Whether that report was made before the action that the room is under, or in that practice: it is asked anew.
    package let isReportEarlier: Bool
    /// When the room was recorded as cleared.
    package let clearedAt: Instant?
    /// Whether the viewer raised the alarm.
    package let isRaiser: Bool
    /// Whether it is a call of somebody else, for somewhere else.
    package let isOfOthers: Bool
    /// What the viewer can still cancel at once, as whoever raised it or joined it.
    package let cancellable: Press?
    /// What the viewer pressed and may say to have been a mistake.
    package let claimable: Press?
    /// Whether the exact words are shown: nobody has confirmed an audible channel, and nobody hides here.
    package let saysWords: Bool
    /// Whether they come before everything else: for whoever set the action, and whoever has no room.
    package let saysWordsFirst: Bool
    /// The name of who coordinates, where it is true that somebody does.
    package let coordinator: Seat?

    /// The situation of a viewer in a room.
    package init(_ incident: Incident, room: PlaceID?, in context: PageContext) {
        let state = context.state
        let strongest = incident.strongestAction
        self.incident = incident
        self.room = room
        // An everyday call says nothing of a Lockdown beside it: that has its own words on this page.
        let here = room.flatMap { incident.isProtective ? state.action(at: $0, for: incident) : nil }
        action = room == nil ? strongest : here
        isLockedDown = context.hides(in: incident, at: room)
        report = room.flatMap { incident.rollCall.rooms[$0]?.telling }
        isReportOfPractice = report.map { incident.isOfPractice($0) } ?? false
        let row = room.flatMap { incident.rollCall.rooms[$0] }
        // A call for help stands first on the board, whenever it was made.
        isReportEarlier =
            report.map { report in
                report.status != .needsHelp
                    && (incident.isOfPractice(report) || row?.isEarlier(report) ?? false)
            } ?? false
        // Of a Lockdown only: what holds after it, or around it, has steps of its own.
        let isLockdown = here?.action == .lockdown
        clearedAt = room.flatMap { isLockdown ? incident.cleared[$0]?.source.observedAt : nil }
        isRaiser = incident.raisedBy == context.viewer.person
        let isHere =
            room.map { room in incident.places.contains { state.places.contains(room, in: $0) } } ?? false
        isOfOthers = !incident.isProtective && !isRaiser && !isHere
        let viewer = context.viewer.person
        cancellable = incident.cancellable(by: viewer, at: context.now, in: state)
        let isClaimable = incident.isOpen && incident.scene == nil && cancellable == nil
        claimable = isClaimable ? incident.claimable(by: viewer, in: state.places) : nil
        // Whoever said that it was a mistake reads nothing out until somebody has called back.
        let strongestOwn = incident.presses.last { press in
            press.by == viewer && (strongest.map { press.isSame(as: $0.action, $0.hazard) } ?? false)
        }
        let isClaimed = strongestOwn.map { press in
            context.outbox.contains { $0.claimsMistake(of: press, in: incident) }
        }
        let isAnnouncer = incident.announcer == viewer
        let isHiding = isLockedDown && room != nil && !incident.readsOut(hiding: viewer)
        saysWords =
            incident.isOpen && incident.audibleAt == nil && incident.level == .protective
            && strongest != nil && !isHiding && clearedAt == nil && !incident.isDoubted(for: viewer)
            && isClaimed != true && !(incident.kind.isPractice && context.sendsAlarm)
        saysWordsFirst = saysWords && (isAnnouncer || room == nil)
        let seat = incident.coordination.coordinator
        // Whoever has just said that the hands are busy is not told that they coordinate.
        let saysBusy = context.outbox.contains { notice in
            guard case .reportResponding(viewer, _, _) = notice.command else { return false }
            return notice.isUnanswered && seat?.person == viewer
        }
        coordinator = seat?.attends == true && !saysBusy ? seat : nil
    }

    /// Whether somebody should call 911: for a danger or an injury, while no call is known.
    package var asksToCall: Bool {
        // A call that was made before this action was set knows nothing of it.
        let since = incident.strongestAction?.setAt ?? .zero
        let isOnLine = incident.call911.map { $0.endedAt == nil && $0.since >= since } ?? false
        // Of what has ended nobody calls any more.
        let isOver = incident.isProtective && !incident.hasActionInForce
        return incident.level != .assist && !isOnLine && !isOver
    }
}

/// What the whole page is about: the room, and the situation in each incident.
package struct StaffView: Sendable {
    /// The room that the viewer speaks for.
    package let room: PlaceID?
    /// The rooms between which the viewer may switch.
    package let ownRooms: [PlaceID]
    /// The open incidents; those that ask something of the room come first.
    package let situations: [StaffSituation]
    /// The ends that must still be told here, the newest first.
    package let endings: [Ending]
    /// The everyday call that was closed last, while no alarm is open.
    package let closed: Incident?
    /// The alarms of this device that have no answer yet and are not taken back.
    package let unsent: [Raise]
    /// Whether a Lockdown of everything is on its way from this device, and may still come as an alarm.
    package let sendsLockdown: Bool

    /// What the viewer's page is about now.
    package init(_ context: PageContext) {
        let known = context.order.sorted(context.viewer.rooms) { $0 }
        let asked = context.asked("room").flatMap { PlaceID($0) }.flatMap { place in
            context.directory.places[place] != nil || known.contains(place) ? place : nil
        }
        let room = asked ?? known.first
        let all = context.openIncidents.map { StaffSituation($0, room: room, in: context) }
        self.room = room
        ownRooms = known
        situations = all.filter { $0.action != nil } + all.filter { $0.action == nil }
        let isQuiet = !all.contains { $0.incident.level == .protective }
        let waiting = context.outbox.filter { $0.isWaitingRaise && !$0.isTakenBack(in: context) }
        unsent = waiting.compactMap { $0.alarm(in: context) }.filter { $0.kind == .actual }
        // Too old to be an alarm it is pressed again.
        sendsLockdown = waiting.contains { notice in
            guard notice.state != .late, let raise = notice.alarm(in: context) else { return false }
            return raise.kind == .actual && raise.action == .lockdown
                && raise.places.contains(context.wholeSite)
        }
        closed = isQuiet ? context.lastClosed.flatMap { $0.level == .protective ? nil : $0 } : nil
        // In the dark, and beside the same action in force, the end of an earlier one would be believed of this one.
        let inForce = all.compactMap { $0.action?.action }
        let alarms = all.filter { $0.incident.isProtective && $0.incident.kind == .actual }
        // Whoever has just raised an alarm must not read above it that one has ended.
        let isSending = context.outbox.contains { $0.isWaitingRaise }
        endings = context.state.endings(at: room, now: context.now).filter { ending in
            guard !isSending else { return false }
            // What was over before the alarm that is on now says nothing of it, and "no danger" least of all.
            let isOlder = alarms.contains { $0.incident.id != ending.incident && $0.action != nil }
            let isNothing =
                ending.action?.ended.map { $0.method == .cancelled || $0.method == .mistake } ?? false
            guard !all.contains(where: { $0.isLockedDown }), !isOlder, alarms.isEmpty || !isNothing else {
                return false
            }
            return ending.action.map { !inForce.contains($0.action) } ?? true
        }
    }

    /// Whether the end of an incident is told, in place of that nothing is asked.
    package func tellsEnd(of situation: StaffSituation) -> Bool {
        endings.contains { $0.incident == situation.incident.id }
    }

    /// Whether no alarm is real: then somebody may still need help that is.
    package var isOnlyPractice: Bool {
        situations.allSatisfy { $0.incident.level != .protective || $0.incident.kind.isPractice }
    }

    /// What the viewer does because of an alarm that has not left: where it concerns the room, and nothing stronger is
    /// asked there already.
    package func actsOn(_ raise: Raise, in context: PageContext) -> Bool {
        guard let action = raise.action else { return false }
        let isHere =
            room.map { room in
                raise.places.contains { context.state.places.contains(room, in: $0) }
            } ?? true
        // What stands there already has its steps there, and nobody leaves a Lockdown for a fire that is not known yet.
        let isCovered = situations.contains { situation in
            guard let here = situation.action, situation.clearedAt == nil else { return false }
            let isStronger =
                situation.incident.kind == .actual && room != nil
                && here.action.strength > action.strength
            return isStronger || here.says(action, raise.hazard)
        }
        return isHere && !isCovered
    }

    /// Whether the viewer hides: the page goes dark and still.
    package var isLockedDown: Bool { situations.contains { $0.isLockedDown } }

    /// Whether the room can still be put under Lockdown.
    package var mayStillLockDown: Bool {
        !situations.contains { $0.isLockedDown && $0.incident.kind == .actual }
    }
}
