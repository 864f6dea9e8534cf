/// A command as a device sends it.
package struct Envelope: WireValue, Equatable, Sendable {
    /// Given once by the device; the same id sent again has the same outcome and no second effect.
    package var id = CommandID.none
    /// For which site.
    package var site = SiteID.none
    /// When the person acted, by the device's clock with the measured offset taken out.
    package var madeAt = Instant.zero
    /// What is wanted or was seen.
    package var command = Command.expire(.none)

    /// A blank envelope, to be filled by the codec.
    package init() {}

    /// A command of a site with its id and its moment.
    package init(_ command: Command, id: CommandID, site: SiteID, madeAt: Instant) {
        self.id = id
        self.site = site
        self.madeAt = madeAt
        self.command = command
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("site", &site)
        visitor.field("madeAt", &madeAt)
        visitor.union("type", "body", &command)
    }

    /// Moves what the device's clock said by how far that clock is off: when it was made, and when it was seen.
    ///
    /// Both were read from the same clock. If only one were put right, a fact would seem seen before, or after, the
    /// command that carries it.
    package mutating func shift(by span: TimeSpan) {
        madeAt = madeAt + span
        if let seen = command.source?.observedAt { command.source?.observedAt = seen + span }
    }
}

/// Who acts, as the desk resolved it at that moment.
package struct Actor: Equatable, Sendable {
    /// Who; none for the desk itself.
    package var person: PersonID
    /// What the person is to the site.
    package var roles: [Role]
    /// From which device.
    package var device: DeviceID

    /// A person with the roles that the desk found, at a device.
    package init(_ person: PersonID, roles: [Role], device: DeviceID) {
        self.person = person
        self.roles = roles
        self.device = device
    }
}

/// What the desk adds to a command before it is decided: the only source of time and ids.
package struct Context: Sendable {
    /// The desk's time: never before the last record's.
    package var at: Instant
    /// Who acts.
    package var actor: Actor
    /// The command's id, from which new things take theirs.
    package var command: CommandID
    /// When the person acted.
    package var madeAt: Instant
    /// The log position of the first event that comes of it.
    package var position: Int64
    /// Who is expected where now; read by the desk from the directory for a raise.
    package var roster: [RoomRoster]
    /// Who is on duty now; read by the desk from the duty data for a raise, and `nil` where none is known.
    package var duty: TakenDuty?
    /// What the person whom the command names is to the site; `nil` where nobody is named or nobody could say.
    package var named: [Role]?

    /// What the desk knows of a command.
    package init(
        at: Instant, actor: Actor, command: CommandID, madeAt: Instant, position: Int64,
        roster: [RoomRoster] = [], duty: TakenDuty? = nil, named: [Role]? = nil
    ) {
        self.at = at
        self.actor = actor
        self.command = command
        self.madeAt = madeAt
        self.position = position
        self.roster = roster
        self.duty = duty
        self.named = named
    }
}
