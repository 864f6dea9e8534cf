import Synchronization

/// How many places each holder has taken, over all event loops: connections of a device, or of an address.
final class HeldPlaces<Holder: Hashable & Sendable>: Sendable {
    /// What became of asking for one more.
    enum Answer {
        case taken
        /// The process holds as many as it may.
        case full
        /// The holder has as many as it may.
        case tooMany
    }

    private struct Held {
        var all = 0
        var each: [Holder: Int] = [:]
    }

    private let most: Int
    private let mostEach: Int
    private let held = Mutex(Held())

    init(most: Int, each mostEach: Int) {
        self.most = most
        self.mostEach = mostEach
    }

    /// Counts one more, unless the holder or the process has as many as they may.
    func take(_ holder: Holder) -> Answer {
        held.withLock { held in
            guard held.all < most else { return .full }
            guard held.each[holder, default: 0] < mostEach else { return .tooMany }
            held.all += 1
            held.each[holder, default: 0] += 1
            return .taken
        }
    }

    /// Counts one less.
    func release(_ holder: Holder) {
        held.withLock { held in
            guard let count = held.each[holder] else { return }
            held.all -= 1
            held.each[holder] = count > 1 ? count - 1 : nil
        }
    }
}
