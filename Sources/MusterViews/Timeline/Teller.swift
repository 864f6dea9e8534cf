package import MusterCore

/// Tells records as plain sentences: the same on the board and in an export.
///
/// It names staff and officials by the directory at hand; whom it does not know it does not guess, and no student
/// is in a directory that reaches it.
package struct Teller: Sendable {
    /// The names.
    package let directory: DirectorySlice
    /// Minutes to add to UTC for the site's wall clock.
    package let utcOffsetMinutes: Int32

    /// Tells with the names of a directory, at a site's distance from UTC.
    package init(_ directory: DirectorySlice, utcOffsetMinutes: Int32) {
        self.directory = directory
        self.utcOffsetMinutes = utcOffsetMinutes
    }

    /// What happened, in one sentence that names who.
    package func sentence(_ record: Record) -> String {
        switch record.event {
        case .plan(let event): sentence(event, by: name(record.actor))
        case .incident(let event): sentence(event, record)
        case .coordination(let event): sentence(event, record)
        case .rollCall(let event): sentence(event, record)
        case .journal(let event): sentence(event, record)
        case .task(let event): sentence(event, record)
        case .resource(let event): sentence(event, record)
        }
    }

    /// When it was seen, where it was received noticeably later: "seen 14:01:02, received 22 s later".
    package func lateness(_ record: Record) -> String? {
        guard let source = record.event.source else { return nil }
        let late = (record.at - source.observedAt).seconds
        guard late >= Self.noticeable, source.observedAt > .zero else { return nil }
        return "seen \(time(source.observedAt)), received \(Self.span(late)) later"
    }

    /// How many seconds between seeing and receiving are worth a mark.
    static let noticeable: Int64 = 10

    func time(_ moment: Instant) -> String { moment.timeOfDay(utcOffsetMinutes: utcOffsetMinutes) }

    func name(_ person: PersonID?) -> String {
        guard let person, !person.isNone else { return "Muster" }
        return directory.name(of: person)
    }

    func names(_ persons: [PersonID]) -> String { Self.list(persons.map { name($0) }) }

    func places(_ places: [PlaceID]) -> String { Self.list(places.map { directory.label(of: $0) }) }

    /// Who said it: the reporter, or the voice for which somebody entered it.
    func voice(_ source: Source, _ actor: PersonID?) -> String {
        if let person = source.person { return name(person) }
        if let place = source.place { return directory.label(of: place) }
        return source.channel == .direct ? name(actor) : "Somebody"
    }

    /// How it came in, where it did not come from the person's own device: " (by radio, entered by Dana Reyes)".
    func way(_ source: Source, _ actor: PersonID?) -> String {
        let isOwn = source.channel == .direct && source.person == nil && source.place == nil
        guard !isOwn else { return "" }
        let phrase = source.channel.phrase
        return " (" + (phrase.isEmpty ? "" : phrase + ", ") + "entered by " + name(actor) + ")"
    }

    /// Names in a row: "A", "A and B", "A, B and C".
    static func list(_ words: [String], joinedBy word: StaticString = "and") -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "nobody" }
        return words.dropLast().joined(separator: ", ") + " \(word) " + last
    }

    static func span(_ seconds: Int64) -> String {
        if seconds < 60 { return "\(seconds) s" }
        if seconds < 3600 { return "\(seconds / 60) min" }
        return "\(seconds / 3600) h \(seconds / 60 % 60) min"
    }

    private func sentence(_ event: PlanEvent, by who: String) -> String {
        switch event {
        case .published(let plan): "\(who) put version \(plan.number) of the plan in force."
        case .placesListed(_, let places): "\(who) listed \(places.count) places of the site."
        }
    }
}
