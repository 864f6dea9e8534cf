import MusterCore
import Testing

/// A school in which one thing after another happens, so that a test reads as a sentence.
///
/// Each record goes through its own text before it is taken in: what the log cannot carry cannot pass a test.
struct Given {
    private(set) var state = SiteState()
    private(set) var records: [Record] = []
    private(set) var now = Instant(milliseconds: 1_700_000_000_000)
    /// The events of the last command, or why it was refused.
    private(set) var outcome: Result<[Event], Rejection> = .success([])
    /// What the last command became, where it could not be done as it was meant.
    private(set) var kept: Kept?
    /// The incident that was raised last.
    private(set) var incident = IncidentID.none
    private var roster: [RoomRoster]
    private var duty: TakenDuty?
    private var commands: Int64 = 0

    init(
        _ plan: SitePlan = School.plan(), places: [PlaceFact] = School.places,
        roster: [RoomRoster] = School.roster, duty: TakenDuty? = nil
    ) {
        self.roster = roster
        self.duty = duty
        record(
            [.plan(.published(plan)), .plan(.placesListed(first: true, places: places))], by: School.office)
    }

    /// Somebody sends a command; `late` is how long it was on its way.
    func when(_ person: PersonID, _ command: Command, late: TimeSpan = .seconds(0)) -> Given {
        var next = self
        next.commands += 1
        let context = Context(
            at: now, actor: School.actor(person), command: CommandID("c", next.commands),
            madeAt: now + TimeSpan(milliseconds: -late.milliseconds), position: Int64(records.count) + 1,
            roster: roster, duty: duty, named: command.named.map { School.roles(of: $0) })
        next.kept = nil
        do {
            let draft = try SiteDecider.draft(command, state, context)
            next.outcome = .success(draft.events)
            next.kept = draft.kept
            next.record(draft.events, by: person)
        } catch {
            next.outcome = .failure(error)
        }
        return next
    }

    /// Somebody sends a command about the incident that was raised last.
    func when(
        _ person: PersonID, late: TimeSpan = .seconds(0), _ command: (IncidentID) -> Command
    ) -> Given {
        when(person, command(incident), late: late)
    }

    /// These events stand in the log, whatever the rules of today say of them.
    func recorded(_ events: [Event], by person: PersonID = School.office) -> Given {
        var next = self
        next.record(events, by: person)
        return next
    }

    /// Time passes, and each deadline is reported when it is due.
    func after(_ span: TimeSpan) -> Given {
        var next = self
        let end = now + span
        while let due = next.state.deadlines.map({ $0.due }).min(), due <= end {
            next.now = max(next.now, due)
            next = next.expired()
        }
        next.now = end
        return next
    }

    /// Time passes unseen: the desk was stopped, or its clock was set forward.
    func jump(_ span: TimeSpan) -> Given {
        var next = self
        next.now = now + span
        return next
    }

    /// The deadline that is due first is reported.
    func expired() -> Given {
        guard let first = state.deadlines.min(by: { $0.due < $1.due }) else { return self }
        return when(School.timer, .expire(first.id))
    }

    /// These events came of it, in this order, and no others.
    @discardableResult
    func then(_ names: EventName..., sourceLocation: SourceLocation = #_sourceLocation) -> Given {
        let happened = (try? outcome.get())?.map { $0.wireCase.rawValue } ?? ["refused: \(outcome)"]
        #expect(happened == names.map { $0.rawValue }, sourceLocation: sourceLocation)
        return self
    }

    /// The command was refused for this reason.
    @discardableResult
    func refused(_ why: Rejection, sourceLocation: SourceLocation = #_sourceLocation) -> Given {
        #expect(throws: why, sourceLocation: sourceLocation) { try outcome.get() }
        return self
    }

    /// Something holds now.
    @discardableResult
    func expect(
        _ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation, _ holds: (Given) -> Bool
    ) -> Given {
        #expect(holds(self), comment, sourceLocation: sourceLocation)
        return self
    }

    private mutating func record(_ events: [Event], by person: PersonID) {
        for event in events {
            let record = Record(
                position: Int64(records.count) + 1, at: now, actor: person.isNone ? nil : person, event: event
            )
            do {
                let read = try Record.decoded(record.encoded())
                state.apply(read)
                records.append(read)
            } catch {
                Issue.record("a record did not come back from its text: \(error.message)")
            }
            if case .incident(.raised(let id, _)) = event { incident = id }
        }
    }
}
