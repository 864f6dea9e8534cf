/// What a person is to the site when a command arrives, as the desk resolved it from its data.
package enum Role: String, WireName {
    /// Works at a tenant of the site.
    case staff
    /// Stands in the line of the site.
    case line
    /// Administers Muster for the site.
    case administrator
    /// A school official who responds: nurse, security, trained staff.
    case schoolOfficial
    /// A School Resource Officer.
    case sro
    /// Police, fire or medical service from outside.
    case agency
}

/// An act that uses authority.
package enum Act: String, WireName {
    /// Raise a Lockdown or Evade: never needs more than being staff.
    case lockDown
    /// Raise or set any other protective action.
    case setAction
    /// Call for assistance or medical help.
    case callForHelp
    /// Start a drill, exercise or test.
    case practise
    /// End an action other than Lockdown.
    case endAction
    /// End a Lockdown.
    case endLockdown
    /// Send a correction to the original recipients.
    case correct
    /// Record what the call back after a claimed mistake found.
    case callBack
    /// Close or reopen an incident.
    case close
    /// Give out and hand over positions.
    case assign
    /// Switch somebody else's availability.
    case setAvailability
    /// Publish the plan and the places, erase a text.
    case administer
}

/// Who somebody must be for an act.
package enum Authority: String, WireName {
    case staff, line, coordinator, administrator, schoolOfficial, sro, agency
}

/// Who may do one act, as the site's plan says.
package struct Right: WireValue, Equatable, Sendable {
    /// The act.
    package var act = Act.administer
    /// Any of these suffices.
    package var who: [Authority] = []

    /// A blank right, to be filled by the codec.
    package init() {}

    /// Any of these may do the act.
    package init(_ act: Act, _ who: [Authority]) {
        self.act = act
        self.who = who
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("act", &act)
        visitor.field("who", &who)
    }

    /// Whether anybody may who is not of an outside agency: agencies are asked to do nothing here (design section 3).
    package var isOfSchool: Bool { who.contains { $0 != .agency } }

    /// Who may do an act where the plan is silent.
    package static func defaults(_ act: Act) -> [Authority] {
        switch act {
        case .lockDown, .callForHelp: [.staff, .line, .administrator, .schoolOfficial, .sro, .coordinator]
        case .setAction: [.staff, .line, .administrator, .schoolOfficial, .sro, .coordinator]
        case .practise: [.line, .administrator, .coordinator]
        case .endAction, .correct, .assign, .close: [.coordinator]
        case .endLockdown: [.coordinator]
        case .callBack: [.coordinator, .line, .administrator]
        case .setAvailability: [.line, .administrator, .coordinator]
        case .administer: [.administrator]
        }
    }
}

extension SitePlan {
    /// Who may do an act here.
    ///
    /// Anybody on the staff may lock down, whatever the plan says (design section 3). Nor can a plan shut out whoever
    /// would have to mend it, or take from the coordinator an act that an emergency needs and nobody else of
    /// the school has.
    package func authorities(for act: Act) -> [Authority] {
        guard let right = rights.first(where: { $0.act == act }) else { return Right.defaults(act) }
        if act == .lockDown || act == .administer { return right.who + Right.defaults(act) }
        let isShut = Self.vitalActs.contains(act) && !right.isOfSchool
        return isShut ? right.who + [.coordinator] : right.who
    }

    /// Whether somebody with these roles may do an act here: the one reading of the rights, for desk and pages alike.
    package func allows(_ act: Act, _ roles: [Role], isCoordinator: Bool) -> Bool {
        authorities(for: act).contains { authority in
            switch authority {
            case .staff: roles.contains(.staff)
            case .line: roles.contains(.line)
            case .administrator: roles.contains(.administrator)
            case .schoolOfficial: roles.contains(.schoolOfficial)
            case .sro: roles.contains(.sro)
            case .agency: roles.contains(.agency)
            case .coordinator: isCoordinator
            }
        }
    }

    /// Whether somebody with these roles may take an open coordinator's seat without having been asked.
    ///
    /// The line, whoever stands in for somebody of it and outside duty may: claiming early helps. Where the plan names
    /// nobody, whoever may lock down may coordinate: better than nobody.
    package func mayClaim(_ person: PersonID, _ roles: [Role], on duty: TakenDuty? = nil) -> Bool {
        if line.isEmpty, outsideDuty == nil { return allows(.lockDown, roles, isCoordinator: false) }
        return outsideDuty == person || duty?.outside == person
            || members(for: .schoolCoordinator, on: duty).contains { $0.person == person }
    }
}
