import MusterCore

@testable import MusterViews

/// A made-up school in a week of September, with some of each thing to mend.
enum SampleCoverage {
    static let monday = CivilDay("2026-09-07") ?? CivilDay(number: 0)
    static let zone = SiteClock(offsetMinutes: -240)
    static let clock = PageClock(now: at(2, 10, 20), utcOffsetMinutes: -240)
    static let reyes = person("reyes")
    static let okafor = person("okafor")
    static let lund = person("lund")
    static let whitlock = person("whitlock")
    static let imani = person("imani")

    static func at(_ day: Int32, _ hour: Int32, _ minute: Int32 = 0) -> Instant {
        zone.instant(monday.advanced(by: day), minute: hour * 60 + minute)
    }

    static var directory: DirectorySlice {
        var slice = DirectorySlice()
        for (person, name) in [
            (reyes, "Dana Reyes"), (okafor, "Lee Okafor"), (lund, "Kim Lund"), (whitlock, "Dana Whitlock"),
            (imani, "Officer R. Imani"),
        ] {
            var entry = PersonEntry()
            entry.person = person
            entry.name = name
            slice.people.put(entry)
        }
        return slice
    }

    /// A school with an evening game, after-school care that outlasts the office, and an officer in the line.
    static var question: CoverageQuestion {
        var plan = SitePlan()
        plan.line = [
            LineMember(reyes, onSite: true), LineMember(imani, onSite: true),
            LineMember(whitlock, onSite: false),
        ]
        plan.lines.put(PositionLine(.accountabilityLead, [LineMember(okafor, onSite: true)]))
        var book = DutyBook()
        book.calendar = [CalendarSpan(.term, from: monday.advanced(by: -7), to: monday.advanced(by: 200))]
        book.openings = [
            Opening("School", Recurrence(450, to: 915)),
            Opening("After-school care", Recurrence(915, to: 1080)),
        ]
        book.events = [
            SiteEvent("Football game", Stretch(from: at(4, 18, 30), to: at(4, 21)), people: [imani])
        ]
        book.hours = [
            WorkingHours(reyes, Recurrence(420, to: 960)), WorkingHours(okafor, Recurrence(420, to: 1020)),
            WorkingHours(lund, Recurrence(450, to: 930)), WorkingHours(imani, Recurrence(420, to: 1080)),
            WorkingHours(whitlock, Recurrence(480, to: 1020, on: .everyDay), onSite: false),
        ]
        book.outside = [OutsideDuty(whitlock, Recurrence(360, to: 1320, on: .everyDay, .all))]
        book.absences = [Absence(reyes, Stretch(from: at(1, 0), to: at(2, 0)))]
        book.responders = [ExpectedResponder(imani, .sro)]
        return CoverageQuestion(plan, book, zone, Stretch(from: at(0, 0), to: at(7, 0)))
    }

    static func sheet(_ question: CoverageQuestion = question) -> CoverageSheet {
        let coverage = Coverage(question)
        var sheet = CoverageSheet(
            site: "Cedar Hill Elementary", clock: zone, first: monday, coverage: coverage,
            directory: directory)
        sheet.now = coverage.at(clock.now)
        sheet.items = zip(coverage.findings, question.mends(coverage.findings)).map {
            CoverageItem($0, mend: $1)
        }
        sheet.people = [reyes, imani, whitlock, okafor]
        sheet.events = question.book.events
        sheet.maySettle = true
        return sheet
    }

    /// The same with one finding assigned and one accepted.
    static var settled: CoverageSheet {
        var sheet = sheet()
        for (index, item) in sheet.items.enumerated() {
            var note = CoverageNote()
            note.finding = item.finding.hit.name
            note.by = reyes
            note.at = at(0, 9)
            switch item.finding.hit.gap {
            case .noOutsideDuty: note.accepted = "The county is on the telephone at night."
            case .shortLine: note.assigned = okafor
            default: continue
            }
            note.until = note.accepted == nil ? nil : at(0, 9) + CoverageNote.lasts
            sheet.items[index] = CoverageItem(
                item.finding, mend: item.mend, notes: [note], on: zone, at: clock.now)
        }
        return sheet
    }

    static var trial: CoverageSheet {
        var sheet = sheet()
        sheet.trial = CoverageTrial(
            [.withoutPerson(reyes), .withoutPerson(whitlock)], question, before: sheet.coverage)
        return sheet
    }

    /// One hour that somebody asked about, with the first one away.
    static var asked: CoverageSheet {
        var sheet = sheet()
        sheet.hour = CoverageHour(question, at: at(3, 16, 30), without: [reyes])
        return sheet
    }

    /// A rural school with nothing to mend.
    static var green: CoverageSheet {
        var question = question
        question.plan.line[1] = LineMember(okafor, onSite: true)
        question.plan.lines = Table()
        question.plan.smallSchool = true
        question.book.openings.removeLast()
        question.book.events = []
        question.book.outside.append(OutsideDuty(imani, Recurrence(1320, to: 360, on: .everyDay, .all)))
        question.book.responders = []
        return sheet(question)
    }

    static var empty: CoverageSheet {
        var question = question
        question.plan = SitePlan()
        question.book = DutyBook()
        var sheet = sheet(question)
        sheet.caveats = question.caveats(zone: "Etc/UTC")
        sheet.people = []
        sheet.events = []
        return sheet
    }

    static var district: [DistrictRow] {
        func row(_ id: String, _ name: String, _ change: (inout DistrictRow) -> Void) -> DistrictRow {
            var row = DistrictRow(SiteID(id) ?? .none, name)
            row.now = sheet().now
            row.first = "Dana Reyes"
            row.outsideDuty = "Dana Whitlock"
            change(&row)
            return row
        }
        return [
            row("alder", "Alder Creek Elementary") { _ in },
            row("birch", "Birch Hollow Campus") {
                $0.open = 3
                $0.next = "One deep from 15:30"
            },
            row("cedar", "Cedar Ridge High School") {
                $0.now = Coverage(question.after([.withoutPerson(whitlock)])).at(at(4, 19))
                $0.first = nil
                $0.open = 7
            },
            row("dogwood", "Dogwood Annex") { $0.now = nil },
        ]
    }

    private static func person(_ id: String) -> PersonID { PersonID(id) ?? .none }
}
