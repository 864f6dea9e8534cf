/// A course of action of the plan: what is to be done, and by which position, once something comes to pass.
///
/// The word is that of the 2013 guide for school emergency operations plans (step 4, plan development). A course is
/// data: while an incident runs its steps become tasks of positions.
package struct Course: WireValue, Keyed, Equatable, Sendable {
    /// Names the course in every version of the plan.
    package var id = CourseID.none
    /// What it is called, in a few words.
    package var title = ""
    /// What calls for it.
    package var trigger = CourseTrigger.action
    /// The protective actions that it is for; none for all.
    package var actions: [ProtectiveAction] = []
    /// The hazards that it is for; none for all.
    package var hazards: [Hazard] = []
    /// The agencies whose scene command it is for; none for all.
    ///
    /// Read with the trigger of that name only.
    package var agencies: [Agency] = []
    /// The annex that explains it.
    package var annex = ""
    /// What is to be done, in order.
    package var steps: [CourseStep] = []

    /// What the row is found and sorted by.
    package var key: CourseID { id }

    /// A blank course, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("title", &title)
        visitor.field("trigger", &trigger)
        visitor.field("actions", &actions)
        visitor.field("hazards", &hazards)
        visitor.field("agencies", &agencies)
        visitor.field("annex", &annex)
        visitor.field("steps", &steps)
    }
}

/// What calls for a course of action.
package enum CourseTrigger: String, WireName {
    /// A protective action is in force, or a hazard is named.
    case action
    /// Somebody calls for medical help.
    case medical
    /// An agency commands the scene.
    case sceneCommand
    /// Somebody says that the alarm was a mistake or a hoax.
    case mistake
    /// The school coordinator asks for it by name.
    case request
}

/// One step of a course of action.
package struct CourseStep: WireValue, Equatable, Sendable {
    /// Names the step within its course, from 1.
    package var number: Int32 = 0
    /// The position whose task it becomes.
    package var position = Position.schoolCoordinator
    /// What is to be done, in one short line.
    package var text = ""
    /// The sentence to say, where words matter.
    package var say: String?
    /// By when it should be done, from the moment at which the course begins.
    package var within: TimeSpan?
    /// The steps of the same course that come first, by number.
    package var after: [Int32] = []
    /// Whether it takes people from one place to another: nobody is given it for a place in Lockdown (design section 3).
    package var movesPeople = false
    /// Whether it is the call to 911 itself: once somebody has recorded that 911 is on the line it is done.
    package var is911Call = false

    /// Whether it is done by speaking, as the words of it or the work of its position say: whoever hides is told to do it
    /// only where that is safe.
    package var takesVoice: Bool {
        say != nil || position == .caller911 || position == .liaison || position == .publicInformation
    }

    /// A blank step, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("number", &number)
        visitor.field("position", &position)
        visitor.field("text", &text)
        visitor.field("say", &say)
        visitor.field("within", &within)
        visitor.field("after", &after)
        visitor.field("movesPeople", &movesPeople)
        visitor.field("is911Call", &is911Call, default: false)
    }
}
