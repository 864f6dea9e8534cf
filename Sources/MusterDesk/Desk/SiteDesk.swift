package import MusterCore
package import MusterLog

/// Drives the desk of one site: the log on one side, whoever waits for an answer on the other.
///
/// `Durable`: an answer leaves after its records are durable. `OnceOnly`: a command that comes again gets the answer
/// that the first one got, also while the first one is still under way.
package actor SiteDesk {
    /// Durable records of the site, in order, for whoever shows or delivers them.
    package typealias Publish = @Sendable (_ site: SiteID, _ records: [Record], _ head: Head) -> Void
    /// Puts an append into the next durable group; it must keep the order of the calls.
    package typealias Commit = @Sendable (StreamAppend) async throws(LogError) -> AppendResult

    private var desk: Desk
    private let log: any EventLog
    private let commit: Commit
    private let marks: any DecisionMarks
    private let time: any TimeSource
    private let publish: Publish
    /// Records whose texts are erased by word and not yet in deed.
    private var toErase: [Int64] = []
    /// Appends on their way to the log.
    private var inFlight = 0
    /// Whether what the desk decided last did not become what the log holds.
    private var isStale = false
    private var isReading = false
    private var stalled: [CheckedContinuation<Void, Never>] = []
    private var waiting: [Key: [CheckedContinuation<Result<Answer, LogError>, Never>]] = [:]

    private struct Key: Hashable {
        let device: DeviceID
        let command: CommandID
    }

    /// What a sender is told: the outcome, and the head of the chain with it.
    package struct Answer: Equatable, Sendable {
        /// What came of the command.
        package let outcome: DeskOutcome
        /// The head of the site's chain after it, for the sender to keep.
        package let head: Head
        /// Whether the command had been answered before.
        package let isRepeated: Bool
    }

    /// A driver over a loaded desk.
    package init(
        _ desk: Desk, log: any EventLog, commit: @escaping Commit, marks: any DecisionMarks,
        time: any TimeSource, publish: @escaping Publish
    ) {
        self.desk = desk
        self.log = log
        self.commit = commit
        self.marks = marks
        self.time = time
        self.publish = publish
    }

    /// How many senders wait for an answer that somebody else asked for first.
    package var waitingCount: Int { waiting.values.reduce(0) { $0 + $1.count } }

    /// The durable state with its timeline: what pages show.
    package var replica: Replica { desk.replica }

    /// The durable state as the log keeps it for the next start; `nil` while a text is still to be erased, which only
    /// a fold of the record that says so would find after a crash.
    package var snapshot: Snapshot? { toErase.isEmpty ? desk.snapshot : nil }

    /// Decides a command and answers once it is durable.
    /// - Throws: ``LogError`` when the log failed: then nobody knows yet, and the same command may be sent again.
    package func submit(
        _ envelope: Envelope, by actor: Actor,
        roster: @Sendable () async -> [RoomRoster] = { [] },
        duty: @Sendable () async -> TakenDuty? = { nil },
        roles: @Sendable (PersonID) async -> [Role]? = { _ in nil }
    ) async throws(LogError) -> Answer {
        let key = Key(device: actor.device, command: envelope.id)
        if waiting[key] != nil {
            let first = await withCheckedContinuation { waiting[key]?.append($0) }
            let answer = try first.get()
            return Answer(outcome: answer.outcome, head: answer.head, isRepeated: true)
        }
        waiting[key] = []
        let result = await firstTime(envelope, by: actor, roster: roster, duty: duty, roles: roles)
        for waiter in waiting.removeValue(forKey: key) ?? [] { waiter.resume(returning: result) }
        return try result.get()
    }

    private func firstTime(
        _ envelope: Envelope, by actor: Actor, roster: @Sendable () async -> [RoomRoster],
        duty: @Sendable () async -> TakenDuty?, roles: @Sendable (PersonID) async -> [Role]?
    ) async -> Result<Answer, LogError> {
        do throws(LogError) {
            if let stored = try await log.outcome(actor.device, envelope.id) {
                return .success(try Answer(stored))
            }
            var rooms: [RoomRoster] = []
            try await ensureFresh()
            var onDuty: TakenDuty?
            if desk.replica.state.mayBegin(envelope.command) {
                rooms = await roster()
                onDuty = await duty()
            }
            var named: [Role]?
            if let person = envelope.command.named { named = await roles(person) }
            for _ in 0..<3 {
                if let answer = try await attempt(envelope, by: actor, rooms, onDuty, named) {
                    return .success(answer)
                }
            }
            throw LogError(
                .unavailable, "the log of \(envelope.site) was changed by others three times in a row")
        } catch {
            return .failure(error)
        }
    }

    /// Decides and appends once; `nil` when another writer was quicker and the state has been read anew.
    private func attempt(
        _ envelope: Envelope, by actor: Actor, _ roster: [RoomRoster], _ duty: TakenDuty?, _ named: [Role]?
    ) async throws(LogError) -> Answer? {
        try await ensureFresh()
        let slot = try marks.begin(
            MarkedCommand(stream: desk.stream, device: actor.device, command: envelope.id))
        let now = desk.now(time)
        var envelope = envelope
        // Where the wall clock was set back, the desk's time runs ahead of everybody's: a raise made this second
        // must not look old for that, nor a room that was opened just now look opened before its Lockdown.
        let wall = time.wall
        if now > wall { envelope.shift(by: now - wall) }
        let decision = desk.decide(envelope, by: actor, at: now, roster: roster, duty: duty, named: named)
        try marks.end(slot)
        if decision.append.records.isEmpty, decision.append.outcome == nil {
            return Answer(outcome: decision.outcome, head: .start, isRepeated: false)
        }
        // No suspension between deciding and this call: appends reach the log in the order of decisions.
        let result: AppendResult
        inFlight += 1
        do { result = try await commit(decision.append) } catch {
            landed(isStale: true)
            try await ensureFresh()
            throw error
        }
        if case .appended = result { landed(isStale: false) } else { landed(isStale: true) }
        switch result {
        case .appended(let head):
            if let records = desk.settle(decision) { announce(records, head) }
            if !toErase.isEmpty { try await eraseTexts() }
            return Answer(outcome: decision.outcome, head: head, isRepeated: false)
        case .duplicate(let stored):
            try await ensureFresh()
            return try Answer(stored)
        case .conflict:
            try await ensureFresh()
            return nil
        }
    }

    /// Submits what the deadlines of the state ask for now.
    package func tick() async throws(LogError) {
        try await eraseTexts()
        let nobody = Actor(.none, roles: [], device: Desk.timer(of: desk.site))
        for envelope in desk.due(at: desk.now(time)) {
            let answer = try await submit(envelope, by: nobody)
            // Another node was quicker.
            if answer.isRepeated, desk.replica.position < answer.head.position {
                isStale = true
                try await ensureFresh()
            }
            // A power cut in the middle of a decision looks like a crash of it. A ladder must not stand still for
            // that, so a deadline is tried once more, under another id; a second crash ends it.
            guard case .refused(_, SiteDesk.quarantined, _) = answer.outcome,
                let again = CommandID("\(envelope.id).2")
            else { continue }
            var retried = envelope
            retried.id = again
            _ = try await submit(retried, by: nobody)
        }
    }

    private func landed(isStale: Bool) {
        inFlight -= 1
        if isStale { self.isStale = true }
        if inFlight == 0 { wake() }
    }

    /// Waits until the desk stands on what the log holds, reading it anew when something failed.
    ///
    /// Nothing is decided from the failure on until every append that was under way has come back: a decision made on
    /// a state that never became durable would otherwise fit, by its position alone, behind a record that it never saw.
    private func ensureFresh() async throws(LogError) {
        while isStale {
            guard inFlight == 0, !isReading else {
                await withCheckedContinuation { stalled.append($0) }
                continue
            }
            isReading = true
            do { try await readAnew() } catch {
                isReading = false
                wake()
                throw error
            }
            isReading = false
            isStale = false
            wake()
        }
    }

    private func wake() {
        let woken = stalled
        stalled = []
        for one in woken { one.resume() }
    }

    private func readAnew() async throws(LogError) {
        var records: [Record] = []
        var after = desk.replica.position
        while true {
            let page = try await log.read(desk.stream, after: after, limit: 1000)
            for stored in page { records.append(try stored.decodedRecord()) }
            guard let last = page.last else { break }
            after = last.position
        }
        let head = try await log.head(desk.stream)
        announce(desk.reload(records), head)
    }

    /// Erases what the log says is erased; what fails is tried again with the next tick.
    private func eraseTexts() async throws(LogError) {
        while let position = toErase.first {
            try await log.erase(desk.stream, at: position)
            toErase.removeAll { $0 == position }
        }
    }

    private func announce(_ records: [Record], _ head: Head) {
        toErase += records.compactMap(\.erases)
        if !records.isEmpty { publish(desk.site, records, head) }
    }
}

extension SiteDesk.Answer {
    init(_ stored: StoredOutcome) throws(LogError) {
        do {
            outcome = try DeskOutcome.decoded(stored.outcome.bytes)
        } catch {
            throw LogError(.corrupt, "the outcome of a command is not readable", cause: error)
        }
        head = stored.head
        isRepeated = true
    }
}
