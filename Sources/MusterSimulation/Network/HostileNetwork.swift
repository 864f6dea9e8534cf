package import MusterCore

/// A network that loses, doubles, delays and reorders what is sent over it, by a seed; a value without I/O.
package struct HostileNetwork<Message: Sendable>: Sendable {
    /// What happened to the messages so far.
    package struct Figures: Sendable {
        /// Messages sent.
        package var sent: Int64 = 0
        /// Messages that never arrived.
        package var lost: Int64 = 0
        /// Messages that arrived twice.
        package var doubled: Int64 = 0
        /// Messages that arrived before one that was sent earlier.
        package var overtook: Int64 = 0
    }

    private struct UnderWay: Sendable {
        let at: Instant
        let order: Int64
        let message: Message
    }

    /// Whether it has stopped being hostile.
    package var isHealed = false
    /// What happened so far.
    package private(set) var figures = Figures()
    private var underWay: [UnderWay] = []
    private var lastArrived: Int64 = 0

    /// A network with nothing under way.
    package init() {}

    /// Sends a message.
    ///
    /// One of a stream says when the part before it arrives, so as not to overtake it.
    /// - Returns: When it arrives; `nil` when it is lost.
    @discardableResult
    package mutating func send(
        _ message: Message, at now: Instant, notBefore: Instant = .zero, random: inout SeededRandom
    ) -> Instant? {
        figures.sent += 1
        guard !isHealed else { return carry(message, at: max(now, notBefore)) }
        if random.chance(15) {
            figures.lost += 1
            return nil
        }
        let at = max(now + Self.delay(&random), notBefore)
        if random.chance(10) {
            figures.doubled += 1
            carry(message, at: at + Self.delay(&random))
        }
        return carry(message, at: at)
    }

    @discardableResult
    private mutating func carry(_ message: Message, at: Instant) -> Instant {
        underWay.append(UnderWay(at: at, order: figures.sent, message: message))
        return at
    }

    /// Mostly a moment; now and then a dead spot of minutes.
    private static func delay(_ random: inout SeededRandom) -> TimeSpan {
        TimeSpan(milliseconds: random.chance(90) ? random.below(3000) : random.below(180_000))
    }

    /// Takes out what has arrived by now, in the order of arrival.
    package mutating func arrived(by now: Instant) -> [Message] {
        let due = underWay.filter { $0.at <= now }.sorted { ($0.at, $0.order) < ($1.at, $1.order) }
        underWay.removeAll { $0.at <= now }
        for one in due {
            if one.order < lastArrived { figures.overtook += 1 }
            lastArrived = max(lastArrived, one.order)
        }
        return due.map(\.message)
    }
}
