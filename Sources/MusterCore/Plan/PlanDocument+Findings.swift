extension PlanDocument {
    /// The annexes without which nothing is published: an action that everybody may raise needs one.
    package static let vitalAnnexes = ids([
        "lockdown", "evacuate", "shelter", "medical", "reunification",
    ])
    /// The annexes that most plans have besides.
    package static let usualAnnexes = ids([
        "secure", "hold", "accounting", "communications", "continuity", "recovery",
    ])

    /// What is the matter with the document, for a site that has this plan in force; grave findings first.
    package func findings(in plan: SitePlan) -> [PlanFinding] {
        var found: [PlanFinding] = []
        for id in Self.vitalAnnexes where annexes[id] == nil { found.append(PlanFinding(.missingAnnex(id))) }
        for id in Self.usualAnnexes where annexes[id] == nil { found.append(PlanFinding(.lacksAnnex(id))) }
        found += many(annexes.rows.count, PlanLimits.annexes, PlanSpot())
        for annex in annexes.rows {
            found += annex.findings
            for other in annex.refersTo where annexes[other] == nil {
                found.append(PlanFinding(.refersNowhere(other), at: PlanSpot(annex.id)))
            }
        }
        found += sameCourses + idlePositions(plan) + basicFindings + settingFindings(plan)
        return found.filter { $0.isGrave } + found.filter { !$0.isGrave }
    }

    private static func ids(_ names: [String]) -> [AnnexID] { names.compactMap { AnnexID($0) } }

    private var sameCourses: [PlanFinding] {
        var seen: [CourseID] = []
        var found: [PlanFinding] = []
        for annex in annexes.rows {
            for course in annex.courses {
                if seen.contains(course.id) {
                    found.append(PlanFinding(.sameCourse, at: PlanSpot(annex.id, course: course.id)))
                }
                seen.append(course.id)
            }
        }
        return found
    }

    /// Positions that have tasks and nobody to do them; in a small school whoever coordinates holds several.
    private func idlePositions(_ plan: SitePlan) -> [PlanFinding] {
        guard !settings.smallSchool else { return [] }
        return Position.allCases.filter { position in
            plan.members(for: position).isEmpty
                && annexes.rows.contains { annex in
                    annex.courses.contains { course in course.steps.contains { $0.position == position } }
                }
        }.map { PlanFinding(.nobodyFor($0)) }
    }

    private var basicFindings: [PlanFinding] {
        var found: [PlanFinding] = []
        for section in BasicSection.allCases {
            let here = PlanSpot(section)
            let lines = basic.parts[section]?.lines ?? []
            if lines.isEmpty { found.append(PlanFinding(.emptySection, at: here)) }
            if lines.contains(where: { $0.hasPrefix("Write here") }) {
                found.append(PlanFinding(.toBeWritten, at: here))
            }
            found += long(lines, PlanLimits.paragraph, here) + many(lines.count, PlanLimits.lines, here)
        }
        return found
    }

    private func settingFindings(_ plan: SitePlan) -> [PlanFinding] {
        var found = plan.taking(self, digest: "").unsafeSettings.map { PlanFinding(.unsafe($0)) }
        for wording in settings.wording {
            found += long([wording.announcement], PlanLimits.line, PlanSpot())
            found += long(wording.steps, PlanLimits.step, PlanSpot())
            found += many(wording.steps.count, PlanLimits.wordingSteps, PlanSpot())
        }
        return found
    }
}

/// What a draft changes of another version.
package enum PlanChange: Equatable, Sendable {
    case annexAdded(AnnexID)
    case annexRemoved(AnnexID)
    /// The texts for people, the courses of action, or both.
    case annexChanged(AnnexID, texts: Bool, courses: Bool)
    case sectionChanged(BasicSection)
    case rightChanged(Act)
    case lockdownEndsChanged
    case smallSchoolChanged
    case relationChanged
    case wordingChanged(ProtectiveAction)
}

extension PlanDocument {
    /// What it changes of another version.
    package func changes(from old: PlanDocument) -> [PlanChange] {
        var found: [PlanChange] = []
        for annex in annexes.rows {
            guard let before = old.annexes[annex.id] else {
                found.append(.annexAdded(annex.id))
                continue
            }
            guard annex != before else { continue }
            var (now, then) = (annex, before)
            now.courses = []
            then.courses = []
            found.append(
                .annexChanged(annex.id, texts: now != then, courses: annex.courses != before.courses))
        }
        for annex in old.annexes.rows where annexes[annex.id] == nil { found.append(.annexRemoved(annex.id)) }
        for section in BasicSection.allCases
        where (basic.parts[section]?.lines ?? []) != (old.basic.parts[section]?.lines ?? []) {
            found.append(.sectionChanged(section))
        }
        return found + settings.changes(from: old.settings)
    }
}

extension PlanSettings {
    fileprivate func changes(from old: PlanSettings) -> [PlanChange] {
        var found: [PlanChange] = []
        for act in Act.allCases where who(act) != old.who(act) { found.append(.rightChanged(act)) }
        if lockdownEnds != old.lockdownEnds { found.append(.lockdownEndsChanged) }
        if smallSchool != old.smallSchool { found.append(.smallSchoolChanged) }
        if underAgency != old.underAgency { found.append(.relationChanged) }
        for action in ProtectiveAction.allCases where words(action) != old.words(action) {
            found.append(.wordingChanged(action))
        }
        return found
    }

    /// Who may do an act, as it is set here or by default.
    package func who(_ act: Act) -> [Authority] { rights.first { $0.act == act }?.who ?? Right.defaults(act) }

    /// The words for an action, where the site has its own.
    package func words(_ action: ProtectiveAction) -> Wording? { wording.first { $0.action == action } }
}
