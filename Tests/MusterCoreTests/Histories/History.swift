import MusterCore
import Synchronization

/// A seeded random history of a school: who did what, what was refused, and which promise broke where.
struct History: Sendable {
    /// Changes what was decided before it is taken in, to plant a fault.
    typealias Mutant = @Sendable (Event, SiteState, PersonID) -> [Event]

    private(set) var state = SiteState()
    private(set) var records: [Record] = []
    private(set) var sent = 0
    private(set) var accepted = 0
    private(set) var refusals: Set<String> = []
    /// What broke, by promise.
    private(set) var broken: [Promise: String] = [:]
    private var now = Instant(milliseconds: 1_700_000_000_000)
    private var random: SplitMix
    private let mutant: Mutant

    var names: Set<EventName> { Set(records.map { $0.event.wireCase }) }

    init(seed: UInt64, steps: Int = 100, mutant: @escaping Mutant = { event, _, _ in [event] }) {
        random = SplitMix(seed)
        self.mutant = mutant
        var plan = School.fullPlan()
        if seed % 4 == 1 { plan.smallSchool = true }
        if seed % 8 == 3 { plan.outsideDuty = nil }
        if seed % 16 == 5 { plan.line = [] }
        record(
            [.plan(.published(plan)), .plan(.placesListed(first: true, places: School.places))],
            by: School.office)
        for _ in 0..<steps { step() }
    }

    private mutating func step() {
        passTime()
        var draw = RandomCommand(random: random, state: state, now: now, head: Int64(records.count))
        let command = draw.command()
        let person = draw.person(for: command)
        let late: Int64 = draw.chance(85) ? Int64(draw.random.next() % 4000) : 200_000
        random = draw.random
        send(command, by: person, late: TimeSpan(milliseconds: late))
    }

    /// Milliseconds, seconds, minutes or a pause; deadlines are reported on time, late or after all of it.
    private mutating func passTime() {
        let spans: [Int64] = [0, 1, 40, 700, 3000, 9000, 21_000, 65_000, 400_000]
        let choice = random.next() % 100
        let span = choice < 94 ? spans[Int(choice % 9)] : 4_000_000
        let end = now + TimeSpan(milliseconds: span)
        let isOnTime = random.next() % 100 < 70
        while isOnTime, let due = state.deadlines.map({ $0.due }).min(), due <= end {
            now = max(now, due)
            fire(due)
        }
        now = end
        if random.next() % 100 < 50 { fire(now) }
    }

    /// Reports the deadlines that have passed, each once.
    private mutating func fire(_ moment: Instant) {
        for deadline in state.deadlines where deadline.due <= moment {
            send(.expire(deadline.id), by: School.timer, late: .seconds(0))
        }
    }

    /// What the duty data says: nothing, or that somebody is away and somebody else has outside duty.
    private mutating func onDuty() -> TakenDuty? {
        guard random.next() % 100 < 50 else { return nil }
        let people = [School.principal, School.deputy, School.county, School.duty, School.nurse]
        let outside = people[Int(random.next() % UInt64(people.count))]
        let away = people.filter { _ in random.next() % 100 < 30 }
        let named = random.next() % 100 < 70 ? outside : nil
        // Drawn from what was drawn before, so that a seed draws what it always drew.
        let stands = away.contains(School.principal) && away.contains(School.county)
        let substitutes = stands ? [StandIn(School.teacher, for: School.principal)] : []
        return TakenDuty(outside: named, away: away, substitutes: substitutes)
    }

    private mutating func send(_ command: Command, by person: PersonID, late: TimeSpan) {
        sent += 1
        let context = Context(
            at: now, actor: School.actor(person), command: CommandID("c", Int64(sent)),
            madeAt: now + TimeSpan(milliseconds: -late.milliseconds), position: Int64(records.count) + 1,
            roster: School.roster, duty: onDuty(), named: command.named.map { School.roles(of: $0) })
        let before = state
        let known = records.count
        var decided: [Event]?
        do {
            let events = try SiteDecider.decide(command, state, context)
            decided = events
            accepted += 1
            record(events.flatMap { mutant($0, before, person) }, by: person)
        } catch {
            refusals.insert(error.code)
        }
        let step = Step(
            command: command, isAccepted: decided != nil, decided: decided ?? [],
            recorded: records[known...].map { $0.event }, before: before, after: state, records: records,
            person: person, now: now)
        for promise in Promise.allCases { note(promise, promise.check(step)) }
    }

    private mutating func note(_ promise: Promise, _ what: String?) {
        if let what, broken[promise] == nil { broken[promise] = "command \(sent): \(what)" }
    }

    private mutating func record(_ events: [Event], by person: PersonID) {
        for event in events {
            let record = Record(
                position: Int64(records.count) + 1, at: now, actor: person.isNone ? nil : person, event: event
            )
            state.apply(record)
            records.append(record)
        }
    }
}

/// All seeds, walked once for all suites.
enum Histories {
    static let seeds: Range<UInt64> = 0..<500
    private static let walked = Mutex<[UInt64: History]>([:])

    static var all: [History] { seeds.map { history($0) } }

    static func history(_ seed: UInt64) -> History {
        if let known = walked.withLock({ $0[seed] }) { return known }
        let history = History(seed: seed)
        walked.withLock { $0[seed] = history }
        return history
    }

    /// The first seeds in which a planted fault breaks a promise.
    static func catches(_ promise: Promise, _ mutant: @escaping History.Mutant) -> Bool {
        (0..<UInt64(60)).contains { History(seed: $0, mutant: mutant).broken[promise] != nil }
    }
}
