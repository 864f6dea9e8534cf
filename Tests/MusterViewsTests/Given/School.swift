import MusterCore
import Testing

@testable import MusterViews

/// A made-up school whose log is made by the real decider, and the pages of the people in it.
struct School {
    static let site = SiteID("north").unsafelyKnown
    static let whole = place("site")
    static let main = place("main")
    static let gym = place("gym")

    static let teacher = person("teacher")
    static let neighbour = person("neighbour")
    static let office = person("office")
    static let coordinator = person("dana")
    static let outside = person("outside")
    static let officer = person("officer")
    static let medic = person("medic")

    static func place(_ text: String) -> PlaceID { PlaceID(text).unsafelyKnown }
    static func person(_ text: String) -> PersonID { PersonID(text).unsafelyKnown }
    static func room(_ number: Int) -> PlaceID { place("r\(number)") }

    /// 14:03:00 on a school day.
    static let start = Instant(milliseconds: 1_772_460_180_000)

    private(set) var replica = Replica(.command)
    private(set) var records: [Record] = []
    var directory = DirectorySlice()
    var now = School.start
    private var commands: Int64 = 0

    init(rooms: Int = 24, plan: SitePlan = School.plan) {
        directory = Self.names(rooms: rooms)
        let facts =
            [
                PlaceFact(Self.whole, in: nil, kind: .site),
                PlaceFact(Self.main, in: Self.whole, kind: .building),
                PlaceFact(Self.gym, in: Self.whole, kind: .building),
            ] + (1...rooms).map { PlaceFact(Self.room($0), in: Self.main, kind: .room) }
        var first = plan
        first.version = 1
        act(.publishPlan(first), by: Self.office, [.administrator])
        act(.listPlaces(first: true, places: facts), by: Self.office, [.administrator])
    }

    static var plan: SitePlan {
        var plan = SitePlan()
        plan.line = [LineMember(coordinator, onSite: true), LineMember(outside, onSite: false)]
        plan.outsideDuty = outside
        return plan
    }

    private static func names(rooms: Int) -> DirectorySlice {
        var directory = DirectorySlice()
        directory.card.site = site
        directory.card.name = "North Elementary"
        directory.card.address = "12 Mill Road, Fairview, Ohio"
        directory.card.callBack = "+1 555 0100"
        directory.card.entrance = "Door 1, Mill Road"
        for (person, name, title) in [
            (teacher, "Ana Reyes", "Teacher"), (neighbour, "Ben Cole", "Teacher"),
            (office, "Mia Falk", "Office"),
            (coordinator, "Dana Ortiz", "Safety Coordinator"), (outside, "Sam Wu", "District duty"),
            (officer, "Officer Lund", "School Resource Officer"), (medic, "Kit Moss", "Nurse"),
        ] {
            var entry = PersonEntry()
            (entry.person, entry.name, entry.title) = (person, name, title)
            if person == coordinator { entry.phone = "+1 555 0111" }
            directory.people.put(entry)
        }
        func put(_ place: PlaceID, _ kind: PlaceKind, _ label: String, door: String? = nil) {
            var entry = PlaceEntry()
            (entry.place, entry.kind, entry.label, entry.door) = (place, kind, label, door)
            directory.places.put(entry)
        }
        put(whole, .site, "North Elementary")
        put(main, .building, "Main building")
        put(gym, .building, "Gym")
        for number in 1...rooms { put(room(number), .room, "Room \(number)", door: "\(1 + number / 8)") }
        return directory
    }

    // MARK: What happens

    /// Decides a command as the desk would, some seconds later.
    @discardableResult
    mutating func act(
        _ command: Command, by person: PersonID, _ roles: [Role] = [.staff], after seconds: Int64 = 1
    ) -> CommandID {
        now = now + .seconds(seconds)
        commands += 1
        let id = CommandID("c", commands)
        let roster = (1...24).map { RoomRoster(Self.room($0), expected: 20, staff: [Self.teacher]) }
        let context = Context(
            at: now, actor: Actor(person, roles: roles, device: DeviceID("d", 1)), command: id, madeAt: now,
            position: replica.position + 1, roster: roster)
        do {
            for event in try SiteDecider.decide(command, replica.state, context) {
                let record = Record(
                    position: replica.position + 1, at: now, actor: person.isNone ? nil : person, event: event
                )
                records.append(record)
                replica.apply(record)
            }
        } catch {
            Issue.record("refused: \(error)")
        }
        return id
    }

    /// Reports each deadline that has passed, as the desk's timer would.
    mutating func expire() {
        for deadline in replica.state.deadlines where deadline.due <= now {
            act(.expire(deadline.id), by: .none, [], after: 0)
        }
    }

    /// Raises at places and gives the incident's id.
    @discardableResult
    mutating func raise(
        _ action: ProtectiveAction?, at places: [PlaceID] = [School.whole], kind: IncidentKind = .actual,
        level: IncidentLevel = .protective, hazard: Hazard? = nil, by person: PersonID = School.office
    ) -> IncidentID {
        let raise = Raise(
            action, at: places, kind: kind, level: level, hazard: hazard, source: Source(at: now))
        return act(.raise(raise), by: person, [.staff, .line]).retyped()
    }

    /// A room says how it is.
    mutating func report(
        _ incident: IncidentID, _ number: Int, _ status: RoomStatus, missing: Int32 = 0, injured: Int32 = 0,
        by person: PersonID = School.neighbour
    ) {
        let claim = RoomClaim(status, missing: missing, injured: injured, source: Source(at: now))
        act(.reportRoom(incident, room: Self.room(number), claim: claim), by: person)
    }

    /// Somebody off the page takes the coordination, ends the Lockdown of the whole site, and closes it when told to.
    mutating func ended(_ incident: IncidentID, isClosed: Bool = true) {
        let (dana, roles) = (Self.coordinator, [Role.staff, .line])
        act(.acceptPosition(incident, .schoolCoordinator), by: dana, roles)
        act(.endAction(incident, places: [Self.whole], method: .announcementAndKey), by: dana, roles)
        if isClosed { act(.closeIncident(incident), by: dana, roles) }
    }

    // MARK: Who looks

    /// What a person's device would draw from, with the slice that goes with the roles.
    func context(
        of person: PersonID = School.teacher, _ roles: [Role] = [.staff],
        rooms: [PlaceID] = [School.room(12)],
        query: String = "", outbox: [OutboxNotice] = []
    ) -> PageContext {
        var viewer = Viewer()
        (viewer.person, viewer.roles, viewer.rooms) = (person, roles, rooms)
        viewer.device = DeviceID("d", 1)
        let slice = SliceClaims(replica.state, at: now).slice(of: person, roles, rooms: rooms)
        return PageContext(
            replica: replica.cut(for: slice ?? Slice(.responder)),
            directory: directory, viewer: viewer, clock: PageClock(now: now), connection: .current(asOf: now),
            outbox: outbox, query: FormField.fields(ofQuery: query))
    }

    /// A teacher's page in room 12, or that of whoever is named.
    func staffPage(
        of person: PersonID = School.teacher, rooms: [PlaceID] = [School.room(12)], query: String = "",
        outbox: [OutboxNotice] = []
    ) -> Page {
        StaffPage.page(context(of: person, rooms: rooms, query: query, outbox: outbox))
    }

    /// The page of a police officer from outside.
    func responderPage() -> Page {
        ResponderPage.page(context(of: Self.officer, [.agency], rooms: []))
    }
}

extension Optional {
    /// A value that a test knows to be there.
    var unsafelyKnown: Wrapped {
        guard let self else { preconditionFailure("a test's own literal") }
        return self
    }
}
