package import MusterCore

/// A form of the plan as it was sent, made into a change of a draft.
package struct PlanForm: Sendable {
    private let fields: [FormField]

    /// A form's fields in the order in which they stood there.
    package init(_ fields: [FormField]) {
        self.fields = fields
    }

    /// What stands in a field.
    package func value(_ name: String) -> String {
        fields.first { $0.name == name }?.value.trimmed ?? ""
    }

    /// A whole number in a field.
    package func number(_ name: String) -> Int64 { Int64(value(name)) ?? 0 }

    /// Makes the change in a draft; tells whether the form names something that is there.
    package func change(_ document: inout PlanDocument) -> Bool {
        switch value("what") {
        case "annex": return changeAnnex(&document)
        case "course": return changeCourse(&document)
        case "addAnnex": return addAnnex(&document)
        case "addCourse": return addCourse(&document)
        case "removeCourse": return removeCourse(&document)
        case "remove":
            guard let id = AnnexID(value("which")), document.annexes[id] != nil else { return false }
            document.annexes.remove(id)
            return true
        case "section":
            guard let section = BasicSection(rawValue: value("which")) else { return false }
            document.basic.parts.put(BasicPart(section, lines("lines")))
            return true
        case "settings":
            changeSettings(&document.settings)
            return true
        case "words":
            document.settings.wording = wording
            return true
        default: return false
        }
    }

    /// Where what the form changed is gone on with: what was added is filled in next.
    package func next(in document: PlanDocument) -> String {
        let draft = "/plan/draft?document=\(document.number)"
        let edit = "/plan/edit?document=\(document.number)&annex="
        switch value("what") {
        case "addAnnex":
            return document.annexes.rows.last { $0.title == value("title") }.map { edit + $0.id.text }
                ?? draft
        case "addCourse":
            let course = AnnexID(value("which")).flatMap { document.annexes[$0] }?.courses.last
            return course.map { edit + value("which") + "&course=" + $0.id.text } ?? draft
        case "removeCourse": return edit + value("which")
        default: return draft
        }
    }

    /// The form once more with what was typed in it, over a version that somebody else has changed meanwhile; `nil` where
    /// there is nothing to type it into any more.
    package func again(over document: PlanDocument, _ plan: PlanOverview, clock: PageClock) -> Page? {
        var draft = document
        guard document.state == .draft, change(&draft) else { return nil }
        let annex = AnnexID(value("which")).flatMap { draft.annexes[$0] }
        switch value("what") {
        case "annex": return annex.map { PlanEditPage.annex($0, of: draft, plan, clock: clock) }
        case "course":
            guard let annex, let course = annex.courses.first(where: { $0.id.text == value("course") })
            else { return nil }
            return PlanEditPage.course(course, in: annex, of: draft, plan, clock: clock)
        case "section":
            return BasicSection(rawValue: value("which"))
                .map { PlanEditPage.section($0, of: draft, plan, clock: clock) }
        case "settings": return PlanEditPage.settings(of: draft, plan, clock: clock)
        case "words": return PlanEditPage.words(of: draft, plan, clock: clock)
        default: return nil
        }
    }

    private func addAnnex(_ document: inout PlanDocument) -> Bool {
        let title = value("title")
        guard !title.isEmpty, document.annexes.rows.count < PlanLimits.annexes,
            let id = AnnexID(
                Self.shortName(of: title) { AnnexID($0).map { document.annexes[$0] != nil } ?? true })
        else { return false }
        var annex = Annex()
        annex.id = id
        annex.title = title
        annex.kind = AnnexKind(rawValue: value("kind")) ?? .functional
        document.annexes.put(annex)
        return true
    }

    private func addCourse(_ document: inout PlanDocument) -> Bool {
        let title = value("title")
        let known = document.annexes.rows.flatMap { $0.courses }.map { $0.id.text }
        guard !title.isEmpty, let id = AnnexID(value("which")), var annex = document.annexes[id],
            annex.courses.count < PlanLimits.courses,
            let name = CourseID(Self.shortName(of: title) { known.contains($0) })
        else { return false }
        var course = Course()
        course.id = name
        course.title = title
        course.annex = id.text
        guard setOccasion(of: &course) else { return false }
        var step = CourseStep()
        step.number = 1
        course.steps = [step]
        annex.courses.append(course)
        document.annexes.put(annex)
        return true
    }

    /// Takes in when its tasks begin, without what belongs to another occasion; tells whether the form names one.
    private func setOccasion(of course: inout Course) -> Bool {
        guard let trigger = CourseTrigger(rawValue: value("trigger")) else { return false }
        course.trigger = trigger
        let (isAction, isAgency) = (trigger == .action, trigger == .sceneCommand)
        course.actions = isAction ? all("action").compactMap { ProtectiveAction(rawValue: $0) } : []
        course.hazards = isAction ? all("hazard").compactMap { Hazard(rawValue: $0) } : []
        course.agencies = isAgency ? all("agency").compactMap { Agency(rawValue: $0) } : []
        return true
    }

    private func removeCourse(_ document: inout PlanDocument) -> Bool {
        guard let id = AnnexID(value("which")), var annex = document.annexes[id],
            let index = annex.courses.firstIndex(where: { $0.id.text == value("course") })
        else { return false }
        annex.courses.remove(at: index)
        document.annexes.put(annex)
        return true
    }

    /// A short name made of the letters of a title; a number is put behind it while it is taken.
    private static func shortName(of title: String, isTaken: (String) -> Bool) -> String {
        let letters = title.lowercased().utf8.filter {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
        }
        let stem = letters.isEmpty ? "annex" : String(decoding: letters.prefix(12), as: UTF8.self)
        var name = stem
        var number = 2
        while isTaken(name), number < 1000 {
            name = stem + "\(number)"
            number += 1
        }
        return name
    }

    private func changeAnnex(_ document: inout PlanDocument) -> Bool {
        guard let id = AnnexID(value("which")), var annex = document.annexes[id] else { return false }
        annex.title = value("title")
        change(&annex.before, .before)
        change(&annex.during, .during)
        change(&annex.after, .after)
        annex.helpToMove = lines("helpToMove")
        annex.cannotBeSilent = lines("cannotBeSilent")
        annex.otherLanguage = lines("otherLanguage")
        annex.refersTo = parts("refersTo").compactMap { AnnexID($0) }
        document.annexes.put(annex)
        return true
    }

    private func change(_ part: inout AnnexPart, _ phase: AnnexPhase) {
        part.goal = value("\(phase.fields.goal)")
        part.objectives = lines("\(phase.fields.objectives)")
        part.actions = lines("\(phase.fields.actions)")
    }

    private func changeCourse(_ document: inout PlanDocument) -> Bool {
        guard let id = AnnexID(value("which")), var annex = document.annexes[id],
            let index = annex.courses.firstIndex(where: { $0.id.text == value("course") })
        else { return false }
        guard setOccasion(of: &annex.courses[index]) else { return false }
        annex.courses[index].title = value("title")
        annex.courses[index].steps = steps
        document.annexes.put(annex)
        return true
    }

    /// The steps as they stood below one another; one without words is taken out, and those after it count down.
    private var steps: [CourseStep] {
        let texts = all("text")
        var numbers: [Int32] = []
        var kept: Int32 = 0
        for text in texts {
            if !text.isEmpty { kept += 1 }
            numbers.append(text.isEmpty ? 0 : kept)
        }
        var steps: [CourseStep] = []
        for (index, text) in texts.enumerated() where !text.isEmpty {
            var step = CourseStep()
            step.number = numbers[index]
            step.text = text
            step.position = Position(rawValue: at("position", index)) ?? .schoolCoordinator
            let say = at("say", index)
            step.say = say.isEmpty ? nil : say
            step.within = Self.span(at("within", index))
            step.movesPeople = at("moves", index) == "yes"
            step.is911Call = at("call", index) == "yes"
            for part in at("after", index).split(separator: ",") {
                // A step that is not there is kept as it was written: the findings say so.
                guard let number = Int(String(part).trimmed) else { continue }
                let isThere = number >= 1 && number <= numbers.count
                let now = isThere ? numbers[number - 1] : Int32(clamping: number)
                if now != 0, !step.after.contains(now) { step.after.append(now) }
            }
            steps.append(step)
        }
        return steps
    }

    private func changeSettings(_ settings: inout PlanSettings) {
        settings.rights = Act.allCases.compactMap { act in
            guard act != .administer, act != .lockDown else { return settings.rights.first { $0.act == act } }
            let who = all("right-" + act.rawValue).compactMap { Authority(rawValue: $0) }
            // What is as it would be without a line needs none.
            let isUsual = Authority.allCases.allSatisfy {
                who.contains($0) == Right.defaults(act).contains($0)
            }
            return isUsual ? nil : Right(act, who)
        }
        settings.lockdownEnds = all("end").compactMap { EndMethod(rawValue: $0) }
        settings.smallSchool = value("smallSchool") == "yes"
        settings.underAgency = AgencyRelation(rawValue: value("underAgency")) ?? settings.underAgency
    }

    private var wording: [Wording] {
        var wording: [Wording] = []
        for (index, name) in all("action").enumerated() {
            guard let action = ProtectiveAction(rawValue: name) else { continue }
            let announcement = at("announcement", index)
            let steps = at("steps", index).lines
            if announcement.isEmpty, steps.isEmpty { continue }
            wording.append(Wording(action, announcement: announcement, steps: steps))
        }
        return wording
    }

    private func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map { $0.value.trimmed }
    }

    private func at(_ name: String, _ index: Int) -> String {
        let all = all(name)
        return index < all.count ? all[index] : ""
    }

    private func lines(_ name: String) -> [String] { value(name).lines }

    private func parts(_ name: String) -> [String] {
        value(name).split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// Minutes, with tenths where need be: "1.5".
    ///
    /// What is no number is a time of nothing, which the findings refuse.
    private static func span(_ text: String) -> TimeSpan? {
        guard !text.isEmpty else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let minutes = Int64(parts[0]), minutes >= 0, minutes < 100_000 else {
            return .seconds(0)
        }
        let tenths = parts.count == 2 ? Int64(parts[1].prefix(1)) ?? 0 : 0
        return .seconds(minutes * 60 + tenths * 6)
    }
}

extension String {
    /// Without white space at either end.
    package var trimmed: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    /// Its lines without empty ones, whatever a browser ends them with.
    fileprivate var lines: [String] {
        split { $0.isNewline }.map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
