import ArgumentParser
import MusterCore
import MusterLog
import MusterSQLite
import MusterServer
import MusterViews

/// `muster coverage`: who would coordinate at a site, and what is to be mended.
struct CoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Says who would coordinate at a site over some days, and what to mend.",
        discussion: """
            Works while the server runs. Without --from it looks at the week that has begun; --to is the last day. Exits 1 \
            when something is to be mended, 2 when the data cannot be read.
            """)

    @Option(help: "The site; may be left out where there is only one.")
    var site: String?

    @Option(help: "The first day, like 2026-09-07.")
    var from: String?

    @Option(help: "The last day (default: six days after the first one).")
    var to: String?

    @Flag(
        help:
            "Print everything as JSON: the stretches of time, the findings, what mends them, and who is who.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() async throws {
        let answer = try await Unreadable.asStatus { () async throws -> CoverageAnswer in
            try await looked()
        }
        if json { print(answer.json) } else { for line in answer.lines { print(line) } }
        if !answer.items.isEmpty { throw ExitCode(1) }
    }

    private func looked() async throws -> CoverageAnswer {
        let directory = try DirectoryDatabase(path: data.folder + "/directory.sqlite")
        let card = try await DirectoryFinder(directory).site(site)
        let reader = CoverageReader(directory)
        let first: CivilDay
        if let from {
            first = try day(from, "--from")
        } else {
            first = try await reader.monday(
                of: card.site, at: WallClock().wall)
        }
        let last = try to.map { try day($0, "--to") } ?? first.advanced(by: 6)
        let days = last.number - first.number + 1
        guard days >= 1 else { throw ValidationError("--to lies before --from.") }
        guard days <= CoverageReader.mostDays else {
            throw ValidationError("At most \(CoverageReader.mostDays) days at once; these are \(days).")
        }
        let question = try await reader.question(
            of: card.site, try await plan(of: card.site), from: first, days: days)
        let coverage = Coverage(question)
        var names: [PersonID: String] = [:]
        for adult in try await directory.everyAdult() { names[adult.person] = adult.name }
        let notes = try await directory.coverageNotes(of: card.site)
        let now = WallClock().wall
        let open = coverage.findings.filter { finding in
            !notes.contains {
                $0.finding == finding.hit.name
                    && $0.standing(of: finding, on: question.clock, at: now) == .accepted
            }
        }
        let caveats = question.caveats(zone: try await directory.siteZone(of: card.site).name)
        return CoverageAnswer(
            card: card, first: first, question: question, coverage: coverage,
            items: zip(open, question.mends(open)).map { CoverageItem($0, mend: $1) }, caveats: caveats,
            names: names)
    }

    private func day(_ text: String, _ option: String) throws -> CivilDay {
        guard let day = CivilDay(text) else {
            throw ValidationError("\(option) \(text) is no day. Say it like 2026-09-07.")
        }
        return day
    }

    /// The plan in force, from the log.
    private func plan(of site: SiteID) async throws -> SitePlan {
        let log = try SQLiteLogReader(folder: data.folder)
        var state = SiteState()
        var position: Int64 = 0
        let stream: StreamID = site.retyped()
        guard try await log.streams().contains(stream) else { return SitePlan() }
        while case let page = try await log.read(stream, after: position, limit: 1000), let last = page.last {
            for stored in page { state.apply(try stored.decodedRecord()) }
            position = last.position
        }
        return state.plan
    }
}

/// What the command found, as lines or as JSON.
private struct CoverageAnswer {
    let card: SiteCard
    let first: CivilDay
    let question: CoverageQuestion
    let coverage: Coverage
    let items: [CoverageItem]
    let caveats: [CoverageCaveat]
    let names: [PersonID: String]

    private var directory: DirectorySlice {
        var slice = DirectorySlice()
        for (person, name) in names {
            var entry = PersonEntry()
            entry.person = person
            entry.name = name
            slice.people.put(entry)
        }
        return slice
    }

    /// The findings in sentences, the gravest first.
    var lines: [String] {
        let last = question.clock.shows(question.period.to + .minutes(-1)).day
        let names = directory
        var lines = ["\(card.name), \(first.text) to \(last.text)"]
        lines += caveats.map { "\($0.title). \($0.words)" }
        let isKnown = !caveats.contains(.noHours) && !caveats.contains(.noOpenings)
        if items.isEmpty, isKnown { lines.append("Nothing is to be mended.") }
        for item in items {
            let hit = item.finding.hit
            lines.append("")
            lines.append("\(hit.gap.label): \(hit.sentence(names))")
            if !hit.gap.isStanding {
                lines.append("  When: \(question.clock.words(of: item.finding.when))")
            }
            if !hit.notCounted.isEmpty { lines.append("  Not counted: \(hit.reasons(names))") }
            lines.append("  What to do: \(item.mend.sentences(names, question.clock))")
        }
        return lines
    }

    /// The whole answer; times are milliseconds since 1970 UTC, people are ids with their names beside.
    var json: String {
        var writer = WireWriter()
        writer.beginObject()
        var site = card.site
        var name = card.name
        var coverage = coverage
        writer.field("site", &site)
        writer.field("name", &name)
        writer.field("period", &coverage.period)
        writer.field("stretches", &coverage.stretches)
        var findings = items.map { CoverageProposal($0) }
        writer.field("findings", &findings)
        var caveats = caveats
        writer.field("caveats", &caveats)
        var people = Table<PersonEntry>()
        let known = directory
        for person in question.peopleInLines {
            if let entry = known.people[person] { people.put(entry) }
        }
        writer.field("people", &people)
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

/// A finding and what would mend it, as it stands in JSON.
private struct CoverageProposal: WireValue {
    var finding = CoverageFinding()
    var mend: [DutyChange] = []

    init() {}

    init(_ item: CoverageItem) {
        finding = item.finding
        mend = item.mend
    }

    mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("finding", &finding)
        visitor.field("mend", &mend)
    }
}
