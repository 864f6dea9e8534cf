/// What is known of a room.
package enum RoomStatus: String, WireName {
    /// Somebody there gave a sign of life and nothing more.
    case heardFrom
    /// Everybody expected is there, nobody else, nobody hurt.
    case allHere
    /// Somebody is missing, extra or injured.
    case exceptions
    /// The room needs help.
    case needsHelp
}

/// One report of one room.
package struct RoomReport: WireValue, Equatable, Sendable {
    /// Names the report.
    package var id = ReportID.none
    /// What is known of the room.
    package var status = RoomStatus.heardFrom
    /// How many who are expected are not there.
    package var missing: Int32 = 0
    /// How many are there who are expected elsewhere.
    package var extra: Int32 = 0
    /// How many are hurt.
    package var injured: Int32 = 0
    /// Who entered it.
    package var by = PersonID.none
    /// Who said it, and when it was seen.
    package var source = Source()
    /// When the desk accepted it.
    package var receivedAt = Instant.zero

    /// A blank report, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("status", &status)
        visitor.field("missing", &missing)
        visitor.field("extra", &extra)
        visitor.field("injured", &injured)
        visitor.field("by", &by)
        visitor.field("source", &source)
        visitor.field("receivedAt", &receivedAt)
    }

    /// Whether two reports say the same of the room.
    package func agrees(with other: RoomReport) -> Bool {
        status == other.status && missing == other.missing && extra == other.extra
            && injured == other.injured
    }

    /// Whether two reports come from the same voice: the later one then stands for both.
    func isSameVoice(as other: RoomReport) -> Bool {
        source.isSameVoice(enteredBy: by, as: other.source, enteredBy: other.by)
    }
}

/// A room of the incident and what was reported of it.
package struct RoomRow: WireValue, Keyed, Equatable, Sendable {
    /// The room and who is expected in it.
    package var roster = RoomRoster()
    /// The latest report of each voice, oldest first.
    package var reports: [RoomReport] = []
    /// The report that somebody chose among differing ones.
    package var settled: ReportID?
    /// Since when the room has been under the action that it is under: what was said before is of before.
    package var countedFrom = Instant.zero
    /// When somebody saw last that it was not opened, though it was recorded as cleared.
    var notOpenedAt: Instant?

    /// What the row is found and sorted by.
    package var key: PlaceID { roster.room }

    /// A blank row, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("roster", &roster)
        visitor.field("reports", &reports)
        visitor.field("settled", &settled)
        visitor.field("countedFrom", &countedFrom, default: .zero)
        visitor.field("notOpenedAt", &notOpenedAt)
    }

    /// The report that stands: the settled one, else the one seen last that says how the room is.
    ///
    /// What was said since the action began comes before what was said earlier, unless that needs somebody.
    package var current: RoomReport? {
        if let chosen { return chosen }
        if let told = reports.last(where: { $0.status != .heardFrom && !isEarlier($0) }) { return told }
        // A sign of life does not say that whoever was missing is found, nor which of two voices was right.
        if let told, told.status != .allHere || isContradicted(told) { return told }
        return reports.last { !isEarlier($0) } ?? told ?? reports.last
    }

    /// The report that somebody chose among differing ones.
    private var chosen: RoomReport? { settled.flatMap { id in reports.first { $0.id == id } } }

    /// The last report that says how the room is.
    private var told: RoomReport? { reports.last { $0.status != .heardFrom } }

    private func isContradicted(_ report: RoomReport) -> Bool {
        reports.contains { $0.status != .heardFrom && !$0.agrees(with: report) }
    }

    /// Whether a report was made before the action that the room is under began there: before everybody moved, or locked
    /// the door.
    ///
    /// What came in later is of before only where it was seen well before: people remember minutes, not seconds.
    package func isEarlier(_ report: RoomReport) -> Bool {
        report.receivedAt < countedFrom || countedFrom - report.source.observedAt > Source.lateAfter
    }

    /// The report that says why the room stands as it does: the call for help while one stands, else ``current``.
    package var telling: RoomReport? {
        needsHelp && current?.status != .needsHelp ? reports.last { $0.status == .needsHelp } : current
    }

    /// Whether reports of different voices differ and nobody has settled it.
    package var hasConflict: Bool {
        guard chosen == nil, let told else { return false }
        return isContradicted(told)
    }

    /// Whether any voice that still stands says that the room needs help.
    package var needsHelp: Bool {
        if let chosen { return chosen.status == .needsHelp }
        return reports.contains { $0.status == .needsHelp }
    }
}

/// The accounting of an incident's rooms.
package struct RollCall: WireValue, Equatable, Sendable {
    /// Each room that was on the roster at raising, or reported since.
    package var rooms = Table<RoomRow>()

    /// No rooms yet.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("rooms", &rooms)
    }
}
