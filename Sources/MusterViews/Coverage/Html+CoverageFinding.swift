import MusterCore

/// Findings, told with who, when, why and what to do.
extension Html {
    /// Writes who would coordinate at this moment.
    mutating func coverageNow(_ sheet: CoverageSheet) {
        guard let now = sheet.now else { return }
        coverageMoment(now, "Right now", sheet)
    }

    /// Writes who would coordinate at a moment, under the words for it.
    mutating func coverageMoment(_ now: CoverageStretch, _ key: String, _ sheet: CoverageSheet) {
        let grade = now.grade
        let first = now.first.map { sheet.directory.name(of: $0) }
        div(.class(grade.tone.className)) { h in
            h.div("big-fact") { h in
                h.p("big-key", text: now.isOccupied ? key : key + ", with nobody due on the site")
                h.p(
                    "big-value",
                    text: first.map { "\($0) would be asked first" } ?? "Nobody would be asked first")
                let others = now.standby.filter { $0.person != now.first && !$0.responds }
                if !others.isEmpty {
                    let names = others.map {
                        sheet.directory.name(of: $0.person) + ($0.isOutside ? " (outside)" : "")
                    }
                    h.p(text: "Then " + names.joined(separator: ", then ") + ".")
                }
                let responds = now.standby.filter { $0.responds }
                if !responds.isEmpty {
                    let names = responds.map { sheet.directory.name(of: $0.person) }
                    h.p(text: "Not counted on, since expected to respond: " + Teller.list(names) + ".")
                }
                h.p(
                    text: now.outsideDuty.map { "Outside duty: \(sheet.directory.name(of: $0))." }
                        ?? "Nobody would be seated if the line does not answer.")
                for hit in now.hits where hit.gap != .noOutsideDuty {
                    if hit.position == .schoolCoordinator {
                        h.p("finding-now") { h in
                            h.icon(.warning)
                            h.text(hit.sentence(sheet.directory))
                        }
                    } else {
                        h.p("quiet", text: hit.sentence(sheet.directory))
                    }
                }
                h.link("All your sites right now", to: "/district")
            }
        }
    }

    /// Writes how many findings of each grade there are, or that there is nothing to mend.
    mutating func coverageSummary(_ sheet: CoverageSheet) {
        guard !sheet.open.isEmpty else {
            // Where nobody entered when people are due, or who works when, nothing found means nothing.
            guard sheet.isKnown else { return }
            let words =
                sheet.accepted.isEmpty
                ? "At every hour somebody coordinates who need not respond, with a backup, and somebody outside."
                : "What is left was accepted as it is; it stands under Findings."
            return notice(.allHere, "Nothing to mend in these seven days") { h in h.p(text: words) }
        }
        let worst = sheet.open.map { $0.finding.hit.grade }.max() ?? .attention
        let count = sheet.open.count
        notice(worst.tone, count == 1 ? "1 thing to mend" : "\(count) things to mend") { h in
            h.ul("told") { h in
                for item in sheet.open.prefix(3) {
                    h.li { h in
                        let hours = item.finding.hours(sheet.clock)
                        if !hours.isEmpty { h.strong(text: hours) }
                        h.text(item.finding.hit.sentence(sheet.directory))
                    }
                }
            }
            h.link("All findings", to: sheet.address(.findings))
        }
    }

    /// Writes a finding with its forms.
    mutating func coverageFinding(_ item: CoverageItem, _ sheet: CoverageSheet, _ clock: PageClock) {
        let hit = item.finding.hit
        section("card") { h in
            h.p { h in h.badge(hit.grade.tone, hit.label) }
            h.p("finding-words", text: hit.sentence(sheet.directory))
            h.element("dl", ["facts"]) { h in
                if !hit.gap.isStanding {
                    let hours = item.finding.minutes
                    h.fact("When", sheet.clock.words(of: item.finding.when))
                    h.fact("In all", hours < 120 ? "\(hours) minutes" : "\(hours / 60) h \(hours % 60) min")
                }
                if !hit.notCounted.isEmpty { h.fact("Not counted", hit.reasons(sheet.directory)) }
                h.fact("What to do", item.mend.sentences(sheet.directory, sheet.clock))
                if let note = item.note { h.settled(note, item.standing, sheet, clock) }
            }
            if sheet.maySettle { h.placesToEnter(item.mend) }
            if sheet.maySettle { h.settle(item, sheet) }
        }
    }

    /// Writes the ways to where a change is entered: it is done once those whom it concerns have agreed.
    private mutating func placesToEnter(_ changes: [DutyChange]) {
        let sections = DutySection.allCases.filter { section in changes.contains { $0.section == section } }
        guard !sections.isEmpty else { return }
        buttonRow { h in
            for section in sections {
                h.buttonLink(
                    "Once agreed, enter it: " + section.label, to: "/duty?view=\(section.rawValue)",
                    icon: .note)
            }
        }
    }

    private mutating func settled(
        _ note: CoverageNote, _ standing: NoteStanding, _ sheet: CoverageSheet, _ clock: PageClock
    ) {
        if let assigned = note.assigned { fact("Seen to by", sheet.directory.name(of: assigned)) }
        guard let accepted = note.accepted else { return }
        fact(standing.label) { h in
            h.text("\(accepted) (\(sheet.directory.name(of: note.by)), ")
            h.age(of: note.at, clock)
            h.text(")")
            if standing == .accepted {
                let end = sheet.clock.shows(note.end).day
                h.text(". Until \(end.words) \(end.date.year), and for these hours of the week only.")
            }
        }
    }

    private mutating func settle(_ item: CoverageItem, _ sheet: CoverageSheet) {
        let name = item.finding.hit.name
        fold(item.standing == .accepted ? "Open it again" : "Assign or accept", key: name, icon: .person) {
            h in
            guard item.standing != .accepted else {
                return h.plainForm(to: "/coverage/reopen", ["finding": name, "from": sheet.first.text]) { h in
                    h.button("Open it again")
                }
            }
            h.plainForm(to: "/coverage/assign", ["finding": name, "from": sheet.first.text]) { h in
                h.select(
                    "person", "Who sees to it",
                    sheet.people.map { Choice($0.text, sheet.directory.name(of: $0)) },
                    selected: item.note?.assigned?.text ?? "", id: "assign-" + name)
                h.button("Assign")
            }
            h.plainForm(to: "/coverage/accept", ["finding": name, "from": sheet.first.text]) { h in
                h.field(
                    Field(
                        "reason", "Why it is accepted as it is",
                        hint:
                            "For the hours of the week that it has now and for 180 days; it stays listed under Accepted, with your name.",
                        isRequired: true,
                        id: "accept-" + name))
                h.button("Accept")
            }
        }
    }
}

extension NoteStanding {
    /// What was settled, in a few words.
    fileprivate var label: String {
        switch self {
        case .open, .accepted: "Accepted"
        case .expired: "Was accepted, which is over"
        case .outgrown: "Was accepted for fewer hours of the week"
        }
    }
}

extension DutyChange {
    /// The part of the duty pages on which it is entered.
    fileprivate var section: DutySection {
        switch self {
        case .addToLine, .find: .lines
        case .moveEvent: .calendar
        case .withoutPerson: .absences
        case .qualify: .learned
        case .reachable, .outsideDuty, .enterHours, .oneSite: .hours
        }
    }
}
