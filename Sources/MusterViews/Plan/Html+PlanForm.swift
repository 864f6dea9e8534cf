import MusterCore

/// The fields in which a draft is changed.
extension Html {
    /// Writes the form of a change, with the revision that it was begun on.
    mutating func edit(
        _ document: PlanDocument, _ what: String, _ which: String, course: String = "",
        content: (inout Html) -> Void
    ) {
        change(document, what, which, course: course) { h in
            content(&h)
            h.button("Keep the change", .primary, icon: .check)
        }
    }

    /// Writes a form that changes something in a draft, as the viewer has seen it.
    mutating func change(
        _ document: PlanDocument, _ what: String, _ which: String = "", course: String = "",
        content: (inout Html) -> Void
    ) {
        plainForm(
            to: "/plan/change",
            [
                "document": "\(document.number)", "revision": "\(document.revision)", "what": what,
                "which": which, "course": course,
            ], content: content)
    }

    /// Writes lines of text to be changed.
    mutating func lines(_ name: StaticString, _ label: String, _ lines: [String]) {
        div("field field-lines") { h in
            h.element("label", [.attribute("for", "field-\(name)")]) { h in h.text(label) }
            h.element(
                "textarea",
                [
                    .id("field-\(name)"), Attribute("name", .fixed(name)),
                    .attribute("rows", "\(min(14, max(3, lines.count * 2 + 1)))"),
                ]
            ) { h in h.text("\n" + lines.joined(separator: "\n")) }
        }
    }

    mutating func partFields(_ phase: AnnexPhase, _ part: AnnexPart) {
        let names = phase.fields
        card(phase.label) { h in
            h.field(Field(names.goal, "Goal", value: part.goal, kind: .multiline, isRequired: true))
            h.lines(names.objectives, "Objectives, one on each line", part.objectives)
            h.lines(names.actions, "What we do, one on each line", part.actions)
        }
    }

    /// Writes when the tasks of a course of action begin.
    mutating func occasionFields(_ course: Course) {
        select(
            "trigger", "Its tasks begin", CourseTrigger.allCases.map { Choice($0.rawValue, $0.label) },
            selected: course.trigger.rawValue)
        boxes(
            "With an action: for these (none for all)", "action",
            ProtectiveAction.allCases.map { ($0.rawValue, $0.label) }, course.actions.map { $0.rawValue })
        boxes(
            "With an action: against these dangers (none for all)", "hazard",
            Hazard.allCases.map { ($0.rawValue, $0.label) }, course.hazards.map { $0.rawValue })
        boxes(
            "With an agency: when these command (none for all)", "agency",
            Agency.allCases.map { ($0.rawValue, $0.label) }, course.agencies.map { $0.rawValue })
    }

    mutating func stepFields(_ step: CourseStep, _ title: String) {
        let number = step.number
        card(title) { h in
            h.select(
                "position", "Position",
                Position.allCases.map { Choice($0.rawValue, $0.label) }, selected: step.position.rawValue,
                id: "position-\(number)")
            h.field(
                Field(
                    "text", "What is to be done", hint: "Empty this to take the step out.", value: step.text,
                    kind: .multiline, id: "text-\(number)"))
            h.field(
                Field("say", "Sentence to say", value: step.say ?? "", kind: .multiline, id: "say-\(number)"))
            h.field(
                Field(
                    "within", "Within minutes", value: step.within.map { "\($0.minuteText)" } ?? "",
                    id: "within-\(number)"))
            h.field(
                Field(
                    "after", "After these steps", hint: "Numbers, with commas between.",
                    value: step.after.map { "\($0)" }.joined(separator: ", "), id: "after-\(number)"))
            h.select(
                "moves", "Does it take people from one place to another?",
                [Choice("no", "No"), Choice("yes", "Yes: it is left out in a Lockdown")],
                selected: step.movesPeople ? "yes" : "no", id: "moves-\(number)")
            h.select(
                "call", "Is it the call to 911 itself?",
                [Choice("no", "No"), Choice("yes", "Yes: it is done once 911 is on the line")],
                selected: step.is911Call ? "yes" : "no", id: "call-\(number)")
        }
    }

    mutating func rightFields(_ act: Act, _ settings: PlanSettings) {
        let who = settings.who(act).map { $0.rawValue }
        if act == .lockDown {
            return notice(.lockdown, act.label) { h in
                h.p(text: "All staff may, always. This cannot be changed.")
            }
        }
        boxes(act.label, "right-" + act.rawValue, Authority.allCases.map { ($0.rawValue, $0.label) }, who)
    }

    mutating func wordFields(_ action: ProtectiveAction, _ settings: PlanSettings) {
        let own = settings.words(action)
        card(action.label) { h in
            h.hidden("action", action.rawValue)
            h.field(
                Field(
                    "announcement", "What is announced", value: own?.announcement ?? "", kind: .multiline,
                    id: "announcement-" + action.rawValue))
            h.field(
                Field(
                    "steps", "What staff do", hint: "One short line each.",
                    value: (own?.steps ?? []).joined(separator: "\n"), kind: .multiline,
                    id: "steps-" + action.rawValue))
            h.p("quiet", text: "Muster's own: " + action.announcement())
        }
    }

    /// Writes boxes of which any number can be ticked.
    mutating func boxes(_ legend: String, _ name: String, _ all: [(String, String)], _ ticked: [String]) {
        element("fieldset", ["field boxes"]) { h in
            h.element("legend", []) { h in h.text(legend) }
            for (value, label) in all {
                h.element("label", ["box"]) { h in
                    h.void(
                        "input", .attribute("type", "checkbox"), .attribute("name", name),
                        .attribute("value", value), .flag("checked", ticked.contains(value)))
                    h.span(text: label)
                }
            }
        }
    }
}

extension AnnexPhase {
    /// The names of its fields in a form.
    var fields: (goal: StaticString, objectives: StaticString, actions: StaticString) {
        switch self {
        case .before: ("beforeGoal", "beforeObjectives", "beforeActions")
        case .during: ("duringGoal", "duringObjectives", "duringActions")
        case .after: ("afterGoal", "afterObjectives", "afterActions")
        }
    }
}

extension TimeSpan {
    /// Minutes, with tenths where it is no whole number of them.
    var minuteText: String {
        let tenths = seconds * 10 / 60
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
