import MusterCore

/// What a person does next, going by nothing but what the own device shows.
struct SimulatedPerson {
    let device: SimulatedDevice
    let rooms: [PlaceID]
    let people: [PersonID]
    let site: PlaceID
    let now: Instant

    private var state: SiteState { device.replica.state }
    private var me: PersonID { device.actor.person }

    func act(_ random: inout SeededRandom) -> Command {
        guard let incident = state.incidents.rows.last(where: { $0.isOpen }) else {
            return alone(&random)
        }
        let coordination = incident.coordination
        if coordination.asked.contains(me), random.chance(50) {
            return random.chance(85)
                ? .acceptPosition(incident.id, .schoolCoordinator)
                : .declineOffer(incident.id, .schoolCoordinator)
        }
        if coordination.coordinator?.person == me, random.chance(40) { return coordinate(incident, &random) }
        return observe(incident.id, &random)
    }

    /// Nothing is going on, as far as this device knows.
    private func alone(_ random: inout SeededRandom) -> Command {
        if random.chance(60) {
            let kind: IncidentKind =
                random.chance(30) && device.actor.roles.contains(.line) ? .drill : .actual
            return .raise(
                Raise(
                    random.pick([.lockdown, .lockdown, .secure, .hold]),
                    at: [random.chance(70) ? site : random.pick(rooms)], kind: kind, source: source(&random)))
        }
        if random.chance(30) {
            return .reportResponding(random.pick(people), source: source(&random), text: nil)
        }
        return .setAvailability(me, available: random.chance(70))
    }

    private func coordinate(_ incident: Incident, _ random: inout SeededRandom) -> Command {
        let id = incident.id
        switch random.below(6) {
        case 0: return .handOver(id, to: random.chance(50) ? nil : random.pick(people))
        case 1:
            let places = incident.actions.rows.filter(\.isInForce).map(\.place)
            return .endAction(
                id, places: places.isEmpty ? [site] : places,
                method: random.pick([.inPerson, .announcementAndKey, .agency, .coordinator]))
        case 2: return .closeIncident(id)
        case 3: return .offerPosition(id, random.pick([.liaison, .safety]), to: random.pick(people))
        case 4:
            return .setAction(
                id, places: [random.pick(rooms)], action: random.pick([.hold, .lockdown]), hazard: nil)
        default: return .readBack(id)
        }
    }

    private func observe(_ id: IncidentID, _ random: inout SeededRandom) -> Command {
        switch random.below(9) {
        case 0, 1, 2:
            return .reportRoom(
                id, room: random.pick(rooms),
                claim: RoomClaim(
                    random.pick(RoomStatus.allCases), missing: Int32(random.below(2)), source: source(&random)
                ))
        case 3: return .recordCleared(id, room: random.pick(rooms), source: source(&random))
        case 4: return .reportResponding(random.pick(people), source: source(&random), text: nil)
        case 5: return .reportHandsFree(random.pick(people), source: source(&random))
        case 6:
            return .recordSceneCommand(
                id, random.pick(Agency.allCases), unified: false, since: now, source: source(&random),
                text: nil)
        case 7: return .confirmAudible(id, source: source(&random))
        default:
            return .writeNote(
                id, position: nil, corrects: nil, source: source(&random), text: "seen from here")
        }
    }

    private func source(_ random: inout SeededRandom) -> Source {
        Source(
            random.pick([.direct, .radio, .phone]), at: now,
            person: random.chance(30) ? random.pick(people) : nil)
    }
}
