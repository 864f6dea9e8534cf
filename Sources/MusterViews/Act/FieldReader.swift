import MusterCore

/// Reads the fields of a form one by one and gathers what is wrong with them.
struct FieldReader {
    private let all: [FormField]
    let context: ActContext
    /// What is wrong so far.
    private(set) var problems: [ActProblem] = []

    init(_ fields: [FormField], _ context: ActContext) {
        all = fields
        self.context = context
    }

    mutating func problem(_ field: String?, _ sentence: String) {
        problems.append(ActProblem(field, sentence))
    }

    /// Every value of a name that is not blank, without the space around it.
    func fields(_ name: String) -> [String] {
        all.compactMap { $0.name == name ? trimmed($0.value) : nil }
    }

    /// The last value of a name: the button that was pressed comes after the fields.
    private func value(_ name: String) -> String? { fields(name).last }

    // MARK: Ids

    mutating func id<Kind>(_ name: String, _ sentence: String) -> ID<Kind> {
        guard let value = value(name) else {
            problem(name, sentence)
            return .none
        }
        guard let id = ID<Kind>(value) else {
            problem(name, sentence)
            return .none
        }
        return id
    }

    mutating func optionalID<Kind>(_ name: String) -> ID<Kind>? {
        guard let value = value(name) else { return nil }
        guard let id = ID<Kind>(value) else {
            problem(name, "This is not known here. Reload the page and choose again.")
            return nil
        }
        return id
    }

    /// The incident, or the only open one where the form names none.
    mutating func incident() -> IncidentID {
        let open = context.state.incidents.rows.filter { $0.isOpen }
        if value("incident") == nil, open.count == 1 { return open[0].id }
        return id("incident", "This incident is not known here. Reload the page.")
    }

    /// Whoever is named, or the viewer where the form asks for nobody; a choice that was left open is not the viewer.
    mutating func personOrViewer(_ name: String) -> PersonID {
        let isAsked = all.contains { $0.name == name }
        guard !isAsked, !context.viewer.person.isNone else { return id(name, "Choose a person.") }
        return context.viewer.person
    }

    mutating func places() -> [PlaceID] {
        var places: [PlaceID] = []
        for value in fields("place") {
            guard let place = PlaceID(value) else {
                problem("place", "This place is not known here. Reload the page and choose again.")
                return []
            }
            if !places.contains(place) { places.append(place) }
        }
        if places.isEmpty { problem("place", "Choose at least one place.") }
        return places
    }

    /// The root of the places, or the site's own id before any place was listed: an alarm needs no choice.
    var wholeSite: PlaceID {
        context.state.places.rows.first { $0.parent == nil }?.place ?? context.site.retyped()
    }

    // MARK: Names, numbers, texts

    mutating func named<N: WireName>(_ name: String, _ sentence: String) -> N? {
        guard value(name) != nil else {
            problem(name, sentence)
            return nil
        }
        return optionalName(name)
    }

    mutating func optionalName<N: WireName>(_ name: String) -> N? {
        guard let value = value(name) else { return nil }
        guard let found = N.allCases.first(where: { $0.rawValue == value }) else {
            problem(name, "This choice is not known here. Reload the page and choose again.")
            return nil
        }
        return found
    }

    mutating func coordinatorOr(_ name: String) -> Position { optionalName(name) ?? .schoolCoordinator }

    func flag(_ name: String) -> Bool {
        guard let value = value(name) else { return false }
        return value == "true" || value == "on" || value == "yes" || value == "1"
    }

    mutating func count(_ name: String, _ question: String) -> Int32 {
        guard let value = value(name) else { return 0 }
        guard value.utf8.count <= 4, let number = Int32(value), number >= 0 else {
            problem(name, question + " Enter a whole number, such as 2.")
            return 0
        }
        return number
    }

    mutating func position() -> Int64 {
        guard let value = value("position"), let number = Int64(value),
            (1...WireLimits.integer).contains(number)
        else {
            problem("position", "Choose the entry.")
            return 0
        }
        return number
    }

    mutating func text(_ name: String, _ sentence: String) -> String {
        guard let text = optionalText(name) else {
            if problems.isEmpty { problem(name, sentence) }
            return ""
        }
        return text
    }

    mutating func optionalText(_ name: String) -> String? {
        guard let text = value(name) else { return nil }
        // Scalars are never fewer than characters, and cost no table of what belongs together.
        let isLong = text.unicodeScalars.count > ActForm.longestText
        if isLong { problem(name, "The text is too long. Keep it under 4,000 characters.") }
        return isLong ? nil : text
    }

    /// A value that a form carries as JSON text, for what no form has fields for.
    mutating func json<F: WireField>(_ name: String, _ blank: F) -> F {
        do {
            return try F.decoded(Array((value(name) ?? "").utf8))
        } catch {
            problem(name, "This could not be read: \(error.message).")
            return blank
        }
    }

    // MARK: Time and source

    /// A moment as milliseconds since 1970, or as the last `14:05` of the site's clock; never in the future.
    mutating func moment(_ name: String) -> Instant? {
        guard let value = value(name) else { return nil }
        if let milliseconds = Int64(value), (0...WireLimits.integer).contains(milliseconds) {
            return min(Instant(milliseconds: milliseconds), context.now)
        }
        guard let ofDay = timeOfDay(name, value) else { return nil }
        let ago = (ofDayNow - ofDay + Self.day) % Self.day
        return context.now + TimeSpan(milliseconds: -ago)
    }

    /// A moment that comes: in so many minutes, as `15`, at the next `14:05` of the site's clock, or in milliseconds
    /// since 1970; now where the field is empty.
    mutating func coming(_ name: String) -> Instant {
        guard let value = value(name) else { return context.now }
        if let number = Int64(value), (0...WireLimits.integer).contains(number) {
            // A number of four digits and more is the moment itself.
            return number < 1_000 ? context.now + .minutes(number) : Instant(milliseconds: number)
        }
        guard let ofDay = timeOfDay(name, value) else { return context.now }
        // To the minute that people read on the clock, which may have begun.
        let minute = ofDayNow - ofDayNow % 60_000
        let ahead = (ofDay - minute + Self.day) % Self.day
        return context.now + TimeSpan(milliseconds: max(0, minute + ahead - ofDayNow))
    }

    private static let day: Int64 = 86_400_000

    /// How far the site's day is, in milliseconds.
    private var ofDayNow: Int64 {
        let local = context.now + TimeSpan(milliseconds: Int64(context.utcOffsetMinutes) * 60_000)
        let ofDay = local.milliseconds % Self.day
        return ofDay < 0 ? ofDay + Self.day : ofDay
    }

    /// A time of day as `14:05`, in milliseconds.
    private mutating func timeOfDay(_ name: String, _ value: String) -> Int64? {
        let parts = value.utf8.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.count == 1 || $0.count == 2 }),
            let hour = Int64(String(decoding: parts[0], as: UTF8.self)),
            let minute = Int64(String(decoding: parts[1], as: UTF8.self)),
            (0..<24).contains(hour), (0..<60).contains(minute)
        else {
            problem(name, "Enter the time as hours and minutes, such as 14:05.")
            return nil
        }
        return (hour * 60 + minute) * 60_000
    }

    /// Who said it and how it came in; `reporter` is a place of the site, or else a person.
    mutating func source() -> Source {
        var source = Source(optionalName("channel") ?? .direct, at: moment("seen") ?? context.now)
        if let place: PlaceID = optionalID("reporter") {
            if context.state.places[place] != nil {
                source.place = place
            } else {
                source.person = place.retyped()
            }
        }
        return source
    }

    private func trimmed(_ value: String) -> String? {
        let bytes = Array(value.utf8)
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
            let last = bytes.lastIndex(where: { $0 > 0x20 })
        else { return nil }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }
}
