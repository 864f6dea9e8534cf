package import MusterCore
import Synchronization

/// Tells followers that a stream has grown.
///
/// It carries no records: whoever wakes reads them from the log.
package final class HeadBoard: Sendable {
    private struct Waiter {
        var stream: StreamID
        var position: Int64
        var wake: CheckedContinuation<Void, Never>
    }

    private struct State {
        var heads: [StreamID: Int64] = [:]
        var waiters: [Int64: Waiter] = [:]
        var nextWaiter: Int64 = 0
        var cancelled: Set<Int64> = []
    }

    private let state = Mutex(State())

    /// A board on which nothing was announced yet.
    package init() {}

    /// Wakes everyone who waits for more than what a stream had before.
    package func announce(_ heads: [StreamID: Head]) {
        let woken = state.withLock { state in
            for (stream, head) in heads {
                state.heads[stream] = max(head.position, state.heads[stream] ?? 0)
            }
            let due = state.waiters.filter { (state.heads[$0.value.stream] ?? 0) > $0.value.position }
            for id in due.keys { state.waiters[id] = nil }
            return due.values.map(\.wake)
        }
        for waiter in woken { waiter.resume() }
    }

    /// Returns once more than a position was announced for a stream, or the task was cancelled.
    package func wait(for stream: StreamID, beyond position: Int64) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { wake in
                let isDue = state.withLock { state in
                    if state.cancelled.remove(id) != nil { return true }
                    if (state.heads[stream] ?? 0) > position { return true }
                    state.waiters[id] = Waiter(stream: stream, position: position, wake: wake)
                    return false
                }
                if isDue { wake.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                if let waiter = state.waiters.removeValue(forKey: id) { return waiter.wake as Optional }
                state.cancelled.insert(id)
                return nil
            }
            waiter?.resume()
        }
        _ = state.withLock { $0.cancelled.remove(id) }
    }
}
