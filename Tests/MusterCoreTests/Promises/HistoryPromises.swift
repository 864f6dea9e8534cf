import MusterCore
import Testing

@Suite("OneHolder")
struct OneHolder {
    @Test(
        "A position has one holder, and a replaced one's late acts change nothing", arguments: Histories.seeds
    )
    func holds(seed: UInt64) { #expect(Histories.history(seed).broken[.oneHolder] == nil) }

    @Test("A planted fault is caught: a late act takes the position back")
    func mutant() {
        #expect(
            Histories.catches(.oneHolder) { event, _, person in
                guard case .coordination(.suggestionKept(let id, _, _, _)) = event else { return [event] }
                return [
                    event,
                    .coordination(.positionTaken(id, .schoolCoordinator, by: person, caretaker: false)),
                ]
            })
    }
}

@Suite("HandsOff")
struct HandsOff {
    @Test(
        "Nobody who is responding is asked, and a responding coordinator is being relieved",
        arguments: Histories.seeds)
    func holds(seed: UInt64) { #expect(Histories.history(seed).broken[.handsOff] == nil) }

    @Test("A planted fault is caught: whoever is responding is asked as well")
    func mutantAsked() {
        #expect(
            Histories.catches(.handsOff) { event, state, _ in
                guard case .coordination(.coordinatorAsked(let id, let persons, let step, let due)) = event,
                    let busy = state.responding.rows.first
                else { return [event] }
                return [
                    .coordination(
                        .coordinatorAsked(id, persons: persons + [busy.person], step: step, due: due))
                ]
            })
    }

    @Test("A planted fault is caught: a responding person is seated")
    func mutantSeated() {
        #expect(
            Histories.catches(.handsOff) { event, state, _ in
                guard case .coordination(.positionTaken(let id, .schoolCoordinator, _, _)) = event,
                    let busy = state.responding.rows.first
                else { return [event] }
                return [
                    .coordination(.positionTaken(id, .schoolCoordinator, by: busy.person, caretaker: false))
                ]
            })
    }
}

@Suite("NeverVacant")
struct NeverVacant {
    @Test("Somebody coordinates or is being looked for, with a deadline", arguments: Histories.seeds)
    func holds(seed: UInt64) { #expect(Histories.history(seed).broken[.neverVacant] == nil) }

    @Test("A planted fault is caught: nobody is asked")
    func mutant() {
        #expect(
            Histories.catches(.neverVacant) { event, _, _ in
                if case .coordination(.coordinatorAsked) = event { [] } else { [event] }
            })
    }
}

@Suite("EveryoneOnce")
struct EveryoneOnce {
    @Test(
        "Each rostered room stands on the board exactly once, with source and age", arguments: Histories.seeds
    )
    func holds(seed: UInt64) { #expect(Histories.history(seed).broken[.everyoneOnce] == nil) }

    @Test("A planted fault is caught: the roster is not taken")
    func mutant() {
        #expect(
            Histories.catches(.everyoneOnce) { event, _, _ in
                if case .incident(.rosterTaken) = event { [] } else { [event] }
            })
    }
}

@Suite("DrillIsDrill")
struct DrillIsDrill {
    @Test(
        "What is real never becomes practice, and a practice can be told from the state",
        arguments: Histories.seeds)
    func holds(seed: UInt64) { #expect(Histories.history(seed).broken[.drillIsDrill] == nil) }

    @Test("A planted fault is caught: a confirmation makes it a drill")
    func mutant() {
        #expect(
            Histories.catches(.drillIsDrill) { event, _, _ in
                guard case .incident(.confirmed(let id, var raise, _)) = event else { return [event] }
                raise.kind = .drill
                return [.incident(.raised(id, raise))]
            })
    }
}

@Suite("One site, one danger: what is real and protective is one incident")
struct OneDanger {
    @Test(
        "Never are two real protective incidents open, and no locked room is one to go and ask",
        arguments: Histories.seeds)
    func holds(seed: UInt64) { #expect(Histories.history(seed).broken[.oneDanger] == nil) }

    @Test("A planted fault is caught: a raise that should join begins an incident of its own")
    func mutant() {
        #expect(
            Histories.catches(.oneDanger) { event, state, _ in
                guard case .incident(.confirmed(_, let raise, _)) = event, raise.kind == .actual else {
                    return [event]
                }
                return [.incident(.raised(IncidentID("x", Int64(state.incidents.rows.count)), raise))]
            })
    }
}

@Suite("What the plan calls for is under way, and moves nobody in a Lockdown")
struct TasksBegin {
    @Test("After every command each course that is called for has begun", arguments: Histories.seeds)
    func holds(seed: UInt64) { #expect(Histories.history(seed).broken[.tasksBegin] == nil) }

    @Test("A planted fault is caught: a course does not begin")
    func mutant() {
        #expect(
            Histories.catches(.tasksBegin) { event, _, _ in
                if case .task(.courseOpened) = event { [] } else { [event] }
            })
    }

    @Test("A planted fault is caught: a course begins as another plan has it")
    func mutantVersion() {
        #expect(
            Histories.catches(.tasksBegin) { event, _, _ in
                guard case .task(.courseOpened(let id, let course, let version, let isAsked)) = event else {
                    return [event]
                }
                return [.task(.courseOpened(id, course, version: version + 1, isAsked: isAsked))]
            })
    }
}

@Suite("Who comes next in a position is asked, able, and never seated by a clock")
struct Succession {
    @Test("After every command, for deputies, reliefs and busy hands", arguments: Histories.seeds)
    func holds(seed: UInt64) { #expect(Histories.history(seed).broken[.succession] == nil) }

    @Test("A planted fault is caught: nobody is asked to follow")
    func mutantUnasked() {
        #expect(
            Histories.catches(.succession) { event, _, _ in
                if case .coordination(.positionOffered(_, _, _, ofLine: true)) = event { [] } else { [event] }
            })
    }

    @Test("A planted fault is caught: a relief takes the position when its time comes")
    func mutantSeated() {
        #expect(
            Histories.catches(.succession) { event, _, _ in
                guard case .coordination(.shiftBegan(let id, let position, let person)) = event else {
                    return [event]
                }
                return [event, .coordination(.positionTaken(id, position, by: person, caretaker: false))]
            })
    }

    @Test("A planted fault is caught: whoever is responding is named deputy")
    func mutantDeputy() {
        #expect(
            Histories.catches(.succession) { event, state, _ in
                guard case .coordination(.deputyNamed(let id, let position, .some)) = event,
                    let busy = state.responding.rows.first
                else { return [event] }
                return [.coordination(.deputyNamed(id, position, person: busy.person))]
            })
    }
}

@Suite("Random histories reach everything")
struct HistoriesReach {
    @Test("Every event name and every refusal is seen, and over 30 percent of the commands are accepted")
    func reach() {
        let names = Histories.all.reduce(into: Set<EventName>()) { $0.formUnion($1.names) }
        #expect(Set(EventName.allCases).subtracting(names).isEmpty)
        let refusals = Histories.all.reduce(into: Set<String>()) { $0.formUnion($1.refusals) }
        #expect(
            Set(Rejection.everyCode).subtracting(refusals) == ["id-taken"], "the desk never gives an id twice"
        )
        let accepted = Histories.all.reduce(0) { $0 + $1.accepted }
        let sent = Histories.all.reduce(0) { $0 + $1.sent }
        #expect(Double(accepted) / Double(sent) > 0.3)
    }

    @Test("No observation is refused or lost", arguments: Histories.seeds)
    func observations(seed: UInt64) { #expect(Histories.history(seed).broken[.durable] == nil) }

    @Test("A planted fault is caught: a report of a room is answered and not recorded")
    func mutantLost() {
        #expect(
            Histories.catches(.durable) { event, _, _ in
                if case .rollCall(.roomReported) = event { [] } else { [event] }
            })
    }

    @Test("A planted fault is caught: what was seen is recorded as seen at another moment")
    func mutantMoved() {
        #expect(
            Histories.catches(.durable) { event, _, _ in
                guard case .incident(.roomCleared(let id, let room, var source)) = event else {
                    return [event]
                }
                source.observedAt = source.observedAt + .seconds(60)
                return [.incident(.roomCleared(id, room: room, source: source))]
            })
    }
}
