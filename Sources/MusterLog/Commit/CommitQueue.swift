/// What the group committer does next, as a value without I/O.
struct CommitQueue {
    /// What a caller is woken with.
    enum Turn: Sendable {
        /// Commit the group, then wake it.
        case lead
        /// Somebody else committed it.
        case done(Result<AppendResult, LogError>)
        /// The queue is full.
        case refused
    }

    /// Somebody who waits.
    struct Waiter {
        var append: StreamAppend
        var continuation: CheckedContinuation<Turn, Never>
    }

    private let capacity: Int
    private let groupLimit: Int
    private var waiters: [Waiter] = []
    private var isCommitting = false

    init(capacity: Int32, groupLimit: Int32) {
        precondition(capacity > 0 && groupLimit > 0, "a queue holds at least one, and so does a group")
        self.capacity = Int(capacity)
        self.groupLimit = Int(groupLimit)
    }

    var count: Int32 { Int32(clamping: waiters.count) }

    /// Takes in a caller; returns its turn when it need not wait.
    mutating func enter(_ append: StreamAppend, _ continuation: CheckedContinuation<Turn, Never>) -> Turn? {
        if !isCommitting {
            isCommitting = true
            return .lead
        }
        guard waiters.count < capacity else { return .refused }
        waiters.append(Waiter(append: append, continuation: continuation))
        return nil
    }

    /// Those who are committed together with the leader.
    mutating func takeGroup() -> [Waiter] {
        let group = Array(waiters.prefix(groupLimit - 1))
        waiters.removeFirst(group.count)
        return group
    }

    /// Ends a commit; returns who leads the next one, if anybody waits.
    mutating func finish() -> CheckedContinuation<Turn, Never>? {
        guard !waiters.isEmpty else {
            isCommitting = false
            return nil
        }
        return waiters.removeFirst().continuation
    }
}
