/// Whether a site may keep a register of armed and uniformed adults, who keeps it, and who reads it.
///
/// Officers who arrive have shot at, and been shot at by, armed adults of whom they knew nothing. A list of them is
/// also a danger of its own, and in some states unlawful or a public record. So there is none until an administrator
/// has written down on what law or decision it rests.
package struct RegisterSetting: WireValue, Equatable, Sendable {
    /// Whether the register may exist; taking this back erases it.
    package var isAllowed = false
    /// The law, policy or decision on which it rests, and who found so.
    package var legalNote = ""
    /// The lawful holders, sorted: they keep the register, and read it at any time.
    package var holders: [PersonID] = []
    /// Law-enforcement command, sorted: they read it while something real is going on.
    package var command: [PersonID] = []
    /// Who settled it.
    package var setBy = PersonID.none
    /// When.
    package var setAt = Instant.zero

    /// No register.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("isAllowed", &isAllowed)
        visitor.field("legalNote", &legalNote)
        visitor.field("holders", &holders)
        visitor.field("command", &command)
        visitor.field("setBy", &setBy)
        visitor.field("setAt", &setAt)
    }

    /// The longest note, in bytes of UTF-8.
    package static let longestNote: Int32 = 2_000
    /// Too short to name a law or a decision, in bytes of UTF-8.
    static let shortestNote = 12
    /// How many holders, and how many of law-enforcement command, there may be.
    package static let mostReaders = 20

    /// What stands against keeping the setting; `nil` when nothing does.
    ///
    /// `roles` gives what somebody is to the site, and nothing for a stranger.
    package func refusal(_ roles: (PersonID) -> [Role]) -> RegisterRefusal? {
        guard isAllowed else { return nil }
        let length = legalNote.utf8.count
        if length < Self.shortestNote { return .noLegalNote }
        if length > Int(Self.longestNote) { return .tooLong(.legalNote, Self.longestNote) }
        if holders.isEmpty { return .noHolder }
        if holders.count > Self.mostReaders || command.count > Self.mostReaders { return .tooManyReaders }
        for person in holders + command where roles(person).isEmpty { return .unknownPerson }
        for person in command where !roles(person).contains(where: Self.mayCommand.contains) {
            return .notLawEnforcement
        }
        return nil
    }

    /// What somebody must be to count as law-enforcement command.
    package static let mayCommand: [Role] = [.sro, .agency]

    /// What a person may do with the register at this moment.
    package func access(of person: PersonID, _ roles: [Role], by claims: SliceClaims) -> RegisterAccess {
        guard isAllowed, !roles.isEmpty else { return .none }
        if holders.contains(person) { return .holds }
        guard command.contains(person), roles.contains(where: Self.mayCommand.contains) else { return .none }
        // A call for one person, of which there is one on most days, opens nothing.
        return claims.agenciesSeeAlarm ? .reads : .waits
    }

    /// Whether a person is named in the setting, whatever is going on.
    package func names(_ person: PersonID) -> Bool {
        isAllowed && (holders.contains(person) || command.contains(person))
    }
}

/// What somebody may do with the register.
package enum RegisterAccess: Equatable, Sendable {
    /// Keeps and reads it.
    case holds
    /// Reads it now.
    case reads
    /// Would read it while something is going on that agencies see.
    case waits
    /// Does not even learn whether there is one.
    case none
}

/// Why something about the register is not taken.
package enum RegisterRefusal: Error, Equatable, Sendable {
    /// Nothing says on what law or decision the register rests.
    case noLegalNote
    /// Nobody would keep it.
    case noHolder
    /// More people would read it than can be answered for.
    case tooManyReaders
    /// Somebody is named who is nobody here.
    case unknownPerson
    /// Somebody is named as law-enforcement command who is neither an SRO nor of an agency.
    case notLawEnforcement
    /// A required text is missing.
    case missing(RegisterField)
    /// A text is longer than so many bytes.
    case tooLong(RegisterField, Int32)
    /// An adult who is neither armed nor recognizable does not belong in it.
    case notOfRegister
    /// As many adults are in it as there may be.
    case full

    /// The field to put right.
    package var field: RegisterField {
        switch self {
        case .noLegalNote: .legalNote
        case .noHolder, .unknownPerson, .tooManyReaders: .holders
        case .notLawEnforcement: .command
        case .missing(let field), .tooLong(let field, _): field
        case .notOfRegister: .dress
        case .full: .name
        }
    }
}

/// A field of the register's forms.
package enum RegisterField: String, CaseIterable, Equatable, Sendable {
    case legalNote, holders, command, name, duty, employer, armed, dress, appearance, post, hours, call
}
