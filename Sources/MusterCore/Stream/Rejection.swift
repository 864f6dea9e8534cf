/// Why an act was refused.
///
/// Observations are never refused.
package enum Rejection: Error, Equatable, Sendable {
    case unknownIncident
    case incidentClosed
    case incidentOpen
    /// The actor has none of the rights that the plan asks for.
    case notAllowed(Act)
    /// Somebody holds the position already.
    case alreadyHeld(by: PersonID)
    /// The person was not asked to take the position.
    case notAsked
    /// A person who is responding is not given a coordination position.
    case responding
    /// Another action would move people of a place in Lockdown: the Lockdown must end first.
    case lockdownFirst(PlaceID)
    /// Ending a Lockdown in person needs every room cleared.
    case roomsNotCleared(Int32)
    /// The plan does not end a Lockdown this way.
    case methodNotInPlan
    /// An agency commands the scene: its word ends a Lockdown.
    case agencyCommands
    /// Nobody has recorded an agency whose word could end a Lockdown.
    case noAgencyCommands
    case actionInForce
    case noActionInForce
    /// No practice starts, and no second protective incident is reopened, while something real is going on.
    case actualIncidentOpen
    case alreadyActual
    case idTaken
    case unknownPlace(PlaceID)
    /// A protective raise names its action, and at least one place.
    case incompleteRaise
    /// The time for it has passed.
    case tooLate
    /// The claimant cannot be the one who calls back.
    case ownCallBack
    case noMistakeClaimed
    case unknownReport
    /// The person has no role at this site.
    case unknownPerson(PersonID)
    /// The deadline is not, or is no longer, one of the state.
    case unknownDeadline
    case notDue
    case planVersion(expected: Int64)
    case emptyText
    case textTooLong
    /// In a large school one person holds one coordination position.
    case holdsAnother(Position)
    case nothingErasable
    /// One person's mistake does not undo what others reported.
    case borneOut
    /// A span of time, or the ways of ending a Lockdown, would put people at risk.
    case unsafePlan
    /// The task or the course of action is none of the incident's.
    case unknownTask
    /// Nobody of the position's line can be asked.
    case nobodyAble
    /// The person cannot take the position over now.
    case notAble
    /// In a large school one person is deputy of one position.
    case deputyOfAnother(Position)
    /// No relief is planned for the position.
    case noShift
}

extension Rejection {
    /// A frozen code for programs.
    package var code: String {
        switch self {
        case .unknownIncident: "unknown-incident"
        case .incidentClosed: "incident-closed"
        case .incidentOpen: "incident-open"
        case .notAllowed: "not-allowed"
        case .alreadyHeld: "already-held"
        case .notAsked: "not-asked"
        case .responding: "responding"
        case .lockdownFirst: "lockdown-first"
        case .roomsNotCleared: "rooms-not-cleared"
        case .methodNotInPlan: "method-not-in-plan"
        case .noAgencyCommands: "no-agency-commands"
        case .agencyCommands: "agency-commands"
        case .actionInForce: "action-in-force"
        case .noActionInForce: "no-action-in-force"
        case .actualIncidentOpen: "actual-incident-open"
        case .alreadyActual: "already-actual"
        case .idTaken: "id-taken"
        case .unknownPlace: "unknown-place"
        case .incompleteRaise: "incomplete-raise"
        case .tooLate: "too-late"
        case .ownCallBack: "own-call-back"
        case .noMistakeClaimed: "no-mistake-claimed"
        case .unknownReport: "unknown-report"
        case .unknownPerson: "unknown-person"
        case .unknownDeadline: "unknown-deadline"
        case .notDue: "not-due"
        case .planVersion: "plan-version"
        case .emptyText: "empty-text"
        case .textTooLong: "text-too-long"
        case .holdsAnother: "holds-another"
        case .nothingErasable: "nothing-erasable"
        case .borneOut: "borne-out"
        case .unsafePlan: "unsafe-plan"
        case .unknownTask: "unknown-task"
        case .nobodyAble: "nobody-able"
        case .notAble: "not-able"
        case .deputyOfAnother: "deputy-of-another"
        case .noShift: "no-shift"
        }
    }

    /// One sentence that a person can act on.
    package var sentence: String {
        switch self {
        case .unknownIncident: "This incident is not known here. Reload the page."
        case .incidentClosed: "The incident is closed. Reopen it first, or write it down as a note."
        case .incidentOpen: "The incident is open already."
        case .notAllowed: "The plan does not give you this right. Ask the school coordinator."
        case .alreadyHeld: "Somebody else has taken the position already."
        case .notAsked: "You were not asked to take this position."
        case .responding: "You are recorded as responding. Say that your hands are free first."
        case .lockdownFirst: "This place is in Lockdown. End the Lockdown there first."
        case .roomsNotCleared(let count): "\(count) rooms are not recorded as cleared yet."
        case .methodNotInPlan: "The plan does not end a Lockdown this way. Choose one of its ways."
        case .agencyCommands: "An agency commands the scene. Record its word as the way of ending."
        case .actionInForce: "An action is still in force. End it before closing."
        case .noActionInForce: "No action is in force at this place."
        case .actualIncidentOpen: "Something real is open here. Go on in it. A drill waits until it is over."
        case .alreadyActual: "The incident is real already. Look at what is in force; raise what is missing."
        case .idTaken: "This was sent before with other content. Reload the page and send it again."
        case .unknownPlace: "This place is not known here. Reload the page and choose again."
        case .incompleteRaise: "Choose an action and at least one place."
        case .tooLate: "The time for this has passed."
        case .ownCallBack: "Somebody else must call back and ask for the word."
        case .noMistakeClaimed: "Nobody has said that this was a mistake."
        case .unknownPerson: "Positions go to people of the school's side. Choose somebody of them."
        case .noAgencyCommands: "No agency is recorded as commanding the scene. Record who does first."
        case .unknownReport: "This report is not known here. Reload the page."
        case .unknownDeadline: "This deadline is over already."
        case .notDue: "This deadline has not passed yet."
        case .planVersion(let expected):
            "Another version was published meanwhile. Start again from version \(expected - 1)."
        case .emptyText: "Write something first."
        case .textTooLong: "The text is too long. Keep it under 4,000 characters."
        case .holdsAnother: "This person holds another coordination position. Choose somebody else."
        case .nothingErasable: "There is no text at this position."
        case .borneOut: "Others reported danger too. End it in one of the ways of the plan."
        case .unknownTask: "This task is not known here. Reload the page."
        case .nobodyAble: "Nobody of this position's line can be asked now. Choose a person."
        case .notAble: "This person cannot take it over now. Choose somebody else."
        case .deputyOfAnother: "This person is deputy of another position. Choose somebody else."
        case .noShift: "No relief is planned for this position."
        case .unsafePlan:
            "A span of time or the ways of ending a Lockdown are not safe. Correct the plan first."
        }
    }
}
