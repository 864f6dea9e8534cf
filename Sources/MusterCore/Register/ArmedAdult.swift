/// How an armed or uniformed adult is dressed: what an arriving officer would see.
package enum Dress: String, WireName {
    /// Ordinary clothes: nothing shows what the person is.
    case plain
    /// Ordinary clothes with a vest, badge or band that shows it.
    case marked
    /// A uniform.
    case uniform
}

/// An armed or uniformed adult on the site, as the lawful holder has written it down.
///
/// Never part of the log, of a slice or of a device's own store: whoever may read it reads it from the server.
package struct ArmedAdult: WireValue, Keyed, Equatable, Sendable {
    /// Names the row.
    package var id = ArmedAdultID.none
    /// The adult's name.
    package var name = ""
    /// What the adult does here.
    package var duty = ""
    /// Who employs the adult.
    package var employer = ""
    /// Whether the adult carries a weapon.
    package var isArmed = false
    /// What an arriving officer would see.
    package var dress = Dress.plain
    /// What shows who it is: colours, lettering, badge.
    package var appearance = ""
    /// Where the adult usually is.
    package var post = ""
    /// When the adult is here.
    package var hours = ""
    /// How the adult is reached: a radio channel, a telephone number.
    package var call = ""
    /// Whether the adult is on the site now, as the holder said last.
    package var isHere: Bool?
    /// When the holder said so.
    package var seenAt = Instant.zero
    /// When the row was last found to be right.
    package var checkedAt = Instant.zero
    /// Who found so.
    package var checkedBy = PersonID.none

    /// What the row is found and sorted by.
    package var key: ArmedAdultID { id }

    /// A blank row, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("name", &name)
        visitor.field("duty", &duty)
        visitor.field("employer", &employer)
        visitor.field("isArmed", &isArmed)
        visitor.field("dress", &dress)
        visitor.field("appearance", &appearance)
        visitor.field("post", &post)
        visitor.field("hours", &hours)
        visitor.field("call", &call)
        visitor.field("isHere", &isHere)
        visitor.field("seenAt", &seenAt)
        visitor.field("checkedAt", &checkedAt)
        visitor.field("checkedBy", &checkedBy)
    }

    /// More than stand on any site.
    package static let most = 200
    /// The longest text of a row, in bytes of UTF-8.
    package static let longestText: Int32 = 200
    /// A row that nobody has looked at for this long may be wrong.
    package static let staysChecked = TimeSpan.minutes(30 * 24 * 60)
    /// What was said of being here holds this long: the length of a school day with its evening.
    package static let staysHere = TimeSpan.minutes(16 * 60)

    /// What stands against keeping the row; `nil` when nothing does.
    package var refusal: RegisterRefusal? {
        if name.isEmpty { return .missing(.name) }
        if appearance.isEmpty { return .missing(.appearance) }
        let texts: [(RegisterField, String)] = [
            (.name, name), (.duty, duty), (.employer, employer), (.appearance, appearance), (.post, post),
            (.hours, hours), (.call, call),
        ]
        for (field, text) in texts where text.utf8.count > Int(Self.longestText) {
            return .tooLong(field, Self.longestText)
        }
        return isArmed || dress != .plain ? nil : .notOfRegister
    }

    /// Whether nobody has found the row right for too long.
    package func isUnchecked(at now: Instant) -> Bool { now - checkedAt > Self.staysChecked }

    /// Whether the adult is here, where the holder has said so lately; `nil` where that is not known.
    package func isHere(at now: Instant) -> Bool? { now - seenAt > Self.staysHere ? nil : isHere }
}

extension [ArmedAdult] {
    /// The order in which a commander reads: who is known to be gone comes last, and who carries a weapon and cannot be
    /// told from anybody else comes first.
    package func inReadingOrder(at now: Instant) -> [ArmedAdult] {
        func rank(_ adult: ArmedAdult) -> Int {
            let isGone = adult.isHere(at: now) == false
            let danger =
                switch (adult.isArmed, adult.dress) {
                case (true, .plain): 0
                case (true, .marked): 1
                case (true, .uniform): 2
                case (false, _): 3
                }
            return (isGone ? 10 : 0) + danger
        }
        return sorted { one, other in
            (rank(one), one.name, one.id.text) < (rank(other), other.name, other.id.text)
        }
    }
}

/// What was done with the register.
package enum RegisterStep: String, WireName {
    case allowed, forbidden, read, added, changed, removed, checked, here, left
}

/// An entry of the record of who looked at the register or changed it: never changed, never taken away.
package struct RegisterLook: WireValue, Equatable, Sendable {
    /// When.
    package var at = Instant.zero
    /// Who.
    package var person = PersonID.none
    /// On which device.
    package var device = DeviceID.none
    /// What was done.
    package var step = RegisterStep.read
    /// The row that it was done to, if any.
    package var row: ArmedAdultID?

    /// A blank entry, to be filled by the codec.
    package init() {}

    /// Somebody did something at a moment.
    package init(
        _ step: RegisterStep, by person: PersonID, on device: DeviceID, at now: Instant,
        row: ArmedAdultID? = nil
    ) {
        self.at = now
        self.person = person
        self.device = device
        self.step = step
        self.row = row
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("at", &at)
        visitor.field("person", &person)
        visitor.field("device", &device)
        visitor.field("step", &step)
        visitor.field("row", &row)
    }
}
