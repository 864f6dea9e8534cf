/// The stored names of all events.
///
/// Frozen: a name is never changed and never used again for something else.
package enum EventName: String, WireName {
    case planPublished = "plan.published"
    case placesListed = "places.listed"

    case incidentRaised = "incident.raised"
    case raiseLate = "raise.late"
    case lateDismissed = "raise.dismissed"
    case incidentConfirmed = "incident.confirmed"
    case rosterTaken = "roster.taken"
    case actionSet = "action.set"
    case actionEnded = "action.ended"
    case actionWithdrawn = "action.withdrawn"
    case roomCleared = "room.cleared"
    case roomNotCleared = "room.notCleared"
    case mistakeClaimed = "mistake.claimed"
    case callBackRecorded = "callback.recorded"
    case corrected = "correction.sent"
    case turnedActual = "incident.turnedActual"
    case incidentClosed = "incident.closed"
    case incidentReopened = "incident.reopened"
    case audibleConfirmed = "audible.confirmed"
    case call911Recorded = "call911.recorded"

    case availabilitySet = "availability.set"
    case dutyTaken = "duty.taken"
    case coordinatorAsked = "coordinator.asked"
    case positionOffered = "position.offered"
    case offerDeclined = "offer.declined"
    case positionTaken = "position.taken"
    case handoverStarted = "handover.started"
    case briefingReadBack = "briefing.readBack"
    case takeoverOffered = "takeover.offered"
    case respondingReported = "responding.reported"
    case respondingEnded = "responding.ended"
    case aloneReported = "alone.reported"
    case sceneCommandRecorded = "scene.recorded"
    case sceneCommandWithdrawn = "scene.withdrawn"
    case suggestionKept = "suggestion.kept"

    case roomReported = "room.reported"
    case roomSettled = "room.settled"

    case courseOpened = "course.opened"
    case courseClosed = "course.closed"
    case taskReported = "task.reported"
    case taskHanded = "task.handed"

    case noteWritten = "note.written"
    case textErased = "text.erased"
}
