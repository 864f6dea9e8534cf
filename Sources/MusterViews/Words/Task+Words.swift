package import MusterCore

extension TaskState {
    /// How far a task has come.
    package var label: String {
        switch self {
        case .open: "Not done yet"
        case .started: "Started"
        case .done: "Done"
        case .notPossible: "Not possible"
        }
    }
}

extension TaskHold {
    /// Why a task is given to nobody now.
    var sentence: String {
        switch self {
        case .place: "Held back: a place of it is in Lockdown. It comes up when that has ended."
        case .owner: "Held back: whoever has it hides in a Lockdown. Hand it on, or wait."
        case .busy: "Held back: whoever has it is hands-on. Give the position to somebody else."
        case .notNeeded: "Nothing that is known calls for it now."
        }
    }
}
