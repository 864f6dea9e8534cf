package import MusterCore

/// The forms in which a draft is changed: a line of a list stands on a line of its own.
package enum PlanEditPage {
    /// The texts of an annex.
    package static func annex(
        _ annex: Annex, of document: PlanDocument, _ plan: PlanOverview, clock: PageClock
    ) -> Page {
        page("Change: " + annex.title, document, plan, clock) { h in
            h.edit(document, "annex", annex.id.text) { h in
                h.field(Field("title", "Title", value: annex.title, isRequired: true))
                for (phase, part) in [
                    (AnnexPhase.before, annex.before), (.during, annex.during), (.after, annex.after),
                ] { h.partFields(phase, part) }
                h.card("For everybody") { h in
                    h.lines("helpToMove", Inclusion.helpToMove.label, annex.helpToMove)
                    h.lines("cannotBeSilent", Inclusion.cannotBeSilent.label, annex.cannotBeSilent)
                    h.lines("otherLanguage", Inclusion.otherLanguage.label, annex.otherLanguage)
                }
                h.field(
                    Field(
                        "refersTo", "Builds on these annexes",
                        hint: "Their short names, with commas between.",
                        value: annex.refersTo.map { $0.text }.joined(separator: ", ")))
            }
            h.card("Courses of action") { h in
                h.ul("plan-list") { h in
                    for course in annex.courses {
                        h.li { h in
                            h.link(
                                course.title,
                                to:
                                    "/plan/edit?document=\(document.number)&annex=\(annex.id.text)&course=\(course.id.text)"
                            )
                            h.p("quiet", text: course.occasion)
                        }
                    }
                }
            }
            h.fold("Add a course of action", key: "add-course") { h in
                h.change(document, "addCourse", annex.id.text) { h in
                    h.field(Field("title", "What it is called", isRequired: true, id: "course-title"))
                    h.occasionFields(Course())
                    h.button("Add it", .secondary, icon: .check)
                }
            }
            h.fold("Take this annex out") { h in
                h.change(document, "remove", annex.id.text) { h in
                    h.button("Take it out of the draft", .outlined(.caution), icon: .warning)
                }
            }
        }
    }

    /// A course of action: when its tasks begin, and its steps.
    package static func course(
        _ course: Course, in annex: Annex, of document: PlanDocument, _ plan: PlanOverview, clock: PageClock
    ) -> Page {
        page("Change: " + course.title, document, plan, clock) { h in
            h.edit(document, "course", annex.id.text, course: course.id.text) { h in
                h.field(Field("title", "Title", value: course.title, isRequired: true))
                h.fold("When its tasks begin", aside: course.occasion) { h in h.occasionFields(course) }
                let next = Int32(clamping: course.steps.count + 1)
                for step in course.steps { h.stepFields(step, "Step \(step.number)") }
                if course.steps.count < PlanLimits.steps {
                    var fresh = CourseStep()
                    fresh.number = next
                    h.fold("One more step") { h in h.stepFields(fresh, "Step \(next)") }
                }
            }
            h.fold("Take this course of action out") { h in
                h.change(document, "removeCourse", annex.id.text, course: course.id.text) { h in
                    h.button("Take it out of the draft", .outlined(.caution), icon: .warning)
                }
            }
        }
    }

    /// A section of the basic plan.
    package static func section(
        _ section: BasicSection, of document: PlanDocument, _ plan: PlanOverview, clock: PageClock
    ) -> Page {
        page("Change: " + section.label, document, plan, clock) { h in
            h.edit(document, "section", section.rawValue) { h in
                h.lines("lines", "Text, a paragraph on each line", document.basic.parts[section]?.lines ?? [])
            }
        }
    }

    /// Who may do what, how a Lockdown ends, and the profile.
    package static func settings(of document: PlanDocument, _ plan: PlanOverview, clock: PageClock) -> Page {
        page("Change: rights and profile", document, plan, clock) { h in
            h.edit(document, "settings", "") { h in
                for act in Act.allCases where act != .administer { h.rightFields(act, document.settings) }
                h.boxes(
                    "A Lockdown ends", "end", SitePlan.endsOfLockdown.map { ($0.rawValue, $0.label) },
                    document.settings.lockdownEnds.map { $0.rawValue })
                h.boxes(
                    "Profile", "smallSchool",
                    [
                        (
                            "yes",
                            "Small school: one person may hold several positions, and review what they wrote"
                        )
                    ],
                    document.settings.smallSchool ? ["yes"] : [])
                h.select(
                    "underAgency", "While an agency commands the scene, the coordinator is",
                    AgencyRelation.allCases.map { Choice($0.rawValue, $0.label) },
                    selected: document.settings.underAgency.rawValue)
            }
        }
    }

    /// The words of the site for each action: its doctrine.
    package static func words(of document: PlanDocument, _ plan: PlanOverview, clock: PageClock) -> Page {
        page("Change: words", document, plan, clock) { h in
            h.p(
                text:
                    "Where nothing stands, Muster's own words are used. A site that follows a published protocol puts "
                    + "its words here, under that protocol's terms. Evade can be raised only where it has words."
            )
            h.edit(document, "words", "") { h in
                for action in ProtectiveAction.allCases { h.wordFields(action, document.settings) }
            }
        }
    }

    private static func page(
        _ title: String, _ document: PlanDocument, _ plan: PlanOverview, _ clock: PageClock,
        _ content: (inout Html) -> Void
    ) -> Page {
        PlanPage.page(title, plan, clock) {
            [
                Region("way") { h in
                    h.wayBack(document, plan)
                    if !plan.refusal.isEmpty { h.problem("This was not kept yet", plan.refusal) }
                },
                Region("form") { h in content(&h) },
            ]
        }
    }
}
