import MusterCore

@testable import MusterViews

/// The states of the pages that matter, each made by a short history.
enum PageStates {
    static var all: [(name: String, page: Page)] {
        [
            ("staff-quiet", School().staffPage()), ("staff-no-room", School().staffPage(rooms: [])),
            ("staff-medical", medical), ("staff-raised", raised), ("staff-unsent", unsent),
            ("staff-kept", kept),
            ("staff-lockdown", lockdown), ("staff-lockdown-done", lockdownReported),
            ("staff-evacuate", evacuate), ("staff-evacuate-drill", drill),
            ("staff-lockdown-drill", lockdownDrill),
            ("staff-ended", ended), ("staff-offered", offered),
            ("staff-two", two), ("staff-corrected", corrected), ("staff-joined", joined),
            ("staff-withdrawn", withdrawn), ("responder-own", responderOwn),
            ("responder-lockdown", responder(.lockdown)),
            ("responder-drill", responder(.lockdown, .drill)), ("responder-quiet", School().responderPage()),
            ("responder-passed-on", passedOn), ("staff-real-unsent", realUnsent),
            ("thumb-call-beside-drill", callBesideDrill), ("board-call-beside-drill", boardBesideDrill),
            ("board-counted-anew", countedAnew), ("board-tasks", boardTasks), ("staff-next-step", nextStep),
            ("thumb-next-step", thumbStep), ("board-organization", organization),
            ("board-succession", succession), ("staff-deputy", deputy), ("staff-busy-holder", busyHolder),
            ("board-beside-police", BoardPage.page(beside(.deputy, "whole=1"))),
            ("board-beside-police-inside", BoardPage.page(beside(.liaison, "whole=1", inside: true))),
            ("board-resources", resources),
            ("thumb-beside-police", OneThumbPage.page(beside(.liaison, "", inside: true))),
        ]
    }

    /// “This is real” pressed in a drill, without a network.
    static var realUnsent: Page {
        var school = School()
        let drill = school.raise(.lockdown, kind: .drill)
        school.now = school.now + .seconds(90)
        var context = school.context(outbox: [
            OutboxNotice(
                id: CommandID("a", 1), act: .turnActual, .queued, at: school.now + .seconds(-12),
                mayHaveArrived: true, command: .turnActual(drill))
        ])
        context.connection = .offline(asOf: school.now + .seconds(-40))
        return StaffPage.page(context)
    }

    /// A real call beside a drill, for whoever hides for the drill and is asked to coordinate the call.
    static var callBesideDrill: Page { OneThumbPage.page(besideDrill(query: "")) }
    static var boardBesideDrill: Page { BoardPage.page(besideDrill(query: "whole=1")) }

    private static func besideDrill(query: String) -> PageContext {
        var school = School()
        let drill = school.raise(.lockdown, kind: .drill)
        school.act(.acceptPosition(drill, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.raise(nil, at: [School.room(4)], level: .medical, by: School.neighbour)
        school.now = school.now + .seconds(20)
        return school.context(
            of: School.coordinator, [.staff, .line], rooms: [School.room(2)], query: query)
    }

    /// A Lockdown with tasks: the board, and the page of somebody who hides and leads the accounting.
    static var boardTasks: Page {
        BoardPage.page(tasks(.lockdown).context(of: School.coordinator, [.staff, .line], rooms: []))
    }
    static var thumbStep: Page { OneThumbPage.page(tasks(.lockdown).context()) }
    static var nextStep: Page { tasks(.evacuate).staffPage() }

    /// Most positions held, an agency in command, and something for the line to look after.
    static var organization: Page {
        var school = tasks(.evacuate)
        let roles: [Role] = [.staff, .line]
        let id = school.replica.state.incidents.rows[0].id
        let given: [(Position, PersonID)] = [
            (.liaison, School.outside), (.safety, School.neighbour), (.logistics, School.office),
            (.medical, School.medic),
        ]
        for (position, person) in given {
            school.act(.offerPosition(id, position, to: person), by: School.coordinator, roles)
            school.act(.acceptPosition(id, position), by: person)
        }
        school.act(.offerPosition(id, .planning, to: School.officer), by: School.coordinator, roles)
        school.act(
            .recordSceneCommand(
                id, .fire, unified: true, since: school.now, source: Source(at: school.now), text: nil),
            by: School.coordinator)
        school.now = school.now + .minutes(6)
        return BoardPage.page(school.context(of: School.coordinator, roles, rooms: []))
    }

    /// Police command a Lockdown in which some are hurt; the coordinator is outside, or hides in room 12.
    private static func beside(_ relation: AgencyRelation, _ query: String, inside: Bool = false)
        -> PageContext
    {
        var plan = School.fullPlan
        plan.underAgency = relation
        var school = School(plan: plan)
        let id = school.raise(.lockdown)
        let holder = inside ? School.coordinator : School.outside
        school.act(.acceptPosition(id, .schoolCoordinator), by: holder, [.staff, .line])
        school.act(.recordCall911(id, ended: false, source: Source(at: school.now)), by: School.office)
        for room in 1...16 { school.report(id, room, .allHere) }
        school.report(id, 17, .needsHelp, injured: 1)
        school.act(
            .recordSceneCommand(
                id, .police, unified: false, since: school.now, source: Source(.radio, at: school.now),
                text: nil), by: School.office)
        school.now = school.now + .seconds(40)
        return school.context(
            of: holder, [.staff, .line], rooms: inside ? [School.room(12)] : [], query: query)
    }

    /// An Evacuate with buses asked for, an ambulance on the way, a key that is here, and reports nobody has read.
    static var resources: Page {
        var school = tasks(.evacuate)
        let id = school.replica.state.incidents.rows[0].id
        let roles: [Role] = [.staff, .line]
        func say(_ text: String? = nil, _ change: (inout ResourceClaim) -> Void) {
            var claim = ResourceClaim()
            claim.source = Source(.radio, at: school.now)
            change(&claim)
            school.act(.reportResource(id, nil, claim: claim, text: text), by: School.office, roles)
        }
        let text = "Everybody is counted at the field by 14:20.\nFamilies hear from us first."
        school.act(.setObjectives(id, text: text), by: School.coordinator, roles)
        let due = school.now + .minutes(9)
        say("One with a lift for wheelchairs") {
            ($0.kind, $0.count, $0.stage, $0.supplier) = (.bus, 3, .asked, .company)
        }
        say { ($0.kind, $0.stage, $0.supplier, $0.expectedAt) = (.ambulance, .onTheWay, .dispatch, due) }
        say { ($0.kind, $0.stage, $0.place) = (.key, .here, School.gym) }
        var claim = ResourceClaim()
        (claim.count, claim.source) = (2, Source(at: school.now))
        let rows = school.replica.state.incidents.rows[0].resources.rows
        let bus = rows.first { $0.kind?.value == .bus }?.id
        school.act(.reportResource(id, bus, claim: claim, text: nil), by: School.neighbour, roles)
        school.report(id, 4, .allHere)
        school.now = school.now + .minutes(6)
        return BoardPage.page(school.context(of: School.coordinator, roles, rooms: []))
    }

    /// A deputy is named, a relief is planned, somebody's hands are busy, and an offer has no answer.
    static var succession: Page {
        var (school, id) = followed()
        school.act(.offerPosition(id, .liaison, to: School.medic), by: School.coordinator, [.staff, .line])
        school.now = school.now + .minutes(2)
        school.expire()
        return BoardPage.page(school.context(of: School.coordinator, [.staff, .line], rooms: []))
    }

    static var deputy: Page { followed().0.staffPage(of: School.neighbour) }

    static var busyHolder: Page { followed().0.staffPage() }

    private static func followed() -> (School, IncidentID) {
        var school = tasks(.evacuate)
        let id = school.replica.state.incidents.rows[0].id
        let roles: [Role] = [.staff, .line]
        school.act(.nameDeputy(id, .schoolCoordinator, School.neighbour), by: School.coordinator, roles)
        school.act(
            .planShift(id, .schoolCoordinator, School.outside, from: school.now + .minutes(27)),
            by: School.coordinator, roles)
        school.act(
            .planShift(id, .logistics, School.neighbour, from: school.now + .minutes(90)),
            by: School.coordinator, roles)
        school.act(
            .reportResponding(School.teacher, source: Source(at: school.now), text: nil), by: School.office)
        return (school, id)
    }

    private static func tasks(_ action: ProtectiveAction) -> School {
        var school = School(plan: School.fullPlan)
        let id = school.raise(action)
        let roles: [Role] = [.staff, .line]
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, roles)
        school.act(.offerPosition(id, .accountabilityLead, to: nil), by: School.coordinator, roles)
        school.act(.acceptPosition(id, .accountabilityLead), by: School.teacher)
        school.act(.offerPosition(id, .liaison, to: School.outside), by: School.coordinator, roles)
        school.now = school.now + .seconds(70)
        return school
    }

    /// An officer's page while the coordinator's hands are busy.
    static var passedOn: Page {
        var school = School()
        let id = school.raise(.secure)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        school.act(
            .reportResponding(School.coordinator, source: Source(at: school.now), text: nil),
            by: School.office)
        return ResponderPage.page(school.context(of: School.officer, [.sro], rooms: []))
    }

    /// The board of an Evacuate after a Hold in which rooms had reported.
    static var countedAnew: Page {
        var school = School()
        let id = school.raise(.hold)
        school.act(.acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line])
        for room in 1...9 { school.report(id, room, .allHere) }
        school.report(id, 10, .exceptions, missing: 2)
        school.now = school.now + .seconds(200)
        school.act(
            .setAction(id, places: [School.whole], action: .evacuate, hazard: .fire), by: School.coordinator,
            [.staff, .line])
        school.now = school.now + .seconds(30)
        for room in 1...3 { school.report(id, room, .allHere) }
        return BoardPage.page(school.context(of: School.coordinator, [.staff, .line], rooms: []))
    }

    static var medical: Page {
        var school = School()
        school.raise(nil, at: [School.room(12)], level: .medical, by: School.teacher)
        school.now = school.now + .seconds(40)
        return school.staffPage()
    }

    static var raised: Page {
        var school = School()
        school.raise(.lockdown, by: School.teacher)
        school.now = school.now + .seconds(2)
        return school.staffPage()
    }

    static var unsent: Page {
        let school = School()
        let raise = Raise(.lockdown, at: [School.whole], source: Source(at: school.now))
        let notices = [
            OutboxNotice(
                id: CommandID("a", 1), act: .raise, .queued, at: school.now + .seconds(-9),
                command: .raise(raise)),
            OutboxNotice(
                id: CommandID("a", 2), act: .closeIncident, .refused, at: school.now + .seconds(-80),
                reason: "An action is still in force. End it before closing."),
        ]
        return school.staffPage(outbox: notices)
    }

    static var kept: Page {
        let school = School()
        let raise = Raise(.lockdown, at: [School.whole], source: Source(at: school.now))
        let notices = [
            OutboxNotice(
                id: CommandID("a", 1), act: .raise, .accepted, at: school.now + .seconds(-190), kept: .report,
                command: .raise(raise)),
            OutboxNotice(
                id: CommandID("a", 2), act: .endAction, .accepted, at: school.now + .seconds(-80),
                kept: .suggestion),
            OutboxNotice(
                id: CommandID("a", 3), act: .writeNote, .accepted, at: school.now + .seconds(-20), kept: .late
            ),
        ]
        return school.staffPage(outbox: notices)
    }

    private static func seated(
        _ action: ProtectiveAction, hazard: Hazard? = nil, kind: IncidentKind = .actual
    ) -> (School, IncidentID) {
        var school = School()
        let id = school.raise(action, kind: kind, hazard: hazard)
        school.act(.confirmAudible(id, source: Source(at: school.now)), by: School.office)
        school.act(
            .recordCall911(id, ended: false, source: Source(at: school.now)), by: School.office, after: 20)
        school.act(
            .acceptPosition(id, .schoolCoordinator), by: School.coordinator, [.staff, .line], after: 9)
        return (school, id)
    }

    static var lockdown: Page { seated(.lockdown).0.staffPage() }

    static var lockdownReported: Page {
        var (school, id) = seated(.lockdown)
        school.report(id, 12, .allHere, by: School.teacher)
        school.now = school.now + .seconds(70)
        return school.staffPage()
    }

    static var evacuate: Page {
        var (school, id) = seated(.evacuate, hazard: .fire)
        school.report(id, 12, .exceptions, missing: 2, injured: 1, by: School.teacher)
        school.now = school.now + .seconds(30)
        return school.staffPage()
    }

    static var drill: Page { seated(.evacuate, kind: .drill).0.staffPage() }

    static var lockdownDrill: Page { seated(.lockdown, kind: .drill).0.staffPage() }

    static var two: Page {
        var school = School()
        let id = school.raise(.secure, at: [School.main], hazard: .nearbyPolice)
        school.act(.confirmAudible(id, source: Source(at: school.now)), by: School.office)
        school.raise(nil, at: [School.gym], level: .medical, by: School.medic)
        school.now = school.now + .seconds(50)
        return school.staffPage()
    }

    static var ended: Page {
        var (school, id) = seated(.lockdown)
        school.act(
            .endAction(id, places: [School.whole], method: .announcementAndKey), by: School.coordinator,
            [.staff, .line], after: 700)
        school.act(.closeIncident(id), by: School.coordinator, [.staff, .line])
        let call = school.raise(nil, at: [School.gym], level: .medical, by: School.medic)
        school.act(.closeIncident(call), by: School.medic, after: 200)
        school.now = school.now + .seconds(200)
        return school.staffPage(rooms: [])
    }

    static var offered: Page {
        var (school, id) = seated(.evacuate)
        school.act(
            .offerPosition(id, .accountabilityLead, to: School.teacher), by: School.coordinator,
            [.staff, .line])
        return school.staffPage()
    }

    static var corrected: Page {
        var school = School()
        let id = school.raise(.lockdown, by: School.teacher)
        school.act(.cancelRaise(id), by: School.teacher, after: 3)
        school.now = school.now + .seconds(20)
        return school.staffPage(of: School.neighbour)
    }

    static var joined: Page {
        var (school, _) = TakenBackPageTests.joined()
        school.now = school.now + .seconds(2)
        return school.staffPage()
    }

    static var withdrawn: Page {
        var (school, id) = TakenBackPageTests.joined()
        school.act(.cancelRaise(id), by: School.teacher)
        school.now = school.now + .seconds(20)
        return school.staffPage(of: School.neighbour)
    }

    static var responderOwn: Page {
        var school = School()
        school.raise(.evacuate, at: [School.gym], hazard: .fire)
        school.raise(.lockdown, by: School.officer)
        school.now = school.now + .seconds(2)
        return ResponderPage.page(school.context(of: School.officer, [.sro], rooms: []))
    }

    static func responder(_ action: ProtectiveAction, _ kind: IncidentKind = .actual) -> Page {
        var (school, id) = seated(action, kind: kind)
        school.report(id, 4, .needsHelp, injured: 1)
        school.report(id, 7, .exceptions, missing: 2)
        for number in [1, 2, 9, 10, 11, 17] { school.report(id, number, .allHere) }
        school.report(id, 14, .heardFrom)
        school.act(
            .recordSceneCommand(
                id, .police, unified: false, since: school.now,
                source: Source(.radio, at: school.now, person: School.officer), text: nil),
            by: School.office)
        school.act(
            .recordCleared(
                id, room: School.room(2), source: Source(.radio, at: school.now, person: School.officer)),
            by: School.office, after: 30)
        school.now = school.now + .seconds(15)
        return school.responderPage()
    }
}
