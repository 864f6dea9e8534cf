extension Annex {
    /// What is the matter with the annex by itself; what the rest of the document must have is asked there.
    package var findings: [PlanFinding] {
        let here = PlanSpot(id)
        var found: [PlanFinding] = []
        if title.isEmpty { found.append(PlanFinding(.noGoal(.before), at: here)) }
        found += long([title], PlanLimits.title, here)
        for (phase, part) in [(AnnexPhase.before, before), (.during, during), (.after, after)] {
            if part.goal.isEmpty { found.append(PlanFinding(.noGoal(phase), at: here)) }
            if part.objectives.isEmpty || part.actions.isEmpty {
                found.append(PlanFinding(.noActions(phase), at: here))
            }
            found += long([part.goal] + part.objectives + part.actions, PlanLimits.line, here)
            found += many(max(part.objectives.count, part.actions.count), PlanLimits.lines, here)
        }
        for (whom, lines) in [
            (Inclusion.helpToMove, helpToMove), (.cannotBeSilent, cannotBeSilent),
            (.otherLanguage, otherLanguage),
        ] {
            if lines.isEmpty { found.append(PlanFinding(.notForAll(whom), at: here)) }
            found += long(lines, PlanLimits.line, here) + many(lines.count, PlanLimits.lines, here)
        }
        if kind == .threatOrHazard, refersTo.isEmpty { found.append(PlanFinding(.refersToNone, at: here)) }
        if refersTo.contains(id) { found.append(PlanFinding(.refersNowhere(id), at: here)) }
        if courses.isEmpty { found.append(PlanFinding(.noCourse, at: here)) }
        found += many(courses.count, PlanLimits.courses, here)
        for course in courses { found += course.findings(in: id) }
        return found
    }
}

extension Course {
    /// What is the matter with a course of action of an annex.
    func findings(in annex: AnnexID) -> [PlanFinding] {
        let here = PlanSpot(annex, course: id)
        var found = long([title], PlanLimits.title, here) + many(steps.count, PlanLimits.steps, here)
        var next: Int32 = 1
        var isCounted = !steps.isEmpty && !title.isEmpty && !id.isNone
        for step in steps {
            isCounted = isCounted && step.number == next
            next += 1
            found += step.findings(
                at: PlanSpot(annex, course: id, step: step.number), isForLockdown: isForLockdown)
        }
        if !isCounted { found.append(PlanFinding(.badNumbers, at: here)) }
        return found
    }

    /// Whether its steps are given out for the sake of a Lockdown: nobody moves in one (design section 3).
    ///
    /// A course for every action is not: what it says of moving is left out where a place is in Lockdown.
    private var isForLockdown: Bool { trigger == .action && actions.contains(.lockdown) }
}

extension CourseStep {
    fileprivate func findings(at here: PlanSpot, isForLockdown: Bool) -> [PlanFinding] {
        var found = long([text], PlanLimits.step, here)
        if let say { found += long([say], PlanLimits.say, here) }
        if text.isEmpty { found.append(PlanFinding(.emptyStep, at: here)) }
        if isForLockdown, movesPeople { found.append(PlanFinding(.movesInLockdown, at: here)) }
        if readsLikeMoving, !movesPeople { found.append(PlanFinding(.readsLikeMoving, at: here)) }
        for first in after where first < 1 || first >= number {
            found.append(PlanFinding(.waitsForNothing(first), at: here))
        }
        if let within, within.milliseconds <= 0 || within > PlanLimits.deadline {
            found.append(PlanFinding(.badDeadline, at: here))
        }
        return found
    }
}

extension CourseStep {
    /// Words of steps that take people from one place to another or send somebody to a door; in small letters.
    private static let moving: [String] = [
        "evacuate the", "leave the", "left at once", "go to the", "walk to", "run to", "move to", "moved to",
        "taken to", "brought to", "bring them", "lead them", "escort", "sweep the", "knock on",
        "check each room",
        "check every room", "check the hall", "search the",
    ]

    /// Whether its words say that people move: a hint for whoever writes it, and no more than that.
    fileprivate var readsLikeMoving: Bool {
        let letters = text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        return Self.moving.contains { phrase in
            let wanted = Array(phrase.utf8)
            guard wanted.count <= letters.count else { return false }
            return (0...letters.count - wanted.count).contains { start in
                letters[start..<start + wanted.count].elementsEqual(wanted)
            }
        }
    }
}

/// A finding for each text that is too long.
func long(_ texts: [String], _ limit: Int, _ spot: PlanSpot) -> [PlanFinding] {
    texts.filter { $0.utf8.count > limit }.map { _ in PlanFinding(.tooLong(Int32(limit)), at: spot) }
}

/// A finding where there are too many of something.
func many(_ count: Int, _ limit: Int, _ spot: PlanSpot) -> [PlanFinding] {
    count > limit ? [PlanFinding(.tooMany(Int32(limit)), at: spot)] : []
}
