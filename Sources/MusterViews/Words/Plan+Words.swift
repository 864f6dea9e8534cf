package import MusterCore

extension PlanState {
    /// How far a version has come.
    package var label: String {
        switch self {
        case .draft: "Draft"
        case .inReview: "In review"
        case .approved: "Approved"
        case .published: "In force"
        case .superseded: "Earlier version"
        }
    }

    /// Its colour.
    var tone: Tone {
        switch self {
        case .published: .allHere
        case .draft, .superseded: .neutral
        case .inReview, .approved: .caution
        }
    }
}

extension BasicSection {
    /// The heading of the section.
    package var label: String {
        switch self {
        case .introduction: "Introduction"
        case .purposeAndSituation: "Purpose and situation"
        case .conceptOfOperations: "Concept of operations"
        case .organization: "Organization and responsibilities"
        case .direction: "Direction, control and coordination"
        case .information: "Information"
        case .training: "Training and exercises"
        case .administration: "Administration, finance and logistics"
        case .maintenance: "Development and maintenance"
        case .authorities: "Authorities and references"
        }
    }
}

extension AnnexKind {
    /// What such annexes are called.
    package var label: String {
        switch self {
        case .functional: "Functional annexes"
        case .threatOrHazard: "Threats and hazards"
        }
    }
}

extension AnnexPhase {
    /// The heading of the part.
    package var label: String {
        switch self {
        case .before: "Before"
        case .during: "During"
        case .after: "After"
        }
    }
}

extension Inclusion {
    /// For whom.
    package var label: String {
        switch self {
        case .helpToMove: "People who need help to move"
        case .cannotBeSilent: "People who cannot be silent"
        case .otherLanguage: "People who speak another language"
        }
    }
}

extension CourseTrigger {
    /// When it begins, where nothing more is said.
    package var label: String {
        switch self {
        case .action: "when an action is in force"
        case .medical: "when somebody calls for medical help"
        case .sceneCommand: "when an agency commands the scene"
        case .mistake: "when somebody says that it was a mistake"
        case .request: "when the school coordinator asks for it"
        }
    }
}

extension Course {
    /// When Muster makes tasks of it, as a sentence.
    package var occasion: String {
        let actions = self.actions.map { $0.label }.joined(separator: ", ")
        let hazards = self.hazards.map { $0.label.lowercasedFirst }.joined(separator: ", ")
        let agencies = self.agencies.map { $0.label.lowercasedFirst }.joined(separator: ", ")
        switch trigger {
        case .action:
            if self.actions.isEmpty && self.hazards.isEmpty { return "Begins with every action." }
            if self.actions.isEmpty { return "Begins when this is named: \(hazards)." }
            return "Begins with \(actions)" + (hazards.isEmpty ? "." : " against: \(hazards).")
        case .sceneCommand where !agencies.isEmpty: return "Begins when this commands the scene: \(agencies)."
        default: return "Begins \(trigger.label)."
        }
    }
}

extension TimeSpan {
    /// The span in whole minutes where it is some, else in seconds.
    package var words: String {
        seconds % 60 == 0 ? (seconds == 60 ? "1 minute" : "\(seconds / 60) minutes") : "\(seconds) seconds"
    }
}

extension Act {
    /// The act in plain words, as a line of the table of rights.
    package var label: String {
        switch self {
        case .lockDown: "Start a Lockdown"
        case .setAction: "Start or change any other action"
        case .callForHelp: "Call for assistance or medical help"
        case .practise: "Start a drill, an exercise or a test"
        case .endAction: "End an action other than Lockdown"
        case .endLockdown: "End a Lockdown"
        case .correct: "Send a correction"
        case .callBack: "Record a call back after a claimed mistake"
        case .close: "Close or reopen an incident"
        case .assign: "Give out and hand over positions"
        case .setAvailability: "Switch somebody else's availability"
        case .administer: "Publish the plan and the places"
        }
    }
}

extension Authority {
    /// Who that is.
    package var label: String {
        switch self {
        case .staff: "All staff"
        case .line: "The line of coordinators"
        case .coordinator: "The school coordinator"
        case .administrator: "Administrators"
        case .schoolOfficial: "School officials who respond"
        case .sro: "School Resource Officer"
        case .agency: "Agencies"
        }
    }
}

extension TimingName {
    /// The span in words.
    var label: String {
        switch self {
        case .caretakerAfter: "until a caretaker is seated"
        case .askNextAfter: "until the next person is asked"
        case .silentAfter: "until takeover is offered"
        case .cancelWithin: "in which a raise can be cancelled"
        case .raiseStaleAfter: "after which a raise is a report"
        case .reopenWithin: "in which an incident can be opened again"
        case .reliefAfter: "after which somebody should be relieved"
        }
    }
}

extension UnsafeSetting {
    /// Why it is refused, and what to do.
    package var sentence: String {
        switch self {
        case .nobodyMay(let act): "Nobody may do this: \(act.label.lowercasedFirst). Name somebody who may."
        case .noWayToEnd: "A Lockdown could never end. Name at least one way."
        case .badEnd(let method): "A Lockdown does not end like this: \(method.label.lowercasedFirst)."
        case .badTiming(let name): "The time \(name.label) is too short or too long for a real day."
        }
    }
}

extension PlanProblem {
    /// What is the matter and what to do, as sentences.
    package var sentence: String {
        switch self {
        case .missingAnnex(let id): "There is no annex \(id.text). Take it from the library, or write one."
        case .lacksAnnex(let id):
            "Most plans have an annex \(id.text). Say elsewhere where it is, or write one."
        case .emptySection: "This section of the basic plan is empty. Write it."
        case .toBeWritten: "This section says what is still to be written. Write it."
        case .noGoal(let phase):
            "Title or goal is missing (\(phase.label.lowercased())). Say in one sentence what is to be reached."
        case .noActions(let phase):
            "An objective or a course of action is missing (\(phase.label.lowercased())). Write at least one of each."
        case .notForAll(let whom):
            "Nothing is said for \(whom.label.lowercasedFirst). Write what holds for them."
        case .refersNowhere(let id):
            "It refers to the annex \(id.text), which is not another one here. Take that out, or add the annex."
        case .refersToNone: "It refers to no other annex. Refer to functional ones rather than repeat them."
        case .noCourse: "Nothing here becomes a task. Add a course of action with steps."
        case .sameCourse: "Another course of action has the same name. Give this one its own."
        case .badNumbers: "It has no title or no steps, or they are not counted from 1. Number them 1, 2, 3."
        case .waitsForNothing(let number):
            "It waits for step \(number), which does not come before it. Name an earlier step."
        case .movesInLockdown:
            "It would take people about in a Lockdown. Take it out, or put it into the course for the end."
        case .readsLikeMoving:
            "It reads as if people moved. Mark it so, and Muster leaves it out where a place is in Lockdown."
        case .emptyStep: "It has no words. Say in one line what is to be done, or take it out."
        case .badDeadline: "Its time is none, or longer than a day. Say by when, in minutes."
        case .nobodyFor(let position):
            "It has tasks for the \(position.label.lowercasedFirst), and nobody is named for that position."
        case .tooLong(let limit): "A text is longer than \(limit) characters. Shorten it."
        case .tooMany(let limit): "There are more than \(limit). Leave some out, or divide it."
        case .unsafe(let setting): setting.sentence
        }
    }
}

extension PlanChange {
    /// What a draft changes, in a line; annexes by their title where one is known.
    func sentence(_ title: (AnnexID) -> String) -> String {
        switch self {
        case .annexAdded(let id): "New annex: \(title(id))"
        case .annexRemoved(let id): "Annex taken out: \(title(id))"
        case .annexChanged(let id, let texts, let courses):
            "\(title(id)): \(texts && courses ? "texts and tasks" : texts ? "texts" : "tasks") changed"
        case .sectionChanged(let section): "Basic plan: \(section.label) changed"
        case .rightChanged(let act): "Rights: \(act.label.lowercasedFirst)"
        case .lockdownEndsChanged: "How a Lockdown ends"
        case .smallSchoolChanged: "Small-school profile"
        case .relationChanged: "What the coordinator is under an agency"
        case .wordingChanged(let action): "Words for \(action.label)"
        }
    }
}
