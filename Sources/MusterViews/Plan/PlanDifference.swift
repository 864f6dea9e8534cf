import MusterCore

/// What a version takes out of another one and puts in, line by line, for whoever reviews it.
struct PlanDifference {
    /// Lines that are no longer there, each with where it stood.
    private(set) var out: [Line] = []
    /// Lines that are new.
    private(set) var added: [Line] = []

    /// A line of a plan and the heading under which it stands.
    struct Line: Equatable {
        let heading: String
        let text: String
    }

    /// What lines there were and are; a line that only moved is no difference.
    init(from old: [Line], to new: [Line]) {
        added = Self.lines(of: new, without: old)
        out = Self.lines(of: old, without: new)
    }

    /// Whether only the order of lines is another.
    var isOrderOnly: Bool { out.isEmpty && added.isEmpty }

    private static func lines(of some: [Line], without others: [Line]) -> [Line] {
        var rest = others
        return some.filter { line in
            guard let index = rest.firstIndex(of: line) else { return true }
            rest.remove(at: index)
            return false
        }
    }
}

extension PlanChange {
    /// What it takes out and puts in; `nil` where its own line says everything.
    func difference(from old: PlanDocument, to new: PlanDocument) -> PlanDifference? {
        switch self {
        case .annexAdded, .annexRemoved, .smallSchoolChanged: nil
        case .annexChanged(let id, _, _):
            PlanDifference(from: old.annexes[id]?.lines ?? [], to: new.annexes[id]?.lines ?? [])
        case .sectionChanged(let section):
            PlanDifference(
                from: Self.lines(section.label, old.basic.parts[section]?.lines ?? []),
                to: Self.lines(section.label, new.basic.parts[section]?.lines ?? []))
        case .rightChanged(let act):
            PlanDifference(
                from: Self.lines("", old.settings.who(act).map { $0.label }),
                to: Self.lines("", new.settings.who(act).map { $0.label }))
        case .lockdownEndsChanged:
            PlanDifference(
                from: Self.lines("", old.settings.lockdownEnds.map { $0.label }),
                to: Self.lines("", new.settings.lockdownEnds.map { $0.label }))
        case .relationChanged:
            PlanDifference(
                from: Self.lines("", [old.settings.underAgency.label]),
                to: Self.lines("", [new.settings.underAgency.label]))
        case .wordingChanged(let action):
            PlanDifference(
                from: old.settings.words(action)?.lines ?? [], to: new.settings.words(action)?.lines ?? [])
        }
    }

    private static func lines(_ heading: String, _ texts: [String]) -> [PlanDifference.Line] {
        texts.map { PlanDifference.Line(heading: heading, text: $0) }
    }
}

extension Wording {
    fileprivate var lines: [PlanDifference.Line] {
        [PlanDifference.Line(heading: "Announcement", text: announcement)]
            + steps.map { PlanDifference.Line(heading: "Step", text: $0) }
    }
}

extension Annex {
    /// Everything that it says, a line each.
    fileprivate var lines: [PlanDifference.Line] {
        var lines = [PlanDifference.Line(heading: "Title", text: title)]
        func add(_ heading: String, _ texts: [String]) {
            lines += texts.map { PlanDifference.Line(heading: heading, text: $0) }
        }
        for (phase, part) in [(AnnexPhase.before, before), (.during, during), (.after, after)] {
            add(phase.label + ", goal", [part.goal])
            add(phase.label + ", what must be so", part.objectives)
            add(phase.label + ", what we do", part.actions)
        }
        add(Inclusion.helpToMove.label, helpToMove)
        add(Inclusion.cannotBeSilent.label, cannotBeSilent)
        add(Inclusion.otherLanguage.label, otherLanguage)
        add("Builds on", refersTo.map { $0.text })
        add(
            "Source",
            sources.map { [$0.work, $0.part, $0.note].filter { !$0.isEmpty }.joined(separator: ". ") })
        for course in courses {
            add("Tasks, when", [course.title + ": " + course.occasion])
            for step in course.steps {
                add("Task of " + course.title, [step.line])
            }
        }
        return lines
    }
}

extension CourseStep {
    /// The whole step in one line.
    fileprivate var line: String {
        var line = "\(number). \(position.label): \(text)"
        if let say { line += " Say: “\(say)”" }
        if is911Call { line += " This is the call to 911 itself." }
        let notes = notes
        return notes.isEmpty ? line : line + " (\(notes))"
    }
}

extension Html {
    /// Writes one change, with what goes and what comes behind one line.
    mutating func planChange(_ change: PlanChange, of document: PlanDocument, from old: PlanDocument) {
        let sentence = change.sentence { (document.annexes[$0] ?? old.annexes[$0])?.title ?? $0.text }
        guard let difference = change.difference(from: old, to: document) else { return p(text: sentence) }
        guard !difference.isOrderOnly else { return p(text: sentence + ": the order") }
        let count = difference.out.count + difference.added.count
        fold(sentence, key: "change-" + sentence, aside: count == 1 ? "1 line" : "\(count) lines") { h in
            h.planLines("Taken out", "del", difference.out)
            h.planLines("New", "ins", difference.added)
        }
    }

    private mutating func planLines(
        _ title: String, _ mark: StaticString, _ lines: [PlanDifference.Line]
    ) {
        guard !lines.isEmpty else { return }
        h3("annex-heading", text: title)
        ul("plan-difference") { h in
            for line in lines {
                h.li { h in
                    if !line.heading.isEmpty { h.p("quiet", text: line.heading) }
                    h.element(mark, []) { h in h.text(line.text) }
                }
            }
        }
    }
}
