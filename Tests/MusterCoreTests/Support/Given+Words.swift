import MusterCore

extension Given {
    /// The incident that was raised last, as it stands.
    var it: Incident { state.incidents[incident] ?? Incident() }

    /// Who holds the position of school coordinator.
    var coordinator: PersonID? { it.coordination.coordinator?.person }

    /// Who is asked to take it.
    var asked: [PersonID] { it.coordination.asked }

    /// The action that a place is under.
    func action(at place: PlaceID) -> ProtectiveAction? { it.action(at: place, in: state.places)?.action }

    /// How a room stands on the board.
    func standing(_ room: PlaceID) -> RoomStanding? {
        RoomBoard(it, in: state).rows.first { $0.room == room }?.standing
    }

    /// A fact seen now, or some time ago.
    func seen(
        _ channel: Channel = .direct, ago: TimeSpan = .seconds(0), from place: PlaceID? = nil,
        by person: PersonID? = nil
    ) -> Source {
        Source(
            channel, at: now + TimeSpan(milliseconds: -ago.milliseconds), place: place, person: person)
    }

    /// Somebody raises an alarm from the own device.
    func raised(
        _ action: ProtectiveAction? = .lockdown, by person: PersonID = School.teacher,
        at places: [PlaceID] = [School.site], kind: IncidentKind = .actual,
        level: IncidentLevel = .protective,
        hazard: Hazard? = nil, late: TimeSpan = .seconds(0)
    ) -> Given {
        when(
            person,
            .raise(Raise(action, at: places, kind: kind, level: level, hazard: hazard, source: seen())),
            late: late)
    }

    /// Somebody accepts the position of school coordinator.
    func seated(_ person: PersonID = School.principal) -> Given {
        when(person) { .acceptPosition($0, .schoolCoordinator) }
    }

    /// Somebody says that a person is hands-on.
    func responding(_ person: PersonID, says reporter: PersonID = School.nurse, ago: TimeSpan = .seconds(0))
        -> Given
    {
        when(reporter, .reportResponding(person, source: seen(ago: ago), text: nil))
    }

    /// Somebody says that a person's hands are free.
    func free(_ person: PersonID, says reporter: PersonID = School.nurse, ago: TimeSpan = .seconds(0))
        -> Given
    {
        when(reporter, .reportHandsFree(person, source: seen(ago: ago)))
    }

    /// Somebody says how a room is.
    func reported(
        _ room: PlaceID, _ status: RoomStatus, by person: PersonID = School.teacher, missing: Int32 = 0,
        injured: Int32 = 0, source: Source? = nil
    ) -> Given {
        let claim = RoomClaim(status, missing: missing, injured: injured, source: source ?? seen())
        return when(person) { .reportRoom($0, room: room, claim: claim) }
    }

    /// Somebody enters that a room was opened and clear.
    func cleared(_ room: PlaceID, by person: PersonID = School.principal, ago: TimeSpan = .seconds(0))
        -> Given
    {
        let source = seen(.radio, ago: ago, person: School.police)
        return when(person) { .recordCleared($0, room: room, source: source) }
    }

    private func seen(_ channel: Channel, ago: TimeSpan, person: PersonID) -> Source {
        seen(channel, ago: ago, by: person)
    }

    /// An action is set at places.
    func set(_ action: ProtectiveAction, at places: [PlaceID], by person: PersonID = School.principal)
        -> Given
    {
        when(person) { .setAction($0, places: places, action: action, hazard: nil) }
    }

    /// An action ends at places.
    func ended(
        _ method: EndMethod, at places: [PlaceID] = [School.site], by person: PersonID = School.principal
    ) -> Given {
        when(person) { .endAction($0, places: places, method: method) }
    }

    /// Police command the scene, as somebody reports.
    func policeCommand(says reporter: PersonID = School.nurse, ago: TimeSpan = .seconds(0)) -> Given {
        let source = seen(ago: ago)
        return when(reporter) {
            .recordSceneCommand(
                $0, .police, unified: false, since: source.observedAt, source: source, text: nil)
        }
    }

    /// Somebody corrects, with words.
    func noted(_ text: String, by person: PersonID = School.teacher, corrects: NoteID? = nil) -> Given {
        let source = seen()
        return when(person) {
            .writeNote($0, position: nil, corrects: corrects, source: source, text: text)
        }
    }
}
