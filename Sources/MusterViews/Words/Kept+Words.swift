package import MusterCore

extension Kept {
    /// What the sender must know, as a sentence.
    package var sentence: String {
        switch self {
        case .report: "It came too late and did NOT go out. Press again, or use the intercom."
        case .suggestion: "Somebody else coordinates now. It is kept for them as a suggestion."
        case .around:
            "It was told. A place in Lockdown stays in Lockdown, and one inside that is under another action as strong "
                + "keeps it; only elsewhere did it take effect."
        case .late: "It is kept in the record. It was over by then, or something newer stands."
        }
    }
}
