extension SiteState {
    mutating func apply(_ event: CoordinationEvent, of record: Record) {
        switch event {
        case .availabilitySet(let person, let available): set(person, available, record)
        case .dutyTaken(let id, let duty): take(duty, in: id, at: record.at)
        case .coordinatorAsked(let id, let persons, let step, let due): ask(id, persons, step, due, record)
        case .positionOffered, .offerUnanswered, .deputyNamed, .shiftPlanned, .shiftCancelled, .shiftBegan:
            succeed(event, record)
        case .offerDeclined(let id, let position):
            guard audience == .command, let person = record.actor else { return }
            incidents.update(id) { $0.coordination.decline(position, by: person) }
        case .positionTaken(let id, let position, let person, let caretaker):
            give(position, to: person, caretaker: caretaker, in: id, at: record.at)
        case .handoverStarted(let id, let from, let to, let cause):
            if cause == .responding { incidents.update(id) { $0.coordination.coordinator?.isBusy = true } }
            guard audience == .command else { return }
            var handover = Handover()
            handover.from = from
            handover.to = to
            handover.startedAt = record.at
            handover.cause = cause
            incidents.update(id) { $0.coordination.handover = handover }
        case .takeoverOffered(let id, let persons, let ofPost):
            guard audience == .command else { return }
            incidents.update(id) {
                $0.coordination.takeoverOfferedAt = record.at
                if ofPost { $0.coordination.postOfferAt = record.at }
                $0.coordination.asked = persons
            }
        case .commandPostReported(let id, let person, let since):
            guard audience == .command else { return }
            note(person, silentSince: since, in: id, record)
        case .respondingReported(let person, let source, _): respond(person, source, record)
        case .respondingEnded(let person, let source): free(person, source, record)
        case .briefingReadBack(let id): incidents.update(id) { $0.coordination.readBack = true }
        case .presenceReported(let id, let onSite, let source): note(onSite, source, in: id, record)
        case .sceneCommandRecorded(let id, let agency, let unified, let since, let source, _, let beside):
            var scene = SceneCommand()
            scene.agency = agency
            scene.unified = unified
            scene.since = since
            scene.source = source
            self.record(scene, beside: beside, in: id, record)
        case .sceneCommandWithdrawn(let id):
            incidents.update(id) { incident in
                incident.scene = nil
                incident.otherScenes = []
            }
        case .aloneReported, .suggestionKept: break
        }
    }

    private mutating func succeed(_ event: CoordinationEvent, _ record: Record) {
        guard audience == .command else { return }
        switch event {
        case .positionOffered(let id, let position, let person, let ofLine):
            incidents.update(id) { incident in
                var holding = incident.coordination.others[position] ?? Holding()
                holding.position = position
                holding.ask(person, ofLine: ofLine, record)
                incident.coordination.others.put(holding)
            }
        case .offerUnanswered(let id, let position, let person):
            incidents.update(id) { incident in
                incident.coordination.others.update(position) { if $0.asked == person { $0.deadline = nil } }
            }
        case .deputyNamed(let id, let position, let person): name(person, deputyOf: position, in: id, record)
        case .shiftPlanned(let id, let position, let person, let from):
            plan(person, for: position, from: from, in: id, record)
        case .shiftCancelled(let id, let position), .shiftBegan(let id, let position, _):
            incidents.update(id) { $0.coordination.shifts.remove(position) }
        default: break
        }
    }

    private mutating func give(
        _ position: Position, to person: PersonID, caretaker: Bool, in id: IncidentID, at moment: Instant
    ) {
        let isSmall = plan.smallSchool
        incidents.update(id) { incident in
            incident.coordination.settleSuccession(of: position, by: person, isSmallSchool: isSmall)
            if position == .schoolCoordinator {
                incident.coordination.seat(person, caretaker: caretaker, at: moment)
            } else {
                incident.coordination.hold(position, person, at: moment)
            }
        }
    }

    private mutating func take(_ duty: TakenDuty, in id: IncidentID, at moment: Instant) {
        guard audience == .command else { return }
        // Of two words of one moment the silent one counts.
        for mark in duty.marks {
            let known = presence[mark.person]
            if mark.arrived || known?.arrived != true || known?.at != mark.at { hear(mark) }
        }
        incidents.update(id) { incident in
            var duty = duty
            // Whoever said in it that they are here says so still, where it was closed and is opened again.
            for person in incident.coordination.duty?.arrived ?? [] { duty.arrived.insertSorted(person) }
            incident.coordination.duty = duty
        }
        takePresence(in: id, at: moment)
    }

    private mutating func set(_ person: PersonID, _ available: Bool, _ record: Record) {
        guard audience == .command else { return }
        guard !available else { return unavailable.remove(person) }
        var row = Unavailable()
        row.person = person
        row.since = record.at
        row.setBy = record.author
        unavailable.put(row)
        needSuccessors(of: person, record)
    }

    private mutating func ask(
        _ id: IncidentID, _ persons: [PersonID], _ step: LadderStep, _ due: Instant, _ record: Record
    ) {
        guard audience == .command else { return }
        incidents.update(id) { incident in
            var ladder = Ladder()
            ladder.deadline = DeadlineID("d", record.position)
            ladder.due = due
            ladder.step = step
            ladder.since = incident.coordination.ladder?.since ?? record.at
            incident.coordination.ladder = ladder
            for person in persons { incident.coordination.asked.insertSorted(person) }
        }
    }

    private mutating func respond(_ person: PersonID, _ source: Source, _ record: Record) {
        guard audience == .command, !source.isOldNews(since: handsFree[person]?.seenAt, record),
            !isOfAnotherTime(source)
        else { return }
        let known = responding.rows.map { (person: $0.person, seenAt: $0.source.observedAt) }
        if let oldest = givesWay(to: person, among: known) { responding.remove(oldest) }
        var row = responding[person] ?? Responding()
        row.since = row.person.isNone ? source.observedAt : min(row.since, source.observedAt)
        row.person = person
        row.reportedBy = record.author
        if row.source.observedAt <= source.observedAt { row.source = source }
        responding.put(row)
        needSuccessors(of: person, record)
        incidents.updateAll { incident in
            guard incident.isOpen, incident.coordination.coordinator?.person == person else { return }
            if incident.coordination.coordinator?.handsBusySince == nil {
                incident.coordination.coordinator?.handsBusySince = record.at
            }
        }
    }
}

extension SiteState {
    /// Whether a fact about a person was seen in something else, before anything that is open now began.
    ///
    /// Whoever was hands-on at nine in an emergency that is over is not so at eleven because a phone comes back on. The
    /// bound is the one by which a raise forgets who responded before it, so that it does not matter which of the two
    /// arrives first: what was seen just before the alarm belongs to it.
    private func isOfAnotherTime(_ source: Source) -> Bool {
        let open = incidents.rows.filter { $0.isOpen }
        guard let began = open.map({ $0.raisedAt }).min() else { return false }
        return began - source.observedAt > plan.timings.raiseStaleAfter
    }

    /// Who gives way to one more person, once there are too many: of those that no rule waits for the one seen longest
    /// ago.
    private func givesWay(
        to person: PersonID, among known: [(person: PersonID, seenAt: Instant)]
    ) -> PersonID? {
        guard known.count >= Responding.mostOthers, !known.contains(where: { $0.person == person }),
            !isAwaited(person)
        else { return nil }
        let others = known.filter { !isAwaited($0.person) }
        guard others.count >= Responding.mostOthers else { return nil }
        return others.min { $0.seenAt < $1.seenAt }?.person
    }

    /// Whether a rule waits for what this person does: who may coordinate, or holds or is offered a position.
    private func isAwaited(_ person: PersonID) -> Bool {
        if plan.outsideDuty == person || plan.member(person) != nil { return true }
        return incidents.rows.contains { incident in
            guard incident.isOpen else { return false }
            return incident.coordination.coordinator?.person == person
                || incident.coordination.duty?.outside == person
                || incident.coordination.duty?.substitutes.contains { $0.person == person } == true
                || incident.coordination.others.rows.contains { $0.holder == person || $0.asked == person }
                || incident.coordination.deputies.rows.contains { $0.person == person }
                || incident.coordination.shifts.rows.contains { $0.person == person }
        }
    }

    private mutating func free(_ person: PersonID, _ source: Source, _ record: Record) {
        guard audience == .command else { return }
        var row = handsFree[person] ?? HandsFree()
        row.person = person
        row.seenAt = max(row.seenAt, source.observedAt)
        let known = handsFree.rows.map { (person: $0.person, seenAt: $0.seenAt) }
        if let oldest = givesWay(to: person, among: known) {
            handsFree.remove(oldest)
        }
        handsFree.put(row)
        guard !source.isOldNews(since: responding[person]?.source.observedAt, record) else { return }
        responding.remove(person)
    }
}

extension Source {
    /// An observation that took longer than this to come in is late.
    static let lateAfter = TimeSpan.seconds(60)

    /// Whether it came in late and was overtaken by what was seen at that moment.
    ///
    /// Only late news is weighed by the observer's clock: two devices whose clocks differ by seconds must not make
    /// a fresh fact disappear.
    func isOldNews(since seen: Instant?, _ record: Record) -> Bool {
        guard let seen, record.at - observedAt > Self.lateAfter else { return false }
        return observedAt < seen
    }
}

extension Coordination {
    mutating func decline(_ position: Position, by person: PersonID) {
        guard position == .schoolCoordinator else {
            return others.update(position) { holding in
                guard holding.asked == person else { return }
                holding.stopAsking(person)
                holding.declined.insertSorted(person)
            }
        }
        asked.removeAll { $0 == person }
        declined.insertSorted(person)
    }

    mutating func seat(_ person: PersonID, caretaker: Bool, at: Instant) {
        if let before = coordinator, before.person != person { former.insertSorted(before.person) }
        former.removeAll { $0 == person }
        var seat = Seat()
        seat.person = person
        seat.since = at
        seat.caretaker = caretaker
        seat.lastActAt = at
        coordinator = seat
        handover = nil
        takeoverOfferedAt = nil
        postOfferAt = nil
        readBack = false
        // A caretaker keeps the seat warm: whoever was asked may still accept.
        if caretaker { return }
        ladder = nil
        asked = []
        declined = []
    }

    /// Nobody is asked any more to take another position than the school coordinator's, nor planned as relief.
    mutating func stopOffers() {
        shifts = Table()
        others.updateAll { $0.forgetAsking() }
        others.removeAll { $0.holder == nil }
    }

    mutating func hold(_ position: Position, _ person: PersonID, at: Instant) {
        var holding = others[position] ?? Holding()
        holding.position = position
        if let before = holding.holder, before != person { holding.former.insertSorted(before) }
        holding.former.removeAll { $0 == person }
        holding.holder = person
        holding.since = at
        holding.lastActAt = at
        holding.handsBusySince = nil
        holding.forgetAsking()
        others.put(holding)
    }
}

extension [PersonID] {
    /// Each person once, sorted.
    var sortedOnce: [PersonID] {
        let all = sorted()
        return all.indices.filter { $0 == 0 || all[$0 - 1] != all[$0] }.map { all[$0] }
    }

    /// Puts a person into a sorted list, once.
    mutating func insertSorted(_ person: PersonID) {
        let index = firstIndex { !($0 < person) } ?? count
        if index < count, self[index] == person { return }
        insert(person, at: index)
    }
}
