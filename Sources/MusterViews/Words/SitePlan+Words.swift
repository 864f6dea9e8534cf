package import MusterCore

/// The words of a site, or Muster's own where the plan has none; practice says so first and last.
extension SitePlan {
    /// The exact words for the public address system; `place` names where, unless it is the whole site.
    package func announcement(
        _ action: ProtectiveAction, against hazard: Hazard? = nil, in kind: IncidentKind,
        at place: String = ""
    ) -> String {
        let own = wording.first { $0.action == action }?.announcement ?? ""
        let words = own.isEmpty ? action.announcement(against: hazard) : own
        return kind.framed(place.isEmpty ? words : place + ": " + words)
    }

    /// What a member of staff does, in short lines.
    package func steps(_ action: ProtectiveAction, against hazard: Hazard? = nil) -> [String] {
        let own = wording.first { $0.action == action }?.steps.filter { !$0.isEmpty } ?? []
        return own.isEmpty ? action.steps(against: hazard) : own
    }

    /// The actions that may be raised here: Evade only where the plan speaks of it.
    package var raisableActions: [ProtectiveAction] {
        ProtectiveAction.allCases.filter { action in
            action != .evade || wording.contains { $0.action == .evade }
        }
    }
}

extension IncidentKind {
    /// Words between the marks of practice: "This is a drill. … This is a drill."
    package func framed(_ words: String) -> String {
        switch self {
        case .actual: words
        case .drill: "This is a drill. \(words) This is a drill."
        case .exercise: "This is an exercise. \(words) This is an exercise."
        case .test: "This is a test. \(words) This is a test."
        }
    }

    /// What it is.
    package var label: String {
        switch self {
        case .actual: "Emergency"
        case .drill: "Drill"
        case .exercise: "Exercise"
        case .test: "Test"
        }
    }

    /// The mark of practice; something real has none.
    package var mark: String {
        switch self {
        case .actual: ""
        case .drill: "DRILL"
        case .exercise: "EXERCISE"
        case .test: "TEST"
        }
    }

    /// How pages of it look.
    package var mode: Mode {
        switch self {
        case .actual: .live
        case .drill: .drill
        case .exercise: .exercise
        case .test: .test
        }
    }
}

extension IncidentLevel {
    /// What is asked for.
    package var label: String {
        switch self {
        case .assist: "Assist"
        case .medical: "Medical help"
        case .protective: "Protective action"
        }
    }

    /// What whoever pressed it gets.
    package var summary: String {
        switch self {
        case .assist: "A colleague comes"
        case .medical: "Somebody is hurt or ill"
        case .protective: "People must act"
        }
    }
}
