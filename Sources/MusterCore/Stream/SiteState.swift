/// The state of one site's stream: what decisions read, folded from the log and from nothing else.
package struct SiteState: WireValue, Equatable, Sendable {
    /// Who this copy is for; a copy that may not hold a fact does not fold it either.
    package var audience = Audience.command
    /// The plan in force.
    package var plan = SitePlan()
    /// The places of the site.
    package var places = Table<PlaceFact>()
    /// Open incidents, and the last closed ones.
    package var incidents = Table<Incident>()
    /// Raises that came too late to be alarms and that nobody has judged yet.
    package var lateRaises = Table<LateRaise>()
    /// Who is hands-on now.
    package var responding = Table<Responding>()
    /// Who was seen with free hands, and when: late news from before that does not count.
    package var handsFree = Table<HandsFree>()
    /// Who of the line is not available now.
    package var unavailable = Table<Unavailable>()
    /// Where people said last that they are, in the duty book or while something went on.
    package var presence = Table<PresenceMark>()

    /// The state before the first event.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("audience", &audience)
        visitor.field("plan", &plan)
        visitor.field("places", &places)
        visitor.field("incidents", &incidents)
        visitor.field("lateRaises", &lateRaises)
        visitor.field("responding", &responding)
        visitor.field("handsFree", &handsFree)
        visitor.field("unavailable", &unavailable)
        visitor.field("presence", &presence, default: Table())
    }
}

extension SiteState {
    /// How many closed incidents stay in the state once their time for reopening has passed.
    static let closedKept = 8

    /// Takes in one record.
    ///
    /// It never fails: a recorded fact cannot be refused.
    package mutating func apply(_ record: Record) {
        switch record.event {
        case .plan(let event): apply(event)
        case .incident(let event): apply(event, of: record)
        case .coordination(let event): apply(event, of: record)
        case .rollCall(let event): apply(event, of: record)
        case .journal(let event): apply(event, of: record)
        case .task(let event): apply(event, of: record)
        case .resource(let event): apply(event, of: record)
        }
        settleCourses(after: record)
        noteLife(in: record)
    }

    private mutating func apply(_ event: PlanEvent) {
        switch event {
        case .published(let plan):
            keepCourses()
            self.plan = plan
        case .placesListed(let first, let facts):
            // The list comes in parts: during an incident no room may be without its action between two of them.
            if first, !incidents.rows.contains(where: { $0.isOpen }) { places = Table() }
            for fact in facts { places.put(fact) }
        }
    }

    private mutating func apply(_ event: JournalEvent, of record: Record) {
        guard audience == .command else { return }
        if case .objectivesSet(let id, let isOwn, _) = event {
            incidents.update(id) { $0.objectives = isOwn ? OwnObjectives(record) : nil }
        }
        guard case .noteWritten(let id, let note, _, let corrects, _, _) = event else { return }
        var row = NoteRow()
        row.id = note
        row.position = record.position
        row.corrects = corrects
        row.at = record.at
        incidents.update(id) { $0.notes.put(row) }
    }

    /// Whatever a holder does or says by radio is a sign of life: a phone in a pocket is not silence.
    private mutating func noteLife(in record: Record) {
        guard audience == .command, let actor = record.actor else { return }
        let voice = record.event.source?.person
        incidents.updateAll { incident in
            guard incident.isOpen else { return }
            incident.coordination.others.updateAll { holding in
                guard let holder = holding.holder, holder == actor || holder == voice else { return }
                holding.lastActAt = record.at
            }
            guard let holder = incident.coordination.coordinator?.person, holder == actor || holder == voice
            else { return }
            incident.coordination.coordinator?.lastActAt = record.at
            incident.coordination.forgetTakeover()
        }
    }
}
