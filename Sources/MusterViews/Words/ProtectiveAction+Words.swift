package import MusterCore

/// Muster's own words for the actions; a site's plan may have others.
extension ProtectiveAction {
    /// The name of the action.
    package var label: String {
        switch self {
        case .hold: "Hold"
        case .secure: "Secure"
        case .lockdown: "Lockdown"
        case .evacuate: "Evacuate"
        case .shelter: "Shelter"
        case .evade: "Evade"
        }
    }

    /// What the action asks for, in half a line.
    package var summary: String {
        switch self {
        case .hold: "Stay in the room, keep the halls empty"
        case .secure: "Everyone inside, outside doors locked"
        case .lockdown: "Doors locked, out of sight, silent"
        case .evacuate: "Leave the building"
        case .shelter: "Protect yourselves from a hazard"
        case .evade: "Get away from the danger"
        }
    }

    /// What people do once it has ended: nobody goes on by guessing.
    package var afterwards: String {
        switch self {
        case .hold: "Go on as usual. The halls may be used again."
        case .secure: "Go on as usual. The outside doors may be used again."
        case .lockdown, .shelter: "Stay with your class until you hear what comes next."
        case .evacuate: "Stay together where you are until somebody tells you where to go."
        case .evade: "Stay where you are safe until somebody calls you back."
        }
    }

    /// The colour and icon of the action.
    package var tone: Tone {
        switch self {
        case .hold: .hold
        case .secure: .secure
        case .lockdown: .lockdown
        case .evacuate: .evacuate
        case .shelter: .shelter
        case .evade: .evade
        }
    }

    /// What is said over the public address system where the plan has no words of its own.
    package func announcement(against hazard: Hazard? = nil) -> String {
        switch self {
        case .hold:
            "Hold. Stay in your room and keep the halls empty. Go on with your lesson. We will say when it ends."
        case .secure:
            "Secure. Everyone come inside now. Outside doors are locked. Inside, carry on. We will say when it ends."
        case .lockdown:
            "Lockdown. Lock your doors now. Lights off, out of sight, silent. Open to nobody. This is a Lockdown."
        case .evacuate:
            "Evacuate. Walk out by the nearest safe exit to your meeting place. Leave your things behind."
        case .shelter: hazard.shelterAnnouncement
        case .evade:
            "Evade. Get away from the danger now, by any safe way. Keep going until you are out of sight."
        }
    }

    /// What a member of staff does where the plan has no words of its own: short lines, the first things first.
    package func steps(against hazard: Hazard? = nil) -> [String] {
        switch self {
        case .hold:
            [
                "Close the door. Everyone stays in the room.", "Count the people in your room.",
                "Go on with your lesson.",
            ]
        case .secure:
            [
                "Bring everyone inside.", "Lock the outside doors near you.",
                "Count the people in your room.",
                "Carry on inside.",
            ]
        case .lockdown:
            [
                "Lock the door. Lights off.", "Everyone out of sight of the door and windows.",
                "Silent. Phones silent too.",
                "Open to nobody. Rooms are opened from outside.",
            ]
        case .evacuate:
            [
                "Take your list and your phone.", "Leave by the nearest safe exit.",
                "Go to your meeting place.",
                "Count. Report who is missing, extra or injured.",
            ]
        case .shelter: hazard.shelterSteps
        case .evade:
            [
                "Get away from the danger by any safe way.", "Help others along. Leave things behind.",
                "Stop where you are out of sight and safe.", "Call 911 and say where you are.",
            ]
        }
    }
}

extension PlacedAction {
    /// What is in force, in a word or two.
    package var label: String { action.label(against: hazard) }
}

extension ProtectiveAction {
    /// The name of the action; Shelter from one hazard is another action than Shelter from the next.
    package func label(against hazard: Hazard?) -> String {
        guard self == .shelter, let hazard else { return label }
        return label + ": " + hazard.label.lowercasedFirst
    }
}

/// Shelter is a different thing for each hazard.
extension Hazard? {
    fileprivate var shelterAnnouncement: String {
        switch self {
        case .tornado:
            "Shelter from a tornado. Go to your shelter area now. Get low, away from windows, cover your head."
        case .earthquake:
            "Earthquake. Get down, get under cover, hold on until the shaking stops."
        case .hazardousMaterial, .gas, .smoke:
            "Shelter inside. Close doors and windows, switch off fans, seal the gaps. Stay in until we say so."
        case .severeWeather:
            "Shelter from severe weather. Come inside, stay away from windows and outside doors."
        default:
            "Shelter. Stay inside, away from windows and outside doors. Listen for what to do next."
        }
    }

    fileprivate var shelterSteps: [String] {
        switch self {
        case .tornado:
            [
                "Go to your shelter area now.", "Get low by an inside wall. Away from windows.",
                "Cover your head and neck.", "Count the people with you.",
            ]
        case .earthquake:
            [
                "Get down, under cover, hold on.", "Stay there until the shaking stops.",
                "Look who is hurt. Count the people with you.",
            ]
        case .hazardousMaterial, .gas, .smoke:
            [
                "Close doors and windows.", "Switch off fans and air.", "Seal the gaps with tape or cloth.",
                "Count the people in your room.",
            ]
        default:
            [
                "Stay inside, away from windows and outside doors.", "Count the people in your room.",
                "Listen for what to do next.",
            ]
        }
    }
}
