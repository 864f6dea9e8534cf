import MusterCore

@testable import MusterViews

/// A made-up school whose log is folded record by record, as a device would.
struct SampleSite {
    static let now = Instant(milliseconds: 1_772_460_192_000)
    static let site: PlaceID = named("site")
    static let incident: IncidentID = named("i1")
    static let dana: PersonID = named("dana")
    static let lee: PersonID = named("lee")
    static let priya: PersonID = named("priya")
    static let morgan: PersonID = named("morgan")
    static let boyd: PersonID = named("boyd")
    static let sam: PersonID = named("sam")

    var directory = DirectorySlice()
    var now = SampleSite.now
    private var told: [(at: Instant, actor: PersonID?, event: Event)] = []

    /// Everything that was told, in the order in which it happened.
    var replica: Replica {
        var replica = Replica(.command)
        var position: Int64 = 0
        let order = told.indices.sorted { (told[$0].at, $0) < (told[$1].at, $1) }
        for index in order {
            position += 1
            let (at, actor, event) = told[index]
            replica.apply(Record(position: position, at: at, actor: actor, event: event))
        }
        return replica
    }

    static func named<Kind>(_ text: String) -> ID<Kind> {
        guard let id = ID<Kind>(text) else { preconditionFailure("\(text) is no id") }
        return id
    }

    /// Room `n` of the site, from 0.
    static func room(_ index: Int) -> PlaceID { named("r\(index)") }

    static func label(_ index: Int) -> String {
        "Room \(100 * (index / 40 + 1) + index % 40 + 1)"
    }

    init(rooms: Int = 60) {
        nameEverything(rooms)
        var plan = SitePlan()
        plan.version = 7
        plan.line = [
            LineMember(Self.dana, onSite: true), LineMember(Self.lee, onSite: true),
            LineMember(Self.priya, onSite: false),
        ]
        plan.outsideDuty = Self.morgan
        record(900, Self.dana, .plan(.published(plan)))
        var places = [PlaceFact(Self.site, in: nil, kind: .site)]
        places.append(PlaceFact(Self.named("gym"), in: Self.site, kind: .area))
        places += (0..<rooms).map { PlaceFact(Self.room($0), in: Self.site, kind: .room) }
        record(899, Self.dana, .plan(.placesListed(first: true, places: places)))
    }

    /// Takes in what happened so many seconds ago.
    mutating func record(_ secondsAgo: Int64, _ actor: PersonID?, _ event: Event) {
        told.append((ago(secondsAgo), actor, event))
    }

    mutating func incident(_ secondsAgo: Int64, _ actor: PersonID?, _ event: IncidentEvent) {
        record(secondsAgo, actor, .incident(event))
    }

    mutating func coordination(_ secondsAgo: Int64, _ actor: PersonID?, _ event: CoordinationEvent) {
        record(secondsAgo, actor, .coordination(event))
    }

    func ago(_ seconds: Int64) -> Instant { now + .seconds(-seconds) }

    /// A report of a room by radio, seen some seconds before it was entered.
    mutating func report(
        _ index: Int, _ status: RoomStatus, _ secondsAgo: Int64, missing: Int32 = 0, injured: Int32 = 0,
        by person: PersonID? = nil, late: Int64 = 0
    ) {
        let source = Source(
            person == nil ? .direct : .radio, at: ago(secondsAgo + late),
            place: person == nil ? nil : Self.room(index))
        let claim = RoomClaim(status, missing: missing, injured: injured, source: source)
        record(
            secondsAgo, person ?? Self.named("t\(index)"),
            .rollCall(.roomReported(Self.incident, room: Self.room(index), report: claim)))
    }

    /// A room is opened and found clear.
    mutating func cleared(_ index: Int, _ secondsAgo: Int64) {
        incident(
            secondsAgo, Self.sam,
            .roomCleared(Self.incident, room: Self.room(index), source: Source(.radio, at: ago(secondsAgo))))
    }

    /// A Lockdown of the whole site, raised in room 112, with its roster.
    mutating func lockdown(
        _ secondsAgo: Int64 = 274, kind: IncidentKind = .actual, rooms: Int = 60, hazard: Hazard? = .intruder
    ) {
        var raise = Raise(.lockdown, at: [Self.site], source: Source(at: ago(secondsAgo)))
        raise.kind = kind
        raise.hazard = hazard
        incident(secondsAgo, Self.boyd, .raised(Self.incident, raise))
        incident(
            secondsAgo, Self.boyd,
            .actionSet(Self.incident, places: [Self.site], action: .lockdown, hazard: hazard))
        let roster = (0..<rooms).map {
            RoomRoster(Self.room($0), expected: 18 + Int32($0 % 9), staff: [Self.named("t\($0)")])
        }
        incident(secondsAgo, Self.boyd, .rosterTaken(Self.incident, rooms: roster))
        coordination(
            secondsAgo, Self.boyd,
            .coordinatorAsked(
                Self.incident, persons: [Self.dana, Self.lee, Self.morgan, Self.priya], step: .seatCaretaker,
                due: ago(secondsAgo) + .seconds(20)))
    }

    /// Dana accepts, and her announcement is heard.
    mutating func seatDana(_ secondsAgo: Int64 = 240) {
        coordination(
            secondsAgo, Self.dana,
            .positionTaken(Self.incident, .schoolCoordinator, by: Self.dana, caretaker: false))
    }

    func viewer(_ person: PersonID, _ roles: [Role], rooms: [PlaceID] = []) -> Viewer {
        var viewer = Viewer()
        viewer.person = person
        viewer.roles = roles
        viewer.rooms = rooms
        return viewer
    }

    /// The context of a viewer; another slice is cut as the server would cut it.
    func context(
        _ person: PersonID = SampleSite.dana, _ roles: [Role] = [.staff, .line], rooms: [PlaceID] = [],
        slice: Slice = .command, query: String = "", offline: Bool = false
    ) -> PageContext {
        PageContext(
            replica: slice.audience == .command ? replica : replica.cut(for: slice), directory: directory,
            viewer: viewer(person, roles, rooms: rooms),
            clock: PageClock(now: now, utcOffsetMinutes: -360),
            connection: offline ? .offline(asOf: ago(94)) : .current(asOf: ago(1)),
            query: FormField.fields(ofQuery: query))
    }

    private mutating func nameEverything(_ rooms: Int) {
        directory.card.site = Self.named("cedar")
        directory.card.name = "Cedar Hill Elementary"
        directory.card.address = "410 Alder Street, Cedar Hill"
        let people: [(PersonID, String, String)] = [
            (Self.dana, "Dana Reyes", "Principal"), (Self.lee, "Lee Okafor", "Assistant principal"),
            (Self.priya, "Priya Nair", "Cedar Grove Middle"), (Self.morgan, "Morgan Hale", "District duty"),
            (Self.boyd, "Alma Boyd", "Room 112"), (Self.sam, "Sam Whitfield", "Office"),
        ]
        for (id, name, title) in people { put(id, name, title) }
        let first = ["Ines", "Theo", "Marta", "Jonas", "Aiko", "Nadia", "Owen", "Lena", "Rafa", "June"]
        let last = ["Moreau", "Alvarez", "Lindqvist", "Osei", "Tanaka", "Brandt", "Kovac", "Diaz"]
        place(Self.site, .site, "Whole site", nil)
        place(Self.named("gym"), .area, "Gym", Self.site)
        for index in 0..<rooms {
            place(Self.room(index), .room, Self.label(index), Self.site)
            put(
                Self.named("t\(index)"), first[index % 10] + " " + last[index / 3 % 8], Self.label(index))
        }
    }

    private mutating func put(_ id: PersonID, _ name: String, _ title: String) {
        var entry = PersonEntry()
        entry.person = id
        entry.name = name
        entry.title = title
        entry.phone = id == Self.boyd ? "555 0112" : nil
        directory.people.put(entry)
    }

    private mutating func place(_ id: PlaceID, _ kind: PlaceKind, _ label: String, _ parent: PlaceID?) {
        var entry = PlaceEntry()
        entry.place = id
        entry.kind = kind
        entry.label = label
        entry.parent = parent
        directory.places.put(entry)
    }
}
