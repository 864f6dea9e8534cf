import MusterCore

/// The made-up school in which the examples happen.
enum School {
    static let principal = person("principal")
    static let deputy = person("deputy")
    static let county = person("county")
    static let duty = person("duty")
    static let teacher = person("teacher")
    static let neighbour = person("neighbour")
    static let nurse = person("nurse")
    static let sro = person("sro")
    static let police = person("police")
    static let office = person("office")
    static let student = person("student")
    /// The desk's own timer.
    static let timer = PersonID.none

    static let site = place("site")
    static let buildingA = place("a")
    static let buildingB = place("b")
    static let roomA1 = place("a1")
    static let roomA2 = place("a2")
    static let roomB1 = place("b1")
    static let roomB2 = place("b2")
    static let rooms = [roomA1, roomA2, roomB1, roomB2]

    /// A site of two buildings with two rooms each.
    static let places = [
        PlaceFact(site, in: nil, kind: .site),
        PlaceFact(buildingA, in: site, kind: .building), PlaceFact(buildingB, in: site, kind: .building),
        PlaceFact(roomA1, in: buildingA, kind: .room), PlaceFact(roomA2, in: buildingA, kind: .room),
        PlaceFact(roomB1, in: buildingB, kind: .room), PlaceFact(roomB2, in: buildingB, kind: .room),
    ]

    /// The places as the rules look them up.
    static let tree = places.reduce(into: Table<PlaceFact>()) { $0.put($1) }

    /// Twenty are expected in each room.
    static let roster = rooms.map { RoomRoster($0, expected: 20, staff: $0 == roomA1 ? [teacher] : []) }

    /// A line of three, the last of them off site, and somebody on outside duty.
    static func plan(_ change: (inout SitePlan) -> Void = { _ in }) -> SitePlan {
        var plan = SitePlan()
        plan.version = 1
        plan.line = [
            LineMember(principal, onSite: true), LineMember(deputy, onSite: true),
            LineMember(county, onSite: false),
        ]
        plan.outsideDuty = duty
        change(&plan)
        return plan
    }

    /// What each person is to the site, as the desk would resolve it.
    static func roles(of person: PersonID) -> [Role] {
        switch person {
        case principal, deputy: [.staff, .line]
        case county, duty: [.line]
        case teacher, neighbour: [.staff]
        case nurse: [.staff, .schoolOfficial]
        case sro: [.sro]
        case police: [.agency]
        case office: [.administrator]
        default: []
        }
    }

    static func actor(_ person: PersonID) -> Actor {
        Actor(person, roles: roles(of: person), device: id("dev"))
    }

    static func person(_ text: String) -> PersonID { id(text) }
    static func place(_ text: String) -> PlaceID { id(text) }

    static func id<Kind>(_ text: String) -> ID<Kind> {
        guard let id = ID<Kind>(text) else { preconditionFailure("\(text) is not an id") }
        return id
    }
}
