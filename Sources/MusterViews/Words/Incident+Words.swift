package import MusterCore

extension Incident {
    /// What it is, in a few words: the strongest action in force, or the kind of help that was asked for.
    package var headline: String {
        if let strongestAction { return strongestAction.label }
        guard level == .protective else { return level.label }
        return strongestEver.map { $0.label + " has ended" } ?? "Emergency"
    }

    /// The colour and icon of the strongest action in force.
    package var tone: Tone {
        strongestAction?.action.tone ?? (level == .protective ? .neutral : .needsHelp)
    }

    /// The strongest action in force; of two alike the one that was set last.
    package var strongestAction: PlacedAction? {
        actions.rows.filter { $0.isInForce }.max(by: PlacedAction.isWeaker)
    }

    /// The strongest of all actions, in force or ended.
    package var strongestEver: PlacedAction? {
        strongestAction ?? actions.rows.max(by: PlacedAction.isWeaker)
    }

    /// What is said over the public address system, the strongest first: each action in force once, with all its places.
    package var spoken: [Spoken] {
        var all: [Spoken] = []
        for placed in actions.rows where placed.isInForce {
            if let index = all.firstIndex(where: { $0.action.label == placed.label }) {
                all[index].places.append(placed.place)
            } else {
                all.append(Spoken(action: placed, places: [placed.place]))
            }
        }
        return all.sorted { $0.action.action.strength > $1.action.action.strength }
    }

    /// Whether a report was made in the practice that has become real since: it says little of the room now.
    package func isOfPractice(_ report: RoomReport) -> Bool { isOfPractice(report.source) }

    /// Who set the strongest action, or made a practice real after that.
    package var strongestSetter: PersonID? { strongestAction.map { setter(of: $0) } }

    /// Who reads the words out first: whoever set the strongest action, until it was heard; then whoever set the newest.
    package var announcer: PersonID? {
        guard let strongestAction, isHeard(strongestAction) else { return strongestSetter }
        let newest = actions.rows.filter { $0.isInForce }.max { one, other in
            (one.saidAt, one.action.strength) < (other.saidAt, other.action.strength)
        }
        return newest.map { setter(of: $0) }
    }

    /// Whether somebody who hides reads the words out: only of what they set themselves, while nobody has heard it and
    /// nothing stronger holds.
    package func readsOut(hiding person: PersonID) -> Bool {
        let strength = strongestAction?.action.strength ?? 0
        return actions.rows.contains { placed in
            placed.isInForce && placed.action.strength == strength && !isHeard(placed)
                && setter(of: placed) == person
        }
    }

    private func isHeard(_ placed: PlacedAction) -> Bool { heardAt.map { $0 >= placed.saidAt } ?? false }

    private func setter(of placed: PlacedAction) -> PersonID {
        placed.saidAt > since ? placed.setBy : raisedBy
    }

    /// Whether somebody says that what would be announced was a mistake; the words wait for the call back.
    package func isDoubted(for viewer: PersonID) -> Bool {
        guard let strongestAction, let setter = strongestSetter else { return false }
        // A duress word changes nothing on the page of whoever said it.
        return mistakes.contains { claim in
            let isOpen = claim.outcome.map { $0 == .duress && !claim.shows($0, to: viewer) } ?? true
            return isOpen && claim.whose == setter
                && claim.at >= strongestAction.saidAt
                && press(claim.press)?.action.map { $0 == strongestAction.action } ?? true
        }
    }

    /// Against what people act in the strongest action: what was said of another one is not told of it.
    package var hazardInForce: Hazard? {
        guard let strongest = strongestAction else { return hazard }
        let isOnly = actions.rows.allSatisfy { !$0.isInForce || $0.action == strongest.action }
        return strongest.hazard ?? (isOnly && strongest.setAt == raisedAt ? hazard : nil)
    }
}

extension Hazard {
    /// The danger in plain words.
    package var label: String {
        switch self {
        case .intruder: "Intruder"
        case .weapon: "Weapon"
        case .fire: "Fire"
        case .smoke: "Smoke"
        case .gas: "Gas"
        case .tornado: "Tornado"
        case .earthquake: "Earthquake"
        case .severeWeather: "Severe weather"
        case .hazardousMaterial: "Hazardous material"
        case .bombThreat: "Bomb threat"
        case .medical: "Medical emergency"
        case .animal: "Animal"
        case .missingPerson: "Missing person"
        case .nearbyPolice: "Police nearby"
        case .other: "Something else"
        }
    }
}

extension EndMethod {
    /// How an action ended, as a sentence.
    package var sentence: String {
        switch self {
        case .inPerson: "Each room was opened and cleared in person."
        case .announcementAndKey: "Announced, and each room opened with a key."
        case .agency: "The agency in command said so."
        case .coordinator: "The school coordinator ended it."
        case .cancelled: "It was pressed by mistake and cancelled at once."
        case .mistake: "It was a mistake. Somebody called back and checked."
        }
    }

    /// How it would end, as a choice.
    package var label: String {
        switch self {
        case .inPerson: "In person, room by room"
        case .announcementAndKey: "Announcement, and a key at each door"
        case .agency: "The agency in command says so"
        case .coordinator: "The coordinator ends it"
        case .cancelled: "Cancelled"
        case .mistake: "A mistake"
        }
    }
}

extension CloseReason {
    /// How an incident ended, as a sentence for everyone who got the alarm.
    package var sentence: String {
        switch self {
        case .over: "It is over."
        case .cancelled: "It was pressed by mistake and cancelled at once. There is no danger from it."
        case .mistake: "It was a mistake. Somebody called back and checked. There is no danger from it."
        }
    }
}

extension CallBackOutcome {
    /// What a call back found.
    package var label: String {
        switch self {
        case .mistakeConfirmed: "A mistake: the right person gave the right word"
        case .notConfirmed: "Not confirmed: no answer, or another word"
        case .duress: "The duress word: the alarm stands"
        }
    }
}

/// An action as it is announced.
package struct Spoken: Sendable {
    /// One of the actions with these words.
    package let action: PlacedAction
    /// Where it is in force.
    package internal(set) var places: [PlaceID]
}
