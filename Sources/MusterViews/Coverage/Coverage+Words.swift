package import MusterCore

extension CoverageGap {
    /// What lacks, in a few words.
    package var label: String {
        switch self {
        case .nobody: "Nobody"
        case .onlyResponders: "Only responders"
        case .nobodyOutside: "Nobody outside"
        case .noOutsideDuty: "No outside duty"
        case .planAway: "Outside duty away"
        case .planDuty: "Outside duty by the plan only"
        case .oneDeep: "One deep"
        case .fallsToOne: "Two positions, one person"
        case .unqualified: "Not qualified"
        case .countedTwice: "Counted at two sites"
        case .noLine: "No line"
        case .shortLine: "Short line"
        case .hoursUnknown: "Hours unknown"
        }
    }

    /// The letter that stands in an hour of the heat map beside how many there are; none where the number says it.
    var mark: String {
        switch self {
        case .nobody, .noLine, .shortLine, .hoursUnknown: ""
        case .onlyResponders: "R"
        case .oneDeep: "B"
        case .planAway: "A"
        case .planDuty: "H"
        case .nobodyOutside: "I"
        case .noOutsideDuty: "D"
        case .fallsToOne: "P"
        case .unqualified: "Q"
        case .countedTwice: "T"
        }
    }

    /// What the letter means.
    var legend: String {
        switch self {
        case .onlyResponders: "only people who respond"
        case .nobodyOutside: "everybody is inside"
        case .noOutsideDuty: "no outside duty person"
        case .planAway: "the plan's outside duty person is away"
        case .planDuty: "no hour of outside duty is entered"
        case .oneDeep: "one deep: no backup"
        case .fallsToOne: "two positions for one person"
        case .unqualified: "first one not qualified"
        case .countedTwice: "somebody counted at two sites"
        case .nobody, .noLine, .shortLine, .hoursUnknown: ""
        }
    }
}

extension [DutyChange] {
    /// All that is to be done, one sentence after the other.
    package func sentences(_ directory: DirectorySlice, _ clock: SiteClock) -> String {
        map { $0.sentence(directory, clock) }.joined(separator: " ")
    }
}

extension CoverageGrade {
    /// The colour of the grade, which never stands without words.
    var tone: Tone {
        switch self {
        case .fine: .allHere
        case .attention: .heardFrom
        case .thin: .exceptions
        case .serious: .caution
        case .gravest: .needsHelp
        }
    }
}

extension WhyNot {
    /// Why somebody is not counted on.
    package var label: String {
        switch self {
        case .off: "neither working nor reachable"
        case .absent: "away"
        case .left: "has left"
        case .hoursUnknown: "no hours known"
        case .responds: "expected to respond"
        case .unavailable: "set to not available"
        }
    }
}

extension CoverageHit {
    /// What lacks in a few words, and at which position where it is another than the school coordinator's.
    var label: String {
        position == .schoolCoordinator ? gap.label : "\(gap.label): \(position.label.lowercasedFirst)"
    }

    /// What lacks, in one sentence.
    package func sentence(_ directory: DirectorySlice) -> String {
        let names = Teller.list(persons.map { directory.name(of: $0) })
        let what = position.label.lowercasedFirst
        return switch gap {
        case .nobody: "Nobody of the line for \(what) is there or can be reached."
        case .onlyResponders:
            "For \(what) there is only \(names), who is expected to respond and cannot coordinate at the same time."
        case .nobodyOutside: "Everybody who could coordinate would be inside the building."
        case .noOutsideDuty:
            "Nobody would be seated if the line does not answer: no outside duty person is named."
        case .planAway:
            "Only \(names), whom the plan names, would be seated if the line does not answer, and is entered as away."
        case .planDuty:
            "Only \(names), whom the plan names, would be seated if the line does not answer: nobody has the hour."
        case .oneDeep: "\(names) alone could be \(what); there is no backup."
        case .fallsToOne: "\(position.label) would fall to \(names), who is needed for another position."
        case .unqualified:
            "\(names) would be asked first and lacks what is asked for here, or it has expired."
        case .countedTwice: "\(names) is entered at two sites at the same time."
        case .noLine:
            "Courses of the plan give steps to \(what), and nobody stands in a line for it: nobody would be asked."
        case .shortLine:
            persons.isEmpty
                ? "Nobody stands in the line for \(what). It needs a primary and two backups."
                : "The line for \(what) has \(persons.count) of the three it needs: a primary and two backups."
        case .hoursUnknown: "It is not known when \(names) works or can be reached."
        }
    }

    /// Who of the line is not counted on, and why: one after the other where it is different at different hours.
    package func reasons(_ directory: DirectorySlice) -> String {
        var people: [PersonID] = []
        for row in notCounted where !people.contains(row.person) { people.append(row.person) }
        return people.map { person in
            let why = notCounted.filter { $0.person == person }.map { $0.why.label }
            return "\(directory.name(of: person)): \(why.joined(separator: ", or "))"
        }.joined(separator: "; ")
    }
}

extension DutyChange {
    /// The change in one sentence, as something to do.
    package func sentence(_ directory: DirectorySlice, _ clock: SiteClock) -> String {
        switch self {
        case .withoutPerson(let person): "\(directory.name(of: person)) is away."
        case .moveEvent(let event, let to): "\(event.name) begins on \(clock.words(at: to))."
        case .addToLine(let position, let person, let onSite):
            "Put \(directory.name(of: person)) in the line for \(position.label.lowercasedFirst)"
                + (onSite ? ", who is there anyway." : ", who can be reached anyway.")
        case .reachable(let person, let when):
            "Have \(directory.name(of: person)) reachable \(clock.brief(when))."
        case .outsideDuty(let person, let when):
            "Give \(directory.name(of: person)) the outside duty \(clock.brief(when))."
        case .qualify(let person, let names):
            "\(directory.name(of: person)) takes or renews \(Teller.list(names.map { DutyText.qualification($0) }))."
        case .find(let position):
            "Find somebody for \(position.label.lowercasedFirst) who does not respond: at the district, a neighbour school "
                + "or the county. Nobody who is known is free of another position then."
        case .enterHours(let person): "Enter when \(directory.name(of: person)) works or can be reached."
        case .oneSite(let person): "Enter \(directory.name(of: person)) at one of the two sites only."
        }
    }
}
