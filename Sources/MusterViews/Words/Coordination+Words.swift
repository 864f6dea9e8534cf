package import MusterCore

extension Position {
    /// The name of the position.
    package var label: String {
        switch self {
        case .schoolCoordinator: "School coordinator"
        case .liaison: "Liaison officer"
        case .publicInformation: "Public information officer"
        case .safety: "Safety officer"
        case .planning: "Planning section chief"
        case .logistics: "Logistics section chief"
        case .finance: "Finance and administration section chief"
        case .accountabilityLead: "Accountability lead"
        case .reunificationDirector: "Reunification branch director"
        case .medical: "Medical branch director"
        case .caller911: "911 caller"
        }
    }

    /// What whoever holds it does, in one line.
    package var summary: String {
        switch self {
        case .schoolCoordinator: "Coordinates the school's side, and does nothing else"
        case .liaison: "Speaks with the agencies"
        case .publicInformation: "Speaks with families and the press"
        case .safety: "Watches over everyone who helps"
        case .planning: "Keeps the record and thinks ahead"
        case .logistics: "Finds people, rooms, water, buses"
        case .finance: "Keeps hours, costs and what was promised to whom"
        case .accountabilityLead: "Accounts for everyone"
        case .reunificationDirector: "Brings families together"
        case .medical: "Leads first aid until a medical service takes over"
        case .caller911: "Stays on the line with 911"
        }
    }
}

extension PositionGroup {
    /// The name of the group, as an organization chart has it.
    var label: String {
        switch self {
        case .commandStaff: "Command staff"
        case .generalStaff: "General staff"
        case .operations: "Branches and leads"
        }
    }
}

extension Agency {
    /// The agency in plain words.
    package var label: String {
        switch self {
        case .police: "Police"
        case .fire: "Fire department"
        case .medical: "Medical service"
        case .other: "Another agency"
        }
    }
}

extension Agency {
    /// The agency inside a sentence.
    var inSentence: String {
        switch self {
        case .police: "police"
        case .fire: "the fire department"
        case .medical: "the medical service"
        case .other: "another agency"
        }
    }
}

extension AgencyRelation {
    /// What it means for the coordinator, in the terms of the Incident Command System.
    var meaning: String {
        switch self {
        case .deputy:
            "You may act for the incident commander, with the same authority, whenever they say so."
        case .liaison: "You speak for the school to the agencies, and bring back what they say."
        case .representative:
            "You decide for the school beside the agencies, as far as the school's own authority goes."
        }
    }

    /// What the coordinator says to the agency of it.
    var introduction: String {
        switch self {
        case .deputy: "I am your deputy from the school. I decide in your place when you tell me to."
        case .liaison: "I am the school's liaison. What the school knows, you have from me."
        case .representative:
            "I represent the school. I decide what the school may decide, and ask for the rest."
        }
    }
}

extension AgencyRelation {
    /// What the school coordinator is while an agency commands the scene.
    package var label: String {
        switch self {
        case .deputy: "Deputy"
        case .liaison: "Liaison"
        case .representative: "Agency representative"
        }
    }
}

extension HandoverCause {
    /// Why the position is passed on.
    package var label: String {
        switch self {
        case .request: "Asked to be relieved"
        case .responding: "Is responding"
        case .unavailable: "Is no longer available"
        case .relief: "A planned relief"
        }
    }
}

extension LadderStep {
    /// What happens when the clock runs out.
    package var label: String {
        switch self {
        case .askNext: "The next person is asked"
        case .seatCaretaker: "The outside duty person is seated"
        case .askAgain: "Whoever can be reached is asked again"
        }
    }
}

extension Role {
    /// What a person is to the site.
    package var label: String {
        switch self {
        case .staff: "Staff"
        case .line: "In the line"
        case .administrator: "Administrator"
        case .schoolOfficial: "School official who responds"
        case .sro: "School Resource Officer"
        case .agency: "Agency"
        }
    }
}

extension PlaceKind {
    /// What kind of place.
    package var label: String {
        switch self {
        case .site: "Site"
        case .building: "Building"
        case .level: "Level"
        case .room: "Room"
        case .area: "Area"
        }
    }
}

extension Briefing {
    /// What else was reported of scene command, to be said behind what is on record; nothing where nobody differs.
    package var sceneDoubt: String {
        otherScenes.isEmpty ? "" : "; also reported: " + Teller.list(otherScenes.map { $0.label })
    }
}

extension SceneCommand {
    /// Who commands the scene: "Police", or "Police, unified".
    package var label: String { unified ? agency.label + ", unified" : agency.label }
}
