/// A course of action that an incident has begun, as the plan had it when the incident was raised.
package struct OpenCourse: WireValue, Keyed, Equatable, Sendable {
    /// What is to be done.
    package var course = Course()
    /// The version of the plan that it comes from.
    package var version: Int64 = 0
    /// When its tasks began.
    package var openedAt = Instant.zero
    /// When they began once more: what was seen before that says nothing of them.
    package var anewAt: Instant?
    /// Whether the coordinator asked for it by name, whatever else calls for it.
    package var isAsked = false
    /// When what called for it was over; what is left of its tasks is over with it, and not done.
    package var overAt: Instant?
    /// Whether a Lockdown holds back its steps that move people.
    package var isHeld = false
    /// When the last such Lockdown ended: the clock of those steps runs from then on.
    package var freeAt: Instant?
    /// What became of its steps; a step without a mark is as the plan has it.
    package var marks = Table<TaskMark>()

    /// What the row is found and sorted by.
    package var key: CourseID { course.id }

    /// A blank course, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("course", &course)
        visitor.field("version", &version)
        visitor.field("openedAt", &openedAt)
        visitor.field("anewAt", &anewAt)
        visitor.field("isAsked", &isAsked)
        visitor.field("overAt", &overAt)
        visitor.field("isHeld", &isHeld)
        visitor.field("freeAt", &freeAt)
        visitor.field("marks", &marks)
    }

    /// The step of a number.
    package func step(_ number: Int32) -> CourseStep? { course.steps.first { $0.number == number } }

    /// Whether something was seen before these tasks began once more.
    func isBefore(_ source: Source) -> Bool { anewAt.map { source.observedAt < $0 } ?? false }

    /// Begins the tasks once more, as the plan has them.
    mutating func beginAnew(at moment: Instant) {
        openedAt = moment
        anewAt = moment
        isAsked = false
        freeAt = nil
        marks = Table()
    }
}

/// The courses of action of an incident: those it may use, and those it has begun.
package struct IncidentCourses: WireValue, Equatable, Sendable {
    /// The version of the plan in force when the incident was raised.
    package var version: Int64 = 0
    /// The courses of that version, once another one was published; until then they are the plan's.
    var kept: Table<Course>?
    /// The objectives of that version, kept with its courses.
    var keptObjectives: Table<AnnexObjectives>?
    /// The courses that were begun, over or not.
    package var begun = Table<OpenCourse>()
    /// Who may do what, and how a Lockdown ends, by that version, once another one was published.
    var rules: PlanRules?

    /// None begun yet.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("version", &version)
        visitor.field("kept", &kept)
        visitor.field("begun", &begun)
        visitor.field("keptObjectives", &keptObjectives)
        visitor.field("rules", &rules)
    }
}

/// The rules of a plan that an incident keeps from its raise to its closing.
package struct PlanRules: WireValue, Equatable, Sendable {
    /// Who may do what.
    package var rights: [Right] = []
    /// How a Lockdown may end.
    package var lockdownEnds: [EndMethod] = []
    /// What the school coordinator becomes while an agency commands the scene.
    package var underAgency = AgencyRelation.liaison

    /// Blank rules, to be filled by the codec.
    package init() {}

    /// The rules of a plan.
    init(_ plan: SitePlan) {
        rights = plan.rights
        lockdownEnds = plan.lockdownEnds
        underAgency = plan.underAgency
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("rights", &rights)
        visitor.field("lockdownEnds", &lockdownEnds)
        visitor.field("underAgency", &underAgency)
    }
}

extension SiteState {
    /// The plan as an incident goes by it: who may do what, and how a Lockdown ends, are those of its raise.
    ///
    /// Who stands in the line, and the spans of time, are today's: people change.
    package func plan(of incident: Incident?) -> SitePlan {
        guard let rules = incident?.courses.rules else { return plan }
        var plan = self.plan
        plan.rights = rules.rights
        plan.lockdownEnds = rules.lockdownEnds
        plan.underAgency = rules.underAgency
        return plan
    }

    /// The courses that an incident may use: those of the plan in force at its raise, whatever was published since.
    package func courses(of incident: Incident) -> Table<Course> {
        incident.courses.kept ?? plan.courses
    }
}

extension Incident {
    /// Whether something that has come to pass here calls for a course of action.
    package func calls(for course: Course) -> Bool {
        switch course.trigger {
        case .request: return false
        case .medical: return level == .medical || raisedLevel == .medical
        case .mistake: return !mistakes.isEmpty
        case .sceneCommand:
            guard let scene else { return false }
            return course.agencies.isEmpty || course.agencies.contains(scene.agency)
        case .action: break
        }
        if actions.rows.contains(where: { calls(for: course, $0) }) { return true }
        // A danger that was named calls for its course before anything is set against it.
        guard actions.isEmpty, course.actions.isEmpty, let hazard else { return false }
        return course.hazards.contains(hazard)
    }

    /// Where a course of action is done: where what called for it is in force, or else where the incident is.
    func places(of course: Course) -> [PlaceID] {
        guard course.trigger == .action else { return places }
        let own = actions.rows.filter { calls(for: course, $0) }.map { $0.place }
        return own.isEmpty ? places : own
    }

    private func calls(for course: Course, _ placed: PlacedAction) -> Bool {
        guard placed.isInForce, course.actions.isEmpty || course.actions.contains(placed.action) else {
            return false
        }
        guard !course.hazards.isEmpty else { return true }
        return (placed.hazard ?? hazard).map { course.hazards.contains($0) } ?? false
    }
}
