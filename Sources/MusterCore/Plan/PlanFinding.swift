/// What is the matter with a plan document: what, where, and what to do.
///
/// A document with a grave one cannot be published; the others are said and may stand.
package struct PlanFinding: Equatable, Sendable {
    /// What is the matter.
    package var problem: PlanProblem
    /// Where it was found.
    package var spot: PlanSpot

    /// A finding at a place of the document.
    package init(_ problem: PlanProblem, at spot: PlanSpot = PlanSpot()) {
        self.problem = problem
        self.spot = spot
    }

    /// Whether the document cannot be published with it.
    package var isGrave: Bool { problem.isGrave }
}

/// A place of a plan document, as far as it is known.
package struct PlanSpot: Equatable, Sendable {
    /// The annex.
    package var annex: AnnexID?
    /// The course of action in it.
    package var course: CourseID?
    /// The step in that, from 1.
    package var step: Int32?
    /// The section of the basic plan.
    package var section: BasicSection?

    /// The document as a whole.
    package init() {}

    /// An annex, or a course of action or a step in it.
    package init(_ annex: AnnexID, course: CourseID? = nil, step: Int32? = nil) {
        self.annex = annex
        self.course = course
        self.step = step
    }

    /// A section of the basic plan.
    package init(_ section: BasicSection) {
        self.section = section
    }
}

/// The kinds of trouble that a plan document can have.
package enum PlanProblem: Equatable, Sendable {
    /// An annex that a published plan must have is not there.
    case missingAnnex(AnnexID)
    /// An annex that most plans have is not there.
    case lacksAnnex(AnnexID)
    /// A section of the basic plan has no text.
    case emptySection
    /// A section of the basic plan says what is still to be written.
    case toBeWritten
    /// A part of an annex has no goal.
    case noGoal(AnnexPhase)
    /// A part of an annex has no objective or no course of action.
    case noActions(AnnexPhase)
    /// An annex says nothing for some of the people.
    case notForAll(Inclusion)
    /// An annex refers to one that is not there, or to itself.
    case refersNowhere(AnnexID)
    /// An annex for a danger refers to no other: it may repeat what a functional one says.
    case refersToNone
    /// An annex has nothing that Muster could make tasks of.
    case noCourse
    /// Two courses of action have the same name.
    case sameCourse
    /// A course of action has no step, or its steps are not counted from 1.
    case badNumbers
    /// A step waits for one that does not come before it.
    case waitsForNothing(Int32)
    /// A step would take people about in a Lockdown.
    case movesInLockdown
    /// A step reads as if it took people about, and is not marked so: in a Lockdown it would be given out.
    case readsLikeMoving
    /// A step has no words.
    case emptyStep
    /// A deadline is none, or longer than a day.
    case badDeadline
    /// Nobody is named for a position that has tasks.
    case nobodyFor(Position)
    /// A text is longer than ``PlanLimits`` allows.
    case tooLong(Int32)
    /// There are more lines, steps, courses or annexes than ``PlanLimits`` allows.
    case tooMany(Int32)
    /// The settings are unsafe.
    case unsafe(UnsafeSetting)

    /// Whether a document cannot be published with it.
    package var isGrave: Bool {
        switch self {
        case .lacksAnnex, .emptySection, .toBeWritten, .refersToNone, .nobodyFor, .readsLikeMoving: false
        default: true
        }
    }
}

/// When the courses of action of a part of an annex are taken.
package enum AnnexPhase: Equatable, Sendable {
    case before, during, after
}

/// The people whom an annex must not forget.
package enum Inclusion: Equatable, Sendable {
    /// Those who need help to move.
    case helpToMove
    /// Those who cannot be silent.
    case cannotBeSilent
    /// Those who do not speak the language of the announcements.
    case otherLanguage
}

/// How much fits: a task is read by somebody whose hands are shaking.
package enum PlanLimits {
    /// Characters (UTF-8) of a title.
    package static let title = 60
    /// Characters of what is to be done in a step.
    package static let step = 140
    /// Characters of a sentence to say.
    package static let say = 240
    /// Characters of a line of text.
    package static let line = 400
    /// Characters of a paragraph of the basic plan.
    package static let paragraph = 2000
    /// Lines of what a member of staff does in an action.
    package static let wordingSteps = 8
    /// Lines of one list.
    package static let lines = 24
    /// Steps of one course of action.
    package static let steps = 16
    /// Courses of action of one annex.
    package static let courses = 12
    /// Annexes of one document.
    package static let annexes = 48
    /// The longest deadline of a step.
    package static let deadline = TimeSpan.minutes(24 * 60)
}
