import ArgumentParser
import MusterCore
import MusterExchange
import MusterLog
import MusterServer

/// `muster import calendar`: absences, events or holidays from an iCalendar file.
struct ImportCalendarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Imports absences, events or holidays of a site from an iCalendar file.",
        discussion: """
            Say what it is: --absences-of, --events or --holidays. Of absences only the times are read. Recurring events \
            are expanded from today for a year, or between --from and --to. The same person's absences, or the file of the \
            same name, replace what was imported before. Works while the server runs.
            """)

    @Argument(help: "The calendar, such as calendar.ics.")
    var path: String

    @Option(help: "Whose absences it holds: a name, a key of the roster, or an id.")
    var absencesOf: String?

    @Flag(help: "It holds events on the site.")
    var events = false

    @Flag(help: "It holds days without school.")
    var holidays = false

    @Option(help: "The first day that is looked at, such as 2026-09-01 (default: today).")
    var from: String?

    @Option(help: "The last day that is looked at (default: a year later).")
    var to: String?

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @OptionGroup var data: DataOptions

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Print the report as JSON.")
    var json = false

    func validate() throws {
        guard (absencesOf == nil ? 0 : 1) + (events ? 1 : 0) + (holidays ? 1 : 0) == 1 else {
            throw ValidationError("Say what it is, one of: --absences-of PERSON, --events, --holidays.")
        }
        for day in [from, to] {
            if let day, CivilDay(day) == nil {
                throw ValidationError("\(day) is no day: write it as 2026-09-01.")
            }
        }
    }

    func run() async throws {
        let directory = try DataFolder.directory(in: data.folder)
        let finder = DirectoryFinder(directory)
        let card = try await finder.site(site)
        var purpose = events ? CalendarPurpose.events : .holidays
        if let absencesOf {
            purpose = .absences(
                of: try await finder.adult(absencesOf, at: card.site, now: WallClock().wall).person)
        }
        let setup = DutySetup(directory, WallClock())
        let draft = try await setup.draft(
            calendar: path, named: path, for: purpose, at: card.site, from: from.flatMap { CivilDay($0) },
            to: to.flatMap { CivilDay($0) })
        let report = DutyReport(draft, dryRun ? .dryRun : .applied)
        if report.outcome == .applied { try await setup.save(draft, at: card.site) }
        print(json ? try report.json() : report.text)
        if report.outcome == .refused { throw ExitCode(1) }
    }
}
