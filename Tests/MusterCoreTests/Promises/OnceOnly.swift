import MusterCore
import Testing

@Suite("OnceOnly")
struct OnceOnly {
    @Test("A record that comes again has no second effect", arguments: Histories.seeds)
    func again(seed: UInt64) {
        let records = Histories.history(seed).records
        var twice = Replica(.command)
        for (index, record) in records.enumerated() {
            twice.apply(record)
            twice.apply(record)
            twice.apply(records[index / 2])
        }
        #expect(twice == Slices.fold(records, .command))
    }

    @Test("A deadline that was reported has no second effect", arguments: Histories.seeds)
    func deadlines(seed: UInt64) {
        let state = Histories.history(seed).state
        for deadline in state.deadlines {
            let context = Context(
                at: deadline.due, actor: School.actor(School.timer), command: deadline.id.retyped(),
                madeAt: deadline.due, position: 9999)
            let after = try? SiteDecider.draft(.expire(deadline.id), state, context).state
            #expect(after != nil)
            if let after {
                #expect(throws: Rejection.unknownDeadline) {
                    try SiteDecider.decide(.expire(deadline.id), after, context)
                }
            }
        }
    }

    @Test("A planted fault is caught: a replica that forgets where it stands")
    func mutant() {
        let caught = Histories.seeds.prefix(40).lazy.map { Histories.history($0) }.contains { history in
            var forgetful = Replica(.command)
            for record in history.records {
                forgetful.apply(record)
                forgetful.position = 0
                forgetful.apply(record)
            }
            forgetful.position = Int64(history.records.count)
            return forgetful != Slices.fold(history.records, .command)
        }
        #expect(caught)
    }
}
