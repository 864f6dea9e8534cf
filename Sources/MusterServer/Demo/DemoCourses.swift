import MusterCore

/// A few courses of action for the demo's plans, in short words of our own.
enum DemoCourses {
    static let all: [Course] = [
        course(
            "lockdown", "Lockdown", .action, actions: [.lockdown],
            [
                step(
                    1, .caller911, "Call 911, give the address, stay on the line",
                    say: "This is a school in Lockdown. I stay on the line.", within: 2),
                step(2, .schoolCoordinator, "Have somebody off the site look after arrivals", within: 5),
                step(3, .accountabilityLead, "Gather what rooms report; ask no room that is silent"),
                step(
                    4, .liaison, "Tell the first agency which door, and what rooms asked for help", after: [1]
                ),
                step(
                    5, .publicInformation, "Prepare one short message for families; send it with the agency",
                    within: 15),
            ]),
        course(
            "evacuate", "Evacuation", .action, actions: [.evacuate],
            [
                step(1, .caller911, "Call 911 and say what is seen or smelled", within: 2),
                step(2, .accountabilityLead, "Count every class where it stands", within: 10),
                step(3, .safety, "Keep everybody off the drive for engines", within: 5, moves: true),
                step(
                    4, .logistics, "Find shelter and water if it takes longer than half an hour", within: 30,
                    after: [2]),
                step(
                    5, .liaison, "Tell the officer in command who is missing and where last seen", after: [2]),
            ]),
        course(
            "shelter", "Shelter", .action, actions: [.shelter],
            [
                step(1, .safety, "Have the ventilation stopped where the hazard is in the air", within: 5),
                step(2, .planning, "Follow the warning and write down its end", within: 10),
            ]),
        course(
            "medical", "Somebody hurt or ill", .medical,
            [
                step(1, .medical, "Send the nurse and the defibrillator", within: 1, moves: true),
                step(2, .caller911, "Call 911 if it is more than first aid", within: 2),
                step(
                    3, .liaison, "Have somebody meet the ambulance and lead the way", after: [2], moves: true),
                step(4, .schoolCoordinator, "Tell the family, by a person they know", within: 20),
            ]),
        course(
            "handing", "An agency takes command", .sceneCommand,
            [
                step(
                    1, .liaison, "Give the officer in command the briefing of the board",
                    say: "I speak for the school. This is what we know, and what we do not.", within: 5),
                step(
                    2, .schoolCoordinator, "Ask what the agency wants of the school, and write it down",
                    after: [1]),
            ]),
        course(
            "mistake", "Said to be a mistake", .mistake,
            [
                step(1, .schoolCoordinator, "Call back on a known number and ask for the word", within: 3),
                step(
                    2, .publicInformation, "Prepare the correction for everybody who got the alarm",
                    after: [1]),
            ]),
        course(
            "reunification", "Reunification", .request,
            [
                step(1, .reunificationDirector, "Open the place where families are met", within: 30),
                step(2, .logistics, "Order buses, or clear the way for walking", within: 30),
                step(3, .publicInformation, "Tell families where, when, and what to bring", after: [1]),
                step(4, .safety, "Move one class at a time", after: [1, 2], moves: true),
            ]),
    ]

    private static func course(
        _ id: String, _ title: String, _ trigger: CourseTrigger, actions: [ProtectiveAction] = [],
        _ steps: [CourseStep]
    ) -> Course {
        var course = Course()
        if let id = CourseID(id) { course.id = id }
        course.title = title
        course.trigger = trigger
        course.actions = actions
        course.steps = steps
        return course
    }

    /// A step; `within` is in minutes.
    private static func step(
        _ number: Int32, _ position: Position, _ text: String, say: String? = nil, within: Int64? = nil,
        after: [Int32] = [], moves: Bool = false
    ) -> CourseStep {
        var step = CourseStep()
        step.number = number
        step.position = position
        step.text = text
        step.say = say
        step.within = within.map { .minutes($0) }
        step.after = after
        step.movesPeople = moves
        return step
    }
}
