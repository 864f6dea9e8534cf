import Foundation
import MusterCore

/// A district as plain tables, and what lacks at each quarter of an hour, for a peer to come to the same.
struct DistrictFiles {
    let folder: URL
    let questions: [CoverageQuestion]
    let first: CivilDay
    let days: Int32

    init(_ folder: URL, _ questions: [CoverageQuestion], first: CivilDay, days: Int32) {
        self.folder = folder
        self.questions = questions
        self.first = first
        self.days = days
    }

    func write() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var tables: [String: [String]] = [
            "days": ["site,day,sort,ends"],
            "recurring": ["site,what,person,days,weekdays,begins,ends,outside"],
            "dated": ["site,what,person,begins,ends"], "line": ["site,position,rank,person,responds"],
            "expected": ["site,slot,occupied,depth,outside,duty,lead,director"],
        ]
        for (site, question) in questions.enumerated() { add(question, site, to: &tables) }
        for (name, lines) in tables {
            let text = lines.joined(separator: "\n") + "\n"
            try text.write(to: folder.appending(path: name + ".csv"), atomically: true, encoding: .utf8)
        }
    }

    private func add(_ question: CoverageQuestion, _ site: Int, to tables: inout [String: [String]]) {
        let book = question.book
        for day in -1..<days {
            switch book.sort(of: first.advanced(by: day)) {
            case .school(let until): tables["days"]?.append("\(site),\(day),school,\(until ?? 2880)")
            case .summer(let until): tables["days"]?.append("\(site),\(day),summer,\(until ?? 2880)")
            case .free: tables["days"]?.append("\(site),\(day),free,2880")
            }
        }
        func row(_ what: String, _ person: String, _ when: Recurrence, _ outside: Bool) {
            let ends = when.endsAfter
            tables["recurring"]?.append(
                "\(site),\(what),\(person),\(when.days.rawValue),\(when.weekdays.bits),\(when.begins),\(ends),\(outside ? 1 : 0)"
            )
        }
        for opening in book.openings { row("open", "", opening.when, false) }
        for hours in book.hours { row("works", hours.person.text, hours.when, !hours.onSite) }
        for duty in book.outside { row("duty", duty.person.text, duty.when, true) }
        let start = question.period.from.milliseconds
        func dated(_ what: String, _ person: String, _ when: Stretch) {
            let from = (when.from.milliseconds - start) / 60_000
            tables["dated"]?.append("\(site),\(what),\(person),\(from),\(from + when.minutes)")
        }
        for absence in book.absences { dated("absent", absence.person.text, absence.when) }
        for event in book.events {
            dated("open", "", event.when)
            for person in event.people { dated("works", person.text, event.when) }
        }
        for position in question.plan.positionsToFill {
            for (rank, member) in question.plan.members(for: position).enumerated() {
                let responds = book.responds(member.person) ? 1 : 0
                tables["line"]?.append(
                    "\(site),\(position.rawValue),\(rank),\(member.person.text),\(responds)")
            }
        }
        expect(question, site, to: &tables)
    }

    /// What lacks at each quarter of an hour: the columns are what the peer works out.
    private func expect(_ question: CoverageQuestion, _ site: Int, to tables: inout [String: [String]]) {
        let coverage = Coverage(question)
        for slot in 0..<(Int64(days) * 96) {
            guard let stretch = coverage.at(question.period.from + .minutes(slot * 15)) else { continue }
            func has(_ gap: CoverageGap, _ position: Position) -> Int {
                stretch.hits.contains { $0.gap == gap && $0.position == position } ? 1 : 0
            }
            func lacks(_ position: Position) -> Int {
                has(.nobody, position) + has(.onlyResponders, position) + has(.oneDeep, position)
            }
            let depth = stretch.isOccupied ? stretch.depth : 0
            tables["expected"]?.append(
                "\(site),\(slot),\(stretch.isOccupied ? 1 : 0),\(depth),\(has(.nobodyOutside, .schoolCoordinator)),\(stretch.outsideDuty == nil ? 0 : 1),\(lacks(.accountabilityLead)),\(lacks(.reunificationDirector))"
            )
        }
    }
}
