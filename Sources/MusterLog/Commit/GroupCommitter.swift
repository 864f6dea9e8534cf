import Synchronization

/// Gathers the appends that come while a commit is under way into the next one, over all streams.
///
/// One wait for the disk then serves everyone who came during the wait before. There is no task of its own:
/// the first caller of a group commits it for the others and then hands the next group to its first caller.
package final class GroupCommitter: Sendable {
    private let log: any EventLog
    private let queue: Mutex<CommitQueue>

    /// A committer before a log; a caller beyond `capacity` waiting ones is refused as `overloaded`.
    package init(log: any EventLog, capacity: Int32 = 4096, groupLimit: Int32 = 512) {
        self.log = log
        self.queue = Mutex(CommitQueue(capacity: capacity, groupLimit: groupLimit))
    }

    /// How many callers wait for the next commit; a gauge for the operator.
    package var waiting: Int32 { queue.withLock { $0.count } }

    /// Appends, together with whoever else does, and returns once it is durable.
    ///
    /// A caller that is cancelled meanwhile still gets the result: what is being written cannot be called
    /// back.
    /// - Throws: ``LogError``: of the log, which then reaches everyone of the group, or `overloaded`.
    package func append(_ append: StreamAppend) async throws(LogError) -> AppendResult {
        // Judged before it joins others: what is refused would take its whole group along.
        try append.checkLimits()
        let turn = await withCheckedContinuation { continuation in
            let turn = queue.withLock { $0.enter(append, continuation) }
            if let turn { continuation.resume(returning: turn) }
        }
        switch turn {
        case .done(let result): return try result.get()
        case .refused: throw LogError(.overloaded, "too many commands wait for the log")
        case .lead: return try await lead(with: append)
        }
    }

    /// Commits one group, whose first append is the caller's own.
    private func lead(with own: StreamAppend) async throws(LogError) -> AppendResult {
        let group = queue.withLock { $0.takeGroup() }
        let outcome: Result<[AppendResult], LogError>
        do {
            outcome = .success(try await log.append([own] + group.map(\.append)))
        } catch {
            outcome = .failure(error)
        }
        for (index, waiter) in group.enumerated() {
            waiter.continuation.resume(returning: .done(outcome.map { $0[index + 1] }))
        }
        if !group.isEmpty { await letCallersIn() }
        if let next = queue.withLock({ $0.finish() }) { next.resume(returning: .lead) }
        return try outcome.get()[0]
    }

    /// Gives way as long as callers keep coming: those just answered often have their next append at hand.
    ///
    /// Without it two half groups take turns, each waiting for the disk that the other one waits for. It is a
    /// few microseconds beside a wait of milliseconds, and nothing for a caller that is alone.
    private func letCallersIn() async {
        var before: Int32 = -1
        for _ in 0..<64 {
            let now = waiting
            guard now > before else { return }
            before = now
            await Task.yield()
        }
    }
}
