package import MusterCore

extension CommandName {
    /// Whether it is an alarm whatever it says.
    fileprivate var isAlarm: Bool { self == .raise || self == .turnActual }

    /// What the person pressed, for notices about it.
    package var label: String {
        switch self {
        case .publishPlan: "Plan"
        case .listPlaces: "List of places"
        case .raise: "Alarm"
        case .dismissLateRaise: "Judgement of a late alarm"
        case .cancelRaise: "Cancel"
        case .claimMistake: "“This was a mistake”"
        case .recordCallBack: "Call back"
        case .setAction: "Change of action"
        case .endAction: "End of action"
        case .recordCleared: "Room cleared"
        case .recordNotCleared: "Room not cleared"
        case .sendCorrection: "Correction"
        case .turnActual: "“This is real”"
        case .closeIncident: "Closing"
        case .reopenIncident: "Reopening"
        case .confirmAudible: "“I heard it”"
        case .recordCall911: "911 call"
        case .setAvailability: "Availability"
        case .acceptPosition: "Taking a position"
        case .declineOffer: "Declining a position"
        case .handOver: "Handing over"
        case .readBack: "Read-back"
        case .offerPosition: "Offer of a position"
        case .nameDeputy: "Deputy"
        case .planShift: "Planned relief"
        case .cancelShift: "Planned relief taken back"
        case .reportResponding: "Responding"
        case .reportHandsFree: "Hands free"
        case .reportAlone: "Alone"
        case .reportPresence: "Where you are"
        case .recordSceneCommand: "Scene command"
        case .withdrawSceneCommand: "No scene command"
        case .reportRoom: "Room report"
        case .settleRoom: "Settled report"
        case .writeNote: "Note"
        case .eraseText: "Erased text"
        case .openCourse: "Course of action"
        case .closeCourse: "Course of action no longer wanted"
        case .reportTask: "Task"
        case .handTask: "Task handed on"
        case .setObjectives: "Objectives"
        case .reportResource: "Resource"
        case .expire: "Deadline"
        case .reportCommandPost: "Command post"
        }
    }
}

extension Command {
    /// Whether it is an alarm: on its way it goes first, and says what to say instead of waiting.
    ///
    /// What a coordinator sets is one where it locks down or sends people away.
    package var isAlarm: Bool {
        switch self {
        case .setAction(_, _, .lockdown, _), .setAction(_, _, .evade, _): true
        default: wireCase.isAlarm
        }
    }
}
