import MusterCore

/// The made-up school of the hostile runs: a line of three, outside duty, three teachers, an officer.
struct HostileSchool: Sendable {
    let site = PlaceID("l", 0)
    let rooms = (1...5).map { PlaceID("l", Int64($0)) }
    let people = (1...8).map { PersonID("p", Int64($0)) }
    let office = Actor(PersonID("o", 1), roles: [.administrator], device: DeviceID("d", 0))

    var rosters: [RoomRoster] {
        rooms.enumerated().map { number, room in
            RoomRoster(room, expected: 20, staff: number < 3 ? [people[4 + number]] : [])
        }
    }

    /// The places and the plan, as an administrator's commands.
    var beginning: [Command] {
        var plan = SitePlan()
        plan.version = 1
        plan.line = [
            LineMember(people[0], onSite: true), LineMember(people[1], onSite: true),
            LineMember(people[2], onSite: false),
        ]
        plan.outsideDuty = people[3]
        let places =
            [PlaceFact(site, in: nil, kind: .site)] + rooms.map { PlaceFact($0, in: site, kind: .room) }
        return [.publishPlan(plan), .listPlaces(first: true, places: places)]
    }

    var devices: [SimulatedDevice] {
        people.enumerated().map { number, person in
            let actor = Actor(person, roles: roles(number), device: DeviceID("d", Int64(number) + 1))
            return SimulatedDevice(actor, slice: slice(number))
        }
    }

    private func roles(_ number: Int) -> [Role] {
        switch number {
        case 0, 1: [.staff, .line]
        case 2, 3: [.line]
        case 7: [.sro]
        default: [.staff]
        }
    }

    private func slice(_ number: Int) -> Slice {
        switch number {
        case 0...3: .command
        case 7: Slice(.responder)
        default: Slice(.staff, rooms: [rooms[number - 4]])
        }
    }
}
