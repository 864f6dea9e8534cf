import MusterCore

/// An annex to be read.
extension Html {
    mutating func annex(_ annex: Annex, of document: PlanDocument) {
        element("article", ["annex"]) { h in
            if !annex.refersTo.isEmpty { h.references(annex, document) }
            h.annexPart(.before, annex.before)
            h.annexPart(.during, annex.during)
            h.section("card") { h in
                h.h2("card-title", text: "Tasks that Muster gives out")
                for course in annex.courses { h.course(course) }
            }
            h.annexPart(.after, annex.after)
            h.inclusion(annex)
            h.sources(annex)
        }
    }

    private mutating func references(_ annex: Annex, _ document: PlanDocument) {
        p("quiet") { h in
            h.text("Builds on: ")
            for (index, id) in annex.refersTo.enumerated() {
                if index > 0 { h.text(", ") }
                guard let other = document.annexes[id] else {
                    h.text(id.text)
                    continue
                }
                h.link(other.title, to: "/plan/annex?document=\(document.number)&id=\(id.text)")
            }
        }
    }

    private mutating func annexPart(_ phase: AnnexPhase, _ part: AnnexPart) {
        card(phase.label) { h in
            h.p("annex-goal", text: part.goal)
            h.h3("annex-heading", text: "What must be so")
            h.ul { h in for line in part.objectives { h.li(text: line) } }
            h.h3("annex-heading", text: "What we do")
            h.ul { h in for line in part.actions { h.li(text: line) } }
        }
    }

    /// Writes a course of action with its steps.
    mutating func course(_ course: Course) {
        div("course") { h in
            h.h3("course-title", text: course.title)
            h.p("quiet", text: course.occasion)
            h.ol("course-steps") { h in
                for step in course.steps {
                    h.li { h in
                        h.p { h in
                            h.strong(text: step.position.label)
                            h.text(": " + step.text)
                        }
                        if let say = step.say { h.element("blockquote", ["course-say"]) { h in h.text(say) } }
                        let notes = step.notes
                        if !notes.isEmpty { h.p("quiet", text: notes) }
                    }
                }
            }
        }
    }

    private mutating func inclusion(_ annex: Annex) {
        card("For everybody") { h in
            for (whom, lines) in [
                (Inclusion.helpToMove, annex.helpToMove), (.cannotBeSilent, annex.cannotBeSilent),
                (.otherLanguage, annex.otherLanguage),
            ] {
                h.h3("annex-heading", text: whom.label)
                h.ul { h in for line in lines { h.li(text: line) } }
            }
        }
    }

    private mutating func sources(_ annex: Annex) {
        fold("Sources") { h in
            for source in annex.sources {
                h.p("quiet") { h in
                    h.text(source.work + (source.part.isEmpty ? ". " : ": " + source.part + ". "))
                    h.text(source.note)
                }
            }
        }
    }

    mutating func basicPlan(_ document: PlanDocument, _ plan: PlanOverview) {
        let isOpen = plan.mayEdit && document.state == .draft
        for section in BasicSection.allCases {
            let lines = document.basic.parts[section]?.lines ?? []
            card(section.label) { h in
                if lines.isEmpty { h.p("quiet", text: "Nothing is written here yet.") }
                for line in lines { h.p(text: line) }
                if isOpen {
                    h.p { h in
                        h.link(
                            "Change this section",
                            to: "/plan/edit?document=\(document.number)&section=\(section.rawValue)")
                    }
                }
            }
        }
    }
}

extension CourseStep {
    /// By when and after what, in one line.
    var notes: String {
        var notes: [String] = []
        if let within { notes.append("within \(within.words)") }
        if !after.isEmpty { notes.append("after step " + after.map { "\($0)" }.joined(separator: ", ")) }
        if movesPeople { notes.append("left out where a place is in Lockdown") }
        return notes.joined(separator: "; ")
    }
}
