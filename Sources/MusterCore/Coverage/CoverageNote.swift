/// What was settled about a finding: who sees to it, or why it stays as it is.
package struct CoverageNote: WireValue, Keyed, Equatable, Sendable {
    /// The finding's ``CoverageHit/name``.
    package var finding = ""
    /// Who sees to it.
    package var assigned: PersonID?
    /// Why it is accepted as it is; `nil` while it is open.
    package var accepted: String?
    /// Who settled it.
    package var by = PersonID.none
    /// When.
    package var at = Instant.zero
    /// The hours of the week for which it is accepted; `nil` in notes from before hours were kept.
    package var hours: [WeekHours]?
    /// When the acceptance is over; `nil` in notes from before that was kept.
    package var until: Instant?

    /// How long something is accepted: nobody remembers after a school year why.
    package static let lasts = TimeSpan.minutes(180 * 1440)

    /// What the row is found and sorted by.
    package var key: String { finding }

    /// A blank note, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("finding", &finding)
        visitor.field("assigned", &assigned)
        visitor.field("accepted", &accepted)
        visitor.field("by", &by)
        visitor.field("at", &at)
        visitor.field("hours", &hours)
        visitor.field("until", &until)
    }

    /// Names who sees to a finding; what was accepted before stays so no longer than it was.
    package mutating func assign(_ assigned: PersonID, by person: PersonID, at now: Instant) {
        if accepted != nil { until = end }
        self.assigned = assigned
        by = person
        at = now
    }

    /// Accepts a finding as it is: for the hours of the week that it has now, and for ``lasts``.
    package mutating func accept(
        _ finding: CoverageFinding, because reason: String, on clock: SiteClock, by person: PersonID,
        at now: Instant
    ) {
        self.finding = finding.hit.name
        accepted = reason
        by = person
        at = now
        hours = clock.week(of: finding.when)
        until = now + Self.lasts
    }

    /// What the note says of a finding at a moment.
    ///
    /// What is graver has another name, so that no note speaks of it.
    package func standing(of finding: CoverageFinding, on clock: SiteClock, at now: Instant) -> NoteStanding {
        guard accepted != nil else { return .open }
        guard now < end else { return .expired }
        guard !finding.hit.gap.isStanding, let hours else { return .accepted }
        let isWithin = clock.week(of: finding.when).allSatisfy { piece in
            hours.contains { $0.begins <= piece.begins && piece.ends <= $0.ends }
        }
        return isWithin ? .accepted : .outgrown
    }

    /// When the acceptance is over.
    package var end: Instant { until ?? at + Self.lasts }
}

/// What a note says of a finding that is there now.
package enum NoteStanding: String, WireName {
    /// It was never accepted.
    case open
    /// It is accepted as it is.
    case accepted
    /// It was accepted, which is over.
    case expired
    /// It was accepted for fewer hours of the week.
    case outgrown
}

/// Some hours of every week, in minutes since Monday at midnight.
package struct WeekHours: WireValue, Equatable, Sendable {
    /// The first minute; 0 to 10079.
    package var begins: Int32 = 0
    /// The minute at which they are over; at most 10080.
    package var ends: Int32 = 0

    /// How many minutes a week has.
    package static let all: Int32 = 10_080

    /// Blank hours, to be filled by the codec.
    package init() {}

    /// Hours between two minutes of the week.
    package init(_ begins: Int32, _ ends: Int32) {
        self.begins = begins
        self.ends = ends
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("begins", &begins)
        visitor.field("ends", &ends)
    }
}

extension SiteClock {
    /// The hours of the week that stretches of time take, as the clock shows them: sorted, and none touches another.
    package func week(of stretches: [Stretch]) -> [WeekHours] {
        var pieces: [WeekHours] = []
        for stretch in stretches where stretch.from < stretch.to {
            let begins = minutes(at: stretch.from)
            // A stretch may end within a minute, which is then taken whole; where the clock goes back it shows no time.
            let ends = max(minutes(at: stretch.to + TimeSpan(milliseconds: -1)) + 1, begins + 1)
            guard ends - begins < Int64(WeekHours.all) else { return [WeekHours(0, WeekHours.all)] }
            // 1 January 1970 was a Thursday.
            let shifted = begins + 3 * 1440
            let first = Int32(shifted - Self.floor(shifted, Int64(WeekHours.all)) * Int64(WeekHours.all))
            let last = first + Int32(ends - begins)
            pieces.append(WeekHours(first, min(last, WeekHours.all)))
            if last > WeekHours.all { pieces.append(WeekHours(0, last - WeekHours.all)) }
        }
        pieces.sort { ($0.begins, $0.ends) < ($1.begins, $1.ends) }
        var merged: [WeekHours] = []
        for piece in pieces {
            if let last = merged.last, piece.begins <= last.ends {
                merged[merged.count - 1].ends = max(last.ends, piece.ends)
            } else {
                merged.append(piece)
            }
        }
        return merged
    }

    private func minutes(at moment: Instant) -> Int64 {
        let shown = shows(moment)
        return Int64(shown.day.number) * 1440 + Int64(shown.minute)
    }
}

extension CoverageHit {
    /// Names what lacks and with whom, whatever the hour and the reasons: what is settled about a finding stays settled
    /// when the finding comes back in another week at the hours for which it was.
    package var name: String {
        ([gap.rawValue, position.rawValue] + persons.map { $0.text }).joined(separator: "/")
    }

    /// Whether a text is such a name: what comes from a form may be anything.
    package static func isName(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.count <= 66, CoverageGap(rawValue: String(parts[0])) != nil,
            Position(rawValue: String(parts[1])) != nil
        else { return false }
        return parts.dropFirst(2).allSatisfy { PersonID($0) != nil }
    }
}
