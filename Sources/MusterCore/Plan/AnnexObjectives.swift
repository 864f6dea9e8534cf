/// What must be so while something goes on: the objectives that an annex has for its "during".
///
/// Published with the plan for annexes that have courses of action; an incident takes up those of the annexes whose
/// courses it has begun.
package struct AnnexObjectives: WireValue, Keyed, Equatable, Sendable {
    /// The annex that they stand in.
    package var annex = AnnexID.none
    /// What the annex is called.
    package var title = ""
    /// What must be so, a sentence each.
    package var lines: [String] = []

    /// What the row is found and sorted by.
    package var key: AnnexID { annex }

    /// Blank objectives, to be filled by the codec.
    package init() {}

    /// The objectives of an annex; `nil` where nothing is begun by it, or it has none.
    init?(_ annex: Annex) {
        guard !annex.courses.isEmpty, !annex.during.objectives.isEmpty else { return nil }
        self.annex = annex.id
        title = annex.title
        lines = annex.during.objectives
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("annex", &annex)
        visitor.field("title", &title)
        visitor.field("lines", &lines)
    }
}

/// That the coordinator wrote this incident's objectives: the words are the record's text.
package struct OwnObjectives: WireValue, Equatable, Sendable {
    /// The log position of the record that holds the words.
    package var record: Int64 = 0
    /// Who wrote them.
    package var by = PersonID.none
    /// When.
    package var at = Instant.zero

    /// A blank mark, to be filled by the codec.
    package init() {}

    /// The objectives that a record has set.
    init(_ record: Record) {
        self.record = record.position
        by = record.author
        at = record.at
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("record", &record)
        visitor.field("by", &by)
        visitor.field("at", &at)
    }
}

extension SiteState {
    /// The plan's objectives for an incident: of the annexes whose courses are under way, those begun first first.
    package func objectives(of incident: Incident) -> [AnnexObjectives] {
        let all = incident.courses.keptObjectives ?? plan.objectives
        let begun = incident.courses.begun.rows.filter { $0.overAt == nil }
            .sorted { ($0.openedAt, $0.key) < ($1.openedAt, $1.key) }
        var found: [AnnexObjectives] = []
        for row in begun {
            guard let id = AnnexID(row.course.annex), let own = all[id], !found.contains(own) else {
                continue
            }
            found.append(own)
        }
        return found
    }
}

extension Draft {
    /// Sets what this incident is to reach, in the coordinator's own words; without words the plan's stand again.
    mutating func setObjectives(_ id: IncidentID, _ text: String) throws(Rejection) {
        let incident = try openIncident(id)
        guard try requireOrSuggest(.assign, in: incident) else { return }
        guard !text.isEmpty || incident.objectives != nil else { return }
        emit(.journal(.objectivesSet(id, isOwn: !text.isEmpty, text: text.isEmpty ? nil : text.kept)))
    }
}
