package import MusterCore

extension CoverageGap {
    /// What lacks, in a few words.
    package var label: String {
        switch self {
        case .nobody: "Nobody"
        case .onlyResponders: "Only responders"
        case .nobodyOutside: "Nobody outside"
        case .noOutsideDuty: "No outside duty"
        case .oneDeep: "One deep"
        case .fallsToOne: "Two positions, one person"
        case .unqualified: "Not qualified"
        case .countedTwice: "Counted at two sites"
        case .shortLine: "Short line"
        case .hoursUnknown: "Hours unknown"
        }
    }

    /// The letter that stands in an hour of the heat map beside how many there are; none where the number says it.
    var mark: String {
        switch self {
        case .nobody, .oneDeep, .shortLine, .hoursUnknown: ""
        case .onlyResponders: "R"
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
        case .fallsToOne: "two positions for one person"
        case .unqualified: "first one not qualified"
        case .countedTwice: "somebody counted at two sites"
        case .nobody, .oneDeep, .shortLine, .hoursUnknown: ""
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
        case .attention: .exceptions
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
        }
    }
}

extension CoverageHit {
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
        case .oneDeep: "\(names) alone could be \(what); there is no backup."
        case .fallsToOne: "\(position.label) would fall to \(names), who is needed for another position."
        case .unqualified:
            "\(names) would be asked first and lacks what is asked for here, or it has expired."
        case .countedTwice: "\(names) is entered at two sites at the same time."
        case .shortLine:
            persons.isEmpty
                ? "Nobody stands in the line for \(what). It needs a primary and two backups."
                : "The line for \(what) has \(persons.count) of the three it needs: a primary and two backups."
        case .hoursUnknown: "It is not known when \(names) works or can be reached."
        }
    }

    /// Who of the line is not counted on, and why.
    package func reasons(_ directory: DirectorySlice) -> String {
        notCounted.map { "\(directory.name(of: $0.person)): \($0.why.label)" }.joined(separator: "; ")
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
            "\(directory.name(of: person)) takes or renews \(Teller.list(names))."
        case .find(let position):
            "Find somebody for \(position.label.lowercasedFirst) who does not respond: at the district, a neighbour school "
                + "or the county. Nobody who is known is free then."
        case .enterHours(let person): "Enter when \(directory.name(of: person)) works or can be reached."
        case .oneSite(let person): "Enter \(directory.name(of: person)) at one of the two sites only."
        }
    }
}

extension CivilDay {
    /// The day as `Mon 7 Sep`.
    package var words: String {
        let (_, month, day) = date
        return "\(weekday.short) \(day) \(Self.months[Int(month - 1)])"
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}

extension SiteClock {
    /// A moment as `Mon 7 Sep, 07:30`.
    package func words(at moment: Instant) -> String {
        let (day, minute) = shows(moment)
        return "\(day.words), \(DutyText.time(minute))"
    }

    /// Stretches of time in words: equal times of several days are told once.
    package func words(of stretches: [Stretch], atMost most: Int = 4) -> String {
        var groups: [(times: String, days: [CivilDay])] = []
        for stretch in stretches {
            let from = shows(stretch.from)
            let times = "\(DutyText.time(from.minute)) to \(end(of: stretch, from: from.day))"
            if let index = groups.firstIndex(where: { $0.times == times }) {
                groups[index].days.append(from.day)
            } else {
                groups.append((times, [from.day]))
            }
        }
        let told = groups.prefix(most).map { group in
            "\(group.times) on \(Self.words(days: group.days))"
        }
        let rest = groups.count - told.count
        return told.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more times" : "")
    }

    /// One stretch of time in words; of many it is said that they are the ones that were named.
    fileprivate func brief(_ stretches: [Stretch]) -> String {
        stretches.count == 1 ? words(of: stretches) : "at these times"
    }

    private func end(of stretch: Stretch, from day: CivilDay) -> String {
        let to = shows(stretch.to)
        if to.day == day { return DutyText.time(to.minute) }
        if to.minute == 0, to.day == day.advanced(by: 1) { return "24:00" }
        let isNext = to.day == day.advanced(by: 1)
        return DutyText.time(to.minute) + (isNext ? " the next day" : " on \(to.day.words)")
    }

    private static func words(days: [CivilDay]) -> String {
        guard days.count > 6, let first = days.first, let last = days.last else {
            return days.map { $0.words }.joined(separator: ", ")
        }
        return "\(days.count) days from \(first.words) to \(last.words)"
    }
}
