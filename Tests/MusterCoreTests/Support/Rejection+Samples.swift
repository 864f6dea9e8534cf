import MusterCore

extension Rejection {
    /// One refusal of every kind.
    static let samples: [Rejection] = [
        .unknownIncident, .incidentClosed, .incidentOpen, .notAllowed(.close),
        .alreadyHeld(by: School.teacher),
        .notAsked, .responding, .lockdownFirst(School.site), .roomsNotCleared(3), .methodNotInPlan,
        .agencyCommands, .actionInForce, .noActionInForce, .actualIncidentOpen, .alreadyActual, .idTaken,
        .unknownPlace(School.site), .incompleteRaise, .tooLate, .ownCallBack, .noMistakeClaimed,
        .unknownReport, .unknownPerson(School.student), .unknownDeadline, .notDue, .planVersion(expected: 2),
        .emptyText,
        .textTooLong, .holdsAnother(.liaison), .nothingErasable, .borneOut, .unsafePlan, .unknownTask,
        .nobodyAble, .notAble, .deputyOfAnother(.liaison), .noShift,
    ]

    static let everyCode = samples.map { $0.code }
}
