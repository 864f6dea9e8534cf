import MusterCore

extension School {
    /// The plan with a line for some positions, and with two courses of action.
    static var fullPlan: SitePlan {
        var plan = Self.plan
        plan.lines.put(
            PositionLine(
                .accountabilityLead, [LineMember(teacher, onSite: true), LineMember(neighbour, onSite: true)])
        )
        plan.courses.put(
            course(
                "lockdown", "Lockdown", .lockdown,
                [
                    step(
                        1, .caller911, "Call 911 and stay on the line", say: "We are in Lockdown.", within: 60
                    ),
                    step(2, .accountabilityLead, "Gather the reports of the rooms", within: 600),
                    step(3, .liaison, "Tell the first agency which door to use", after: [1]),
                    step(4, .safety, "Send an adult to the corner of Mill Road", moves: true),
                ]))
        plan.courses.put(
            course(
                "evacuate", "Evacuation", .evacuate,
                [
                    step(1, .accountabilityLead, "Count everyone at the field", within: 300),
                    step(2, .safety, "Walk the building from the north end", moves: true),
                ]))
        return plan
    }

    private static func course(
        _ id: String, _ title: String, _ action: ProtectiveAction, _ steps: [CourseStep]
    ) -> Course {
        var course = Course()
        (course.id, course.title) = (CourseID(id).unsafelyKnown, title)
        (course.actions, course.steps) = ([action], steps)
        return course
    }

    private static func step(
        _ number: Int32, _ position: Position, _ text: String, say: String? = nil, within: Int64? = nil,
        after: [Int32] = [], moves: Bool = false
    ) -> CourseStep {
        var step = CourseStep()
        (step.number, step.position, step.text, step.say) = (number, position, text, say)
        (step.after, step.movesPeople) = (after, moves)
        step.within = within.map { .seconds($0) }
        return step
    }
}
