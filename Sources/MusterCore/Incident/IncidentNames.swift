/// Whether an incident is real.
package enum IncidentKind: String, WireName {
    /// It is happening.
    case actual
    /// A practice of a protective action by the people of the site.
    case drill
    /// A practice of coordination, usually with agencies; not a drill in the sense of drill laws.
    case exercise
    /// A technical test of the path.
    case test

    /// Whether every output must bear the mark of practice.
    package var isPractice: Bool { self != .actual }
}

/// How far a raise reaches.
package enum IncidentLevel: String, WireName {
    /// One person needs a colleague.
    case assist
    /// Somebody is hurt or ill.
    case medical
    /// The people of one or more places must act.
    case protective
}

/// What the people of a place do.
package enum ProtectiveAction: String, WireName {
    /// Stay in the room, clear the halls.
    case hold
    /// Get inside, lock the outside doors.
    case secure
    /// Locks, lights, out of sight.
    case lockdown
    /// Leave for a named location.
    case evacuate
    /// Take the strategy for the hazard that is named.
    case shelter
    /// Get away from the threat, where the district's doctrine has it.
    case evade
}

extension ProtectiveAction {
    /// How much an action protects, for telling a change that weakens from one that strengthens; a mere order.
    package var strength: Int32 {
        switch self {
        case .hold: 1
        case .secure: 2
        case .shelter, .evacuate: 3
        case .evade: 4
        case .lockdown: 5
        }
    }
}

extension ProtectiveAction {
    /// Whether two dangers make two actions of it: only Shelter names its strategy by them.
    func tellsApart(_ one: Hazard?, _ other: Hazard?) -> Bool { self == .shelter && one != other }
}

/// What the danger is, where it helps to say so.
package enum Hazard: String, WireName {
    case intruder, weapon, fire, smoke, gas, tornado, earthquake, severeWeather, hazardousMaterial, bombThreat
    case medical, animal, missingPerson, nearbyPolice, other
}

/// How a protective action ended.
package enum EndMethod: String, WireName {
    /// Each room was opened by whoever the plan names, and recorded as cleared.
    case inPerson
    /// The words of the plan over the public address system, and a key at the door.
    case announcementAndKey
    /// The agency that commands the scene said so.
    case agency
    /// The coordinator ended an action that needs no more than that.
    case coordinator
    /// The raiser cancelled within the plan's seconds.
    case cancelled
    /// A mistaken press, checked by a call back.
    case mistake
}

/// What the call back after a claimed mistake found.
package enum CallBackOutcome: String, WireName {
    /// The right person answered with the right word.
    case mistakeConfirmed
    /// Nobody answered, or the word was wrong.
    case notConfirmed
    /// The duress word was said: the alarm stands, and the claimant is not told.
    case duress
}

/// Why an incident was closed.
package enum CloseReason: String, WireName {
    case over, cancelled, mistake
}
