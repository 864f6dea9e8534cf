import MusterCore

@testable import MusterViews

/// Moments of the made-up school.
extension SampleSite {
    /// A Lockdown some minutes in: most rooms heard, some silent, police in command.
    static func underWay(rooms: Int = 60, kind: IncidentKind = .actual) -> SampleSite {
        var site = SampleSite(rooms: rooms)
        site.lockdown(kind: kind, rooms: rooms)
        site.incident(
            262, named("t17"),
            .confirmed(
                incident,
                Raise(.lockdown, at: [SampleSite.site], kind: kind, source: Source(at: site.ago(263)))))
        site.incident(254, sam, .call911Recorded(incident, ended: false, source: Source(at: site.ago(254))))
        site.seatDana()
        site.incident(228, sam, .audibleConfirmed(incident, source: Source(at: site.ago(228))))
        site.coordination(222, dana, .briefingReadBack(incident))
        site.coordination(
            200, dana, .positionOffered(incident, .accountabilityLead, to: sam))
        site.coordination(
            188, sam, .positionTaken(incident, .accountabilityLead, by: sam, caretaker: false))
        site.reports(rooms)
        site.coordination(
            132, sam,
            .sceneCommandRecorded(
                incident, .police, unified: false, since: site.ago(150),
                source: Source(.radio, at: site.ago(150), person: boyd), text: nil))
        let steps = site.replica.state.incidents[incident]?.scene?.course(.liaison) ?? Course()
        site.record(132, sam, .task(.courseOpened(incident, steps, version: 0, isAsked: false)))
        site.coordination(
            51, dana,
            .respondingReported(
                lee, source: Source(.radio, at: site.ago(55), place: room(17)), text: "Giving first aid"))
        site.record(
            44, sam,
            .journal(
                .noteWritten(
                    incident, named("n1"), position: .accountabilityLead, corrects: nil,
                    source: Source(at: site.ago(44)),
                    text: "Substitute in 205 has no radio; neighbour in 206 listens for her.")))
        site.coordination(12, dana, .positionOffered(incident, .liaison, to: named("t4")))
        return site
    }

    private mutating func reports(_ rooms: Int) {
        for index in stride(from: rooms - 1, through: 0, by: -1) where index % 5 != 3 && index % 11 != 8 {
            guard ![6, 17, 20, 34].contains(index) else { continue }
            let at = 215 - Int64(index * 7 % 170)
            report(index, index % 4 == 2 ? .heardFrom : .allHere, max(60, at))
        }
        report(6, .exceptions, 74, missing: 1, by: Self.sam, late: 22)
        report(34, .allHere, 66)
        report(34, .exceptions, 58, missing: 2, by: Self.sam)
        report(20, .needsHelp, 41, injured: 1, by: Self.dana)
        report(17, .needsHelp, 55, by: Self.sam)
    }

    /// The first seconds: nobody has accepted yet.
    static func justRaised() -> SampleSite {
        var site = SampleSite()
        site.lockdown(9, hazard: nil)
        return site
    }

    /// Dana's hands are busy and the line is asked.
    static func handsBusy() -> SampleSite {
        var site = underWay()
        let source = Source(.radio, at: site.ago(31), place: room(20))
        site.coordination(28, sam, .respondingReported(dana, source: source, text: "CPR in room 121"))
        site.coordination(28, sam, .handoverStarted(incident, from: dana, to: nil, cause: .responding))
        site.coordination(
            28, sam,
            .coordinatorAsked(
                incident, persons: [morgan, priya], step: .askAgain, due: site.now + .seconds(32)))
        return site
    }

    /// Somebody says that it was a mistake, and a raise came in late.
    static func mistake() -> SampleSite {
        var site = SampleSite()
        site.lockdown(64, hazard: nil)
        site.seatDana(48)
        site.incident(40, sam, .audibleConfirmed(incident, source: Source(at: site.ago(40))))
        site.coordination(36, dana, .briefingReadBack(incident))
        site.incident(20, boyd, .mistakeClaimed(incident))
        let raise = Raise(.lockdown, at: [room(31)], source: Source(at: site.ago(310)))
        site.incident(8, named("t31"), .raiseLate(named("l1"), raise))
        return site
    }

    /// Nothing goes on; one of the line is away.
    static func quietDay() -> SampleSite {
        var site = SampleSite()
        site.lockdown(860, kind: .drill, hazard: nil)
        site.incident(
            400, dana, .actionEnded(incident, places: [SampleSite.site], method: .announcementAndKey))
        site.incident(380, dana, .closed(incident, .over))
        site.coordination(120, sam, .availabilitySet(lee, available: false))
        return site
    }

    /// Replaced by Morgan; what Dana sent afterwards is kept.
    static func replaced() -> SampleSite {
        var site = underWay()
        site.coordination(
            10, morgan, .positionTaken(incident, .schoolCoordinator, by: morgan, caretaker: false))
        let act = Command.setAction(incident, places: [SampleSite.site], action: .secure, hazard: nil)
        site.coordination(4, dana, .suggestionKept(incident, .setAction, act: act, text: nil))
        return site
    }
}
